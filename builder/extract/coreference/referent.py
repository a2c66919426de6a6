"""Somebody or something that an article mentions, as far as one has read."""

from dataclasses import dataclass

from spacy.tokens import Token

from builder.extract.mentions.names import Gender, Kind, Name


@dataclass(slots=True, kw_only=True)
class Referent:
    """Somebody or something that the article has mentioned, as remembered so far."""

    key: str
    kind: Kind
    gender: Gender | None
    given_gender: Gender | None
    is_plural: bool
    names: list[Name]
    """Its mentions by name, in order; empty for "the captain"."""
    last: Token
    """Head of its latest mention."""
    noun: Token | None = None
    """Head of its latest mention by a noun that leads to no name: "the captain"."""
    sentence: int
    """Number of the sentence of the latest mention."""
    mentions: int = 1
    last_pronoun: int = -2
    """Number of the sentence in which a pronoun stood for it last; -2 before the first."""
    line: int = 0
    """How many lines end before its latest mention."""
    is_subject: bool = False
    """Whether its latest mention is a subject, or stands beside one."""
    subject_in: int = -9
    """Number of the sentence of which it was a subject last, outside of quotation marks."""
    is_outside: bool = True
    """Whether its latest mention stands in no quotation marks."""
    in_heading: bool = False
    opens_sentence: bool = False
    """Whether its latest mention is the first of its sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """That a pronoun stands for somebody, as far as a first reading can tell."""

    at: int
    """First character of the pronoun."""
    pronoun: str
    """`he` or `she`, whatever its case."""
    key: str
    share: float
    """0 to 1: how likely it is."""
