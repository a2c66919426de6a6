"""What one resolver adds to another: pages of the quoted, speakers of claims."""

from collections.abc import Sequence
from dataclasses import replace

from builder import links
from builder.model.claims import Claim, Statement
from builder.model.entities import Entity
from builder.model.ids import EntityId
from builder.model.quotes import Quote
from builder.overrides import Decisions, Speaker


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
    ids = decisions.about(Speaker)
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
