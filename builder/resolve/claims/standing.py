"""How a pair stands among the other pairs of its two articles: likenesses in, columns out."""

import numpy as np

from builder.resolve.arrays import Numbers, Table

STANDING = (
    "nearest from one side", "nearest from both sides",
    "nearer than the next, from one side", "nearer than the next, from both sides",
    "no next", "how alike the two articles are",
)  # fmt: skip
"""The columns of the table, in order."""


def standing(articles: Numbers, ones: Numbers, others: Numbers, alike: Table) -> Table:
    """One row for each pair, one column for each of `STANDING`.

    In: the article of each statement by number, the pairs, and how alike each is. A pair is seen
    among all pairs of either statement with the other's article: 1 for the nearest, 1/2 for the
    next, and so on; and how much nearer than the next it is, below zero where it is not the
    nearest: each from the better side, and from the worse. Nothing where the other article has no
    other statement.
    """
    told, total = np.bincount(articles), len(ones)
    there = articles[np.concatenate([others, ones])]
    groups = np.concatenate([ones, others]) * len(told) + there
    has_next = told[there] > 1
    near, ahead = (found * has_next for found in _ranked(groups, np.tile(alike, 2)))
    return np.column_stack([
        np.maximum(near[:total], near[total:]), np.minimum(near[:total], near[total:]),
        np.maximum(ahead[:total], ahead[total:]), np.minimum(ahead[:total], ahead[total:]),
        ~(has_next[:total] | has_next[total:]),
        _articles_alike(articles, told, groups, np.tile(alike, 2))[:total],
    ])  # fmt: skip


def _articles_alike(articles: Numbers, told: Numbers, groups: Numbers, alike: Table) -> Table:
    """How near, on average, either article's statements have their nearest in the other."""
    nearest, which = np.unique(groups, return_inverse=True)
    best = np.zeros(len(nearest))
    np.maximum.at(best, which, alike)
    one, other = articles[nearest // len(told)], nearest % len(told)
    pairs, place = np.unique(one * len(told) + other, return_inverse=True)
    half = np.bincount(place, weights=best / told[one], minlength=len(pairs)) / 2
    back = np.searchsorted(pairs, pairs % len(told) * len(told) + pairs // len(told))
    found: Table = (half + half[back])[place][which]
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
