"""Where a printed page may be broken: its Markdown in, the units that stay together out.

A unit is an item of a list or table, or a heading with the first item below it. Each knows what
stands open around it (`<ul class="named">`, a table with its head), so that a page that begins
with it can open that again. An item that is large in itself is broken between words.
Missed on purpose: Markdown's own lists and tables, which no template with long lists prints.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

HEADING_BYTES = 300  # what the site adds to a heading: its link, its line in the contents
LARGEST_UNIT = 30_000  # bytes: less than half a page, so that pages fill
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)\b[^>]*>")
_ID = re.compile(r' id="[^"]*"')
_EMPTY = frozenset({"br", "hr", "img", "input"})
_CONTAINERS = frozenset({"ul", "ol", "div", "table", "tbody", "details", "p"})
_UNBROKEN = frozenset({"svg", "form", "nav", "summary", "thead", "button"})
_HEADING = re.compile(r"(?:#(?P<level>#+) |<h(?P<tag>[2-6])\b)")
_ITEM = re.compile(r"<(?:li|tr|tbody|article|section|details|div|span|p)\b")
_ITEM_ALONE = re.compile(r"<(?:article|section|details|div)\b")
_ITEM_END = re.compile(r"</(?:li|tr|tbody|article|section|details|div|span|p)>$")
_HEADED = re.compile(r"#|<h[2-6]\b|<nav\b|<p class=\"src\b|<p class=\"legend\b")
_HEADING_BEFORE = re.compile(r"#|<h[2-6]\b|<nav\b")
_TOKEN = re.compile(r"<[^>]*>|(?:&#?\w+;|[^<&\s]){1,500}\s*|\s+|[<&]")
_LEGEND = '<p class="src legend"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """Lines that stay together."""

    text: str
    opening: tuple[str, ...]
    """The lines that open what stands open where it begins."""
    tags: tuple[str, ...]
    """The same as names of elements."""
    headings: tuple[str, ...]
    """The lines of the headings that it stands under, where it does not begin with its own."""
    legend: str
    """The line that explains the marks in it; empty where there is none."""

    @property
    def size(self) -> int:
        """Bytes, with what the site adds to headings."""
        return (
            len(self.text.encode())
            + 1
            + HEADING_BYTES * sum(is_heading(line) for line in self.text.split("\n"))
        )

    @property
    def closing(self) -> str:
        """What closes all that stands open where it begins."""
        return "".join(f"</{tag}>" for tag in reversed(self.tags))


@dataclass(slots=True, kw_only=True)
class _Place:
    """What is known where a line begins."""

    open: list[tuple[str, int]]
    """Elements that are open, each with the number of the line that opened it."""
    headings: list[str]
    legend: str = ""
    before: str = ""
    """The last line that is not blank."""


def is_heading(line: str) -> bool:
    """Whether the line is the heading of a section."""
    return _HEADING.match(line) is not None


def is_whole(text: str) -> bool:
    """Whether the text closes every element that it opens."""
    opened = [not tag["end"] for tag in _TAG.finditer(text) if tag["name"] not in _EMPTY]
    return 2 * sum(opened) == len(opened)


def units_of(lines: Sequence[str]) -> tuple[Unit, ...]:
    """The units of a page, in order; the first begins where the page does."""
    found: list[Unit] = []
    at, place, start = 0, _Place(open=[], headings=[]), _unit(lines, _Place(open=[], headings=[]))
    for number, line in enumerate(lines):
        if number and _may_break(line, place):
            found += _broken(replace(start, text="\n".join(lines[at:number])))
            at, start = number, _unit(lines, place, line)
        _pass(line, number, place)
    return (*found, *_broken(replace(start, text="\n".join(lines[at:]))))


def _unit(lines: Sequence[str], place: _Place, line: str = "") -> Unit:
    opened = dict.fromkeys(number for _, number in place.open)
    return Unit(
        text="",
        opening=tuple(_ID.sub("", lines[number]) for number in opened),
        tags=tuple(tag for tag, _ in place.open),
        headings=tuple(place.headings[: _level(line) if is_heading(line) else None]),
        legend="" if is_heading(line) else place.legend,
    )


def _may_break(line: str, place: _Place) -> bool:
    if not line or line.startswith("</") or any(tag not in _CONTAINERS for tag, _ in place.open):
        return False
    if is_heading(line):
        return not place.open and not _HEADING_BEFORE.match(place.before)
    item = _ITEM if place.open else _ITEM_ALONE
    ends = _ITEM_END.search(place.before) and not _HEADED.match(place.before)
    return bool(item.match(line) and ends)


def _level(line: str) -> int:
    """0 for a heading of a section, 1 for one below it."""
    found = _HEADING.match(line)
    if found is None:
        return 0
    return len(found["level"]) - 1 if found["level"] else int(found["tag"]) - 2


def _pass(line: str, number: int, place: _Place) -> None:
    """Take note of what the line opens, closes and says."""
    if not place.open and is_heading(line):
        place.headings = [*place.headings[: _level(line)], line]
        place.legend = ""
    if line.startswith(_LEGEND):
        place.legend = line
    for tag in _TAG.finditer(line):
        if tag["end"] and place.open:
            place.open.pop()
        elif not tag["end"] and tag["name"] not in _EMPTY:
            place.open.append((tag["name"], number))
    place.before = line or place.before


def _broken(unit: Unit) -> Iterator[Unit]:
    """The unit; a large one in pieces, each of which closes what it opens."""
    if unit.size <= LARGEST_UNIT:
        yield unit
        return
    around = list(unit.tags)  # what stood open before the unit, and still does
    open_: list[tuple[str, str]] = []
    piece: list[str] = []
    size = 0
    for token in _TOKEN.findall(unit.text):
        is_apart = len(around) in {0, len(unit.tags)} and not any(
            name in _UNBROKEN for name, _ in open_
        )
        if size > LARGEST_UNIT and is_apart:
            closing = "".join(f"</{name}>" for name, _ in reversed(open_))
            yield replace(unit, text="".join(piece) + closing)
            unit = unit if around else replace(unit, opening=(), tags=())
            piece, size = [_ID.sub("", tag) for _, tag in open_], 0
        piece.append(token)
        size += len(token.encode())
        tag = _TAG.fullmatch(token)
        if tag is None or tag["name"] in _EMPTY:
            continue
        if not tag["end"]:
            open_.append((tag["name"], token))
        elif open_:
            open_.pop()
        else:
            around.pop()
    yield replace(unit, text="".join(piece))
