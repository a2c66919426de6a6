"""What one resolver adds to another: pages of the quoted, speakers of claims."""

from collections.abc import Sequence
from dataclasses import replace

from builder import links
from builder.model.claims import Claim, Statement
from builder.model.entities import Entity
from builder.model.ids import EntityId
from builder.model.quotes import Quote
from builder.overrides import AddedQuote, Decisions, Different, Speaker
from builder.resolve.entities.index import EntityIndex


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


def parted(entities: EntityIndex, decisions: Decisions) -> tuple[tuple[EntityId, ...], ...]:
    """Whom the editor wants apart, as far as they are in the story."""
    named = ((entities.called(name) for name in one.different) for one in decisions.of(Different))
    return tuple(tuple(one for one in ids if one is not None) for ids in named)


def asserted_as_decided(
    claims: Sequence[Claim], quotes: Sequence[Quote], decisions: Decisions
) -> tuple[Claim, ...]:
    """The claims; what stands inside a quote whose speaker the editor set is that speaker's."""
    ids = {*decisions.about(Speaker), *decisions.about(AddedQuote)}
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


def _asserted(statement: Statement, decided: Sequence[Quote]) -> Statement:
    for quote in decided:
        within = quote.passage.article == statement.passage.article
        if within and quote.passage.covers(statement.passage):
            return replace(statement, attributed_to=quote.speaker)
    return statement
