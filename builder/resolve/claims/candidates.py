"""Which statements are worth comparing: terms in, pairs out, in near-linear time.

Each statement files itself under every pair of its rarest terms; under one key only neighbours in
the order given are paired, so that a thousand copies of one sentence cost a thousand comparisons.
"""

from collections.abc import Callable, Sequence
from itertools import combinations
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

RAREST = 7  # terms of a statement that file it; two rewrites share two of seven almost always
NEIGHBOURS = 10  # under one key; fewer lost true pairs in stories of fifty outlets


def candidate_pairs(
    terms: Sequence[Sequence[str]], weight: Callable[[str], float]
) -> NDArray[np.int64]:
    """Pairs `(i, j)` of statements, `i < j`, that share two rare terms, or their only one."""
    keys, holders = _filed(terms, weight)
    order = np.lexsort((holders, keys))
    keys, holders = keys[order], holders[order]
    total, found = np.int64(max(1, len(terms))), np.empty(0, dtype=np.int64)
    for distance in range(1, NEIGHBOURS + 1):
        same = keys[:-distance] == keys[distance:]
        pairs = holders[:-distance][same] * total + holders[distance:][same]
        found = np.union1d(found, pairs)
    return np.stack((found // total, found % total), axis=1)


def _filed(
    terms: Sequence[Sequence[str]], weight: Callable[[str], float]
) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    keys: list[int] = []
    holders: list[int] = []
    for number, own in enumerate(terms):
        rarest = sorted(own, key=lambda term: (-weight(term), term))[:RAREST]
        codes = sorted(crc32(term.encode()) for term in rarest)
        filed = [(a << 32) | b for a, b in combinations(codes, 2)] or codes
        keys.extend(filed)
        holders.extend([number] * len(filed))
    return np.array(keys, dtype=np.uint64), np.array(holders, dtype=np.int64)
