"""What one article holds, as a line of `extract`."""

from collections.abc import Mapping
from typing import Literal

from typing_extensions import TypedDict

from builder.export.passages import Id, Share, Span, TimexValue, span, span_or_none
from builder.model.article import Article
from builder.model.dossier import Dossier
from builder.model.entities import Entity, Outlet
from builder.model.findings import Findings, QuoteKind
from builder.model.ids import EntityId
from builder.model.quotes import Quote
from builder.model.times import TimeType

MentionType = Literal["PERSON", "ORG", "PLACE", "OUTLET"]


class FoundQuoteRow(Span):
    """A passage of reported speech."""

    kind: QuoteKind
    """In marks, in the reporter's words, or both."""
    cue: Span | None
    """The word that reports: "said"."""
    speaker: Span | None
    """The words that name the speaker nearest to the cue: "he"."""
    speaker_name: str | None
    """Who that is; `null` where it cannot be told."""
    confidence: Share
    """How sure the quote and its speaker are."""


class FoundTimeRow(Span):
    """A time expression."""

    type: TimeType
    """The type in TIMEX3."""
    value: TimexValue | None
    """The value in TIMEX3; `null` where it cannot be told."""


class FoundMentionRow(Span):
    """A name."""

    type: MentionType
    """What it names."""
    entity: Id
    """An id that mentions of the same share within the text."""


class FoundStatementRow(Span):
    """A checkable clause."""

    score: Share
    """How checkable it is."""


class FindingsRow(TypedDict):
    """A line of `dossier extract`: one text."""

    doc_id: Id
    """The text's id, as its line gives it."""
    quotes: list[FoundQuoteRow]
    """Every passage of reported speech."""
    times: list[FoundTimeRow]
    """Every time expression."""
    mentions: list[FoundMentionRow]
    """Every name."""
    statements: list[FoundStatementRow]
    """Every checkable clause."""


def findings_row(article: Article, found: Findings, dossier: Dossier) -> FindingsRow:
    """What one article holds, as a line of `extract`; `dossier` is the story of it alone."""
    speakers: tuple[Entity | Outlet, ...] = (
        *dossier.people,
        *dossier.organisations,
        *dossier.places,
        *dossier.outlets,
    )
    names = {item.id: item.name for item in speakers}
    return {
        "doc_id": article.id,
        "quotes": [_quote(quote, names) for quote in dossier.quotes],
        "times": [
            {**span(time.passage), "type": time.type, "value": time.value}
            for time in dossier.times
        ],
        "mentions": _mentions(dossier),
        "statements": [
            {**span(statement.passage), "score": statement.score}
            for statement in found.statements
            if statement.is_checkable
        ],
    }


def _quote(quote: Quote, names: Mapping[EntityId, str]) -> FoundQuoteRow:
    return {
        **span(quote.passage),
        "kind": quote.kind,
        "cue": span_or_none(quote.cue),
        "speaker": span_or_none(quote.speaker_mention),
        "speaker_name": None if quote.speaker is None else names.get(quote.speaker),
        "confidence": quote.confidence,
    }


def _mentions(dossier: Dossier) -> list[FoundMentionRow]:
    named: tuple[tuple[MentionType, tuple[Entity, ...]], ...] = (
        ("PERSON", dossier.people),
        ("ORG", dossier.organisations),
        ("PLACE", dossier.places),
    )
    rows: list[FoundMentionRow] = [
        {**span(mention), "type": kind, "entity": entity.id}
        for kind, entities in named
        for entity in entities
        for mention in entity.mentions
    ]
    rows += [
        {**span(cited.passage), "type": "OUTLET", "entity": outlet.id}
        for outlet in dossier.outlets
        for cited in outlet.citations
    ]
    return sorted(rows, key=lambda row: (row["start"], row["end"], row["type"], row["entity"]))
