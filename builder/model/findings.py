"""What was found in one article, before anything is compared with another. No spaCy.

Every `Passage` here belongs to the article of the `Findings` it stands in, in reading order.
"""

from dataclasses import dataclass
from typing import Literal

from builder.model.article import Article, Passage
from builder.model.ids import ArticleId
from builder.model.times import Modifier, Tense, TimeExpression, TimeType

Label = Literal["PERSON", "ORG", "PLACE", "OUTLET", "NORP", "OTHER"]
CHECKABLE = 0.4
"""Score from which a statement is worth a claim of its own. Of 10,391 clauses of 393 articles
1,058 fall below, such as "we are going to solve this problem"; at 0.5 another 1,161 would, of
which about half can be looked up: "the driver was drinking"."""
SURE = 0.85
"""Confidence from which whom a pronoun stands for is relied upon: of "he" and "she" in the
articles of `benchmarks/annotated_pronouns/held` four of five above are right."""
QuoteKind = Literal["direct", "indirect", "mixed"]
CitationKind = Literal["told to", "relayed by", "wire", "photo", "other"]
Modality = Literal["asserted", "planned", "expected", "possible"]
Status = Literal[
    "asserted", "attributed", "denied", "conditional", "planned", "alleged", "recommended",
    "asked", "hypothetical",
]  # fmt: skip
"""How a clause stands in its sentence: as plain fact, or under words that make it less."""
Form = Literal["name", "pronoun", "nominal"]
EncounterKind = Literal["met", "spoke to", "answered"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundName:
    """A capitalised run that may name someone or something, labelled by the model or not."""

    passage: Passage
    """The name alone: no honorific, no title, no possessive ending."""
    label: Label | None
    """What the model (or a register) thinks it is; resolution may overrule it."""
    role: Passage | None = None
    """The title or description given with it ("Acme's chief executive")."""
    honorific: str | None = None
    is_subject: bool = False
    says: bool = False
    """It is the subject of a verb of saying, or "who" follows: "Washington, who sang"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Words that stand for someone: "Ruiz", "he", "the Chilean president"."""

    passage: Passage
    form: Form
    antecedents: tuple[Passage, ...] = ()
    """Names in the same article that it may stand for, likeliest first; for a name, itself; where
    a pronoun stands for somebody whom the article does not name, the noun phrase ("the judge")."""
    confidence: float = 1.0
    """0 to 1: how sure it is that the first antecedent is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRole:
    """What somebody is said to be: "she is the director of the port"."""

    passage: Passage
    holder: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundQuote:
    """A passage of reported speech; contiguous parts of a split quote share `group`."""

    passage: Passage
    """The content with its marks, without cue and speaker; a mixed quote is its whole clause."""
    kind: QuoteKind
    group: int | None = None
    pieces: tuple[Passage, ...] = ()
    cue: Passage | None = None
    speaker: Reference | None = None
    speaker_inferred: bool = False
    addressee: Reference | None = None
    told_to: Passage | None = None
    """The outlet that the words were told to ("told AFP")."""
    via: Passage | None = None
    """The outlet that relayed them ("according to a readout by Xinhua")."""
    occasion: Passage | None = None
    """Where they were said ("at a forum in Ghent", "in a statement")."""
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTime:
    """A time expression, not yet resolved against a date of publication."""

    passage: Passage
    type: TimeType
    expression: TimeExpression
    tense: Tense | None = None
    """Tense of the verb that governs it, `None` where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEvent:
    """A clause that tells what happened, or is due, and the time that it gives if it gives one."""

    passage: Passage
    time: Passage | None
    """The passage of the `FoundTime` that dates it."""
    planned: bool = False
    lemmas: tuple[str, ...] = ()
    """What happens, in lemmas: the verb (or the noun that names the event) first."""
    actors: tuple[Passage, ...] = ()
    """Who does it, where the words shown do not hold the subject ("attending a forum")."""
    until: Passage | None = None
    """The second `FoundTime` of a span ("from Monday to Wednesday")."""
    modifier: Modifier | None = None
    """How the time dates the clause: `since`, `until`, `about`."""
    objects: tuple[Passage, ...] = ()
    """Whom or what it is done to: the object, in the passive the subject."""
    auxiliary: Passage | None = None
    """What the clause shares with the one before it: "was" of "was arrested and freed"."""
    helper: str | None = None
    """The auxiliary that a participle lacks: "was" for "the parade held on Monday"."""
    affected: str | None = None
    """The lemma of the thing to which it happens, or of a force: "the dam burst", "quakes hit"."""
    clause: Passage | None = None
    """The words after the subject, where others stand between ("Ruiz, who met Okoye"): these are
    shown after the actors' names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """What a statement says, in lemmas: who does what to whom."""

    subject: tuple[str, ...] = ()
    predicate: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    negated: bool = False
    modality: Modality = "asserted"
    has_verb: bool = True
    """Whether a verb heads it; whose office somebody holds ("Ruiz, the mayor") has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """Whom or what a clause leaves out or only points to: "[Ruiz] attending a forum"."""

    place: Passage
    """The pronoun that points to it, or the empty place where it would stand."""
    reference: Reference
    """The words outside the clause that say it, or the pronoun with its antecedents."""
    helper: str | None = None
    """The auxiliary that the clause shares with the one before: "[Ruiz should] sell the mill"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStatement:
    """One checkable clause: one fact, contiguous; it may lie inside a quote."""

    passage: Passage
    score: float
    """0 to 1: how checkable; `reasons` says why."""
    reasons: tuple[str, ...]
    core: Core
    attributed_to: Reference | None = None
    """Who asserts it; `None` where the article itself does."""
    via: Passage | None = None
    actor: Reference | None = None
    """Who does or is what the statement says: its subject."""
    status: Status = "asserted"
    """Told as so, put into someone's mouth, denied, conditional …"""
    status_words: Passage | None = None
    """The words that make it so: "did not acknowledge that"; `None` where it is asserted."""
    understood: Understood | None = None
    """Its subject, or what its relative pronoun stands for, where the clause does not hold it."""

    @property
    def is_checkable(self) -> bool:
        """Whether it is worth a claim of its own; else only what another article tells too."""
        return self.score >= CHECKABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCitation:
    """An outlet cited in the text, and in what capacity."""

    passage: Passage
    kind: CitationKind


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCredit:
    """A line that names an article's makers or its wire."""

    passage: Passage
    """The whole credit line; its people are makers, never people of the story."""
    outlet: Passage | None
    """The wire's name where it stands in the credit."""
    style: str | None = None
    """The outlet whose house style the line follows, where no name stands: an inference."""
    makers: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEncounter:
    """One person meets, speaks to or answers another."""

    passage: Passage
    kind: EncounterKind
    source: Reference
    target: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that was found in one article."""

    article: ArticleId
    sentences: tuple[Passage, ...] = ()
    names: tuple[FoundName, ...] = ()
    credits: tuple[FoundCredit, ...] = ()
    citations: tuple[FoundCitation, ...] = ()
    pronouns: tuple[Reference, ...] = ()
    """Those that stand for somebody named; quotes and statements hold the same references."""
    roles: tuple[FoundRole, ...] = ()
    """Those that a clause of their own gives; a name's own stand with it."""
    quotes: tuple[FoundQuote, ...] = ()
    statements: tuple[FoundStatement, ...] = ()
    times: tuple[FoundTime, ...] = ()
    events: tuple[FoundEvent, ...] = ()
    encounters: tuple[FoundEncounter, ...] = ()
    printed: FoundTime | None = None
    """The date that the article prints as its own, though it may stand in boilerplate."""


Read = tuple[Article, Findings]
"""An article with what was found in it."""
