"""All of one story, resolved: what pages and exports are made from."""

from dataclasses import dataclass
from typing import Literal

from builder.model.article import Passage
from builder.model.claims import Claim
from builder.model.entities import Ambiguous, Entity, Outlet
from builder.model.events import Event, Timex
from builder.model.ids import (
    EntityId,
)
from builder.model.quotes import Quote, Utterance
from builder.model.records import ArticleRecord, Lineage

RelationKind = Literal["spoke to", "met", "answered", "spoke of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Who spoke to, met, answered or spoke of whom."""

    source: EntityId
    target: EntityId
    kind: RelationKind
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """All of it. Every tuple is sorted, so that the same articles give the same bytes."""

    title: str
    summary: str | None
    articles: tuple[ArticleRecord, ...]
    lineages: tuple[Lineage, ...]
    people: tuple[Entity, ...]
    organisations: tuple[Entity, ...]
    places: tuple[Entity, ...]
    outlets: tuple[Outlet, ...]
    ambiguous: tuple[Ambiguous, ...]
    quotes: tuple[Quote, ...]
    utterances: tuple[Utterance, ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    relations: tuple[Relation, ...]
    times: tuple[Timex, ...]
    parted: tuple[tuple[EntityId, ...], ...] = ()
    """Those of whom the editor says that they never are one."""
    redirects: tuple[tuple[str, str], ...] = ()
    """`(old page, page that it leads to now)`, both relative to the site's root."""
