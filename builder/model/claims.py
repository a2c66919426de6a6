"""Claims: statements of articles that say the same, and where they differ."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from builder.model.article import Passage
from builder.model.findings import Status
from builder.model.ids import (
    ArticleId,
    ClaimId,
    EntityId,
    OutletId,
)
from builder.model.why import Why

DifferenceKind = Literal["number", "date", "name", "who", "whether", "wording"]
TOLD, DENIED = "told as a fact", "denied"
"""Values of a difference on whether it is so: none of the articles' words."""


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
    status: Status = "asserted"
    """How its clause stands in its sentence."""
    status_words: Passage | None = None
    """The words that make it so; `None` where it is asserted."""


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
class UpdateValue:
    """One value of a figure that changed because the facts did."""

    value: str
    as_of: date
    """The day on which the first article gives it."""
    statements: tuple[int, ...]
    """Indexes into the claim's `statements`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A statement of the claim, one of another claim that may say the same, and how likely."""

    own: Passage
    other: Passage
    likely: float
    """0 to 1."""


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
    sources: tuple[tuple[ArticleId, ...], ...]
    """The articles of each independent source, those of most articles first."""
    differences: tuple[Difference, ...]
    people: tuple[EntityId, ...]
    page: str | None
    updates: tuple[UpdateValue, ...] = ()
    """A figure that changed, the oldest value first; no difference between the statements."""
    related: tuple[ClaimId, ...] = ()
    """Claims that probably tell the same, or more or less of it, the likeliest first: linked, no
    support."""
    near: tuple[Near, ...] = ()
    """Statements of those claims that are near to one of its own, the likeliest first."""
    note: str | None = None
    verdict: Verdict | None = None
    relayed_by: EntityId | None = None
    """The one named source, a person, a body or an outlet, that each report has it from."""
    why: tuple[Why, ...] = ()
    """What joined its statements."""
    relayed_in_words: str | None = None
    """An article's words for that source, where it is nobody of the story: "customs data"."""

    @property
    def independent_sources(self) -> int:
        """How many sources of the claim are independent of one another."""
        return len(self.sources)
