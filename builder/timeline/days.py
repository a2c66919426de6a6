"""Which days a date means: EDTF in, the first day and the last out."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache
from time import struct_time

_PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d)[?~%]?)?)?")


@dataclass(frozen=True, slots=True)
class Days:
    """From the first day to the last, both included."""

    first: date
    last: date


def days_of(edtf: str | None) -> Days | None:
    """The days of a date: those of a month, a year, a span; of an open span the end that it has.

    `None` where there is no date, or one that a calendar does not reach (before the year 1).
    """
    if edtf is None:
        return None
    ends = edtf.split("/", maxsplit=1)
    plain = list(filter(None, map(_plain, ends)))
    return Days(plain[0].first, plain[-1].last) if len(plain) == len(ends) else _parsed(edtf)


def _plain(written: str) -> Days | None:
    """The days of a year, a month or a day that is written out; `None` of any other date."""
    found = _PLAIN.fullmatch(written)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    last_month = month or 12
    last = first if day else date(first.year, last_month, monthrange(first.year, last_month)[1])
    return Days(first, last) if last < date.max else None


@cache
def _parsed(edtf: str) -> Days | None:
    """The same of any date, by the library, which takes milliseconds for each."""
    from edtf import EDTFParseException, parse_edtf  # noqa: PLC0415 - few dates need it

    try:
        parsed = parse_edtf(edtf)
    except EDTFParseException:
        return None
    known = [
        day for day in map(_day, (parsed.lower_strict(), parsed.upper_strict())) if day is not None
    ]
    return Days(known[0], known[-1]) if known else None


def _day(end: struct_time | float) -> date | None:
    if isinstance(end, float) or end.tm_year < 1:  # a span without an end has infinity there
        return None
    found = date(end.tm_year, end.tm_mon, end.tm_mday)
    return found if found < date.max else None
