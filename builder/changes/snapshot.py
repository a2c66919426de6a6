"""What `published.json` keeps of a dossier: enough to tell what changed, no more."""

from collections import Counter
from collections.abc import Iterable, Mapping
from operator import attrgetter

from builder.changes.wording import short, words_of
from builder.model.claims import Claim
from builder.model.dossier import Dossier
from builder.model.entities import Entity
from builder.model.ids import ArticleId, EntityId, OutletId
from builder.published import (
    Published,
    PublishedArticle,
    PublishedClaim,
    PublishedDifference,
    PublishedEvent,
    PublishedName,
    PublishedQuote,
)


def snapshot_of(dossier: Dossier, brought: tuple[str, ...] = ()) -> Published:
    """The dossier as it will be remembered once it is published, and what it `brought`."""
    outlets = {outlet.id: outlet.name for outlet in dossier.outlets}
    texts = {record.id: record.article.text for record in dossier.articles}
    spoken = Counter(quote.speaker for quote in dossier.quotes if quote.speaker)
    return Published(
        brought=brought,
        articles=articles_of(dossier),
        people=_names(dossier.people, spoken),
        organisations=_names(dossier.organisations, spoken),
        claims=tuple(
            _claim(claim, outlets, texts)
            for claim in sorted(dossier.claims, key=attrgetter("id"))
            if claim.page
        ),
        quotes=tuple(
            PublishedQuote(
                id=quote.id, speaker=quote.speaker, confidence=round(quote.confidence, 2)
            )
            for quote in sorted(dossier.quotes, key=attrgetter("id"))
        ),
        events=tuple(
            PublishedEvent(id=event.id, date=event.date, title=short(event.text))
            for event in sorted(dossier.events, key=attrgetter("id"))
        ),
    )


def articles_of(dossier: Dossier) -> tuple[PublishedArticle, ...]:
    """The articles alone."""
    outlets = {outlet.id: outlet.name for outlet in dossier.outlets}
    return tuple(
        PublishedArticle(
            id=record.id,
            file=record.article.file,
            sha256=record.article.sha256,
            outlet=outlets.get(record.outlet) if record.outlet else None,
            published=record.published,
        )
        for record in sorted(dossier.articles, key=attrgetter("id"))
    )


def differences_of(claim: Claim) -> tuple[PublishedDifference, ...]:
    """Where articles differ on the claim in more than words."""
    return tuple(
        PublishedDifference(kind=found.kind, values=tuple(value.value for value in found.values))
        for found in claim.differences
        if found.kind != "wording"
    )


def told_by(claim: Claim) -> dict[ArticleId, str]:
    """What each article tells of the claim, by its id."""
    told = {
        found.passage.article: " ".join(found.passage.text.split()) for found in claim.statements
    }
    return dict(sorted(told.items()))


def _names(entities: Iterable[Entity], spoken: Counter[EntityId]) -> tuple[PublishedName, ...]:
    return tuple(
        PublishedName(id=entity.id, name=entity.name, quotes=spoken[entity.id])
        for entity in sorted(entities, key=attrgetter("id"))
    )


def _claim(
    claim: Claim, outlets: Mapping[OutletId, str], texts: Mapping[ArticleId, str]
) -> PublishedClaim:
    return PublishedClaim(
        id=claim.id,
        title=short(words_of(claim, texts)),
        articles=tuple(sorted({found.passage.article for found in claim.statements})),
        outlets=tuple(sorted(outlets[id_] for id_ in claim.outlets)),
        sources=claim.independent_sources,
        differences=differences_of(claim),
        updates=tuple(found.value for found in claim.updates),
        told=told_by(claim),
    )
