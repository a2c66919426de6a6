"""A quote while it is being put together: tokens and characters, before it becomes a value."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from builder.model.findings import QuoteKind

RELAY_ONLY = "relay only"  # holds quotes that others speak; never a quote itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One contiguous passage of reported speech, with the tokens that govern it."""

    start: int
    end: int
    kind: QuoteKind
    how: str
    """Which rule found it: the key of its confidence."""
    cue: Token | None = None
    speaker: Token | None = None
    """Head of the noun phrase that names the speaker."""
    inferred: bool = False
    via: Span | None = None
    """The outlet that relays the words."""
    marks: tuple[int, ...] = ()
    """Numbers of the marked passages inside."""
