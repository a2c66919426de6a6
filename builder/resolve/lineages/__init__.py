"""Which articles descend from one report: articles and findings in, lineages with evidence out.

An article joins a lineage where it copies another, or where rare quotes and sentences that no
third report has make it probable that both are one report: rewritten, or translated and back.
Articles that only tell the same story, or quote the same speech, stay apart. An article with a
wire's credit has a lineage even alone, so that a copy found later joins it. Articles that share a
statement are a lineage of another kind: no report of one origin.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from builder.model.article import Article
from builder.model.findings import Findings
from builder.model.ids import ArticleId, LineageId
from builder.model.records import Lineage
from builder.overrides import Decisions
from builder.permalinks import Candidate, Permalinks
from builder.resolve.entities.index import EntityIndex
from builder.resolve.lineages.alignment import outline_of
from builder.resolve.lineages.comparison import Comparison
from builder.resolve.lineages.copies import copies_among
from builder.resolve.lineages.decisions import credits_decided, links_decided
from builder.resolve.lineages.descent import link_of, weights_that_ship
from builder.resolve.lineages.families import Family, copied, families_of
from builder.resolve.lineages.features import PairFeatures, features_of
from builder.resolve.lineages.releases import Release, releases_in
from builder.resolve.lineages.sources import Source, credited, told_to
from builder.resolve.lineages.telling import telling_of


def lineages_of(
    articles: Sequence[Article],
    findings: Sequence[Findings],
    entities: EntityIndex,
    permalinks: Permalinks,
    weights: Mapping[str, float] | None = None,
    decisions: Decisions | None = None,
) -> tuple[Lineage, ...]:
    """All lineages, by id; an article stands in one wire line at most, and in any releases.

    `weights` are those that ship, but where others are measured. The editor's decisions hold.
    """
    found = {one.article: one for one in findings}
    read = [article for article in sorted(articles, key=_id) if article.id in found]
    credits_ = {article.id: credited(found[article.id], entities) for article in read}
    copies, distinct = copies_among(
        [outline_of(article, found[article.id]) for article in read], credits_
    )
    pairs = _compared(
        [article for article in read if article.id in set(distinct)], found, entities
    )
    likely = (link_of(pair, weights or weights_that_ship()) for pair in pairs)
    known = {frozenset({copy.article, copy.other}) for copy in copies}
    links = [
        *map(copied, copies),
        *(link for link in likely if link and {link.one, link.other} not in known),
    ]
    if decisions is not None:
        links = links_decided(links, found, decisions)
        credits_ = credits_decided(credits_, decisions, entities)
    families = families_of([article.id for article in read], links)
    lines = [one for one in families if len(one.articles) > 1 or credits_[one.articles[0]]]
    sources = [_source(family, found, credits_, entities) for family in lines]
    releases = releases_in(pairs, families, entities)
    return _lineages(lines, sources, releases, credits_, permalinks)


def pairs_of(
    articles: Sequence[Article], findings: Sequence[Findings], entities: EntityIndex
) -> tuple[PairFeatures, ...]:
    """What the weights are learned from: all pairs that are compared, with their features."""
    found = {one.article: one for one in findings}
    return _compared(sorted(articles, key=_id), found, entities)


def _id(article: Article) -> ArticleId:
    return article.id


def _compared(
    articles: Iterable[Article], found: Mapping[ArticleId, Findings], entities: EntityIndex
) -> tuple[PairFeatures, ...]:
    comparison = Comparison(
        [telling_of(article, found[article.id], entities) for article in articles]
    )
    tellings = comparison.tellings
    return tuple(
        features_of(tellings[one], tellings[other], comparison)
        for one, other in comparison.pairs()
    )


def _source(
    family: Family,
    findings: Mapping[ArticleId, Findings],
    credits_: Mapping[ArticleId, Source | None],
    entities: EntityIndex,
) -> Source | None:
    """The wire that a credit names, else whose style one follows, else to whom people spoke."""
    named = [source for article in family.articles if (source := credits_[article]) is not None]
    named.sort(key=lambda source: source.inferred)
    return named[0] if named else told_to(family.shared, findings, entities)


def _lineages(
    lines: Sequence[Family],
    sources: Sequence[Source | None],
    releases: Sequence[Release],
    credits_: Mapping[ArticleId, Source | None],
    permalinks: Permalinks,
) -> tuple[Lineage, ...]:
    candidates = (
        *(_candidate(line.articles) for line in lines),
        *(_candidate(release.articles, "release") for release in releases),
    )
    ids = iter([LineageId(id_) for id_ in permalinks.assign("lineages", candidates)])
    wires = [
        _wire(next(ids), line, source, credits_)
        for line, source in zip(lines, sources, strict=True)
    ]
    shared = [_release(next(ids), release) for release in releases]
    return tuple(sorted(chain(wires, shared), key=lambda lineage: lineage.id))


def _candidate(articles: Sequence[ArticleId], kind: str = "report") -> Candidate:
    prefix = "" if kind == "report" else f"{kind} "
    return Candidate(
        words=f"{kind} {articles[0]}",
        anchors=frozenset(f"{prefix}{article}" for article in articles),
    )


def _wire(
    id_: LineageId,
    family: Family,
    source: Source | None,
    credits_: Mapping[ArticleId, Source | None],
) -> Lineage:
    return Lineage(
        id=id_,
        kind="wire",
        articles=family.articles,
        source=source.outlet if source else None,
        inferred=any(_is_inferred(credits_[article], source) for article in family.articles),
        evidence=_sentence((*family.evidence, *([source.evidence] if source else ()))),
        why=family.why,
    )


def _release(id_: LineageId, release: Release) -> Lineage:
    return Lineage(
        id=id_,
        kind="release",
        articles=release.articles,
        source=None,
        inferred=release.inferred,
        evidence=_sentence((release.evidence,)),
        passages=release.passages,
        why=release.why,
    )


def _sentence(parts: Sequence[str]) -> str:
    told = "; ".join(parts)
    return f"{told[:1].upper()}{told[1:]}."


def _is_inferred(own: Source | None, source: Source | None) -> bool:
    return own is None or source is None or own.inferred or own.outlet != source.outlet
