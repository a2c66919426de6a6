"""Which statements say the same: statements in, groups of them out.

Statements that repeat each other word for word are one from the start. Then the likeliest pairs
join first, and two groups become one where their pairs are likelier than not on average (average
linkage). Last come those that give one thing two values, which their words keep apart. An article
tells a fact once: two statements of one article share a claim only where they repeat each other.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from builder.model.ids import ArticleId
from builder.model.why import Why
from builder.resolve.arrays import Table
from builder.resolve.claims.bags import STORY
from builder.resolve.claims.comparable import ComparableStatement
from builder.resolve.claims.figures import FigurePairs
from builder.resolve.claims.matching import LIKELY, Matches, matched
from builder.resolve.claims.occasions import far_apart
from builder.resolve.claims.rivals import RIVALS, Rivals, rivals_of
from builder.resolve.clustering import Clusters
from builder.resolve.linkage import Linkage

_SURE = 0.7  # probability above which two statements are taken to tell the same
_SURE_OF_FEW = 0.8  # the same where too few statements tell what is common in the story
_LIKELIER = 0.52  # mean probability of all pairs of two groups above which they may be one
_NOT_COMPARED = 0.12  # probability of a pair that neither shares a rare word nor means alike


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Indexes of the statements that say the same, and what joined them."""

    members: tuple[int, ...]
    why: tuple[Why, ...] = ()
    near: tuple[tuple[int, int, float], ...] = ()
    """A statement of its own, one of another group that probably says the same, or more or less
    of it, and how likely; the likeliest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """What a story's statements tell together."""

    groups: tuple[Group, ...]
    """The statements that say the same; each in exactly one group."""
    rivals: FigurePairs
    """Figures that give one thing two values, whether their statements met in a group or not."""


def grouped(statements: Sequence[ComparableStatement]) -> Grouping:
    """The statements by what they say."""
    distinct = _copies(statements)
    firsts = [statements[numbers[0]] for numbers in distinct]
    articles = [frozenset(statements[number].article for number in own) for own in distinct]
    matches = matched(firsts)
    rivals = rivals_of(firsts, matches)
    clusters = _clusters(matches, rivals, articles)
    near = _near(matches, clusters)
    why = clusters.why([statement.passage for statement in firsts])
    groups = (
        Group(
            members=tuple(sorted(chain.from_iterable(distinct[place] for place in places))),
            why=why.get(places[0], ()),
            near=tuple(
                (distinct[own][0], distinct[other][0], likely)
                for own, other, likely in near.get(places[0], ())
            ),
        )
        for places in clusters.groups()
    )
    return Grouping(
        groups=tuple(sorted(groups, key=lambda group: group.members)),
        rivals={
            frozenset((firsts[at].key, place) for at, place in (pair.one, pair.other)): pair.likely
            for pair in rivals
            if pair.likely >= RIVALS
        },
    )


def _copies(statements: Sequence[ComparableStatement]) -> list[list[int]]:
    """Those that repeat each other word for word in articles about one matter, by their words."""
    copies: dict[str, list[list[int]]] = defaultdict(list)
    for number, statement in enumerate(statements):
        for told in copies[statement.key]:
            if not far_apart(statement.article_days, statements[told[0]].article_days):
                told.append(number)
                break
        else:
            copies[statement.key].append([number])
    return [told for key in sorted(copies) for told in copies[key]]


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
    matches: Matches, rivals: Sequence[Rivals], articles: Sequence[frozenset[ArticleId]]
) -> Clusters[_Shared]:
    """All statements, once every pair that is sure enough had its chance, the surest first.

    Rivals come last; of their groups only the statements count that give such figures.
    """
    alone = [_Shared(members=[number], articles=set(own)) for number, own in enumerate(articles)]
    found = Clusters(
        alone, merge=_merged, may_join=lambda one, other: one.articles.isdisjoint(other.articles)
    )

    def join(pairs: Iterable[tuple[int, int, float]], linkage: Linkage, why: str) -> None:
        for one, other, likely in pairs:
            mine, yours = found.summary(one), found.summary(other)
            if mine is not yours and linkage.between(mine.members, yours.members) > _LIKELIER:
                found.join(one, other, why, likely)

    total = len(articles)
    likely = _with_rivals(matches, rivals)
    told = Linkage(matches.ones, matches.others, likely, total=total, unknown=_NOT_COMPARED)
    sure = _SURE if total > STORY else _SURE_OF_FEW
    join(_likeliest(matches, sure), told, "told alike, by a trained comparison")
    figures = [(pair.one[0], pair.other[0], pair.likely) for pair in rivals]
    ones, others, likely = np.array(figures).reshape(-1, 3).T
    valued = Linkage(
        ones.astype(np.int64), others.astype(np.int64), likely, total=total, unknown=None
    )
    surest = (pair for pair in figures if pair[2] >= RIVALS)
    join(surest, valued, "two values of one figure, by a trained comparison")
    join(_likeliest(matches, sure), told, "told alike, by a trained comparison")  # once more
    return found


def _with_rivals(matches: Matches, rivals: Sequence[Rivals]) -> Table:
    """How likely the pairs tell one fact, or give it two values; parallel facts never do."""
    likely = matches.likely.copy()
    for two in rivals:
        if likely[two.pair]:
            likely[two.pair] = max(likely[two.pair], two.likely)
    return likely


def _likeliest(matches: Matches, least: float) -> Iterator[tuple[int, int, float]]:
    """The pairs that are likelier, with how likely each is, the likeliest first."""
    kept = np.flatnonzero(matches.likely > least)
    for row in kept[np.argsort(-matches.likely[kept], kind="stable")].tolist():
        yield int(matches.ones[row]), int(matches.others[row]), float(matches.likely[row])


def _near(
    matches: Matches, clusters: Clusters[_Shared]
) -> dict[int, list[tuple[int, int, float]]]:
    """For each cluster, by its root, its statements with those of others that are likely enough.

    None of a cluster that holds a parallel fact.
    """
    found: dict[int, list[tuple[int, int, float]]] = defaultdict(list)
    ruled_out = np.flatnonzero(matches.likely == 0)
    pairs = zip(matches.ones[ruled_out].tolist(), matches.others[ruled_out].tolist(), strict=True)
    parallel = {frozenset(map(clusters.root, pair)) for pair in pairs}
    for one, other, likely in _likeliest(matches, LIKELY):
        mine, yours = clusters.root(one), clusters.root(other)
        if mine != yours and frozenset((mine, yours)) not in parallel:
            found[mine].append((one, other, likely))
            found[yours].append((other, one, likely))
    return found
