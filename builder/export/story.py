"""The whole dossier as plain data: the contract of `data/dossier.json`, in the dossier's order."""

from collections.abc import Iterable, Iterator
from typing import Annotated, cast

from pydantic import Field
from typing_extensions import TypedDict

from builder.export.articles import ArticleRow, LineageRow, article_row, lineage_row
from builder.export.claims import ClaimRow, claim_row
from builder.export.entities import (
    AmbiguousRow,
    EntityRow,
    OutletRow,
    ambiguous_row,
    entity_row,
    outlet_row,
)
from builder.export.events import EventRow, RelationRow, event_row, relation_row
from builder.export.passages import Id
from builder.export.speech import QuoteRow, UtteranceRow, quote_row, utterance_row
from builder.model.dossier import Dossier

SCHEMA = 1


class DossierRow(TypedDict):
    """Everything that the pages show of one story."""

    schema: Annotated[int, Field(ge=1)]
    """The contract's number; it grows when a key changes its meaning."""
    title: str
    """The story's title, as its editor gives it."""
    articles: list[ArticleRow]
    """What was read."""
    lineages: list[LineageRow]
    """Which articles descend from one report."""
    people: list[EntityRow]
    """The people named."""
    organisations: list[EntityRow]
    """The organisations named; outlets are no organisations."""
    places: list[EntityRow]
    """The places named."""
    outlets: list[OutletRow]
    """Publishers of the articles, and outlets cited in them."""
    ambiguous: list[AmbiguousRow]
    """Names that are left open."""
    quotes: list[QuoteRow]
    """Every passage of reported speech."""
    utterances: list[UtteranceRow]
    """Which quotes give the same words."""
    claims: list[ClaimRow]
    """What the articles state."""
    events: list[EventRow]
    """What happened, or is due."""
    relations: list[RelationRow]
    """Who had to do with whom."""


class StoryRow(DossierRow):
    """A line of `dossier resolve`: one story, with all keys of `dossier.json`."""

    story: Id
    """The story's name, as its lines give it."""


def dossier_row(dossier: Dossier) -> DossierRow:
    """The whole contract as plain data, in the dossier's order."""
    parts = dossier_parts(dossier)
    whole = {key: each if isinstance(each, str | int) else list(each) for key, each in parts}
    return cast("DossierRow", whole)


def dossier_parts(dossier: Dossier) -> Iterator[tuple[str, str | int | Iterable[object]]]:
    """The keys of the contract in their order, each with its value, or its rows one by one."""
    yield "schema", SCHEMA
    yield "title", dossier.title
    yield "articles", map(article_row, dossier.articles)
    yield "lineages", map(lineage_row, dossier.lineages)
    yield "people", map(entity_row, dossier.people)
    yield "organisations", map(entity_row, dossier.organisations)
    yield "places", map(entity_row, dossier.places)
    yield "outlets", map(outlet_row, dossier.outlets)
    yield "ambiguous", map(ambiguous_row, dossier.ambiguous)
    yield "quotes", map(quote_row, dossier.quotes)
    yield "utterances", map(utterance_row, dossier.utterances)
    yield "claims", map(claim_row, dossier.claims)
    yield "events", map(event_row, dossier.events)
    yield "relations", map(relation_row, dossier.relations)
