"""A page of any length as parts that a browser loads quickly: its Markdown in, parts out.

Bounded by the bytes that are printed, not by rows. The first part keeps the page's address; the
others are numbered below it, `claims/list/2/`. Each repeats the heading that it stands under, the
head of its table and the filters, which see that part alone and offer what stands in it.
Deliberately missed: addresses of parts that last, for what stands on one changes with every
article. The permalink of an item leads to the first part, and from there on (`parts.js`).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from math import ceil

from builder.render.breaks import HEADING_BYTES, Unit, is_heading, is_whole, units_of
from builder.render.phrases import shortened

LARGEST_PAGE = 80_000  # bytes of Markdown; the site adds some 17 kB, and a page stays below 100 kB
_LARGEST_PART = 70_000  # the rest is for the links between parts
_SLACK = 4_000  # bytes: parts of the same length would else spill into one more
_LONGEST_LABEL = 30  # characters
_FORM, _FORM_END = '<form class="filters"', "</form>"
_OPTION = re.compile(r'<option value="(?P<value>[^"]+)">')
_COUNT = re.compile(r" \((?P<count>[\d,]+)\)</option>$")
_NOUN = re.compile(r'data-noun="([^"]*)"')
_VALUES = re.compile(r' data-(?:people|outlets|kind)="([^"]*)"')
_ID = re.compile(r' id="([^"]+)"|^#+ .*\{#([^ }]+)', re.MULTILINE)
_MARKS = re.compile(r"^#+ | *\{#[^}]*\}$|<[^>]*>")
_SORTABLE = "data-sortable"
_UNSEEN = 'class="vh"'
_LISTS = r'<div class="(?:claims|grid|scroll|variants|passages|full-text)\b'
_CONTENT = re.compile(rf"^(?:##|<h2|<ul|<ol|<article|<section|{_LISTS})", re.MULTILINE)
_HEADING_END = re.compile(r"(?=(?: \{#[^}]*\}|</h\d>)$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a page, as Markdown."""

    head: str
    """What stands before the links to the other parts; the first alone has it."""
    body: str
    label: str
    """The heading that it begins under; empty where it is that of the part before."""
    is_filtered: bool
    """Whether filters or the order of a table stand in it, which see this part alone."""

    @property
    def anchors(self) -> frozenset[str]:
        """The ids of what stands in it."""
        return frozenset(
            unescape(found[1] or found[2]) for found in _ID.finditer(f"{self.head}\n{self.body}")
        )


def paginated(body: str, *, beside: int = 0, spread: int = 0) -> tuple[Part, ...]:
    """The page in parts; none where it is small enough.

    `beside`: other bytes that its first part has; `spread`: those that go with its items.
    """
    size = _size(body)
    if size + beside + spread <= LARGEST_PAGE:
        return ()
    form, lines = _without_form(body.split("\n"))
    filled = _filled(units_of(lines), form, beside, int(_LARGEST_PART * size / (size + spread)))
    return tuple(_parts(filled, form)) if len(filled) > 1 else ()


def _size(body: str) -> int:
    return len(body.encode()) + HEADING_BYTES * sum(map(is_heading, body.split("\n")))


def _without_form(lines: list[str]) -> tuple[tuple[str, ...], list[str]]:
    """The filters, and the page without them."""
    start = next((at for at, line in enumerate(lines) if line.startswith(_FORM)), None)
    if start is None:
        return (), lines
    end = lines.index(_FORM_END, start) + 1
    return tuple(lines[start:end]), lines[:start] + lines[end:]


def _filled(
    units: Sequence[Unit], form: Sequence[str], beside: int, largest: int
) -> list[list[Unit]]:
    """The units of each part, the parts about equally long."""
    options = {found[1]: len(line) for line in form if (found := _OPTION.match(line))}
    fixed = sum(len(line.encode()) + 1 for line in form) - sum(options.values())
    total = sum(unit.size for unit in units) + beside
    most = min(largest, total / ceil(total / largest) + _SLACK)
    parts: list[list[Unit]] = []
    size, offered = 0, set[str]()
    for unit in units:
        values = set(_values(unit.text)) & options.keys()
        more = unit.size + sum(options[value] for value in values - offered)
        if parts and size + more <= most:
            parts[-1].append(unit)
            size, offered = size + more, offered | values
        else:
            around = sum(len(line.encode()) for line in _around(unit))
            size = (0 if parts else beside) + fixed + around + unit.size
            size, offered = size + sum(options[value] for value in values), values
            parts.append([unit])
    return parts


def _around(unit: Unit) -> list[str]:
    """What a part that begins with the unit repeats."""
    headings = (_HEADING_END.sub(", continued", line, count=1) for line in unit.headings)
    lines = [part for line in (*headings, unit.legend) if line for part in (line, "")]
    return [*lines, *unit.opening]


def _values(text: str) -> list[str]:
    """What the filters may ask for, once for each item that has it."""
    return [value for found in _VALUES.findall(text) for value in set(found.split(" "))]


def _label(unit: Unit) -> str:
    """The heading that stands over the unit's first item; empty where no reader sees it."""
    own = [line for line in unit.text.split("\n") if is_heading(line)]
    line = own[-1] if own else unit.headings[-1] if unit.headings else ""
    return "" if _UNSEEN in line else shortened(unescape(_MARKS.sub("", line)), _LONGEST_LABEL)


def _parts(filled: Sequence[Sequence[Unit]], form: Sequence[str]) -> Iterator[Part]:
    everywhere = Counter(
        value for units in filled for unit in units for value in _values(unit.text)
    )
    before = _label(filled[0][0]) or _label(filled[0][min(1, len(filled[0]) - 1)])
    for number, units in enumerate(filled):
        text = "\n".join(unit.text for unit in units)
        head, text = _without_head(text) if number == 0 else ("", text)
        closing = filled[number + 1][0].closing if number + 1 < len(filled) else ""
        filters = _offered(form, Counter(_values(text)), everywhere)
        around = _around(units[0]) if number else []
        lines = [*filters, "", *around, text, closing]
        label = _label(units[0]) if number else before
        yield Part(
            head=head,
            body="\n".join(lines).strip(),
            label="" if label == before else label,
            is_filtered=bool(form) or any(_SORTABLE in line for line in (*around, text)),
        )
        before = label


def _without_head(text: str) -> tuple[str, str]:
    """The text up to its first list, table or section, and from there on."""
    starts = (found.start() for found in _CONTENT.finditer(text))
    at = next((at for at in starts if is_whole(text[:at])), 0)
    return text[:at], text[at:]


def _offered(form: Sequence[str], here: Counter[str], everywhere: Counter[str]) -> list[str]:
    """The filters with the choices that something in this part answers to, counted anew."""
    lines = []
    for line in form:
        option = _OPTION.match(line)
        if option and not here[option[1]]:
            continue
        if option and (count := _COUNT.search(line)) and count[1] == f"{everywhere[option[1]]}":
            line = f"{line[: count.start()]} ({here[option[1]]})</option>"  # noqa: PLW2901
        lines.append(_NOUN.sub(r'data-noun="\1 on this page"', line))
    return lines
