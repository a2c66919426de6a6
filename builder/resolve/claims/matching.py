"""How likely two statements tell one fact: the statements of a story in, probabilities out.

A logistic regression over the named features, learned from annotated stories
(`benchmarks/claims.py`, `data/claim_weights.yml`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from builder.resolve.arrays import Numbers, Table
from builder.resolve.claims.bags import STORY
from builder.resolve.claims.comparable import ComparableStatement
from builder.resolve.claims.contrast import PARALLEL, contrast, is_office_beside_deed
from builder.resolve.claims.features import FEATURES, SHARED, Comparison
from builder.resolve.claims.occasions import far_apart
from builder.resolve.regression import Model, model_of, probabilities_of

LIKELY = 0.3
"""Probability above which a claim is shown beside another: most tell the same, or more of it."""
# of two articles that may tell of two happenings, of an office and a deed: beside, never joined
_DOUBTED = 0.31


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Matches:
    """The pairs of a story worth comparing, in order, each with its probability."""

    ones: Numbers
    others: Numbers
    likely: Table
    """0 to 1: that both tell one fact; 0 for two parallel facts."""
    shared: Table
    """0 to 1: how much of their words they share."""

    def pairs(self) -> Iterator[tuple[int, int]]:
        """The two statements of each pair."""
        return zip(self.ones.tolist(), self.others.tolist(), strict=True)


def matched(statements: Sequence[ComparableStatement]) -> Matches:
    """The pairs of different articles that share rare words or mean alike."""
    ones, others, tables = compared(statements)
    in_story = len(statements) > STORY  # headlines need no verb to tell a deed
    found, shared, start = [np.zeros(0)], [np.zeros(0)], 0
    for table in tables:
        likely = probabilities(table)
        shared.append(table[:, SHARED].copy())  # not a view, which would hold the table
        for row in np.flatnonzero(likely > LIKELY).tolist():
            one, other = statements[ones[start + row]], statements[others[start + row]]
            if table[row, SHARED] > PARALLEL and contrast(one, other):
                likely[row] = 0.0
            elif far_apart(one.article_days, other.article_days) or (
                in_story and is_office_beside_deed(one, other)
            ):
                likely[row] = _DOUBTED
        found.append(likely)
        start += len(table)
    return Matches(
        ones=ones, others=others, likely=np.concatenate(found), shared=np.concatenate(shared)
    )


def compared(
    statements: Sequence[ComparableStatement],
) -> tuple[Numbers, Numbers, Iterator[Table]]:
    """The pairs, and a row of `FEATURES` for each: some pairs at a time, so that memory holds."""
    comparison = Comparison(statements, [one.around.text for one in statements])
    ones, others = comparison.candidates()
    return ones, others, comparison.tables(ones, others)


def probabilities(table: Table) -> Table:
    """For each row the probability, 0 to 1, that both tell the same."""
    return probabilities_of(table, _weights())


def _weights() -> Model:
    return model_of("claim_weights", FEATURES)
