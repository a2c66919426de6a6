"""What all articles of a story hold together: findings in, a dossier out. No spaCy here."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from builder import links
from builder.model.article import Article
from builder.model.dossier import (
    ArticleRecord,
    Claim,
    Credit,
    Dossier,
    Entity,
    Event,
    Outlet,
)
from builder.model.findings import Findings, FoundCredit
from builder.model.ids import ArticleId, ClaimId, EntityId, LineageId, OutletId
from builder.overrides import Decisions
from builder.permalinks import Permalinks
from builder.resolve.cast import Cast
from builder.resolve.casting import cast_of
from builder.resolve.claims import claims_of
from builder.resolve.events import events_of
from builder.resolve.lineages import lineages_of
from builder.resolve.published import Inferred, inferred_dates
from builder.resolve.quotes import quotes_of
from builder.resolve.relations import relations_of
from builder.resolve.times import timexes_of
from builder.resolve.utterances import utterances_of
from builder.settings import Settings


def dossier_of(
    articles: Sequence[Article],
    findings: Sequence[Findings],
    *,
    settings: Settings,
    decisions: Decisions,
    permalinks: Permalinks,
) -> Dossier:
    """The resolved story of these articles, whose findings stand in the same order.

    Decisions that matched are marked in `decisions`; new ids and pages are noted in `permalinks`.
    """
    cast = cast_of(articles, findings, decisions, settings, permalinks)
    lineages = lineages_of(articles, findings, cast, permalinks)
    lineage = {article: line.id for line in lineages for article in line.articles}
    outlet = {article: outlet.id for outlet in cast.outlets for article in outlet.articles}
    inferred = inferred_dates(articles, findings, lineages, cast)
    published = {
        article.id: article.metadata.published
        or (inferred[article.id].date if article.id in inferred else None)
        for article in articles
    }
    timexes = timexes_of(published, findings)
    utterances, quotes = utterances_of(
        quotes_of(findings, cast, decisions, permalinks), permalinks
    )
    claims = claims_of(findings, cast, timexes, lineage, outlet, decisions, settings, permalinks)
    events = events_of(findings, timexes, cast, decisions, permalinks)
    speakers = {quote.speaker for quote in quotes} - {None}
    dossier = Dossier(
        title=settings.title,
        summary=settings.summary,
        articles=_with_inferred(_records(articles, findings, cast, lineage, outlet), inferred),
        lineages=lineages,
        people=_paged(cast.people, "people", speakers),
        organisations=_paged(cast.organisations, "organisations", speakers),
        places=_paged(cast.places, "places", speakers),
        outlets=cast.outlets,
        ambiguous=cast.ambiguous,
        quotes=quotes,
        utterances=utterances,
        claims=claims,
        events=_with_claims(events, claims),
        relations=relations_of(findings, quotes, cast),
        times=timexes,
    )
    return replace(dossier, redirects=permalinks.publish(_pages(dossier)))


def _records(
    articles: Sequence[Article],
    findings: Sequence[Findings],
    cast: Cast,
    lineage: Mapping[ArticleId, LineageId],
    outlet: Mapping[ArticleId, OutletId],
) -> tuple[ArticleRecord, ...]:
    return tuple(
        ArticleRecord(
            article=article,
            title=article.title,
            outlet=outlet.get(article.id),
            published=article.metadata.published,
            authors=article.metadata.authors or _makers(found.credits),
            credits=_credits(found.credits, cast),
            lineage=lineage.get(article.id),
            words=len(article.readable.split()),
            page=links.page_address("articles", article.id),
        )
        for article, found in zip(articles, findings, strict=True)
    )


def _with_inferred(
    records: Sequence[ArticleRecord], inferred: Mapping[ArticleId, Inferred]
) -> tuple[ArticleRecord, ...]:
    return tuple(
        replace(record, published_inferred=found.date, published_evidence=found.evidence)
        if (found := inferred.get(record.id))
        else record
        for record in records
    )


def _makers(credits_: Sequence[FoundCredit]) -> tuple[str, ...]:
    names = (" ".join(maker.text.split()) for credit in credits_ for maker in credit.makers)
    return tuple(dict.fromkeys(names))


def _credits(credits_: Sequence[FoundCredit], cast: Cast) -> tuple[Credit, ...]:
    named = {name: outlet.id for outlet in cast.outlets for name in (*outlet.aliases, outlet.name)}
    found = (
        (credit, cast.at(credit.outlet) if credit.outlet else named.get(credit.style or ""))
        for credit in credits_
    )
    return tuple(
        Credit(outlet=OutletId(outlet), passage=credit.passage, inferred=credit.outlet is None)
        for credit, outlet in found
        if outlet is not None
    )


def _paged(
    entities: Sequence[Entity], section: links.Section, speakers: set[EntityId | None]
) -> tuple[Entity, ...]:
    """Whoever is quoted has a page, however seldom named."""
    return tuple(
        replace(entity, page=links.page_address(section, entity.id))
        if entity.id in speakers
        else entity
        for entity in entities
    )


def _with_claims(events: Sequence[Event], claims: Sequence[Claim]) -> tuple[Event, ...]:
    """The events, each with the claims whose statements stand where it is told."""
    told: dict[ArticleId, list[tuple[int, int, ClaimId]]] = defaultdict(list)
    for claim in claims:
        for statement in claim.statements:
            place = statement.passage
            told[place.article].append((place.start, place.end, claim.id))
    return tuple(
        replace(
            event,
            claims=tuple(
                sorted(
                    {
                        claim
                        for telling in event.passages
                        for start, end, claim in told[telling.passage.article]
                        if start < telling.passage.end and telling.passage.start < end
                    }
                )
            ),
        )
        for event in events
    )


def _pages(dossier: Dossier) -> dict[str, str]:
    paged: tuple[ArticleRecord | Entity | Outlet | Claim, ...] = (
        *dossier.articles,
        *dossier.people,
        *dossier.organisations,
        *dossier.places,
        *dossier.outlets,
        *dossier.claims,
    )
    return {item.id: item.page for item in paged if item.page is not None}
