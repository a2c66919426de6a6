"""The arrays in which the pairs of a story are compared, by what they hold."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]
"""Measures: one for each pair, or a row of them."""
Numbers = NDArray[np.int64]
"""Statements, texts or articles by number; pairs of them as two columns."""


_AT_ONCE = 20_000  # pairs of vectors that are multiplied at a time


def cosines(vectors: NDArray[np.floating], ones: Numbers, others: Numbers) -> Table:
    """For each pair of rows, of length one each, their cosine."""
    found = np.zeros(len(ones))
    for start in range(0, len(ones), _AT_ONCE):
        rows = slice(start, start + _AT_ONCE)
        sides = (vectors[side[rows]].astype(np.float32, copy=False) for side in (ones, others))
        found[rows] = np.einsum("ij,ij->i", *sides)
    return found


def by_number(numbers: Numbers) -> Iterator[tuple[int, Numbers]]:
    """Each number with the places where it stands."""
    order = np.argsort(numbers, kind="stable")
    cuts = np.flatnonzero(np.diff(numbers[order])) + 1
    for rows in np.split(order, cuts):
        if len(rows):
            yield int(numbers[rows[0]]), rows
