"""Average linkage: pairs with a probability each in, how likely two groups are one out."""

from collections.abc import Iterator, Sequence

import numpy as np

from builder.resolve.arrays import Numbers, Table


class Linkage:
    """How likely two groups of items are one: the mean of their pairs."""

    def __init__(
        self, ones: Numbers, others: Numbers, likely: Table, *, total: int, unknown: float | None
    ) -> None:
        """Take the pairs, and how many items there are.

        `unknown` is how likely a pair is that is not among them; `None` leaves it out.
        """
        both = np.concatenate([ones, others])
        order = np.argsort(both, kind="stable")
        self._starts = np.searchsorted(both[order], np.arange(total + 1))
        self._others = np.concatenate([others, ones])[order]
        self._likely = np.tile(likely, 2)[order]
        self._unknown = unknown

    def between(self, one: Sequence[int], other: Sequence[int]) -> float:
        """The mean probability, 0 to 1."""
        smaller, larger = sorted((one, other), key=len)
        members = set(larger)
        found = [likely for member in smaller for at, likely in self._of(member) if at in members]
        if self._unknown is None:
            return sum(found) / max(1, len(found))
        total = len(smaller) * len(larger)
        return (sum(found) + self._unknown * (total - len(found))) / total

    def _of(self, item: int) -> Iterator[tuple[int, float]]:
        rows = slice(self._starts[item], self._starts[item + 1])
        return zip(self._others[rows].tolist(), self._likely[rows].tolist(), strict=True)
