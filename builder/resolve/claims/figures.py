"""The numbers that a statement gives: those that hold, and those that held before; none is vague.

"It would pay 345 pence a share, up from 318" gives one that holds, and one that held before, and
so does "extended from 30 to 90 days"; "43 of them, not 31" only the first.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from builder.resolve.claims.change_words import stand_before, tells
from builder.resolve.claims.comparable import ComparableStatement
from builder.resolve.claims.tolls import tolls_of
from builder.text.quantities import Quantity, agree

_SILENT = frozenset({"vague", "score"})  # kinds that give no value to compare
# times, of one deed: a hoard of 1.9 kg and a ring of 410 grams; a year's passengers and a day's
_FARTHEST = {"measure": 4, "count": 10}
_FROM_TO = re.compile(r"from (.+?) to (.+)", re.IGNORECASE)
# how what changed is told: "would pay 345, up from 318", but not "wants to cut it to nine from 11"
_DONE = frozenset({"asserted", "attributed", "planned"})


FigurePairs = Mapping[frozenset[tuple[str, int]], float]
"""Pairs of figures, each by the key of its statement and its place in it, with a probability."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity that holds, and the kind of toll that it is."""

    quantity: Quantity
    toll: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a statement gives: the figures that hold, and those that held before them."""

    held: tuple[Figure, ...]
    former: tuple[Quantity, ...]

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Those that hold."""
        return tuple(figure.quantity for figure in self.held)


def figures_of(statement: ComparableStatement) -> Figures:
    """The figures of a statement, in text order."""
    text = statement.passage.text
    stated = telling(statement.quantities)
    denied = [
        one for one in stated if not one.bound and stand_before("denied", text, one.start)
    ]  # but "not more than 40"
    told = [one for one in stated if one not in denied] or stated
    ranges = {one: moved for one in told if (moved := _moved(one, text))}
    told = [end for one in told for end in ranges.get(one, (one,))]
    before = [
        one
        for one in told
        if stand_before("former", text, one.start) or any(one is low for low, _ in ranges.values())
    ]
    units = {one.unit for one in told if one not in before}
    done = statement.statement.status in _DONE
    former = tuple(one for one in before if one.unit in units and done)
    held = [one for one in told if one not in former]
    tolls = tolls_of(text, held)
    figures = (Figure(quantity=one, toll=toll) for one, toll in zip(held, tolls, strict=True))
    return Figures(held=tuple(figures), former=former)


def _moved(one: Quantity, text: str) -> tuple[Quantity, Quantity] | None:
    """The two ends of a range that tells a change: "extended from 30 to 90 days"."""
    ends = _FROM_TO.fullmatch(text[one.start : one.end])
    if ends is None or one.low is None or one.high is None or not tells("changes", text):
        return None
    return (
        replace(one, value=one.low, low=None, high=None, end=one.start + ends.end(1)),
        replace(one, value=one.high, low=None, high=None, start=one.start + ends.start(2)),
    )


def telling(quantities: Sequence[Quantity]) -> list[Quantity]:
    """Those that give a value: "dozens" and "3-1" give none."""
    return [one for one in quantities if one.kind not in _SILENT]


def is_same(one: Quantity, other: Quantity) -> bool:
    """Whether they agree; "$48 million" may be of any country's dollars."""
    dollars = all(each.unit is not None and each.unit.endswith("D") for each in (one, other))
    return agree(one, replace(other, unit=one.unit) if dollars else other) == "same"


def can_differ(one: Quantity, other: Quantity) -> bool:
    """Whether they are two values of one thing: not a part and its whole, nor worlds apart."""
    low, high = sorted((abs(one.value), abs(other.value)))
    near = high <= _FARTHEST.get(one.kind, float("inf")) * low
    return near and one.whole == other.whole and agree(one, other) == "differ"


def numbers_differ(one: Sequence[Quantity], other: Sequence[Quantity]) -> bool:
    """Whether both give one thing in numbers that cannot both be right, by what is counted."""
    mine, yours = telling(one), telling(other)
    left = [a for a in mine if not any(is_same(a, b) for b in yours)]
    right = [b for b in yours if not any(is_same(a, b) for a in mine)]
    alone = len(left) == len(right) == 1
    return any(
        can_differ(a, b) and (a.counted == b.counted if a.counted and b.counted else alone)
        for a, b in product(left, right)
    )
