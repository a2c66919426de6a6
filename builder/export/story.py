"""The whole dossier as plain data: the contract of `data/dossier.json`, in the dossier's order."""

from typing import Annotated

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
    return {
        "schema": SCHEMA,
        "title": dossier.title,
        "articles": [article_row(record) for record in dossier.articles],
        "lineages": [lineage_row(lineage) for lineage in dossier.lineages],
        "people": [entity_row(person) for person in dossier.people],
        "organisations": [entity_row(organisation) for organisation in dossier.organisations],
        "places": [entity_row(place) for place in dossier.places],
        "outlets": [outlet_row(outlet) for outlet in dossier.outlets],
        "ambiguous": [ambiguous_row(name) for name in dossier.ambiguous],
        "quotes": [quote_row(quote) for quote in dossier.quotes],
        "utterances": [utterance_row(said) for said in dossier.utterances],
        "claims": [claim_row(claim) for claim in dossier.claims],
        "events": [event_row(event) for event in dossier.events],
        "relations": [relation_row(relation) for relation in dossier.relations],
    }
