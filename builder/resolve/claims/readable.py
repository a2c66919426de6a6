"""Values as people write them: a quantity or a TIMEX3 value in, short words out."""

from datetime import date

from builder.knowledge import entries
from builder.model.findings import Quantity
from builder.resolve.claims.values import is_measure

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
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
    """`Friday 26 May 2023`, `May 2023`; what is no plain date stays as it is."""
    try:
        if len(value) == _DAY:
            day = date.fromisoformat(value)
            return f"{day:%A} {day.day} {_MONTHS[day.month - 1]} {day.year}"
        if len(value) == _MONTH and value[5:].isdigit():
            return f"{_MONTHS[int(value[5:]) - 1]} {value[:4]}"
    except (ValueError, IndexError):
        return value
    return value


def _hedge_in(before: str) -> str | None:
    """The hedge as the article words it: "at least" is not "more than"."""
    words = before.lower().split()[-_LONGEST_HEDGE:]
    phrases = (" ".join(words[start:]) for start in range(len(words)))
    return next((phrase for phrase in phrases if phrase in entries("numbers")["hedges"]), None)


def _figure(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".")
