"""Quotes and utterances as plain data."""

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from builder.export.passages import (
    Id,
    Placed,
    Share,
    Span,
    placed,
    span,
    span_or_none,
)
from builder.export.why import WhyRow, why_rows
from builder.model.findings import QuoteKind
from builder.model.quotes import Quote, Utterance


class PieceRow(Span):
    """A quoted part of a mixed quote."""

    utterance: Id | None
    """The id of the utterance that it belongs to by itself."""


class QuoteRow(Placed):
    """A passage of reported speech: the content with its marks, without cue and speaker."""

    id: Id
    """The quote's id."""
    kind: QuoteKind
    """In marks, in the reporter's words, or both."""
    group: Id | None
    """What the parts of a split quote share."""
    pieces: list[PieceRow]
    """The quoted parts of a mixed quote."""
    cue: Span | None
    """The word that reports: "said"."""
    speaker: Id | None
    """The id of whoever speaks: a person, an organisation, a place or an outlet."""
    speaker_mention: Span | None
    """The words that name the speaker: "Ruiz", "he", "the minister"."""
    speaker_inferred: bool
    """Whether the quote stands without a cue of its own, after whoever spoke before."""
    speaker_candidates: list[Id]
    """The two who may have said it, the likelier first, where which of them is left open."""
    addressee: Id | None
    """The id of whoever it is said to."""
    told_to: Id | None
    """The id of the outlet that it was told to."""
    via: Id | None
    """The id of the outlet that relays it."""
    occasion: Span | None
    """Where it was said: "at a forum in Ghent"."""
    utterance: Id | None
    """The id of the utterance that it gives."""
    confidence: Share
    """How sure the quote and its speaker are; 1 where the editor decided."""


class UtteranceRow(TypedDict):
    """One quote as several articles give it."""

    id: Id
    """The utterance's id."""
    quotes: Annotated[list[Id], Field(min_length=1)]
    """The ids of the quotes that give it, or of which a piece does."""
    speaker: Id | None
    """The id of whoever speaks."""
    why: list[WhyRow]
    """What joined its wordings."""


def quote_row(quote: Quote) -> QuoteRow:
    """A quote with who said it, to whom, and by way of whom."""
    return {
        "id": quote.id,
        **placed(quote.passage),
        "kind": quote.kind,
        "group": quote.group,
        "pieces": [
            {**span(piece.passage), "utterance": piece.utterance} for piece in quote.pieces
        ],
        "cue": span_or_none(quote.cue),
        "speaker": quote.speaker,
        "speaker_mention": span_or_none(quote.speaker_mention),
        "speaker_inferred": quote.speaker_inferred,
        "speaker_candidates": list(quote.speaker_candidates),
        "addressee": quote.addressee,
        "told_to": quote.told_to,
        "via": quote.via,
        "occasion": span_or_none(quote.occasion),
        "utterance": quote.utterance,
        "confidence": quote.confidence,
    }


def utterance_row(said: Utterance) -> UtteranceRow:
    """An utterance with its quotes."""
    return {
        "id": said.id,
        "quotes": list(said.quotes),
        "speaker": said.speaker,
        "why": why_rows(said.why),
    }
