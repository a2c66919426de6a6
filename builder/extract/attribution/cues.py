"""Words that report: which tokens of a sentence are reporting verbs, and of what kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from builder import naming
from builder.knowledge import entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What tells that words are someone's, and whose."""

    verb: Token | None
    speaker: Token | None
    how: str
    """The rule that found it: the key of its confidence."""


_PASSIVE_PARTS = frozenset({"auxpass", "nsubjpass", "agent"})
_QUOTING = frozenset({"say", "tell", "manner", "ask", "think"})
_PARTICIPLES = frozenset({"acl", "relcl", "advcl"})  # "when asked if it was shut"
_NONE: frozenset[str] = frozenset()
_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


@cache
def verb_kinds() -> Mapping[str, frozenset[str]]:
    """The kinds of every reporting verb, by lemma."""
    kinds: dict[str, set[str]] = {}
    for kind, lemmas in entries("reporting_verbs").items():
        for lemma in lemmas:
            kinds.setdefault(lemma, set()).add(kind)
    return {lemma: frozenset(found) for lemma, found in kinds.items()}


def kinds_of(token: Token) -> frozenset[str]:
    """The kinds of reporting verb that the token is, none if it is no verb."""
    if token.tag_ not in _VERB_TAGS:
        return _NONE
    lemma = token.lemma_.lower()
    if lemma in _phrasal():
        phrases = (f"{lemma} {c.lower_}" for c in token.rights if c.dep_ in {"prt", "advmod"})
        lemma = next((phrase for phrase in phrases if phrase in verb_kinds()), lemma)
    return verb_kinds().get(lemma, _NONE)


def takes_quotation(token: Token) -> bool:
    """Whether words in quotation marks can be the content of the verb: "said", "put it"."""
    kinds = kinds_of(token)
    if not kinds:
        return False
    if kinds & _QUOTING:
        return True
    last = token.i + 1 == len(token.doc)
    return "it" in kinds and not last and token.nbor().lower_ == "it"


def is_cue_word(token: Token) -> bool:
    """Whether the word, whatever its tag, may be a form of a verb that says."""
    return "say" in verb_kinds().get(token.lemma_.lower(), frozenset())


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive: "was told", "told by the police", "asked if it was shut, …"."""
    children = tuple(verb.children)
    if verb.tag_ == "VBN" and any(child.dep_ in _PASSIVE_PARTS for child in children):
        return True
    if any(child.dep_ in {"aux", "nsubj"} for child in children):
        return False
    seen_as_past = verb.tag_ == "VBD" and verb.dep_ == "advcl" and "ask" in kinds_of(verb)
    return seen_as_past or (verb.tag_ == "VBN" and verb.dep_ in _PARTICIPLES)


def is_finite(verb: Token) -> bool:
    """Whether the verb can head a clause of its own: "said", "has said", not "saying"."""
    return verb.tag_ in {"VBD", "VBP", "VBZ"} or any(
        child.dep_ in {"aux", "auxpass"} and child.tag_ != "TO" for child in verb.children
    )


def is_work(noun: Token) -> bool:
    """Whether the noun makes the marked words after it a title."""
    return noun.lemma_.lower() in _nouns("works")


def is_words(noun: Token) -> bool:
    """Whether the noun stands for words of its owner: "her reply"."""
    return noun.lemma_.lower() in _nouns("words")


def announces(noun: Token) -> bool:
    """Whether the noun announces marked words as its subject's own: "chants of “…”"."""
    return noun.lemma_.lower() in _nouns("announcing")


def is_view(noun: Token) -> bool:
    """Whether "in … …" with the noun tells whose words or thoughts follow: "in her view"."""
    return noun.lemma_.lower() in _nouns("views")


def holds_clause(noun: Token) -> bool:
    """Whether a clause with "that" is the noun's own: "on condition that", "in the hope that"."""
    return noun.lemma_.lower() in _nouns("holding")


def is_nobody(subject: Token) -> bool:
    """Whether the subject stands for no one who could be quoted: "history says", "that said".

    "One says" is anybody, "one of the clerks says" is somebody.
    """
    some = any(child.lower_ == "of" for child in subject.rights)
    return subject.lower_ in _nouns("nobody") and not some


def may_speak(noun: Token) -> bool:
    """Whether the noun names somebody, or a body: not "a draft", "the figures"."""
    lemma = noun.lemma_.lower()
    named = noun.pos_ in {"PROPN", "PRON"}
    return named or naming.title(lemma) is not None or naming.is_body_noun(lemma)


def is_meeting(noun: Token) -> bool:
    """Whether the noun is an occasion at which words are told to someone: "an interview with"."""
    return noun.lemma_.lower() in _nouns("meetings")


def is_occasion(noun: Token) -> bool:
    """Whether words are said at or in it: "at a forum", "told a news conference"."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in _nouns("occasions")


@cache
def _phrasal() -> frozenset[str]:
    """The verbs that report with a particle behind them: "point out"."""
    return frozenset(lemma.split()[0] for lemma in verb_kinds() if " " in lemma)


@cache
def _nouns(kind: str) -> frozenset[str]:
    return frozenset(entries("reporting_nouns")[kind])
