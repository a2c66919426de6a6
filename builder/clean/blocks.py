"""Paragraphs, headings and other lines of a text: the text in, blocks in reading order out.

A block is a line, or the lines of a paragraph that was wrapped at a fixed width: the wrap is told
by its width (the next line's first word would not have fitted) and by a line that begins in lower
case. Not told: a poem whose every line fills the width.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from builder.clean import boilerplate_phrases, bylines

NARROWEST, WIDEST = 40, 120  # columns that mail, terminals and text dumps wrap at
WRAPPED_SHARE = 0.8  # of the line ends inside paragraphs; lists of headlines stay below 0.5
LOWER_SHARE = 0.3  # of lines of wrapped English begin in lower case; about 0.75 do
SHORTEST = 20  # characters of a line that runs on into the next: a field's name is shorter
_LINE = re.compile(r"[^\n]+")
_FIRST = re.compile(r"\S+")
_UNFINISHED = re.compile(
    r"(?:,|\b(?:a|an|and|as|at|between|by|for|from|his|her|in|into|its|of|on|or|than|that|the|their"
    r"|to|which|who|with))$"
)  # "told the\nBBC\nthat": a link that a dump sets on a line of its own
_ARTICLE = re.compile(r"\w \b(?:a|an|the|of|his|her|its|their)$")
_BULLET = re.compile(r"[•·▪●◦‣■►*+–—-]\s|\d{1,2}[.)]\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph or a line: `text` is its words, with wrapped line ends made blanks."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def blocks_in(reading: str) -> tuple[tuple[Block, ...], tuple[int, ...]]:
    """The blocks of a text, and the places of the line ends that stand in mid-sentence."""
    lines = list(_lines(reading))
    width = _width(reading, lines)
    wraps: list[int] = []
    blocks: list[Block] = []
    start = 0
    for number, line in enumerate(lines):
        following = next(iter(lines[number + 1 : number + 2]), None)
        if following is not None and (
            _adjacent(reading, line, following)
            and _goes_on(line, following, width, begun=start < number)
        ):
            wraps.append(reading.index("\n", line.end))
            continue
        first = lines[start]
        text = " ".join(part.text for part in lines[start : number + 1])
        blocks.append(Block(start=first.start, end=line.end, text=text))
        start = number + 1
    return tuple(blocks), tuple(wraps)


def _lines(reading: str) -> Iterator[_Line]:
    for match in _LINE.finditer(reading):
        text = match[0].strip()
        if text:
            yield _Line(match.start() + match[0].index(text[0]), text)


def _width(reading: str, lines: Sequence[_Line]) -> int | None:
    """The width that the text is wrapped at; `None` if it is not."""
    pairs = [pair for pair in pairwise(lines) if _adjacent(reading, *pair)]
    if not pairs:
        return None
    lengths = sorted(len(line.text) for line, _ in pairs)
    width = lengths[(len(lengths) * 9) // 10]
    long = [pair for pair in pairs if len(pair[0].text) > width / 2]
    full = sum(_fills(*pair, width) for pair in long)
    lower = sum(following.text[0].islower() for _, following in long)
    if full < WRAPPED_SHARE * len(long) or lower < LOWER_SHARE * len(long):
        return None
    return width if NARROWEST <= width <= WIDEST else None


def _goes_on(line: _Line, following: _Line, width: int | None, *, begun: bool) -> bool:
    """Whether a sentence runs over the end of the line; `begun` if one ran into the line."""
    if _BULLET.match(following.text):
        return False
    full = width is not None and len(line.text) > width / 2 and _fills(line, following, width)
    long = begun or len(line.text) >= SHORTEST or _ARTICLE.search(line.text) is not None
    if not full and not (long and _runs_on(line, following)):
        return False
    return not bylines.is_stamp(following.text) and not boilerplate_phrases.is_page_line(
        following.text
    )


def _adjacent(reading: str, line: _Line, following: _Line) -> bool:
    return reading.count("\n", line.end, following.start) == 1


def _fills(line: _Line, following: _Line, width: int) -> bool:
    first = _FIRST.match(following.text)
    return first is not None and len(line.text) + 1 + len(first[0]) > width


def _runs_on(line: _Line, following: _Line) -> bool:
    if following.text.isupper():
        return False
    if _ARTICLE.search(line.text):
        return True
    if len(line.text) >= NARROWEST and _UNFINISHED.search(line.text):
        return True
    return line.text[-1].isalpha() and following.text[0].islower()
