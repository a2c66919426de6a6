"""Which statements are worth comparing: terms in, pairs out, in near-linear time.

Each statement files itself under every pair of its rarest terms and under what it tells (verb and
object); under one key only neighbours in the order given are paired, so that a thousand copies of
one sentence cost a thousand comparisons, not a million.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, product
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from builder.resolve.claims.terms import Terms

RAREST = 8  # terms of a statement that file it; two rewrites share two of eight almost always
DEEDS = 6  # pairs of verb and object that file it as well: "sign agreement" in a long sentence
NEIGHBOURS = 10  # under one key
_TELLS = 0.5  # weight of a term that carries meaning


def candidate_pairs(terms: Sequence[Terms], weight: Callable[[str], float]) -> NDArray[np.int64]:
    """Pairs `(i, j)`, `i < j`, of statements that share two rare terms, or a deed."""
    filed = [(key, number) for number, own in enumerate(terms) for key in _keys(own, weight)]
    if not filed:
        return np.empty((0, 2), dtype=np.int64)
    keys = np.array([key for key, _ in filed], dtype=np.uint64)
    holders = np.array([number for _, number in filed], dtype=np.int64)
    order = np.lexsort((holders, keys))
    keys, holders = keys[order], holders[order]
    total, found = np.int64(len(terms)), np.empty(0, dtype=np.int64)
    for distance in range(1, NEIGHBOURS + 1):
        same = keys[:-distance] == keys[distance:]
        pairs = holders[:-distance][same] * total + holders[distance:][same]
        found = np.union1d(found, pairs)
    return np.stack((found // total, found % total), axis=1)


def _keys(own: Terms, weight: Callable[[str], float]) -> Iterator[int]:
    rarest = sorted(own.all, key=lambda term: (-weight(term), term))[:RAREST]
    deeds = [
        pair
        for pair in product(sorted(own.predicate), sorted(own.object & own.told))
        if pair[0] != pair[1] and min(map(weight, pair)) >= _TELLS
    ]
    pairs = {tuple(sorted(pair)) for pair in (*combinations(rarest, 2), *deeds[:DEEDS])}
    for one, other in sorted(pairs):
        yield (crc32(one.encode()) << 32) | crc32(other.encode())
    if len(own.all) == 1:
        yield crc32(own.all[0].encode())
