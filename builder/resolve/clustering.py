"""Clustering by joining pairs, unless a veto keeps two clusters apart.

In: pairs, each with the rule and the score that join it. Out: the clusters, and the joins that
made them. What a cluster's members have in common is its summary; the veto reads two of these.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from builder.model.article import Passage
from builder.model.why import Why

_Summary = TypeVar("_Summary")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Join:
    """Two items that were joined, by which rule, and how alike they are where it measures."""

    one: int
    other: int
    rule: str
    score: float | None = None


class Clusters(Generic[_Summary]):
    """Disjoint sets of the numbers from 0 up to the number of summaries, each alone at first."""

    def __init__(
        self,
        summaries: Sequence[_Summary],
        *,
        merge: Callable[[_Summary, _Summary], _Summary],
        may_join: Callable[[_Summary, _Summary], bool] = lambda _one, _other: True,
    ) -> None:
        """Leave every item alone.

        `merge` makes one summary of two, and may change them; `may_join` is the veto.
        """
        self._parent = list(range(len(summaries)))
        self._summaries = list(summaries)
        self._merge = merge
        self._may_join = may_join
        self._joins: list[_Join] = []

    def join(self, one: int, other: int, rule: str, score: float | None = None) -> bool:
        """Put the clusters of both items together, unless they are one or the veto speaks."""
        low, high = sorted((self.root(one), self.root(other)))
        if low == high or not self._may_join(self._summaries[low], self._summaries[high]):
            return False
        self._summaries[low] = self._merge(self._summaries[low], self._summaries[high])
        self._parent[high] = low
        self._joins.append(_Join(one=one, other=other, rule=rule, score=score))
        return True

    def root(self, item: int) -> int:
        """The least item of the cluster that the item is in."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def summary(self, item: int) -> _Summary:
        """The summary of the cluster that the item is in."""
        return self._summaries[self.root(item)]

    def groups(self) -> tuple[tuple[int, ...], ...]:
        """Every cluster in ascending order, the one with the least item first."""
        found: dict[int, list[int]] = defaultdict(list)
        for item in range(len(self._parent)):
            found[self.root(item)].append(item)
        return tuple(map(tuple, found.values()))

    def why(self, passages: Sequence[Passage]) -> dict[int, tuple[Why, ...]]:
        """The joins that made each cluster, by its least item; `passages` are the items' own."""
        found: dict[int, list[Why]] = defaultdict(list)
        for join in self._joins:
            one, other = passages[join.one], passages[join.other]
            why = Why(one=one, other=other, rule=join.rule, score=join.score)
            found[self.root(join.one)].append(why)
        return {root: tuple(whys) for root, whys in found.items()}


def plain_clusters(size: int) -> Clusters[None]:
    """Clusters of so many items that nothing keeps apart."""
    return Clusters([None] * size, merge=lambda _one, _other: None)
