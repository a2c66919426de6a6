"""In what two statements agree that they hold as data: numbers, days, people, their truth."""

from collections import Counter
from collections.abc import Sequence
from itertools import product
from math import log

import numpy as np

from builder.resolve.arrays import Numbers, Table
from builder.resolve.claims.bags import STORY
from builder.resolve.claims.comparable import ComparableStatement
from builder.resolve.claims.contrast import parted
from builder.resolve.claims.dates import dates_differ
from builder.resolve.claims.tolls import tolls_in
from builder.text.quantities import Quantity, agree

AGREEMENT = (
    "one number in common", "a number in one alone",
    "rarest number in common", "share of numbers in common",
    "numbers in both", "one thing is counted",
    "one number of one thing", "one number of other things",
    "days that fit", "days that differ",
    "the same actor", "other actors", "other people",
    "the same person says it", "said in one alone", "other people say it",
    "denied in one", "one predicate",
    "surer in one", "less than fact in both",
    "one toll", "other tolls",
    "a deed in one alone",
)  # fmt: skip
"""The columns of the table, in order."""

_FACT, _PLAN = 2, 1
_CERTAINTY = {"asserted": _FACT, "attributed": _FACT, "denied": _FACT, "planned": _PLAN}


class Agreement:
    """The data of the statements of one story, collected once."""

    def __init__(self, statements: Sequence[ComparableStatement]) -> None:
        """Take the statements."""
        self._statements = statements
        enough = len(statements) > STORY  # fewer need not tell of one event
        self._tells = [one.statement.core.has_verb or not enough for one in statements]
        self._tolls = [
            tolls_in(one.passage.text, one.quantities) if enough else frozenset()
            for one in statements
        ]
        self._people = [one.terms.people for one in statements]
        self._certain = [_certainty(one) for one in statements]
        self._values = [frozenset(map(_value, one.quantities)) for one in statements]
        seen = Counter(value for own in self._values for value in own)
        total = len(statements) + 1
        self._rarity = {value: log(total / (count + 0.5)) for value, count in seen.items()}

    def one_toll(self, ones: Numbers, others: Numbers) -> Table:
        """For each pair 1 where both give a toll of one kind, in whatever words: else 0."""
        kinds = {kind: 1 << at for at, kind in enumerate(sorted(set().union(*self._tolls)))}
        marks = np.array([sum(kinds[kind] for kind in own) for own in self._tolls], dtype=np.int64)
        found: Table = ((marks[ones] & marks[others]) != 0).astype(np.float64)
        return found

    def table(self, ones: Numbers, others: Numbers) -> Table:
        """One row for each pair, one column for each of `AGREEMENT`."""
        pairs = zip(ones.tolist(), others.tolist(), strict=True)
        rows = np.array([self._row(*pair) for pair in pairs], dtype=np.float64)
        return rows.reshape(-1, len(AGREEMENT))

    def _row(self, one: int, other: int) -> tuple[float, ...]:
        a, b = self._statements[one], self._statements[other]
        mine, yours = self._values[one], self._values[other]
        certain, also_certain = self._certain[one], self._certain[other]
        shared = mine & yours
        dated = bool(a.dates and b.dates)
        differ = dated and dates_differ(a.dates, b.dates)
        known = a.actor is not None and b.actor is not None
        says, also = a.attributed_to, b.attributed_to
        said = says is not None and also is not None
        return (
            bool(shared),
            bool(mine) != bool(yours),
            max([self._rarity[value] for value in shared]) if shared else 0.0,
            len(shared) / len(mine | yours) if shared else 0.0,
            *_counted(a.quantities, b.quantities),
            dated and not differ,
            differ,
            known and a.actor == b.actor,
            known and a.actor != b.actor,
            parted(self._people[one], self._people[other]),
            said and says == also,
            (says is None) != (also is None),
            said and says != also,
            a.statement.core.negated != b.statement.core.negated,
            not a.terms.predicate.isdisjoint(b.terms.predicate),
            certain != also_certain,
            max(certain, also_certain) < _FACT,
            not self._tolls[one].isdisjoint(self._tolls[other]),
            parted(self._tolls[one], self._tolls[other]),
            self._tells[one] != self._tells[other],
        )


def _counted(one: Sequence[Quantity], other: Sequence[Quantity]) -> tuple[bool, ...]:
    """Whether both give numbers, and count the same: "620 workers", "620 of its members"."""
    found = [
        (a.counted == b.counted, agree(a, b) == "same")
        for a, b in product(one, other)
        if a.counted and b.counted
    ]
    return (
        bool(one and other),
        any(thing for thing, _ in found),
        (True, True) in found,
        (False, True) in found,
    )


def _certainty(statement: ComparableStatement) -> int:
    return _CERTAINTY.get(statement.statement.status, 0)


def _value(quantity: Quantity) -> tuple[str | None, str]:
    """What "half a million" and "500,000" have in common, and "$5 million" has not."""
    return quantity.unit, f"{quantity.value:.3g}"
