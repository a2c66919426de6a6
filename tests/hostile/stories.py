"""Dossiers of hostile strings: the files of a folder in which every field holds every string.

Each string has articles of its own, in which a plain person of a plain town says and does things:
so that there are people, claims and events for the string to be a part of.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from html import escape
from itertools import cycle
from pathlib import Path
from urllib.parse import quote

import yaml

from builder.links import web_url
from builder.model.dossier import Dossier
from tests.hostile.strings import Hostile

Files = Mapping[str, str]
"""Contents by name, from the dossier's folder."""
LONGEST_NAME = 120  # bytes of a file's name that a string takes; file systems hold 255 in all
LONGEST_IN_ADDRESS = 200  # characters, which become nine each; 2083 are allowed in all
_GIVEN = (
    "Ana", "Tomas", "Marta", "Piet", "Elena", "Oscar", "Nadia", "Victor", "Laura", "Felix",
    "Irene", "Hugo", "Clara", "Martin", "Julia", "Simon", "Helen", "Anton", "Sofia", "Peter",
)  # fmt: skip
_FAMILY = (
    "Ruiz", "Okafor", "Lindqvist", "Baker", "Moreau", "Novak", "Petrov", "Rossi", "Weber", "Silva",
    "Tanaka", "Haddad", "Larsen", "Kowalski", "Dubois", "Fischer", "Costa", "Murphy", "Ivanov",
    "Santos", "Meyer", "Keller", "Horvat", "Jensen", "Romero", "Walsh", "Bauer",
)  # fmt: skip
_TOWNS = ("Veldhaven", "Norwick", "Port Alba", "Karsund", "Lindmouth", "Eastholm", "Brackley")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")  # a text with many is taken for no text
_IN_NO_NAME = re.compile(r"[/\\\x00\ud800-\udfff]")  # of a file; the builder refuses "\"


def seeds_of(strings: Iterable[Hostile], *, whole: bool) -> Files:
    """The files of `seeds/`: each string in one article of each kind, or in one, taken in turn.

    Kinds are saved pages, and texts whose metadata is stated, beside them or in front of them.
    """
    files: dict[str, str] = {}
    for string, kind in zip(strings, cycle(_STATED if whole else (*_STATED, in_saved_page))):
        files |= kind(string)
        if whole:
            files |= in_saved_page(string)
    return files


def settings_of(strings: Sequence[Hostile]) -> str:
    """`dossier.yml`: all strings in its title and summary, and each as an outlet."""
    strings = whole_characters(strings)
    together = " ".join(string.text for string in strings)
    outlets = [
        {
            "name": string.text,
            "aliases": [f"{string.text} Post"],
            "kind": string.text,
            "country": string.text,
            "url": address(string.text),
        }
        for string in strings
    ]
    settings = {"title": together, "summary": together, "outlets": outlets}
    return written({**settings, "publish_full_text": "true"})


def decisions_of(strings: Sequence[Hostile], dossier: Dossier) -> str:
    """`editorial.yml`: each string as what is decided of a person and of a claim there."""
    strings = whole_characters(strings)
    people = [person.id for person in dossier.people if person.page]
    claims = [claim.id for claim in dossier.claims if claim.page]
    nobody = " ".join(["Nobody", *strings[0].text.split()])
    decisions: list[dict[str, object]] = [{"drop": nobody}]
    for string, id_ in zip(strings, people, strict=False):
        decisions += [{"rename": id_, "to": string.text}, {"role": id_, "to": string.text}]
    for string, id_ in zip(strings, claims, strict=False):
        verdict = {"text": string.text, "url": address(string.text)}
        says = {"wording": string.text, "note": string.text, "verdict": verdict}
        decisions.append({"claim": id_, **says})
    decisions += [
        {"speaker": quote.id, "to": string.text}
        for string, quote in zip(strings, dossier.quotes, strict=False)
    ]
    reasons = zip(decisions, cycle(strings), strict=False)
    return written([{**found, "why": sign.text, "by": sign.text} for found, sign in reasons])


def whole_characters(strings: Iterable[Hostile]) -> tuple[Hostile, ...]:
    """The strings, half characters in them replaced: settings with one are refused as a whole."""
    return tuple(
        replace(string, text=string.text.encode("utf-8", "replace").decode()) for string in strings
    )


def write(folder: Path, files: Files) -> None:
    """Put the files into the folder; a lone surrogate, which no text file holds, becomes `?`."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "replace"))


def written(data: object) -> str:
    """The data as YAML that keeps every character: all of it in quotes, with escapes."""
    return str(yaml.safe_dump(data, default_style='"', sort_keys=False, width=float("inf")))


def address(text: str) -> str:
    """An address of the web with the text in it, as it stands where that is allowed."""
    part = text[:LONGEST_IN_ADDRESS]
    url = f"https://news.example/{part}"
    return url if web_url(url) else f"https://news.example/{quote(part, errors='replace')}"


def in_side_file(string: Hostile) -> Files:
    """A text, its metadata beside it; no outlet, so the file's name is its label."""
    stem = _stem(string, "t")
    side = {"title": string.text, "url": address(string.text), **_stated(string)}
    text = f"{string.text}\n\nBy {_CONTROLS.sub('', string.text)}\n\n{_report(string)}"
    return {f"{stem}.txt": text, f"{stem}.yml": written(side)}


def in_front_matter(string: Hostile) -> Files:
    """Markdown whose heading is its title; no address, so the passages are the evidence."""
    lines = written({"outlet": string.text, **_stated(string)})
    return {f"{_stem(string, 'm')}.md": f"---\n{lines}---\n# {string.text}\n\n{_report(string)}"}


def in_saved_page(string: Hostile) -> Files:
    """A page that states it in its head, and in every other one in linked data too."""
    said, name = escape(string.text), {"name": string.text}
    facts = {"@type": "NewsArticle", "headline": string.text, "author": name, "publisher": name}
    linked = json.dumps(facts).replace("</", "<\\/") if string.number % 2 else "{}"
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in _report(string).split("\n\n"))
    page = (
        f'<!doctype html><html lang="{said}"><head><title>{said}</title>'
        f'<meta property="og:title" content="{said}"><meta name="author" content="{said}">'
        f'<meta property="og:site_name" content="{said}"><link rel="canonical" href="{said}">'
        f'<meta property="article:published_time" content="{said}">'
        f'<script type="application/ld+json">{linked}</script></head>'
        f"<body><article><h1>{said}</h1>{paragraphs}<p>{string.text}</p></article></body></html>"
    )
    return {f"{_stem(string, 'h')}.html": page}


_STATED: tuple[Callable[[Hostile], Files], ...] = (in_side_file, in_front_matter)


def _stated(string: Hostile) -> Mapping[str, object]:
    return {
        "authors": ["Jo Doe", string.text],
        "published": f"2023-03-{1 + string.number % 28:02}",
        "rights": string.text,
        "notes": string.text,
    }


def _stem(string: Hostile, kind: str) -> str:
    """A file's name that begins with the string, as far as file systems hold it; unique."""
    name = _IN_NO_NAME.sub("", string.text).encode()[:LONGEST_NAME].decode(errors="ignore")
    shown = name if name and not name.startswith(".") else f"_{name}"
    return f"seeds/{shown} {string.number}{kind}"


def _report(string: Hostile) -> str:
    number, text = string.number, _CONTROLS.sub("", string.text)
    name = f"{_GIVEN[number % len(_GIVEN)]} {_FAMILY[number // len(_GIVEN) % len(_FAMILY)]}"
    town = _TOWNS[number % len(_TOWNS)]
    return "\n\n".join(
        [
            f"{name} said on Tuesday that {text} had cost {town} {number} million dollars.",
            f"“{text},” {name} told reporters on 3 March 2023. “We counted {text} cranes.”",
            f"“The quay of {town} stays shut,” said {text}.",
            f"Mayor {text} met {name} in {town} on Friday.",
            string.text,
            f"According to {text}, the crane in {town} had passed an inspection.",
            f"(Reporting by {text}; editing by {name})",
            f"– {text}\n",
        ]
    )
