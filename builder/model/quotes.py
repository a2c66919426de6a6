"""Quotes with who said them, and utterances: one quote as several articles give it."""

from dataclasses import dataclass

from builder.model.article import Passage
from builder.model.findings import Form, QuoteKind
from builder.model.ids import (
    EntityId,
    OutletId,
    QuoteId,
    UtteranceId,
)
from builder.model.why import Why

LIKELY = 0.5  # below it a quote's speaker is shown as unsure; confidence is calibrated


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
    """The article's words for who said it."""
    speaker_inferred: bool
    addressee: EntityId | None
    told_to: OutletId | None
    via: OutletId | None
    utterance: UtteranceId | None
    confidence: float
    speaker_form: Form | None = None
    """Whether those words are a name, a pronoun or a noun phrase."""
    occasion: Passage | None = None
    """Where it was said, in the article's words: "at a forum in Ghent"."""
    speaker_candidates: tuple[EntityId, ...] = ()
    """The two who may have said it, the likelier first, where which of them is left open."""

    @property
    def is_unsure(self) -> bool:
        """Whether the speaker is inferred or doubtful."""
        return self.speaker_inferred or self.confidence < LIKELY


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """The same quote as several articles give it."""

    id: UtteranceId
    quotes: tuple[QuoteId, ...]
    speaker: EntityId | None
    why: tuple[Why, ...] = ()
    """What joined its wordings."""
