"""Articles with what resolution adds to them, and lineages: which descend from one report."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from builder.model.article import Article, Passage
from builder.model.ids import (
    ArticleId,
    LineageId,
    OutletId,
)
from builder.model.why import Why

LineageKind = Literal["wire", "release"]


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

    @property
    def dated(self) -> date | None:
        """The day of publication, as stated or as inferred."""
        return self.published or self.published_inferred


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """Articles that descend from one report, or share the words of one statement."""

    id: LineageId
    kind: LineageKind = "wire"
    """`wire`: together one independent source. `release`: one source for the words shared only."""
    articles: tuple[ArticleId, ...]
    source: OutletId | None
    inferred: bool
    evidence: str
    passages: tuple[Passage, ...] = ()
    """Where the articles have the words of the release; none for a wire line."""
    why: tuple[Why, ...] = ()
    """What joined its articles."""
