"""Which statements mean alike though they share no rare term: vectors in, pairs out, near-linear.

Each statement is paired with those of other articles nearest to it. Where there are many, only
those that lie about the same landmarks are compared.
"""

from collections.abc import Iterator

import numpy as np

from builder.resolve.arrays import Numbers
from builder.text.embeddings import HalfVectors

NEAREST = 40  # for each statement; of 825 pairs that tell one fact 20 find 769, 40 791, 80 815
LEAST = 0.1  # cosine
ALL = 2_000  # statements that are all compared with each other
_LANDMARKS = 2  # that a statement is filed under
_AT_ONCE = 500  # statements compared at a time


def nearest_pairs(vectors: HalfVectors, articles: Numbers) -> Numbers:
    """Pairs of different articles: `first * total + second`, each once, sorted."""
    found = [np.zeros(0, dtype=np.int64)]
    for near in _regions(vectors):
        own = vectors[near].astype(np.float32)
        for some in np.array_split(np.arange(len(near)), len(near) // _AT_ONCE + 1):
            alike = own[some] @ own.T
            alike[articles[near[some]][:, None] == articles[near]] = 0
            most = min(NEAREST, len(near))
            places = np.argpartition(-alike, most - 1, axis=1)[:, :most]
            kept = np.take_along_axis(alike, places, axis=1) > LEAST
            ones, others = np.repeat(near[some], kept.sum(axis=1)), near[places[kept]]
            pairs = np.minimum(ones, others) * len(vectors) + np.maximum(ones, others)
            found.append(np.unique(pairs))
    return np.unique(np.concatenate(found))


def _regions(vectors: HalfVectors) -> Iterator[Numbers]:
    """The statements that lie near one landmark: near one of the statements, evenly picked."""
    total = len(vectors)
    if total <= ALL:
        yield np.arange(total)
        return
    landmarks = vectors[:: ALL // _LANDMARKS].astype(np.float32)
    nearest = np.zeros((total, _LANDMARKS), dtype=np.int32)
    for start in range(0, total, _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        far = -(vectors[some].astype(np.float32) @ landmarks.T)
        nearest[some] = np.argpartition(far, _LANDMARKS - 1, axis=1)[:, :_LANDMARKS]
    for place in range(len(landmarks)):
        yield np.flatnonzero((nearest == place).any(axis=1))
