"""Logistic regressions whose weights ship as data: named features in, probabilities out."""

from collections.abc import Sequence
from functools import cache

import numpy as np

from builder.knowledge import entries
from builder.resolve.arrays import Table

Model = tuple[Table, float]
"""The weight of each feature, and the base."""


@cache
def model_of(name: str, features: Sequence[str]) -> Model:
    """The weights of a data file, in the order of the features."""
    known = entries(name)
    return np.array([known["features"][one] for one in features]), float(known["base"])


def probabilities_of(table: Table, model: Model) -> Table:
    """For each row of features a probability, 0 to 1."""
    weights, base = model
    found: Table = 1 / (1 + np.exp(-(table @ weights + base)))
    return found
