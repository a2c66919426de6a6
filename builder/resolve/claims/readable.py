"""Dates as people write them: a TIMEX3 value in, short words out."""

import re
from datetime import date

from builder.text.calendar_names import MONTHS, PARTS

_CLOCK = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night"}
_WEEK = re.compile(r"\d{4}-W\d\d")
_DAY, _MONTH = 10, 7  # characters of `2023-05-24` and `2023-05`


def readable_date(value: str) -> str:
    """`Friday 26 May 2023`, `fourth quarter of 2023`; what is no date stays as it is."""
    day, _, clock = value.partition("T")
    try:
        if len(day) == _DAY:
            return ", ".join(
                filter(None, (_day(date.fromisoformat(day)), _CLOCK.get(clock, clock)))
            )
        if _WEEK.fullmatch(value):
            return f"week of {_day(date.fromisocalendar(int(value[:4]), int(value[6:]), 1))}"
        if len(value) == _MONTH and value[5:].isdigit():
            return f"{MONTHS[int(value[5:])]} {value[:4]}"
    except (ValueError, IndexError):
        return value
    return f"{PARTS[value[5:]]} {value[:4]}" if value[5:] in PARTS else value


def _day(day: date) -> str:
    return f"{day:%A} {day.day} {MONTHS[day.month]} {day.year}"
