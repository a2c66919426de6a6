"""What all articles of a story hold together: findings in, a dossier out. No spaCy here."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from builder.model.article import Article
from builder.model.dossier import ArticleRecord, Claim, Dossier, Entity, Outlet
from builder.model.findings import Findings
from builder.overrides import Decisions
from builder.permalinks import Permalinks
from builder.resolve.casting import cast_of
from builder.resolve.claims import claims_of, with_pages
from builder.resolve.elapsed import as_of
from builder.resolve.events import events_of
from builder.resolve.joining import asserted_as_decided, paged
from builder.resolve.lineages import lineages_of
from builder.resolve.published import inferred_dates
from builder.resolve.quotes import quotes_of
from builder.resolve.records import records_of
from builder.resolve.relations import relations_of
from builder.resolve.stated import with_claim, with_claims
from builder.resolve.times import timexes_of
from builder.resolve.told import tellings_of
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
    permalinks.reserve(article.id for article in articles)
    cast = cast_of(articles, findings, decisions, settings, permalinks)
    lineages = lineages_of(articles, findings, cast, permalinks)
    inferred = inferred_dates(articles, findings, lineages, cast)
    records = records_of(articles, findings, cast, lineages, inferred)
    published = {record.id: _published(record) for record in records}
    timexes = timexes_of(published, findings)
    found_quotes = quotes_of(findings, cast, decisions, permalinks)
    utterances, quotes = utterances_of(found_quotes, permalinks)
    found_claims = claims_of(findings, records, cast, timexes, decisions, permalinks)
    claims = with_pages(asserted_as_decided(found_claims, quotes, decisions), settings)
    told = with_claim(as_of(published, tellings_of(findings, timexes, cast)), claims)
    dossier = Dossier(
        title=settings.title,
        summary=settings.summary,
        articles=records,
        lineages=lineages,
        people=paged(cast.people, "people", quotes),
        organisations=paged(cast.organisations, "organisations", quotes),
        places=paged(cast.places, "places", quotes),
        outlets=cast.outlets,
        ambiguous=cast.ambiguous,
        quotes=quotes,
        utterances=utterances,
        claims=claims,
        events=with_claims(events_of(told, cast, decisions, permalinks), claims),
        relations=relations_of(findings, quotes, cast),
        times=timexes,
    )
    return replace(dossier, redirects=permalinks.publish(_pages(dossier)))


def _published(record: ArticleRecord) -> date | None:
    return record.published or record.published_inferred


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
