"""How a pair stands among the other pairs of its two articles: likenesses in, columns out."""

import numpy as np

from builder.resolve.claims.arrays import Numbers, Table


class Standing:
    """The pairs of a story, by the articles of their statements."""

    def __init__(self, articles: Numbers, ones: Numbers, others: Numbers) -> None:
        """Take the article of each statement by number, and the pairs."""
        self._articles, self._ones, self._others = articles, ones, others
        self._there = articles[np.concatenate([others, ones])]
        self._has_next = np.bincount(articles)[self._there] > 1

    def columns(self, alike: Table) -> tuple[Table, ...]:
        """How a pair stands among all pairs of either statement with the other's article.

        1 for the nearest, 1/2 for the next, and so on; and how much nearer than the next it is,
        below zero where it is not the nearest: each from the better side, and from the worse.
        Nothing where the other article has no other statement.
        """
        total = len(alike)
        statements = np.concatenate([self._ones, self._others])
        groups = statements * (self._articles.max(initial=0) + 1) + self._there
        near, ahead = _ranked(groups, np.concatenate([alike, alike]))
        near, ahead = near * self._has_next, ahead * self._has_next
        sides = (near[:total], near[total:]), (ahead[:total], ahead[total:])
        return tuple(pick(*side) for side in sides for pick in (np.maximum, np.minimum))

    def no_next(self) -> Table:
        """Whether neither article has another statement."""
        total = len(self._ones)
        found: Table = (~(self._has_next[:total] | self._has_next[total:])).astype(np.float64)
        return found

    def articles_alike(self, alike: Table) -> Table:
        """How near, on average, either article's statements have their nearest in the other."""
        told = np.bincount(self._articles)
        width = len(told)
        statements = np.concatenate([self._ones, self._others])
        groups, which = np.unique(statements * width + self._there, return_inverse=True)
        best = np.zeros(len(groups))
        np.maximum.at(best, which, np.concatenate([alike, alike]))
        own = self._articles[groups // width]
        total = np.zeros((width, width))
        np.add.at(total, (own, groups % width), best / told[own])
        found: Table = ((total + total.T) / 2)[
            self._articles[self._ones], self._articles[self._others]
        ]
        return found


def _ranked(groups: Numbers, alike: Table) -> tuple[Table, Table]:
    """For each row, by its group: one over its rank, and how far it is ahead of the next."""
    order = np.lexsort((-alike, groups))
    group, value = groups[order], alike[order]
    starts = np.concatenate([[True], group[1:] != group[:-1]]) if len(group) else np.array([])
    first = np.flatnonzero(starts)
    size = np.diff(np.append(first, len(group)))
    rank = np.arange(len(group)) - np.repeat(first, size)
    best = value[first]
    second = np.where(size > 1, value[np.minimum(first + 1, max(len(value) - 1, 0))], 0.0)
    ahead = value - np.where(rank == 0, np.repeat(second, size), np.repeat(best, size))
    near, lead = np.empty(len(group)), np.empty(len(group))
    near[order], lead[order] = 1 / (1 + rank), ahead
    return near, lead
