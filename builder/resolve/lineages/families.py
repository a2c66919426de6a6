"""Articles of one report: links of two in, groups with their evidence out.

Groups are joined over direct links only, and no single weak link makes one group of two: a
resemblance by chance costs one article, not two lineages.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import add

from builder.model.article import Passage
from builder.model.ids import ArticleId
from builder.model.why import Why
from builder.resolve.clustering import Clusters
from builder.resolve.lineages.alignment import Alignment
from builder.resolve.lineages.descent import EXCLUSIVE, Link

_STRONG = 0.9  # probability from which one link is enough to make one group of two
_SHOWN = 4  # links told in the evidence
_RULE = "sentences that follow each other in the same order"


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Articles joined by links, or one alone."""

    articles: tuple[ArticleId, ...]
    links: tuple[Link, ...]

    @property
    def evidence(self) -> tuple[str, ...]:
        """One quote, an exclusive one first; then the strongest links, and how many more."""
        quotes = [link.quote for link in self.links if link.quote]
        quotes.sort(key=lambda quote: not quote.startswith(EXCLUSIVE))
        counts = [link.count for link in self.links if link.count]
        more = len(counts) - _SHOWN
        told = (*quotes[:1], *counts[:_SHOWN])
        return (*told, f"{more} more pairs of articles run alike") if more > 0 else told

    @property
    def why(self) -> tuple[Why, ...]:
        """What joined them."""
        return tuple(link.why for link in self.links)

    @property
    def shared(self) -> tuple[tuple[Passage, Passage], ...]:
        """What two of them have alike."""
        return tuple(pair for link in self.links for pair in link.shared)


def copied(found: Alignment) -> Link:
    """The link of an article with what it copies."""
    (one, other), *_ = found.pairs
    return Link(
        one=found.article,
        other=found.other,
        probability=1.0,
        quote="",
        count=f"{len(found.pairs)} of {found.of} sentences of {found.article} follow those of "
        f"{found.other} in the same order",
        shared=tuple((left.passage, right.passage) for left, right in found.pairs),
        why=Why(one=one.passage, other=other.passage, rule=_RULE, score=found.likeness),
    )


def families_of(articles: Sequence[ArticleId], links: Sequence[Link]) -> tuple[Family, ...]:
    """Every article in one family, by their first articles."""
    place = {article: number for number, article in enumerate(articles)}
    sizes = Clusters([1] * len(articles), merge=add)
    ranked = sorted(links, key=lambda link: (-link.probability, link.one, link.other))
    weak = [link for link in ranked if link.probability < _STRONG]
    for link in ranked:
        if link.probability >= _STRONG:
            sizes.join(place[link.one], place[link.other], link.why.rule, link.probability)
    while _join_weakly(weak, place, sizes):
        pass
    joined: dict[int, list[Link]] = defaultdict(list)
    for link in ranked:
        root = sizes.root(place[link.one])
        if root == sizes.root(place[link.other]):
            joined[root].append(link)
    return tuple(
        Family(articles=tuple(articles[number] for number in group), links=tuple(joined[group[0]]))
        for group in sizes.groups()
    )


def _join_weakly(
    links: Sequence[Link], place: Mapping[ArticleId, int], sizes: Clusters[int]
) -> bool:
    """Join what one weak link to a single article or two links between groups allow, once over."""

    def ends(link: Link) -> frozenset[int]:
        return frozenset({sizes.root(place[link.one]), sizes.root(place[link.other])})

    between = Counter(map(ends, links))
    joined = False
    for link in links:
        roots = ends(link)
        if len(roots) > 1 and (between[roots] > 1 or min(map(sizes.summary, roots)) == 1):
            sizes.join(place[link.one], place[link.other], link.why.rule, link.probability)
            joined = True
    return joined
