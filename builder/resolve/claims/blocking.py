"""Which statements are worth comparing: terms in, pairs out, in near-linear time.

Each statement files itself under each of its rarest terms, under every pair of them, and under
what it tells (verb and object). Where few are filed under one key, all of these are paired, else
only neighbours in the order given, so that a thousand copies of one sentence cost a thousand
comparisons, not a million.
"""

from array import array
from collections.abc import Mapping, Sequence
from itertools import combinations, product
from zlib import crc32

import numpy as np

from builder.resolve.arrays import Numbers
from builder.resolve.claims.weights import TELLS
from builder.text.terms import Terms

RAREST = 8  # terms of a statement that file it; two rewrites share two of eight almost always
DEEDS = 6  # pairs of verb and object that file it as well: "sign agreement" in a long sentence
NEIGHBOURS = 10  # under one key
FEW = 40  # statements under one key that are all compared


class Blocking:
    """The statements of one story by the keys that they are filed under."""

    def __init__(self, terms: Sequence[Terms], weights: Mapping[str, float]) -> None:
        """File each statement under its rarest terms, pairs of them, and its deeds."""
        prints = {term: crc32(term.encode()) for term in weights}
        filed, holding = array("Q"), array("i")
        for number, own in enumerate(terms):
            keys_of_own = _keys(own, weights, prints)
            filed.extend(keys_of_own)
            holding.extend([number] * len(keys_of_own))
        keys = np.array(filed, dtype=np.uint64)
        order = np.argsort(keys, kind="stable")  # under one key in the order given
        self._keys = keys[order]
        self._holders = np.array(holding, dtype=np.int32)[order]
        first = np.flatnonzero(np.diff(self._keys, prepend=self._keys[:1] + 1))
        sizes = np.diff(first, append=len(keys))
        self._reach = np.repeat(np.where(sizes <= FEW, FEW, NEIGHBOURS + 1), sizes)
        self._total = len(terms)

    def pairs(self, first: int, end: int) -> Numbers:
        """Pairs that share two rare terms or a deed, and whose first statement is one of these.

        Each once, as `first * total + second`, sorted.
        """
        held = (self._holders >= first) & (self._holders < end)
        places, found = np.flatnonzero(held), [np.zeros(0, dtype=np.int64)]
        for distance in range(1, FEW):
            beside = places + distance
            near = (beside < len(self._keys)) & (self._reach[places] > distance)
            places, beside = places[near], beside[near]
            same = self._keys[places] == self._keys[beside]
            places, beside = places[same], beside[same]
            found.append(self._holders[places] * np.int64(self._total) + self._holders[beside])
        return np.unique(np.concatenate(found))


def _keys(own: Terms, weights: Mapping[str, float], prints: Mapping[str, int]) -> set[int]:
    rarest = sorted(own.all, key=weights.__getitem__, reverse=True)[:RAREST]
    deeds = [
        (verb, thing)
        for verb, thing in product(sorted(own.predicate), sorted(own.object & own.told))
        if verb != thing and weights[verb] >= TELLS and weights[thing] >= TELLS
    ]
    marks = sorted([prints[term] for term in rarest])
    keys = {(low << 32) | high for low, high in combinations(marks, 2)}
    for deed in deeds[:DEEDS]:
        low, high = sorted([prints[term] for term in deed])
        keys.add((low << 32) | high)
    return keys | set(marks)
