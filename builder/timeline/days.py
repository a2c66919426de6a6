"""Which days a date means: EDTF in, the first day and the last out."""

from dataclasses import dataclass
from datetime import date
from time import struct_time

from edtf import EDTFParseException, parse_edtf


@dataclass(frozen=True, slots=True)
class Days:
    """From the first day to the last, both included."""

    first: date
    last: date


def days_of(edtf: str | None) -> Days | None:
    """The days of a date: those of a month, a year, a span; of an open span the end that it has.

    `None` where there is no date, or one that a calendar does not reach (before the year 1).
    """
    try:
        parsed = parse_edtf(edtf or "")
    except EDTFParseException:
        return None
    ends = [_day(end) for end in (parsed.lower_strict(), parsed.upper_strict())]
    known = [end for end in ends if end is not None]
    return Days(known[0], known[-1]) if known else None


def _day(end: struct_time | float) -> date | None:
    if isinstance(end, float) or end.tm_year < 1:  # a span without an end has infinity there
        return None
    found = date(end.tm_year, end.tm_mon, end.tm_mday)
    return found if found < date.max else None
