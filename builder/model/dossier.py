"""All of one story, resolved: what pages and exports are made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from builder.model.article import Article, Passage
from builder.model.findings import CitationKind, Modality, QuoteKind
from builder.model.ids import (
    ArticleId,
    ClaimId,
    EntityId,
    EventId,
    LineageId,
    OutletId,
    QuoteId,
    UtteranceId,
)
from builder.model.times import TimeType

EntityKind = Literal["person", "organisation", "place"]
DifferenceKind = Literal["number", "date", "name", "wording"]
HOW_SETTLED: Mapping[Modality, str] = {
    "asserted": "told as a fact",
    "planned": "planned",
    "expected": "expected",
    "possible": "possible",
}
"""Values of a difference in wording that are none of the articles' words."""
RelationKind = Literal["spoke to", "met", "answered", "spoke of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Which wire or agency an article's credit points to."""

    outlet: OutletId
    passage: Passage
    inferred: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRecord:
    """One article with what resolution adds to it."""

    article: Article
    title: str | None
    outlet: OutletId | None
    published: date | None
    authors: tuple[str, ...]
    """Stated by the maintainer, else the makers of its credit line."""
    credits: tuple[Credit, ...]
    lineage: LineageId | None
    """`None`: it stands alone and counts as one independent source."""
    words: int
    page: str
    published_inferred: date | None = None
    """Where `published` is not stated, and the article or its story tell."""
    published_evidence: str | None = None
    """What the inference rests on, in words."""

    @property
    def id(self) -> ArticleId:
        """The article's id."""
        return self.article.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """Articles that descend from one report: together one independent source."""

    id: LineageId
    articles: tuple[ArticleId, ...]
    source: OutletId | None
    inferred: bool
    evidence: str


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A quoted part of a mixed quote, which may be an utterance of its own."""

    passage: Passage
    utterance: UtteranceId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A passage of reported speech, with who said it, to whom, and by way of whom."""

    id: QuoteId
    passage: Passage
    kind: QuoteKind
    group: str | None
    pieces: tuple[Piece, ...]
    cue: Passage | None
    speaker: EntityId | None
    speaker_mention: Passage | None
    speaker_inferred: bool
    addressee: EntityId | None
    told_to: OutletId | None
    via: OutletId | None
    utterance: UtteranceId | None
    confidence: float
    occasion: Passage | None = None
    """Where it was said, in the article's words: "at a forum in Ghent"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """The same quote as several articles give it."""

    id: UtteranceId
    quotes: tuple[QuoteId, ...]
    speaker: EntityId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A checkable clause of one article, with who asserts it."""

    passage: Passage
    attributed_to: EntityId | None
    """`None`: nobody of the story does."""
    via: OutletId | None
    score: float
    reasons: tuple[str, ...]
    asserted_by: Passage | None = None
    """The article's words for who asserts it, where the story does not tell who that is: "police",
    "customs data". With neither of the three the article itself asserts it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceValue:
    """One of the values that the statements of a claim give, and which of them give it."""

    value: str
    statements: tuple[int, ...]
    """Indexes into the claim's `statements`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Where statements of one claim disagree."""

    kind: DifferenceKind
    values: tuple[DifferenceValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The editor's judgement of a claim, with the link that supports it."""

    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Statements of one or more articles that say the same."""

    id: ClaimId
    text: str
    """The most central statement, quoted, or the editor's wording."""
    statements: tuple[Statement, ...]
    outlets: tuple[OutletId, ...]
    independent_sources: int
    differences: tuple[Difference, ...]
    people: tuple[EntityId, ...]
    page: str | None
    note: str | None = None
    verdict: Verdict | None = None
    relayed_by: EntityId | None = None
    """The one named source, a person, a body or an outlet, that each report has it from."""
    relayed_in_words: str | None = None
    """An article's words for that source, where it is nobody of the story: "customs data"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A resolved time expression: TIMEX3 type and value; `None` where it cannot be told."""

    passage: Passage
    type: TimeType
    value: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPassage:
    """One article's telling of an event."""

    passage: Passage
    timex: Timex | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A date that some tellings of an event give, against the others."""

    date: str
    """EDTF."""
    passages: tuple[int, ...]
    """Indexes into the event's `passages`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, or is due, on a date."""

    id: EventId
    date: str | None
    """EDTF; `None` where no telling gives one."""
    status: Literal["past", "planned"]
    text: str
    people: tuple[EntityId, ...]
    places: tuple[EntityId, ...]
    claims: tuple[ClaimId, ...]
    passages: tuple[EventPassage, ...]
    conflicts: tuple[Conflict, ...]


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
    redirects: tuple[tuple[str, str], ...] = ()
    """`(old page, page that it leads to now)`, both relative to the site's root."""
