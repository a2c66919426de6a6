"""In what two statements agree that stands in them as data: numbers, days, persons, denials."""

from collections import Counter
from collections.abc import Callable, Sequence
from math import log

import numpy as np

from builder.resolve.claims.arrays import Numbers, Table
from builder.resolve.claims.comparable import ComparableStatement
from builder.resolve.claims.dates import dates_differ
from builder.text.quantities import Quantity

AGREEMENT = (
    "one number in common", "a number in one alone",
    "rarest number in common", "share of numbers in common",
    "days that fit", "days that differ",
    "the same actor", "other actors", "other people",
    "the same person says it", "said in one alone", "other people say it",
    "denied in one", "one predicate",
)  # fmt: skip
"""The columns of the table, in order."""


class Agreement:
    """The data of the statements of one story, collected once."""

    def __init__(
        self,
        statements: Sequence[ComparableStatement],
        people_differ: Callable[[int, int], bool],
    ) -> None:
        """Take the statements, and what tells whether two of them name other people."""
        self._statements = statements
        self._people_differ = people_differ
        self._values = [frozenset(map(_value, one.quantities)) for one in statements]
        seen = Counter(value for own in self._values for value in own)
        total = len(statements) + 1
        self._rarity = {value: log(total / (count + 0.5)) for value, count in seen.items()}

    def table(self, ones: Numbers, others: Numbers) -> Table:
        """One row for each pair, one column for each of `AGREEMENT`."""
        pairs = zip(ones.tolist(), others.tolist(), strict=True)
        rows = np.array([self._row(*pair) for pair in pairs], dtype=np.float64)
        return rows.reshape(-1, len(AGREEMENT))

    def _row(self, one: int, other: int) -> tuple[float, ...]:
        a, b = self._statements[one], self._statements[other]
        mine, yours = self._values[one], self._values[other]
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
            dated and not differ,
            differ,
            known and a.actor == b.actor,
            known and a.actor != b.actor,
            self._people_differ(one, other),
            said and says == also,
            (says is None) != (also is None),
            said and says != also,
            a.statement.core.negated != b.statement.core.negated,
            not a.terms.predicate.isdisjoint(b.terms.predicate),
        )


def _value(quantity: Quantity) -> tuple[str | None, str]:
    """What "half a million" and "500,000" have in common, and "$5 million" has not."""
    return quantity.unit, f"{quantity.value:.3g}"
