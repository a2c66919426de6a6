"""Which tellings tell one event: tellings in, groups of them out.

Tellings meet through keys (date, kind of action, two people or places), so that work grows with
their number; only what is the one possible partner joins across different precision.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from builder.model.article import Passage
from builder.model.dossier import Timex
from builder.model.ids import EntityId
from builder.resolve.periods import Period, named, period_of, precision_of

_MOST = 6  # people and places of a clause that count for joining; more is a list of attendants
_UNITS = ("week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century")
_Who = tuple[EntityId, ...]
_Key = tuple[str | None, str, _Who]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One article's telling of an event, with what it is joined by."""

    passage: Passage
    timex: Timex | None
    value: str | None
    """TIMEX3 date, without the time of day."""
    date: str | None
    """EDTF."""
    planned: bool
    action: str
    entities: tuple[EntityId, ...]
    """Who and what it names, its actors among them."""
    text: str
    """The words to show."""
    pieced: int = 0
    """How far they are from a clause that stands so in the article: 0 it does, 2 it does not."""


def grouped(tellings: Sequence[Telling]) -> tuple[tuple[Telling, ...], ...]:
    """The tellings of each event together, groups in order of their first telling."""
    sets = _Sets(len(tellings))
    _join_equal(tellings, sets)
    _join_single(tellings, sets)
    _join_inside(tellings, sets)
    _join_neighbours(tellings, sets)
    _join_undated(tellings, sets)
    groups: dict[int, list[Telling]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        groups[sets.root(number)].append(telling)
    return tuple(tuple(group) for group in groups.values())


class _Sets:
    """Disjoint sets of numbers; the smallest number of a set is its root."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, number: int) -> int:
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self.root(one), self.root(other)))
        self._parent[second] = first


def _join_equal(tellings: Sequence[Telling], sets: _Sets) -> None:
    """The same date (or none), the same action, two people or places shared."""
    first: dict[_Key, int] = {}
    for number, telling in enumerate(tellings):
        for who in _pairs(telling):
            sets.join(first.setdefault((telling.value, telling.action, who), number), number)


def _join_single(tellings: Sequence[Telling], sets: _Sets) -> None:
    """One name is enough where only one event of that day fits: "Ruiz arrived on Monday"."""
    holders: dict[_Key, set[int]] = defaultdict(set)
    for number, telling in enumerate(tellings):
        for entity in telling.entities[:_MOST]:
            holders[telling.value, telling.action, (entity,)].add(sets.root(number))
    for number, telling in enumerate(tellings):
        if len(telling.entities) == 1 and telling.value:
            roots = {
                sets.root(n) for n in holders[telling.value, telling.action, telling.entities]
            }
            _join_only(number, roots, sets)


def _join_inside(tellings: Sequence[Telling], sets: _Sets) -> None:
    """A day inside a week, a week inside a month: where only one event of the longer time fits."""
    holders: dict[_Key, set[int]] = defaultdict(set)
    coarse = []
    for number, telling in enumerate(tellings):
        for value in _longer(telling.value):
            for who in _pairs(telling):
                holders[value, telling.action, who].add(number)
        if telling.value and precision_of(telling.value) != "day":
            coarse.append((_length(telling.value), number))
    for _, number in sorted(coarse):
        telling = tellings[number]
        keys = [(telling.value, telling.action, who) for who in _pairs(telling)]
        _join_only(number, {sets.root(n) for key in keys for n in holders.get(key, ())}, sets)


def _join_neighbours(tellings: Sequence[Telling], sets: _Sets) -> None:
    """The same on Monday by one article, on Tuesday by another: one event whose dates conflict."""
    days: dict[tuple[int, str, _Who], list[int]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        day = _day(telling)
        for who in _pairs(telling) if day else ():
            days[day, telling.action, who].append(number)
    articles: dict[int, set[str]] = defaultdict(set)
    for number, telling in enumerate(tellings):
        articles[sets.root(number)].add(telling.passage.article)
    for (day, action, who), numbers in sorted(days.items()):
        for number in numbers:
            for other in days.get((day + 1, action, who), ())[:1]:
                one, two = sets.root(number), sets.root(other)
                if one != two and not articles[one] & articles[two]:
                    sets.join(one, two)
                    articles[sets.root(one)] = articles[one] | articles[two]


def _join_undated(tellings: Sequence[Telling], sets: _Sets) -> None:
    """A telling without a date joins the one dated event that fits."""
    holders: dict[tuple[str, _Who], set[int]] = defaultdict(set)
    for number, telling in enumerate(tellings):
        for who in _pairs(telling) if telling.value else ():
            holders[telling.action, who].add(number)
    for number, telling in enumerate(tellings):
        if telling.value is None:
            keys = [(telling.action, who) for who in _pairs(telling)]
            _join_only(number, {sets.root(n) for key in keys for n in holders.get(key, ())}, sets)


def _join_only(number: int, roots: set[int], sets: _Sets) -> None:
    others = roots - {sets.root(number)}
    if len(others) == 1:
        sets.join(number, others.pop())


def _pairs(telling: Telling) -> Iterator[_Who]:
    return combinations(sorted(telling.entities[:_MOST]), 2)


def _longer(value: str | None) -> tuple[str, ...]:
    """The weeks, months, quarters, years … that the date lies in."""
    period = period_of(value) if value else None
    if period is None:
        return ()
    names = {named(unit, period.first) for unit in _UNITS} - {value}
    return tuple(name for name in sorted(names) if _holds(name, period))


def _holds(name: str, period: Period) -> bool:
    longer = period_of(name)
    return longer is not None and longer.holds(period)


def _length(value: str) -> int:
    period = period_of(value)
    return period.days if period else 0


def _day(telling: Telling) -> int:
    period = period_of(telling.value) if telling.value else None
    return period.first.toordinal() if period and period.days == 1 else 0
