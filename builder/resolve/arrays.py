"""The arrays in which the pairs of a story are compared, by what they hold."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]
"""Measures: one for each pair, or a row of them."""
Numbers = NDArray[np.int64]
"""Statements, texts or articles by number; pairs of them as two columns."""


def by_number(numbers: Numbers) -> Iterator[tuple[int, Numbers]]:
    """Each number with the places where it stands."""
    order = np.argsort(numbers, kind="stable")
    cuts = np.flatnonzero(np.diff(numbers[order])) + 1
    for rows in np.split(order, cuts):
        if len(rows):
            yield int(numbers[rows[0]]), rows
