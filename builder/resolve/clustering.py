"""Numbers joined pair by pair, in near-linear time: which of them belong together."""

from collections import defaultdict


class Clusters:
    """Disjoint sets of the numbers from 0 up to `size`, each alone at first."""

    def __init__(self, size: int) -> None:
        """Leave every number alone."""
        self._parent = list(range(size))

    def join(self, one: int, other: int) -> None:
        """Put the clusters of both numbers together."""
        low, high = sorted((self.root(one), self.root(other)))
        self._parent[high] = low

    def root(self, number: int) -> int:
        """The least number of the cluster that the number is in."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def groups(self) -> tuple[tuple[int, ...], ...]:
        """Every cluster in ascending order, the one with the least number first."""
        found: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self._parent)):
            found[self.root(number)].append(number)
        return tuple(map(tuple, found.values()))
