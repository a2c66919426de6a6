"""Figures with their marks: "1,200.5", "1.200.000", "12,50,000", "3,5" in, values out.

A comma or a dot parts groups of three (or, in India, of two) or the decimals; which, the groups
tell. One dot before three digits is both ("92.000", "1.125"): the reader of the unit decides.
"""

import unicodedata
from dataclasses import dataclass

LONGEST = 24  # characters: no news tells of more than a quadrillion
_GROUP, _INDIAN, _SIGNIFICANT = 3, 2, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What a figure is worth, and what its last digit is worth."""

    value: float
    step: float
    marked: bool = False
    """Whether marks part its groups: then it is no year."""
    grouped: "Figure | None" = None
    """How it reads if its one dot parts thousands."""


def figure_of(written: str) -> Figure | None:
    """How the figure reads; nothing for dates, versions, phone numbers and other chains."""
    if len(written) > LONGEST:
        return None
    dots, commas = written.count("."), written.count(",")
    if not dots and not commas:
        return _whole([written])
    if dots and commas:
        return _both(written)
    mark, count = (".", dots) if dots else (",", commas)
    groups = written.split(mark)
    grouped = _whole(groups) if _is_grouped(groups) else None
    if count > 1 or (grouped is not None and mark == ","):
        return grouped
    decimal = _decimal(groups[0], groups[1])
    if grouped is None or decimal is None or int(groups[1]) == 0:
        return grouped or decimal
    return Figure(value=decimal.value, step=decimal.step, grouped=grouped)


def step_of(value: int) -> float:
    """How finely a whole number is told by its noughts: 100 for 1,100; two digits always count.

    "20 people" is no rounding of 24, "300" is one of 304, "22,000" of 22,400.
    """
    digits = str(value)
    noughts = len(digits) - len(digits.rstrip("0"))
    return float(10 ** min(noughts, max(0, len(digits) - _SIGNIFICANT)))


def vulgar_fraction(sign: str) -> float | None:
    """What "½" and its like are worth."""
    if len(sign) != 1 or not unicodedata.decomposition(sign).startswith("<fraction>"):
        return None
    return unicodedata.numeric(sign, None)


def _both(written: str) -> Figure | None:
    """As in "1,234.5" and "1.234,5": the last mark parts the decimals."""
    mark = "." if written.rindex(".") > written.rindex(",") else ","
    head, _, tail = written.rpartition(mark)
    groups = head.split("," if mark == "." else ".")
    if mark in head or not _is_grouped(groups):
        return None
    return _decimal("".join(groups), tail, marked=True)


def _is_grouped(groups: list[str]) -> bool:
    first, *middle, last = groups
    if len(last) != _GROUP or not first or first.startswith("0"):
        return False
    if all(len(group) == _GROUP for group in middle):
        return len(first) <= _GROUP
    return len(first) <= _INDIAN and all(len(group) == _INDIAN for group in middle)


def _whole(groups: list[str]) -> Figure | None:
    digits = "".join(groups)
    if len(digits) > 1 and digits.startswith("0"):
        return None
    value = int(digits)
    return Figure(value=float(value), step=step_of(value), marked=len(groups) > 1)


def _decimal(whole: str, decimals: str, *, marked: bool = False) -> Figure | None:
    if len(whole) > 1 and whole.startswith("0"):
        return None
    value = float(f"{whole}.{decimals}")
    return Figure(value=value, step=10.0 ** -len(decimals), marked=marked)
