"""What one resolver adds to another: pages of the quoted, speakers and events of claims."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from builder import links
from builder.model.dossier import Claim, Entity, Event, Quote, Statement
from builder.model.ids import ArticleId, ClaimId, EntityId
from builder.overrides import Decisions, Speaker

_Told = Mapping[ArticleId, Sequence[tuple[int, int, ClaimId]]]


def paged(
    entities: Sequence[Entity], section: links.Section, quotes: Sequence[Quote]
) -> tuple[Entity, ...]:
    """The entities; whoever is quoted has a page, however seldom named."""
    speakers: set[EntityId | None] = {quote.speaker for quote in quotes}
    return tuple(
        replace(entity, page=links.page_address(section, entity.id))
        if entity.id in speakers
        else entity
        for entity in entities
    )


def asserted_as_decided(
    claims: Sequence[Claim], quotes: Sequence[Quote], decisions: Decisions
) -> tuple[Claim, ...]:
    """The claims; what stands inside a quote whose speaker the editor set is that speaker's."""
    ids = {decision.speaker for decision in decisions.of(Speaker)}
    decided = [quote for quote in quotes if quote.id in ids]
    if not decided:
        return tuple(claims)
    return tuple(
        replace(
            claim,
            statements=tuple(_asserted(statement, decided) for statement in claim.statements),
        )
        for claim in claims
    )


def with_claims(events: Sequence[Event], claims: Sequence[Claim]) -> tuple[Event, ...]:
    """The events, each with the claims whose statements stand where it is told."""
    told: dict[ArticleId, list[tuple[int, int, ClaimId]]] = defaultdict(list)
    for claim in claims:
        for statement in claim.statements:
            place = statement.passage
            told[place.article].append((place.start, place.end, claim.id))
    return tuple(replace(event, claims=_claims_of(event, told)) for event in events)


def _asserted(statement: Statement, decided: Sequence[Quote]) -> Statement:
    for quote in decided:
        within = quote.passage.article == statement.passage.article
        if within and quote.passage.covers(statement.passage):
            return replace(statement, attributed_to=quote.speaker)
    return statement


def _claims_of(event: Event, told: _Told) -> tuple[ClaimId, ...]:
    found = {
        claim
        for telling in event.passages
        for start, end, claim in told.get(telling.passage.article, ())
        if start < telling.passage.end and telling.passage.start < end
    }
    return tuple(sorted(found))
