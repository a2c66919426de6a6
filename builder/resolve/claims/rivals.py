"""Which figures of two articles give one thing two values: pairs of statements in, rivals out.

"Nearly 300 people protested outside", "a rally of about 150 people": what differs is what keeps
such statements apart, so their figures are compared for themselves. A logistic regression over
named features, learned from the differences and updates of annotated stories
(`benchmarks/claims.py`, `data/rival_weights.yml`). Two figures are no rivals where one article
gives both, unless it says that one came after the other.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import log
from operator import itemgetter

import numpy as np

from builder.model.ids import ArticleId
from builder.resolve.arrays import Table
from builder.resolve.claims.comparable import ComparableStatement
from builder.resolve.claims.contrast import parted
from builder.resolve.claims.figures import Figure, can_differ, figures_of, is_same, telling
from builder.resolve.claims.matching import Matches
from builder.resolve.claims.occasions import far_apart
from builder.resolve.regression import Model, model_of, probabilities_of
from builder.text.quantities import Quantity

FEATURES = (
    "how likely the statements tell one fact", "shared words", "figures that are nearer",
    "how many times the other", "counts", "durations", "ages", "one toll", "a part in one alone",
    "other people",
)  # fmt: skip
"""What speaks for two figures being rivals, in order."""

RIVALS = 0.7
"""Probability from which two figures are taken for rivals: of 91 such pairs of annotated figures,
each story by weights learned without it, 80 are."""

_LEAST, _MOST = 0.001, 0.999  # probabilities of which the odds are taken
_NEARER = 4  # figures that are nearer: more are no worse
_TIMES = 3.0  # natural logarithm: 20 times
_NOTHING = 0.01  # so that zero has a logarithm
_SUM = 0.001  # relative
_COUNTED = 0.5  # what counting the same is worth beside likelihood and shared words

_FARTHEST_SAME = 0.25  # relative: values farther apart are never told of one
_Unit = tuple[ArticleId, str, str | None]
"""An article, and the kind and unit of some of its quantities."""
Place = tuple[int, int]
"""A statement, and one of its figures that hold, by number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rivals:
    """Two figures that may give one thing two values."""

    one: Place
    other: Place
    pair: int
    """Which of the pairs of matches their statements are."""
    likely: float
    """0 to 1: that they do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Two figures of one unit, and how their statements compare."""

    one: Place
    other: Place
    pair: int
    likely: float
    shared: float
    near: float


def rivals_of(statements: Sequence[ComparableStatement], matches: Matches) -> tuple[Rivals, ...]:
    """The figures that differ, of statements worth comparing; the likeliest rivals first."""
    meetings, table = compared_figures(statements, matches)
    found = [
        Rivals(one=met.one, other=met.other, pair=met.pair, likely=likely)
        for met, likely in zip(meetings, probabilities(table).tolist(), strict=True)
    ]
    return tuple(sorted(found, key=lambda two: (-two.likely, two.one, two.other)))


def compared_figures(
    statements: Sequence[ComparableStatement], matches: Matches
) -> tuple[list[Meeting], Table]:
    """Pairs of figures that differ, and a row of `FEATURES` for each."""
    story = _Story(statements)
    meetings = list(story.meetings(matches))
    near = _nearness(meetings, statements)
    kept = [met for met in meetings if story.may_be_rivals(met.one, met.other)]
    rows = []
    for met in kept:
        nearer = sum(_above(met.near, near[side]) for side in _sides(met, statements))
        known = (_odds(met.likely), met.shared, min(_NEARER, nearer))
        rows.append((*known, *story.features(met.one, met.other)))
    table = np.array(rows, dtype=np.float64).reshape(-1, len(FEATURES))
    return kept, table


def probabilities(table: Table) -> Table:
    """For each row the probability, 0 to 1, that the two are rivals."""
    return probabilities_of(table, _weights())


class _Story:
    """The figures of all statements, read once."""

    def __init__(self, statements: Sequence[ComparableStatement]) -> None:
        self._statements = statements
        self._figures = [figures_of(one) for one in statements]
        self._given: dict[_Unit, list[tuple[float, int, Quantity]]] = defaultdict(list)
        for number, one in enumerate(statements):
            for each in telling(one.quantities):
                self._given[one.article, each.kind, each.unit].append((each.value, number, each))
        for given in self._given.values():
            given.sort(key=itemgetter(0))

    def meetings(self, matches: Matches) -> Iterator[Meeting]:
        """The figures of one unit that two statements worth comparing give."""
        told = zip(matches.pairs(), matches.likely.tolist(), matches.shared.tolist(), strict=True)
        for pair, ((one, other), likely, shared) in enumerate(told):
            mine, yours = self._figures[one].held, self._figures[other].held
            for (place, a), (there, b) in product(enumerate(mine), enumerate(yours)):
                if (a.quantity.kind, a.quantity.unit) == (b.quantity.kind, b.quantity.unit):
                    counted = a.quantity.counted is not None
                    same = counted and a.quantity.counted == b.quantity.counted
                    yield Meeting(
                        one=(one, place),
                        other=(other, there),
                        pair=pair,
                        likely=likely,
                        shared=shared,
                        near=likely + shared + _COUNTED * same,
                    )

    def may_be_rivals(self, one: Place, other: Place) -> bool:
        """Whether they differ, and neither article gives both values, save as before and after."""
        a, b = self._statements[one[0]], self._statements[other[0]]
        if a.adds != b.adds or far_apart(a.article_days, b.article_days):
            return False  # "another two died"; the figures of another happening
        tolls = {self._figure(one).toll, self._figure(other).toll} - {None}
        mine, yours = self._figure(one).quantity, self._figure(other).quantity
        if len(tolls) > 1 or not can_differ(mine, yours) or self._add_up(one, other):
            return False
        if self._holds(other, mine) or self._holds(one, yours):
            return False
        was, is_now = self._tells(other, mine), self._tells(one, yours)
        if was or is_now:
            return not (was and is_now)
        return not (self._gives(other, mine) or self._gives(one, yours))

    def features(self, one: Place, other: Place) -> tuple[float, ...]:
        """What the two figures themselves say of it."""
        mine, yours = self._figure(one), self._figure(other)
        a, b = mine.quantity, yours.quantity
        times = abs(log((abs(a.value) + _NOTHING) / (abs(b.value) + _NOTHING)))
        return (
            min(_TIMES, times),
            a.kind == "count",
            a.kind == "duration",
            a.kind == "age",
            mine.toll is not None and mine.toll == yours.toll,
            a.part != b.part,
            parted(*(self._statements[at].terms.people for at, _ in (one, other))),
        )

    def _add_up(self, one: Place, other: Place) -> bool:
        """Whether they are the parts of one whole: "two of the three failed", "one of three"."""
        parts = self._figure(one).quantity.value + self._figure(other).quantity.value
        wholes = (
            each for at, _ in (one, other) for each in self._figures[at].quantities if each.whole
        )
        return any(abs(parts - whole.value) <= _SUM * whole.value for whole in wholes)

    def _figure(self, place: Place) -> Figure:
        return self._figures[place[0]].held[place[1]]

    def _holds(self, place: Place, value: Quantity) -> bool:
        """Whether the statement of the figure gives the value, too, as one that holds."""
        return any(is_same(value, each) for each in self._figures[place[0]].quantities)

    def _tells(self, place: Place, value: Quantity) -> bool:
        """Whether it gives the value at all: "345 pence, up from 318"."""
        return any(is_same(value, each) for each in telling(self._statements[place[0]].quantities))

    def _gives(self, place: Place, value: Quantity) -> bool:
        """Whether another statement of its article gives the value."""
        article = self._statements[place[0]].article
        given = self._given.get((article, value.kind, value.unit), [])
        reach = _FARTHEST_SAME * abs(value.value) + value.step
        first = bisect_left(given, value.value - reach, key=itemgetter(0))
        last = bisect_right(given, value.value + reach, key=itemgetter(0))
        return any(
            number != place[0] and is_same(value, each) for _, number, each in given[first:last]
        )


def _sides(
    met: Meeting, statements: Sequence[ComparableStatement]
) -> tuple[tuple[Place, ArticleId], tuple[Place, ArticleId]]:
    """Each figure with the article of the other."""
    one, other = (statements[at].article for at, _ in (met.one, met.other))
    return (met.one, other), (met.other, one)


def _nearness(
    meetings: Sequence[Meeting], statements: Sequence[ComparableStatement]
) -> Mapping[tuple[Place, ArticleId], Sequence[float]]:
    """For each figure and other article how near the figures of that article are to it."""
    found: dict[tuple[Place, ArticleId], list[float]] = defaultdict(list)
    for met in meetings:
        for side in _sides(met, statements):
            found[side].append(met.near)
    for near in found.values():
        near.sort()
    return found


def _above(near: float, others: Sequence[float]) -> int:
    """How many of them, which are sorted, are greater."""
    return len(others) - bisect_right(others, near)


def _odds(likely: float) -> float:
    held = min(_MOST, max(_LEAST, likely))
    return log(held / (1 - held))


def _weights() -> Model:
    return model_of("rival_weights", FEATURES)
