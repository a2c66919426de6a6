"""Dates in words: EDTF in, what a reader reads, what a machine reads and how exact it is out.

Reads the EDTF that the dossier writes: years, months, days, seasons, quarters, unspecified digits,
intervals with open ends, `~ ? %`. Anything else is shown as it stands.
"""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from builder.text.calendar_names import EDTF_PARTS, MONTHS, PARTS

_SHORT_MONTHS = tuple(calendar.month_abbr)
_MONTHS_OF = {
    "SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 12), "Q1": (1, 3), "Q2": (4, 6),
    "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12),
}  # fmt: skip
_PARTS = {EDTF_PARTS[part]: (PARTS[part], *months) for part, months in _MONTHS_OF.items()}
_POINT = re.compile(
    r"(?P<year>-?\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d\d|XX))?(?:-(?P<day>\d\d|XX))?"
    r"(?:T(?P<clock>\d\d(?::\d\d)?)\S*)?(?P<mark>[~?%])?"
)
_MARKS = {"~": "about", "?": "not certain", "%": "about, not certain"}
_WEEK = 6
_LAST_YEAR = 9999
Key = tuple[int, int, int]
UNDATED: Key = (_LAST_YEAR + 1, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A date as shown."""

    words: str
    """`Wednesday 24 May 2023`."""
    short: str
    """`24 May 2023`."""
    precision: str
    """`month`, `week`, `about`; empty for a day."""
    machine: str | None
    """What `<time datetime>` takes: the day, month or year that it begins with."""
    first: Key
    last: Key
    exact: bool
    """One point in the calendar, not a span, nor about."""


def when(edtf: str | None) -> When | None:
    """The date as shown; `None` where there is no date."""
    if not edtf:
        return None
    if "/" in edtf:
        return _interval(*edtf.split("/", 1), whole=edtf)
    return _point(edtf) or _as_it_stands(edtf)


def day(value: date | None) -> When | None:
    """A calendar day as shown."""
    return None if value is None else when(value.isoformat())


def day_words(value: date | None) -> str:
    """`24 May 2023`, or `date not stated`."""
    return (
        "date not stated" if value is None else f"{value.day} {MONTHS[value.month]} {value.year}"
    )


def span_words(first: Key, last: Key) -> str:
    """`Feb 2022 – May 2023`."""
    words = [
        f"{_SHORT_MONTHS[month]} {year}" if month else str(year)
        for year, month, _ in (first, last)
    ]
    return words[0] if words[0] == words[1] else " – ".join(words)


def _point(edtf: str) -> When | None:
    match = _POINT.fullmatch(edtf)
    if match is None:
        return None
    year, month, day_ = match["year"], match["month"], match["day"]
    found: When | None
    if "X" in year:
        found = _years(year)
    elif month in {None, "XX"}:
        found = _year(int(year))
    elif day_ in {None, "XX"}:
        found = _month(int(year), int(month))
    else:
        found = _day(int(year), int(month), int(day_), match["clock"])
    if found is None or match["mark"] is None:
        return found
    about = f"{_MARKS[match['mark']]}, {found.precision}".rstrip(", ")
    return replace(found, precision=about, exact=False)


def _day(year: int, month: int, number: int, clock: str | None) -> When | None:
    try:
        value = date(year, month, number)
    except ValueError:
        return None
    short = f"{number} {MONTHS[month]} {year}"
    key = (year, month, number)
    words = f"{calendar.day_name[value.weekday()]} {short}" + (f", {clock}" if clock else "")
    return When(
        words=words, short=short, precision="", machine=value.isoformat(),
        first=key, last=key, exact=True,
    )  # fmt: skip


def _month(year: int, month: int) -> When | None:
    if month in _PARTS:
        name, first, last = _PARTS[month]
        words = f"{name} {year}"
        precision = "season" if name.isalpha() else name.split()[1]
    elif 1 <= month < len(MONTHS):
        words, first, last, precision = f"{MONTHS[month]} {year}", month, month, "month"
    else:
        return None
    return When(
        words=words, short=words, precision=precision,
        machine=_machine(year, first) if precision == "month" else _machine(year),
        first=(year, first, 0), last=(year, last, 31), exact=True,
    )  # fmt: skip


def _year(year: int) -> When:
    words = str(year) if year > 0 else f"{1 - year} BC"
    return When(
        words=words, short=words, precision="year", machine=_machine(year),
        first=(year, 0, 0), last=(year, 12, 31), exact=True,
    )  # fmt: skip


def _years(pattern: str) -> When:
    first, last = int(pattern.replace("X", "0")), int(pattern.replace("X", "9"))
    decade = pattern.count("X") == 1
    words = f"{first}s" if decade else f"{first}–{last}"
    return When(
        words=words, short=words, precision="decade" if decade else "century", machine=None,
        first=(first, 0, 0), last=(last, 12, 31), exact=False,
    )  # fmt: skip


def _interval(start: str, end: str, *, whole: str) -> When:
    first, last = _point(start), _point(end)
    if first and last:
        return replace(
            first, words=_between(first, last), short=_between(first, last),
            precision=_span_precision(first, last), last=last.last, exact=False,
        )  # fmt: skip
    if first and end in {"", ".."}:
        return _open(first, "since")
    if last and start in {"", ".."}:
        return _open(last, "until")
    return _as_it_stands(whole)


def _between(first: When, last: When) -> str:
    if first.precision or last.precision:
        return first.words if first == last else f"{first.short} – {last.short}"
    (year, month, start), (end_year, end_month, end) = first.first, last.first
    if (year, month) == (end_year, end_month):
        return first.short if start == end else f"{start}–{end} {MONTHS[month]} {year}"
    if year == end_year:
        return f"{start} {MONTHS[month]} – {last.short}"
    return f"{first.short} – {last.short}"


def _span_precision(first: When, last: When) -> str:
    if first.precision or last.precision or 0 in {*first.first, *last.first}:
        return ""
    start, end = date(*first.first), date(*last.first)
    return "week" if end - start == timedelta(days=_WEEK) else ""


def _open(end: When, word: str) -> When:
    words = f"{word} {end.short}"
    return replace(end, words=words, short=words, exact=False)


def _as_it_stands(edtf: str) -> When:
    return When(
        words=edtf, short=edtf, precision="as written", machine=None,
        first=UNDATED, last=UNDATED, exact=False,
    )  # fmt: skip


def _machine(year: int, month: int | None = None) -> str | None:
    if not 0 < year <= _LAST_YEAR:
        return None
    return f"{year:04d}" if month is None else f"{year:04d}-{month:02d}"
