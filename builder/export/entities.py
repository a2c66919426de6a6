"""People, organisations, places and outlets as plain data, and names that are left open."""

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from builder.export.passages import Id, Name, Page, Placed, placed
from builder.export.why import WhyRow, why_rows
from builder.model.entities import Ambiguous, Entity, Outlet
from builder.model.findings import CitationKind

_As = TypedDict(
    "_As",
    {"as": Annotated[CitationKind, Field(description="In what capacity the outlet is cited.")]},
)


class EntityRow(TypedDict):
    """A person, an organisation or a place."""

    id: Id
    """The id: unique in the dossier, and kept from build to build."""
    name: Name
    """The name that the pages show."""
    aliases: list[Name]
    """The other spellings, most used first."""
    role: str | None
    """The role that the editor shows first."""
    roles: list[Placed]
    """Where articles give a role, one passage for each wording."""
    mentions: Annotated[list[Placed], Field(min_length=1)]
    """Where the name stands; no pronouns, no descriptions."""
    note: str | None
    """What is known of the name from elsewhere ("capital of China")."""
    why: list[WhyRow]
    """What joined its names that are not spelled the same."""
    page: Page | None
    """The address of the page; `null` where it has none."""


class CitationRow(Placed, _As):
    """Where an article cites an outlet."""


class OutletRow(TypedDict):
    """Who publishes an article of the story, or is cited in one; never an organisation as well."""

    id: Id
    """The outlet's id."""
    name: Name
    """The name that the pages show."""
    aliases: list[Name]
    """The other spellings, most used first."""
    kind: str | None
    """"news agency", "broadcaster" …, as far as known."""
    country: str | None
    """Where it is at home, as far as known."""
    url: str | None
    """Its address, as far as known."""
    articles: list[Id]
    """The ids of the articles that it published."""
    citations: list[CitationRow]
    """Where articles name it."""
    page: Page
    """The address of its page."""


class AmbiguousRow(Placed):
    """A name that fits several people or things, or none well enough."""

    candidates: list[Id]
    """The ids of those whom it may mean."""


def entity_row(entity: Entity) -> EntityRow:
    """A person, an organisation or a place with its mentions."""
    return {
        "id": entity.id,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "role": entity.role,
        "roles": [placed(role) for role in entity.roles],
        "mentions": [placed(mention) for mention in entity.mentions],
        "note": entity.note,
        "why": why_rows(entity.why),
        "page": entity.page,
    }


def outlet_row(outlet: Outlet) -> OutletRow:
    """An outlet with its articles and citations."""
    return {
        "id": outlet.id,
        "name": outlet.name,
        "aliases": list(outlet.aliases),
        "kind": outlet.kind,
        "country": outlet.country,
        "url": outlet.url,
        "articles": list(outlet.articles),
        "citations": [{**placed(cited.passage), "as": cited.kind} for cited in outlet.citations],
        "page": outlet.page,
    }


def ambiguous_row(name: Ambiguous) -> AmbiguousRow:
    """A name that is left open."""
    return {**placed(name.passage), "candidates": list(name.candidates)}
