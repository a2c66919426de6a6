"""Which articles descend from one report: articles and findings in, lineages with evidence out.

An article joins a lineage when its sentences follow those of another in the same order, through
rewriting and re-translation, or when both credit one wire and share enough of it. Articles that
only tell the same story, or quote the same speech, stay apart. An article with a wire's credit has
a lineage even alone, so that a copy found later joins it.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from builder.model.article import Article
from builder.model.findings import Findings
from builder.model.ids import ArticleId, LineageId
from builder.model.records import Lineage
from builder.permalinks import Candidate, Permalinks
from builder.resolve.clustering import plain_clusters
from builder.resolve.entities.index import EntityIndex
from builder.resolve.lineages.alignment import (
    NEARLY_THE_SAME,
    Alignment,
    Outline,
    aligned,
    outline_of,
    weights_of,
)
from builder.resolve.lineages.sources import Source, credited, told_to

# Rewrites of one report align in 55 % to 75 % of the shorter one's sentences, other reports of the
# same day in 20 % at most.
SHARE = 0.4
SHARE_UNDER_ONE_WIRE = 0.25
_NARRATED = 2  # sentences in the reporters' own words: a shared speech is no shared report
# Short reports of one court case or one accident tell the same facts in much the same order, in up
# to 5 of 8 sentences, alike by .50 to .61; known rewrites in other words have 8 and more at .60.
_SAME_WORDS = 0.66  # likeness from which few sentences are enough
_NARRATED_ANEW = 6
_COMPARED = 4  # articles compared in full with each: those with which it shares most
_HOLDERS = 12  # articles that a pair of terms may point to; beyond, it tells no one apart
_SHOWN = 4  # links told in the evidence


def lineages_of(
    articles: Sequence[Article],
    findings: Sequence[Findings],
    entities: EntityIndex,
    permalinks: Permalinks,
) -> tuple[Lineage, ...]:
    """All lineages, by id; an article stands in one at most."""
    found = {one.article: one for one in findings}
    credits_ = {article: credited(one, entities) for article, one in sorted(found.items())}
    outlines = [
        outline_of(article, found[article.id])
        for article in sorted(articles, key=lambda article: article.id)
        if article.id in found
    ]
    links = _links(outlines, credits_)
    families = [
        family
        for family in _families([outline.article for outline in outlines], links)
        if len(family.articles) > 1 or credits_[family.articles[0]] is not None
    ]
    ids = permalinks.assign("lineages", [_candidate(family) for family in families])
    lineages = (
        _lineage(LineageId(id_), family, _source(family, found, credits_, entities), credits_)
        for id_, family in zip(ids, families, strict=True)
    )
    return tuple(sorted(lineages, key=lambda lineage: lineage.id))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Family:
    """Articles joined by links, or one alone."""

    articles: tuple[ArticleId, ...]
    links: tuple[Alignment, ...]


def _links(
    outlines: Sequence[Outline], credits_: Mapping[ArticleId, Source | None]
) -> list[Alignment]:
    """Alignments that show descent. Each article meets only those that share rare terms with it.

    An article that nearly repeats one already filed is not filed itself: a thousand copies of one
    report are compared with the first, not with each other.
    """
    weights = weights_of(outlines)
    holders: dict[str, list[Outline]] = defaultdict(list)
    links: list[Alignment] = []
    for outline in outlines:
        alignments = [aligned(outline, other, weights) for other in _likely(outline, holders)]
        kin = [found for found in alignments if _shows_descent(found, credits_)]
        links.extend(kin)
        if not any(_repeats(found, outline) for found in kin):
            for feature in sorted(outline.features):
                holders[feature].append(outline)
    return links


def _likely(outline: Outline, holders: Mapping[str, list[Outline]]) -> list[Outline]:
    shared: Counter[ArticleId] = Counter()
    others: dict[ArticleId, Outline] = {}
    for feature in sorted(outline.features):
        near = holders.get(feature, ())
        if len(near) <= _HOLDERS:
            for other in near:
                shared[other.article] += 1
                others[other.article] = other
    ranked = sorted(shared, key=lambda article: (-shared[article], article))
    return [others[article] for article in ranked[:_COMPARED]]


def _shows_descent(found: Alignment, credits_: Mapping[ArticleId, Source | None]) -> bool:
    one, other = credits_[found.article], credits_[found.other]
    under_one_wire = one is not None and other is not None and one.outlet == other.outlet
    if found.share == 1 and found.likeness >= NEARLY_THE_SAME:
        return True
    if under_one_wire:
        return found.share >= SHARE_UNDER_ONE_WIRE and found.narrated >= _NARRATED
    enough = _NARRATED if found.likeness >= _SAME_WORDS else _NARRATED_ANEW
    return found.share >= SHARE and found.narrated >= enough


def _repeats(found: Alignment, outline: Outline) -> bool:
    return found.likeness >= NEARLY_THE_SAME and len(found.pairs) >= NEARLY_THE_SAME * len(
        outline.sentences
    )


def _families(articles: Sequence[ArticleId], links: Sequence[Alignment]) -> tuple[_Family, ...]:
    place = {article: number for number, article in enumerate(articles)}
    clusters = plain_clusters(len(articles))
    for link in links:
        clusters.join(place[link.article], place[link.other], "text reuse", link.likeness)
    joined: dict[int, list[Alignment]] = defaultdict(list)
    for link in links:
        joined[clusters.root(place[link.article])].append(link)
    return tuple(
        _Family(
            articles=tuple(articles[number] for number in group), links=tuple(joined[group[0]])
        )
        for group in clusters.groups()
    )


def _candidate(family: _Family) -> Candidate:
    return Candidate(words=f"report {family.articles[0]}", anchors=frozenset(family.articles))


def _source(
    family: _Family,
    findings: Mapping[ArticleId, Findings],
    credits_: Mapping[ArticleId, Source | None],
    entities: EntityIndex,
) -> Source | None:
    """The wire that a credit names, else whose style one follows, else to whom people spoke."""
    named = [source for article in family.articles if (source := credits_[article]) is not None]
    named.sort(key=lambda source: source.inferred)
    return named[0] if named else told_to(family.links, findings, entities)


def _lineage(
    id_: LineageId,
    family: _Family,
    source: Source | None,
    credits_: Mapping[ArticleId, Source | None],
) -> Lineage:
    told = [
        f"{len(link.pairs)} of {link.of} sentences of {link.article} follow those of {link.other} "
        "in the same order"
        for link in family.links[:_SHOWN]
    ]
    if len(family.links) > _SHOWN:
        told.append(f"{len(family.links) - _SHOWN} more pairs of articles run alike")
    if source is not None:
        told.append(source.evidence)
    evidence = "; ".join(told)
    return Lineage(
        id=id_,
        articles=family.articles,
        source=source.outlet if source else None,
        inferred=any(_is_inferred(credits_[article], source) for article in family.articles),
        evidence=f"{evidence[:1].upper()}{evidence[1:]}.",
    )


def _is_inferred(own: Source | None, source: Source | None) -> bool:
    return own is None or source is None or own.inferred or own.outlet != source.outlet
