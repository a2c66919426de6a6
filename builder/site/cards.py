"""The picture that stands for a page where it is shared: what its front matter says in, a PNG out.

A page's `card` names its kind, its title, up to two values with who gives them, and more lines.
Drawn with the typeface of the pages; where it cannot write the words, with the dossier's own.
The pictures are kept between builds, by what they show. Deliberately missed: photographs.
"""

import hashlib
import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any

import yaml
from PIL import Image, ImageDraw, ImageFont

FOLDER = ".dossier-cache/cards"
NAME = "card.png"
_LOOK = "1"  # goes up when the same words are drawn otherwise
_FONT = files("builder.theme").joinpath("assets/dossier/newsreader.woff2")
_WIDTH, _HEIGHT, _MARGIN = 1200, 630, 72
_FOOT, _GAP = 544, 32
_INNER = _WIDTH - 2 * _MARGIN
_PAPER, _WHITE, _INK, _SOFT, _RULE = "#fcfbf8", "#ffffff", "#1c1b1a", "#5d5a55", "#e3dfd7"
_COLOURS = 64
_ACCENT, _WARN = "#0b5c63", "#9a3412"
_SMALL, _LINE = 28, 35  # pixels
_TITLE, _VALUE = (68, 60, 52, 46), (52, 44, 38, 34)
_LIGHT, _BOLD = 450, 600  # weights of the typeface
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNKNOWN = "\uffff"  # no character: what the typeface draws for one that it lacks
_KEYS = ("kind", "title", "deck", "foot", "story")
Card = Mapping[str, Any]


def draw_cards(site: Path, folder: Path) -> None:
    """Put the card of each page of the dossier in `folder` beside the page in its `site`."""
    kept, used = folder / FOLDER, set()
    kept.mkdir(parents=True, exist_ok=True)
    for page, card in _cards(site, folder / "docs"):
        picture = kept / f"{_key(card)}.png"
        used.add(picture.name)
        if not picture.is_file():
            few = _draw(card).quantize(_COLOURS, Image.Quantize.FASTOCTREE)  # a third of the bytes
            few.save(picture, "PNG")
        shutil.copyfile(picture, page / NAME)
    for picture in kept.iterdir():
        if picture.name not in used:
            picture.unlink()


def _cards(site: Path, docs: Path) -> Iterator[tuple[Path, Card]]:
    """Each page that has a card, as its folder in the site."""
    front = _in_part(_card_in(docs / "index.md") or {})
    for source in sorted(docs.rglob("*.md")):
        card = _card_in(source)
        page = source.parent if source.stem == "index" else source.with_suffix("")
        if card is not None:
            words = "".join(_words_in(card))
            yield site / page.relative_to(docs), card if _can_write(words) else front


def _card_in(source: Path) -> Card | None:
    """The card in the front matter of a page."""
    text = source.read_text(encoding="utf-8") if source.is_file() else ""
    _, _, rest = text.partition("---\n")
    head, closed, _ = rest.partition("\n---\n")
    if not text.startswith("---\n") or not closed or "\ncard:" not in f"\n{head}":
        return None
    found: Card | None = yaml.load(head, Loader=_LOADER).get("card")  # noqa: S506 - a safe loader
    return found


def _key(card: Card) -> str:
    shown = json.dumps([_LOOK, _font_digest(), card], sort_keys=True)
    return hashlib.sha256(shown.encode()).hexdigest()[:32]


@cache
def _font_digest() -> str:
    return hashlib.sha256(_FONT.read_bytes()).hexdigest()


def _words_in(card: Card) -> Iterator[str]:
    yield from (card[key] for key in _KEYS)
    yield from (words for value in card["values"] for words in value.values())


def _in_part(card: Card) -> Card:
    """The card without the words that the typeface cannot write."""
    written = {key: text for key in _KEYS if (text := card.get(key, "")) and _can_write(text)}
    return {**dict.fromkeys(_KEYS, ""), **written, "values": []}


def _can_write(words: str) -> bool:
    return all(_has(character) for character in set(words) - {" ", "\u00a0"})


@cache
def _has(character: str) -> bool:
    """Whether the typeface has the character."""
    font = _font(40, _LIGHT)
    return bytes(font.getmask(character)) != bytes(font.getmask(_UNKNOWN))


@cache
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(BytesIO(_FONT.read_bytes()), size)
    font.set_variation_by_axes([weight])
    return font


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lines:
    """A text broken into lines, in the largest size at which it fits."""

    lines: tuple[str, ...]
    font: ImageFont.FreeTypeFont
    height: int


def _draw(card: Card) -> Image.Image:
    image = Image.new("RGB", (_WIDTH, _HEIGHT), _PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, _WIDTH, 10), fill=_ACCENT)
    kind = _cut(card["kind"], _font(_SMALL, _BOLD), _INNER)
    pen.text((_MARGIN, 58), kind, font=_font(_SMALL, _BOLD), fill=_ACCENT)
    values = card["values"]
    title = _fitted(card["title"], width=_INNER, height=200 if values else 410, sizes=_TITLE)
    below = _write(pen, (_MARGIN, 108), title, _INK)
    if values:
        _draw_values(pen, values, max(below + 24, 330))
    elif card["deck"]:
        deck = _fitted(card["deck"], width=_INNER, height=_FOOT - below - 32, sizes=(36,))
        _write(pen, (_MARGIN, below + 16), deck, _SOFT)
    pen.line((_MARGIN, _FOOT, _WIDTH - _MARGIN, _FOOT), fill=_RULE, width=2)
    foot = _fitted(card["story"], width=_INNER // 2, height=_LINE, sizes=(_SMALL,))
    _write(pen, (_MARGIN, _FOOT + 16), foot, _INK)
    right = (_WIDTH - _MARGIN, _FOOT + 16)
    pen.text(right, card["foot"], font=_font(_SMALL, _LIGHT), fill=_SOFT, anchor="ra")
    return image


def _draw_values(pen: ImageDraw.ImageDraw, values: Sequence[Card], top: int) -> None:
    """The values side by side, each over who gives it."""
    width = (_INNER - _GAP * (len(values) - 1)) // len(values)
    bottom, colour = _FOOT - 20, _WARN if len(values) > 1 else _ACCENT
    for at, value in enumerate(values):
        left = _MARGIN + at * (width + _GAP)
        pen.rectangle((left, top, left + width, bottom), fill=_WHITE, outline=_RULE, width=2)
        pen.rectangle((left, top, left + 6, bottom), fill=colour)
        inner = width - 2 * _GAP
        given = _fitted(value["value"], width=inner, height=130, sizes=_VALUE)
        below = _write(pen, (left + _GAP, top + 12), given, colour)
        by = _fitted(value["by"], width=inner, height=_LINE, sizes=(_SMALL,))
        _write(pen, (left + _GAP, below + 8), by, _SOFT)


def _write(pen: ImageDraw.ImageDraw, place: tuple[int, int], text: _Lines, colour: str) -> int:
    """Write the lines below each other; where the next one would stand."""
    left, top = place
    for line in text.lines:
        pen.text((left, top), line, font=text.font, fill=colour)
        top += text.height
    return top


def _fitted(text: str, *, width: int, height: int, sizes: Sequence[int]) -> _Lines:
    """The text in the first of the sizes at which it fits, else cut in the last."""
    for size in sizes:
        rows = height // (size * 5 // 4)
        font = _font(size, _BOLD if size > _SMALL else _LIGHT)
        lines = _broken(text, font, width)
        if len(lines) <= rows and all(font.getlength(line) <= width for line in lines):
            break
    else:
        shown = [*lines[: rows - 1], " ".join(lines[rows - 1 :])]
        lines = [_cut(line, font, width) for line in shown if line]
    return _Lines(lines=tuple(lines), font=font, height=size * 5 // 4)


def _broken(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(text: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(f"{text}…") > width:
        text = text[:-1]
    return f"{text.rstrip(' ,;:–-')}…"
