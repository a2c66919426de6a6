"""Values as people write them: a quantity or a TIMEX3 value in, short words out."""

import re
from datetime import date

from builder.knowledge import entries
from builder.model.findings import Quantity
from builder.resolve.claims.quantities import is_measure
from builder.text.calendar_names import MONTHS, PARTS

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
_CLOCK = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night"}
_WEEK = re.compile(r"\d{4}-W\d\d")
_LONGEST_HEDGE = 3  # words: "as many as"
_DAY, _MONTH = 10, 7  # characters of `2023-05-24` and `2023-05`


def readable_number(quantity: Quantity, before: str = "") -> str:
    """`at least 40 %`, `$190 billion`, `1,200`; what is counted is left to the statement.

    `before` are the statement's words that lead to the number, which may hedge it.
    """
    figure, scale = quantity.value, ""
    for size, name in _SCALES:
        if quantity.value >= size:
            figure, scale = quantity.value / size, f" {name}"
            break
    unit = quantity.unit if quantity.unit and is_measure(quantity) else ""
    sign = _SIGNS.get(unit, "")
    text = (
        f"{sign}{_figure(figure)}{scale}" if sign else f"{_figure(figure)}{scale} {unit}".strip()
    )
    return f"{_hedge_in(before) or quantity.hedge} {text}" if quantity.hedge else text


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


def _hedge_in(before: str) -> str | None:
    """The hedge as the article words it: "at least" is not "more than"."""
    words = before.lower().split()[-_LONGEST_HEDGE:]
    phrases = (" ".join(words[start:]) for start in range(len(words)))
    return next((phrase for phrase in phrases if phrase in entries("numbers")["hedges"]), None)


def _figure(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".")
