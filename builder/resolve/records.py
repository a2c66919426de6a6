"""Articles with what resolution adds: outlet, credits, lineage, authors, an inferred date."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from builder import links
from builder.model.article import Article
from builder.model.findings import Findings, FoundCredit
from builder.model.ids import ArticleId, OutletId
from builder.model.records import ArticleRecord, Credit, Lineage
from builder.overrides import Decisions
from builder.resolve.entities.index import EntityIndex
from builder.resolve.lineages.decisions import credited_to
from builder.resolve.times.publication import Inferred


def records_of(
    articles: Sequence[Article],
    findings: Sequence[Findings],
    entities: EntityIndex,
    lineages: Sequence[Lineage],
    inferred: Mapping[ArticleId, Inferred],
) -> tuple[ArticleRecord, ...]:
    """One record for each article, in their order."""
    wires = [line for line in lineages if line.kind == "wire"]
    lineage = {article: line.id for line in wires for article in line.articles}
    outlet = {article: outlet.id for outlet in entities.outlets for article in outlet.articles}
    return tuple(
        ArticleRecord(
            article=article,
            title=article.title,
            outlet=outlet.get(article.id),
            published=article.metadata.published,
            published_inferred=dated.date if (dated := inferred.get(article.id)) else None,
            published_evidence=dated.evidence if dated else None,
            authors=article.metadata.authors or _makers(found.credits),
            credits=_credits(found.credits, entities),
            lineage=lineage.get(article.id),
            words=len(article.readable.split()),
            page=links.page_address("articles", article.id),
        )
        for article, found in zip(articles, findings, strict=True)
    )


def with_credits(
    records: Sequence[ArticleRecord], decisions: Decisions, entities: EntityIndex
) -> tuple[ArticleRecord, ...]:
    """The records, with the outlets that the editor says they credit, where a line does so."""
    decided = credited_to([record.id for record in records], decisions, entities)
    return tuple(
        replace(record, credits=tuple(_redirected(record.credits, decided[record.id])))
        if record.id in decided
        else record
        for record in records
    )


def _redirected(credits_: Sequence[Credit], outlet: OutletId | None) -> Iterator[Credit]:
    for credit in credits_[:1]:
        if outlet is not None:
            yield replace(credit, outlet=outlet, inferred=False)


def _makers(credits_: Sequence[FoundCredit]) -> tuple[str, ...]:
    names = (" ".join(maker.text.split()) for credit in credits_ for maker in credit.makers)
    return tuple(dict.fromkeys(names))


def _credits(credits_: Sequence[FoundCredit], entities: EntityIndex) -> tuple[Credit, ...]:
    named = {
        name: outlet.id for outlet in entities.outlets for name in (*outlet.aliases, outlet.name)
    }
    found = (
        (credit, entities.at(credit.outlet) if credit.outlet else named.get(credit.style or ""))
        for credit in credits_
    )
    return tuple(
        Credit(outlet=OutletId(outlet), passage=credit.passage, inferred=credit.outlet is None)
        for credit, outlet in found
        if outlet is not None
    )
