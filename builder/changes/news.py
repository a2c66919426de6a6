"""The words of a comparison: what an article brought, what became of people, claims and quotes."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from builder.model.claims import DifferenceKind
from builder.model.ids import ArticleId, ClaimId, EntityId, EventId, QuoteId

ArticleChangeKind = Literal["added", "changed", "renamed", "removed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A value that stands against another one of the same claim, and was not told before."""

    claim: ClaimId
    kind: DifferenceKind
    before: str
    """What was told first."""
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimUpdate:
    """A newer value of a figure that changed."""

    claim: ClaimId
    before: str
    now: str


@dataclass(slots=True, kw_only=True)
class News:
    """What one article brought, or what came without one: by a decision, by a newer builder."""

    people: list[EntityId] = field(default_factory=list)
    """New ones."""
    organisations: list[EntityId] = field(default_factory=list)
    claims: list[ClaimId] = field(default_factory=list)
    """New ones that have a page."""
    confirmed: list[ClaimId] = field(default_factory=list)
    """Claims that have more independent sources than before."""
    contradicted: list[Contradiction] = field(default_factory=list)
    updated: list[ClaimUpdate] = field(default_factory=list)
    events: list[EventId] = field(default_factory=list)
    """New entries of the timeline."""
    withdrawn: list[str] = field(default_factory=list)
    """Titles of claims that no article tells any more."""

    def __bool__(self) -> bool:
        """Whether there is any."""
        return self != News()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleChange:
    """An article that came, changed, got another name or went, and what that brought."""

    id: ArticleId
    kind: ArticleChangeKind
    file: str
    outlet: str | None
    published: date | None
    news: News
    was: str | None = None
    """The file's name before, where it was renamed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Renamed:
    """A person or organisation that has another name now."""

    id: EntityId
    was: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A person, an organisation or a claim that is taken for another one now."""

    was: str
    """Its name or title."""
    into: EntityId | ClaimId


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A quote that is less sure than before, or has another speaker now."""

    quote: QuoteId
    speaker_was: str | None
    """Only where the speaker is another one: the name of the one before, or "nobody"."""
    confidence_was: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Weakened:
    """A claim that has fewer independent sources than before."""

    claim: ClaimId
    before: int
    now: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Redated:
    """An entry of the timeline that has another date now."""

    event: EventId
    was: str | None
    """EDTF."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """All that changed; ids are those of the dossier as it is now."""

    is_first: bool
    """Whether nothing was published before: then everything is new."""
    articles: tuple[ArticleChange, ...] = ()
    """The newest first; those without a day after them, then those that are gone."""
    elsewhere: News = field(default_factory=News)
    """What no article brought that came or changed."""
    renamed: tuple[Renamed, ...] = ()
    merged: tuple[Merged, ...] = ()
    gone: tuple[str, ...] = ()
    """Names of people and organisations that stand in no article any more."""
    doubts: tuple[Doubt, ...] = ()
    weakened: tuple[Weakened, ...] = ()
    settled: tuple[ClaimId, ...] = ()
    """Claims on which articles differed and do not any more."""
    redated: tuple[Redated, ...] = ()
    ended: tuple[str, ...] = ()
    """Titles of entries that are not on the timeline any more."""
    last: tuple[str, ...] = ()
    """What changed with the last publication, in sentences."""

    def __bool__(self) -> bool:
        """Whether anything changed since then."""
        return self != Changes(is_first=self.is_first, last=self.last)
