"""Which statements say the same: tellings in, groups of them out, in near-linear time.

Statements that repeat each other word for word are one from the start; then the likest pairs join
first, and a pair joins only if what is already joined with either agrees.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from builder.model.ids import ArticleId, LineageId
from builder.model.why import Why
from builder.resolve.claims.blocking import candidate_pairs
from builder.resolve.claims.features import ComparableStatement
from builder.resolve.claims.quantities import dates_differ, numbers_differ
from builder.resolve.claims.similarity import ALIKE, Likeness
from builder.resolve.clustering import Clusters

REPEATED = 0.8  # within an article: below, two sentences on one subject are two facts
_KINSHIP = (
    0.06  # rewrites of one report tell the same facts: less likeness is needed to believe it
)
# "Ruiz scored 12 points", "Roe scored 14": of 49 pairs that differ in a number and score less than
# this above `ALIKE`, in 28 stories, 12 tell one fact; of 92 that score more, most do
_OTHER_NUMBERS = 0.05
_SLACK = 0.1  # how far below the threshold the members of two groups may be on average
_WITNESSES = 5  # members of a group that are asked; a group may have thousands


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Indexes of the tellings that say the same, and what joined them."""

    members: tuple[int, ...]
    why: tuple[Why, ...] = ()


def groups_of(
    tellings: Sequence[ComparableStatement], lineage: Mapping[ArticleId, LineageId]
) -> tuple[Group, ...]:
    """The tellings that say the same; each telling in exactly one group."""
    copies: dict[str, list[int]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        copies[telling.key].append(number)
    distinct = sorted(copies)
    compared = _Comparison(
        [tellings[copies[key][0]] for key in distinct],
        [frozenset(tellings[number].article for number in copies[key]) for key in distinct],
        lineage,
    )
    clusters = compared.clusters()
    why = clusters.why([tellings[copies[key][0]].passage for key in distinct])
    groups = (
        Group(
            members=tuple(
                sorted(number for place in places for number in copies[distinct[place]])
            ),
            why=why.get(places[0], ()),
        )
        for places in clusters.groups()
    )
    return tuple(sorted(groups, key=lambda group: group.members))


@dataclass(slots=True, kw_only=True)
class _Shared:
    """The statements of one claim so far, and one of them for each article."""

    members: list[int]
    articles: dict[ArticleId, int]


def _merged(one: _Shared, other: _Shared) -> _Shared:
    smaller, larger = sorted((other, one), key=lambda shared: len(shared.members))
    larger.members.extend(smaller.members)
    for article, number in smaller.articles.items():
        larger.articles.setdefault(article, number)
    return larger


class _Comparison:
    """Distinct statements, compared where they may say the same."""

    def __init__(
        self,
        tellings: Sequence[ComparableStatement],
        articles: Sequence[frozenset[ArticleId]],
        lineage: Mapping[ArticleId, LineageId],
    ) -> None:
        self._tellings = tellings
        self._articles = articles
        self._likeness = Likeness(tellings)
        self._reports = [
            frozenset(lineage[article] for article in own if article in lineage)
            for own in articles
        ]
        self._alike: dict[tuple[int, int], float] = {}

    def clusters(self) -> Clusters[_Shared]:
        """All statements, once every candidate pair had its chance."""
        alone = [
            _Shared(members=[number], articles=dict.fromkeys(sorted(own), number))
            for number, own in enumerate(self._articles)
        ]
        found = Clusters(alone, merge=_merged, may_join=self._agree)
        for one, other in self._ranked():
            found.join(one, other, "the same said of the same", self._alike[one, other])
        return found

    def _ranked(self) -> list[tuple[int, int]]:
        """The pairs that say the same, the likest first."""
        terms = [telling.terms for telling in self._tellings]
        for one, other in candidate_pairs(terms, self._likeness.weights):
            least = self._threshold(one, other)
            score = self._likeness.score(one, other, least=least)
            if score >= least and not self._likeness.apart(one, other):
                self._alike[one, other] = score
        return sorted(self._alike, key=lambda pair: (-self._alike[pair], pair))

    def _threshold(self, one: int, other: int) -> float:
        related = not self._reports[one].isdisjoint(self._reports[other])
        a, b = self._tellings[one].quantities, self._tellings[other].quantities
        doubt = _OTHER_NUMBERS if a and b and numbers_differ(a, b) else 0.0
        return ALIKE + doubt - (_KINSHIP if related else 0.0)

    def _agree(self, a: _Shared, b: _Shared) -> bool:
        return self._witnesses_agree(a.members, b.members) and self._repeat_where_shared(
            a.articles, b.articles
        )

    def _witnesses_agree(self, a: Sequence[int], b: Sequence[int]) -> bool:
        pairs = [(min(pair), max(pair)) for pair in product(a[:_WITNESSES], b[:_WITNESSES])]
        if any(pair not in self._alike and self._likeness.apart(*pair) for pair in pairs):
            return False
        return sum(map(self._score, pairs)) / len(pairs) >= ALIKE - _SLACK

    def _score(self, pair: tuple[int, int]) -> float:
        found = self._alike.get(pair)
        return self._likeness.score(*pair) if found is None else found

    def _repeat_where_shared(
        self, mine: Mapping[ArticleId, int], yours: Mapping[ArticleId, int]
    ) -> bool:
        """Two statements of one article share a claim only if they repeat each other."""
        if len(mine) > len(yours):
            mine, yours = yours, mine
        return all(
            self._repeats(mine[article], yours[article]) for article in mine if article in yours
        )

    def _repeats(self, one: int, other: int) -> bool:
        first, second = self._tellings[one], self._tellings[other]
        return (
            self._score((min(one, other), max(one, other))) >= REPEATED
            and not numbers_differ(first.quantities, second.quantities)
            and not dates_differ(first.dates, second.dates)
        )
