"""People, organisations, places and outlets of a story, with their mentions."""

from dataclasses import dataclass
from typing import Literal

from builder.model.article import Passage
from builder.model.findings import CitationKind
from builder.model.ids import (
    ArticleId,
    EntityId,
    OutletId,
)
from builder.model.why import Why

EntityKind = Literal["person", "organisation", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, organisation or place that mentions in all articles resolve to."""

    id: EntityId
    kind: EntityKind
    name: str
    aliases: tuple[str, ...]
    """The other spellings seen, most used first."""
    roles: tuple[Passage, ...]
    mentions: tuple[Passage, ...]
    """Names only: not "he", not "the premier"."""
    page: str | None
    note: str | None = None
    """What stands behind the name, from knowledge of the world ("capital of China")."""
    role: str | None = None
    """The role that the editor shows first."""
    why: tuple[Why, ...] = ()
    """What joined its names that are not spelled the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """An outlet cited in an article, and in what capacity."""

    passage: Passage
    kind: CitationKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Who publishes an article, or is cited in one."""

    id: OutletId
    name: str
    aliases: tuple[str, ...]
    kind: str | None
    """"news agency", "broadcaster", …; `None` where nobody stated it."""
    country: str | None
    url: str | None
    articles: tuple[ArticleId, ...]
    citations: tuple[Citation, ...]
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambiguous:
    """A name that fits several people or things, or none well enough."""

    passage: Passage
    candidates: tuple[EntityId, ...]
