"""Which statements say the same: statements in, groups of them out.

Statements that repeat each other word for word are one from the start. Then the likeliest pairs
join first, and two groups become one where all their pairs together speak for it more than
against it (greedy correlation clustering). An article tells a fact once: two statements of one
article share a claim only where they repeat each other.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from math import log

import numpy as np

from builder.model.ids import ArticleId
from builder.model.why import Why
from builder.resolve.claims.arrays import Table
from builder.resolve.claims.comparable import ComparableStatement
from builder.resolve.claims.contrast import PARALLEL, contrast
from builder.resolve.claims.features import FEATURES, SHARED, Comparison
from builder.resolve.claims.matching import probabilities
from builder.resolve.clustering import Clusters

SURE = 0.7
"""Probability above which two statements are taken to tell the same."""
LIKELY = 0.3
"""Probability above which a claim is shown beside another: most tell the same, or more of it."""
_CLEAREST = 2.5  # log odds: .92; at 4 a pair as sure as that outvotes two that deny it
_NOT_COMPARED = 0.12  # probability of a pair that neither shares a rare word nor means alike


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Indexes of the statements that say the same, and what joined them."""

    members: tuple[int, ...]
    why: tuple[Why, ...] = ()
    near: tuple[int, ...] = ()
    """Statements of other groups that probably say the same, or more or less of it, the likeliest
    first."""


def groups_of(statements: Sequence[ComparableStatement]) -> tuple[Group, ...]:
    """The statements that say the same; each in exactly one group."""
    copies: dict[str, list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        copies[statement.key].append(number)
    distinct = [copies[key] for key in sorted(copies)]
    firsts = [statements[numbers[0]] for numbers in distinct]
    articles = [frozenset(statements[number].article for number in own) for own in distinct]
    likely = matched(firsts)
    clusters = _clusters(likely, articles)
    near = _near(likely, clusters)
    why = clusters.why([statement.passage for statement in firsts])
    groups = (
        Group(
            members=tuple(sorted(chain.from_iterable(distinct[place] for place in places))),
            why=why.get(places[0], ()),
            near=tuple(distinct[place][0] for place in near.get(places[0], ())),
        )
        for places in clusters.groups()
    )
    return tuple(sorted(groups, key=lambda group: group.members))


def matched(statements: Sequence[ComparableStatement]) -> dict[tuple[int, int], float]:
    """The pairs worth comparing, and how likely each tells one fact; 0 for parallel facts."""
    pairs, table = compared(statements)
    likely = probabilities(table)
    for row in np.flatnonzero((table[:, SHARED] > PARALLEL) & (likely > LIKELY)).tolist():
        one, other = pairs[row]
        if contrast(statements[one], statements[other]):
            likely[row] = 0.0
    return dict(zip(pairs, likely.tolist(), strict=True))


def compared(statements: Sequence[ComparableStatement]) -> tuple[list[tuple[int, int]], Table]:
    """Pairs of different articles that share rare words or mean alike, and a row of table each."""
    comparison = Comparison(statements, [one.around.text for one in statements])
    ones, others = comparison.candidates().T
    if not len(ones):
        return [], np.zeros((0, len(FEATURES)))
    pairs = list(zip(ones.tolist(), others.tolist(), strict=True))
    return pairs, comparison.table(ones, others)


@dataclass(slots=True, kw_only=True)
class _Shared:
    """The statements of one claim so far, and the articles that tell it."""

    members: list[int]
    articles: set[ArticleId]


def _merged(one: _Shared, other: _Shared) -> _Shared:
    smaller, larger = sorted((one, other), key=lambda shared: len(shared.members))
    larger.members.extend(smaller.members)
    larger.articles |= smaller.articles
    return larger


def _clusters(
    likely: dict[tuple[int, int], float], articles: Sequence[frozenset[ArticleId]]
) -> Clusters[_Shared]:
    """All statements, once every pair that is sure enough had its chance, the surest first."""
    speaks: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), probability in likely.items():
        speaks[one][other] = speaks[other][one] = _vote(probability)
    unknown = _vote(_NOT_COMPARED)

    def may_join(one: _Shared, other: _Shared) -> bool:
        if not one.articles.isdisjoint(other.articles):
            return False
        smaller, larger = sorted((one.members, other.members), key=len)
        members = set(larger)
        votes = [
            vote
            for member in smaller
            for against, vote in speaks[member].items()
            if against in members
        ]
        return sum(votes) + unknown * (len(smaller) * len(larger) - len(votes)) > 0

    alone = [_Shared(members=[number], articles=set(own)) for number, own in enumerate(articles)]
    found = Clusters(alone, merge=_merged, may_join=may_join)
    sure = (pair for pair, probability in likely.items() if probability > SURE)
    for one, other in sorted(sure, key=lambda pair: (-likely[pair], pair)):
        found.join(one, other, "told alike, by a trained comparison", likely[one, other])
    return found


def _near(
    likely: dict[tuple[int, int], float], clusters: Clusters[_Shared]
) -> dict[int, list[int]]:
    """For each cluster, by its root, the statements of others that are likely enough.

    None of a cluster that holds a parallel fact.
    """
    found: dict[int, list[int]] = defaultdict(list)
    ruled_out = (pair for pair, probability in likely.items() if not probability)
    parallel = {frozenset(map(clusters.root, pair)) for pair in ruled_out}
    pairs = (pair for pair, probability in likely.items() if probability >= LIKELY)
    for one, other in sorted(pairs, key=lambda pair: (-likely[pair], pair)):
        mine, yours = clusters.root(one), clusters.root(other)
        if mine != yours and frozenset((mine, yours)) not in parallel:
            found[mine].append(other)
            found[yours].append(one)
    return found


def _vote(probability: float) -> float:
    """The log odds, counted from `SURE`, that a pair puts in for joining its two groups."""
    odds = log(max(probability, 1e-9) / max(1 - probability, 1e-9))
    return max(-_CLEAREST, min(_CLEAREST, odds)) - log(SURE / (1 - SURE))
