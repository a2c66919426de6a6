"""How likely two statements tell one fact: the table of a story's pairs in, probabilities out.

A logistic regression over the named features, learned from annotated stories
(`benchmarks/claims.py`, `data/claim_weights.yml`).
"""

from functools import cache

import numpy as np

from builder.knowledge import entries
from builder.resolve.claims.arrays import Table
from builder.resolve.claims.features import FEATURES


def probabilities(table: Table) -> Table:
    """For each row the probability, 0 to 1, that both tell the same."""
    weights, base = _weights()
    found: Table = 1 / (1 + np.exp(-(table @ weights + base)))
    return found


@cache
def _weights() -> tuple[Table, float]:
    known = entries("claim_weights")
    return np.array([known["features"][name] for name in FEATURES]), float(known["base"])
