"""Which statements mean alike though they share no rare term: vectors in, pairs out, near-linear.

Each statement is paired with those of other articles nearest to it. Where there are many, only
those that lie about the same landmarks are compared.
"""

from collections.abc import Iterator

import numpy as np

from builder.resolve.claims.arrays import Numbers
from builder.text.embeddings import Vectors

NEAREST = 40  # for each statement; of 825 pairs that tell one fact 20 find 769, 40 791, 80 815
LEAST = 0.1  # cosine
ALL = 2_000  # statements that are all compared with each other
_LANDMARKS = 2  # that a statement is filed under
_AT_ONCE = 500  # statements compared at a time


def nearest_pairs(vectors: Vectors, articles: Numbers) -> Numbers:
    """Pairs of different articles, the smaller number first; one row a pair, some twice."""
    found = [np.zeros((0, 2), dtype=np.int64)]
    for near in _regions(vectors):
        for some in np.array_split(near, len(near) // _AT_ONCE + 1):
            alike = vectors[some] @ vectors[near].T
            alike[articles[some][:, None] == articles[near]] = 0
            most = min(NEAREST, len(near))
            places = np.argpartition(-alike, most - 1, axis=1)[:, :most]
            kept = np.take_along_axis(alike, places, axis=1) > LEAST
            ones, others = np.repeat(some, kept.sum(axis=1)), near[places[kept]]
            found.append(np.sort(np.column_stack([ones, others]), axis=1))
    return np.concatenate(found)


def _regions(vectors: Vectors) -> Iterator[Numbers]:
    """The statements that lie near one landmark: near one of the statements, evenly picked."""
    total = len(vectors)
    if total <= ALL:
        yield np.arange(total)
        return
    landmarks = vectors[:: ALL // _LANDMARKS]
    nearest = np.argpartition(-(vectors @ landmarks.T), _LANDMARKS - 1, axis=1)[:, :_LANDMARKS]
    for place in range(len(landmarks)):
        yield np.flatnonzero((nearest == place).any(axis=1))
