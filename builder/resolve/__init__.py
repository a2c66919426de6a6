"""What all articles of a story hold together: findings in, a dossier out. No spaCy here."""

from collections.abc import Sequence
from dataclasses import replace

from builder.model.article import Article
from builder.model.claims import Claim
from builder.model.dossier import Dossier
from builder.model.entities import Entity, Outlet
from builder.model.findings import Findings
from builder.model.records import ArticleRecord
from builder.overrides import Addressee, Decisions
from builder.permalinks import Permalinks
from builder.resolve.claims import claims_of, with_pages
from builder.resolve.entities import entities_of
from builder.resolve.entities.paging import asserted_as_decided, paged, parted
from builder.resolve.events import events_of
from builder.resolve.events.claims import with_claim, with_claims
from builder.resolve.events.mentions import event_mentions_of
from builder.resolve.events.status import as_of
from builder.resolve.lineages import lineages_of
from builder.resolve.quotes.added import with_added
from builder.resolve.quotes.attribution import quotes_of
from builder.resolve.quotes.clustering import utterances_of
from builder.resolve.quotes.dropped import without_dropped
from builder.resolve.records import records_of, with_credits
from builder.resolve.relations import relations_of
from builder.resolve.times import timexes_of
from builder.resolve.times.publication import inferred_dates
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
    permalinks.reserve(article.id for article in articles)
    findings = with_added(articles, findings, decisions)
    entities = entities_of(articles, findings, decisions, settings, permalinks)
    lineages = lineages_of(articles, findings, entities, permalinks, decisions=decisions)
    inferred = inferred_dates(articles, findings, lineages, entities)
    records = records_of(articles, findings, entities, lineages, inferred)
    records = with_credits(records, decisions, entities)
    published = {record.id: record.dated for record in records}
    timexes = timexes_of(published, findings)
    found_quotes = quotes_of(findings, entities, decisions, permalinks)
    utterances, quotes = utterances_of(found_quotes, permalinks, decisions)
    findings = without_dropped(findings, quotes)
    found_claims = claims_of(findings, records, entities, timexes, decisions, permalinks, lineages)
    claims = with_pages(asserted_as_decided(found_claims, quotes, decisions), settings)
    told = with_claim(as_of(published, event_mentions_of(findings, timexes, entities)), claims)
    dossier = Dossier(
        title=settings.title,
        summary=settings.summary,
        articles=records,
        lineages=lineages,
        people=paged(entities.people, "people", quotes),
        organisations=paged(entities.organisations, "organisations", quotes),
        places=paged(entities.places, "places", quotes),
        outlets=entities.outlets,
        ambiguous=entities.ambiguous,
        quotes=quotes,
        utterances=utterances,
        claims=claims,
        events=with_claims(events_of(told, entities, decisions, permalinks), claims),
        relations=relations_of(findings, quotes, entities, decisions.about(Addressee)),
        times=timexes,
        parted=parted(entities, decisions),
    )
    return replace(dossier, redirects=permalinks.publish(_pages(dossier)))


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
