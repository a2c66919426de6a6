"""Who asserts a clause, by the syntax of its own sentence: a clause's head in, a reference out.

Missed on purpose: who speaks where the sentence does not say so; resolution asks the quotes.
"""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from builder.extract.grammar import noun_phrase, passage_of, subject_of
from builder.extract.statements.reporting import content_on_noun, reports
from builder.extract.statements.sentences import Sentence
from builder.model.article import Article, Passage
from builder.model.findings import Reference

_BY_WAY_OF = frozenset(
    {"agency", "media", "newspaper", "television", "broadcaster", "daily", "network", "website",
     "readout", "channel", "tv", "radio", "press", "tabloid", "outlet", "station"}
)  # fmt: skip
_ABOVE = frozenset({"conj", "advcl", "relcl", "acl", "appos", "pcomp", "prep", "pobj"})
_FARTHEST = 6  # steps up the tree: beyond, the verb of saying governs another clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """Who asserts a clause, and by way of whom; both `None` where the article itself does."""

    by: Reference | None = None
    via: Passage | None = None


def asserted_by(head: Token, sentence: Sentence, article: Article) -> Assertion:
    """Who asserts the clause of this head, as far as its sentence says."""
    source = _subject_of_report(head) or _according_to(head) or sentence.reporter_after(head.i)
    if source is None:
        return Assertion()
    phrase = noun_phrase(source)
    passage = passage_of(article, phrase)
    if any(token.lemma_.lower() in _BY_WAY_OF for token in phrase):
        return Assertion(via=passage)
    return Assertion(by=Reference(passage=passage, form=form_of(source)))


def reference_to(head: Token, article: Article) -> Reference:
    """The noun phrase of this head, as words that stand for someone."""
    return Reference(passage=passage_of(article, noun_phrase(head)), form=form_of(head))


def _subject_of_report(head: Token) -> Token | None:
    token = head
    for _ in range(_FARTHEST):
        said = token.head if token.dep_ == "ccomp" else token.head.head.head
        if reports(said) and (token.dep_ == "ccomp" or content_on_noun(said) == token):
            subject = subject_of(said)
            return subject if subject is not None and subject.dep_ != "expl" else None
        if token.dep_ not in _ABOVE or token.head == token:
            return None
        token = token.head
    return None


def _according_to(head: Token) -> Token | None:
    for child in head.children:
        if child.lower_ == "according":
            for preposition in child.children:
                for noun in preposition.children:
                    if noun.dep_ == "pobj":
                        return noun
    return None


def form_of(head: Token) -> Literal["name", "pronoun", "nominal"]:
    """By its part of speech."""
    if head.pos_ == "PRON":
        return "pronoun"
    return "name" if head.pos_ == "PROPN" else "nominal"
