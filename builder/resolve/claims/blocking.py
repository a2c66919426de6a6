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

from builder.resolve.claims.arrays import Numbers
from builder.resolve.claims.weights import TELLS
from builder.text.terms import Terms

RAREST = 8  # terms of a statement that file it; two rewrites share two of eight almost always
DEEDS = 6  # pairs of verb and object that file it as well: "sign agreement" in a long sentence
NEIGHBOURS = 10  # under one key
FEW = 40  # statements under one key that are all compared


def candidate_pairs(terms: Sequence[Terms], weights: Mapping[str, float]) -> Numbers:
    """Pairs, the smaller number first, sorted, of statements that share two rare terms or a deed.

    One row a pair.
    """
    prints = {term: crc32(term.encode()) for term in weights}
    filed, holding = array("Q"), array("q")
    for number, own in enumerate(terms):
        keys_of_own = _keys(own, weights, prints)
        filed.extend(keys_of_own)
        holding.extend([number] * len(keys_of_own))
    keys, holders = np.array(filed, dtype=np.uint64), np.array(holding, dtype=np.int64)
    order = np.lexsort((holders, keys))
    keys, holders = keys[order], holders[order]
    total, pairs = len(terms), []
    _, places, sizes = np.unique(keys, return_inverse=True, return_counts=True)
    few = sizes[places] <= FEW
    for distance in range(1, FEW):
        same = keys[:-distance] == keys[distance:]
        if distance > NEIGHBOURS:
            same &= few[distance:]
        pairs.append(holders[:-distance][same] * total + holders[distance:][same])
    found = np.unique(np.concatenate(pairs))
    return np.column_stack(np.divmod(found, total))


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
