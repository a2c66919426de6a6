"""How a pair stands among the other pairs of its two articles: likenesses in, columns out."""

from collections.abc import Sequence

import numpy as np

from builder.resolve.arrays import Numbers, Table

STANDING = (
    "nearest from one side", "nearest from both sides",
    "nearer than the next, from one side", "nearer than the next, from both sides",
    "no next", "how alike the two articles are",
)  # fmt: skip
"""The columns of the table, in order."""
_ARTICLES = 500  # whose pairs are ranked at a time, so that memory holds


def standing(articles: Numbers, ones: Numbers, others: Numbers, alike: Table) -> Table:
    """One row for each pair, one column for each of `STANDING`.

    In: the article of each statement by number, the pairs, and how alike each is. A pair is seen
    among all pairs of either statement with the other's article: 1 for the nearest, 1/2 for the
    next, and so on; and how much nearer than the next it is, below zero where it is not the
    nearest: each from the better side, and from the worse. Nothing where the other article has no
    other statement.
    """
    told, total, mine, theirs = np.bincount(articles), len(ones), articles[ones], articles[others]
    near, ahead = np.zeros((2, total)), np.zeros((2, total))
    found = [_NONE]
    for start in range(0, len(told), _ARTICLES):
        first, second = (
            np.flatnonzero((start <= own) & (own < start + _ARTICLES)) for own in (mine, theirs)
        )
        both = np.concatenate([ones[first], others[second]])
        there = np.concatenate([theirs[first], mine[second]])
        groups, values = both * len(told) + there, np.concatenate([alike[first], alike[second]])
        has_next = told[there] > 1
        for column, side in zip((near, ahead), _ranked(groups, values), strict=True):
            column[0, first], column[1, second] = np.split(side * has_next, [len(first)])
        found.append(_from_one_side(articles, told, groups, values))
    return np.column_stack([
        near.max(axis=0), near.min(axis=0), ahead.max(axis=0), ahead.min(axis=0),
        ~((told[mine] > 1) | (told[theirs] > 1)),
        _articles_alike(mine * len(told) + theirs, len(told), found),
    ])  # fmt: skip


_Side = tuple[Numbers, Table]
"""Pairs of articles, `first * articles + second`, sorted, and how near, on average, the first's
statements have their nearest in the second."""
_NONE: _Side = (np.zeros(0, dtype=np.int64), np.zeros(0))


def _from_one_side(articles: Numbers, told: Numbers, groups: Numbers, alike: Table) -> _Side:
    nearest, which = np.unique(groups, return_inverse=True)
    best = np.zeros(len(nearest))
    np.maximum.at(best, which, alike)
    one, other = articles[nearest // len(told)], nearest % len(told)
    pairs, place = np.unique(one * len(told) + other, return_inverse=True)
    near = np.bincount(place, weights=best / told[one], minlength=len(pairs))
    return pairs, near.astype(np.float64)


def _articles_alike(wanted: Numbers, total: int, found: Sequence[_Side]) -> Table:
    """How near, on average, either article's statements have their nearest in the other."""
    pairs, near = (np.concatenate(each) for each in zip(*found, strict=True))
    back = np.searchsorted(pairs, pairs % total * total + pairs // total)
    both = near / 2
    both += both[back]
    alike: Table = both[np.searchsorted(pairs, wanted)]
    return alike


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
