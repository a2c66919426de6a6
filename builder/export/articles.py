"""Articles and lineages as plain data."""

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from builder.export.passages import (
    Count,
    Day,
    Extent,
    Id,
    Name,
    Offset,
    Page,
    day_or_none,
)
from builder.export.why import WhyRow, why_rows
from builder.model.records import ArticleRecord, Lineage, LineageKind


class CreditRow(Extent):
    """A credit that names the wire an article draws on."""

    outlet: Id
    """The id of the outlet credited."""
    inferred: bool
    """Whether no words name it, and the style of the line alone tells."""


class InferredRow(TypedDict):
    """A day of publication that nobody stated."""

    date: Day | None
    """The day that the article and its story point to."""
    evidence: str | None
    """What the inference rests on, in words."""


class ArticleRow(TypedDict):
    """One article: a file of `seeds/`, or a text given to a command."""

    id: Id
    """The article's id; `doc_id` of a text given to a command."""
    file: Name
    """Its file in the dossier's folder."""
    title: str | None
    """As stated by the maintainer, else its headline."""
    outlet: Id | None
    """The id of the outlet that published it."""
    url: str | None
    """The address of the original, as stated."""
    published: Day | None
    """The day of publication, as stated."""
    published_inferred: InferredRow | None
    """The day where it is not stated but can be told."""
    added: Day | None
    """The day on which the maintainer added it."""
    language: Name
    """The code of its language."""
    authors: list[Name]
    """As stated by the maintainer, else the makers of its credit line."""
    credits: list[CreditRow]
    """The wires that its credit lines point to."""
    lineage: Id | None
    """The id of its wire line; `null` where it stands alone and is one independent source."""
    words: Count
    """How many words it has, boilerplate left out."""
    boilerplate: list[Annotated[list[Offset], Field(min_length=2, max_length=2)]]
    """`[start, end]` of what is no part of the report; masked, never cut."""
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    """Of the file's bytes."""
    page: Page
    """The address of its page, relative to the site's root."""


class LineageRow(TypedDict):
    """Articles that descend from one report, or share the words of one statement."""

    id: Id
    """The lineage's id."""
    kind: LineageKind
    """`wire`: together one independent source; `release`: one for the words of a statement."""
    articles: Annotated[list[Id], Field(min_length=1)]
    """The ids of its articles."""
    source: Id | None
    """The id of the outlet that the report goes back to."""
    inferred: bool
    """Whether no credit line names the source; of a release, whether no article tells it."""
    evidence: Name
    """What the lineage rests on, in words."""
    why: list[WhyRow]
    """What joined its articles."""


def article_row(record: ArticleRecord) -> ArticleRow:
    """An article with what resolution added to it."""
    article, metadata = record.article, record.article.metadata
    return {
        "id": record.id,
        "file": article.file,
        "title": record.title,
        "outlet": record.outlet,
        "url": metadata.url,
        "published": day_or_none(record.published),
        "published_inferred": _inferred(record),
        "added": day_or_none(metadata.added),
        "language": metadata.language,
        "authors": list(record.authors),
        "credits": [
            {
                "outlet": credit.outlet,
                "start": credit.passage.start,
                "end": credit.passage.end,
                "inferred": credit.inferred,
            }
            for credit in record.credits
        ],
        "lineage": record.lineage,
        "words": record.words,
        "boilerplate": [list(span) for span in article.boilerplate],
        "sha256": article.sha256,
        "page": record.page,
    }


def lineage_row(lineage: Lineage) -> LineageRow:
    """A lineage with its source."""
    return {
        "id": lineage.id,
        "kind": lineage.kind,
        "articles": list(lineage.articles),
        "source": lineage.source,
        "inferred": lineage.inferred,
        "evidence": lineage.evidence,
        "why": why_rows(lineage.why),
    }


def _inferred(record: ArticleRecord) -> InferredRow | None:
    if record.published_inferred is None:
        return None
    return {
        "date": day_or_none(record.published_inferred),
        "evidence": record.published_evidence,
    }
