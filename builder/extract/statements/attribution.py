"""Who asserts a clause, by the syntax of its own sentence: a clause's head in, a reference out.

Missed on purpose: who speaks where the sentence does not say so; resolution asks the quotes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from spacy.tokens import Token

from builder.extract.grammar import SUBJECTS, noun_phrase, passage_of, subject_of
from builder.knowledge import entries
from builder.model.article import Article, Passage
from builder.model.findings import Reference

_BY_WAY_OF = frozenset(
    {"agency", "media", "newspaper", "television", "broadcaster", "daily", "network", "website",
     "readout", "channel", "tv", "radio", "press", "tabloid", "outlet", "station"}
)  # fmt: skip
_ABOVE = frozenset({"conj", "advcl", "relcl", "acl", "appos", "pcomp", "prep", "pobj"})
_NAMED_AFTER = SUBJECTS | {"dobj", "attr", "oprd"}
_WORDLESS = frozenset({"say", "tell", "inform", "write"})  # their objects are hearers or words
_FARTHEST = 6  # steps up the tree: beyond, the verb of saying governs another clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """Who asserts a clause, and by way of whom; both `None` where the article itself does."""

    by: Reference | None = None
    via: Passage | None = None


def asserted_by(head: Token, sentence: Sequence[Token], article: Article) -> Assertion:
    """Who asserts the clause of this head, as far as its sentence says."""
    source = _subject_of_report(head) or _according_to(head) or _reporter_after(head, sentence)
    if source is None:
        return Assertion()
    passage = passage_of(article, noun_phrase(source))
    if {token.lemma_.lower() for token in noun_phrase(source)} & _BY_WAY_OF:
        return Assertion(via=passage)
    return Assertion(by=reference_to(source, article))


def reference_to(head: Token, article: Article) -> Reference:
    """The noun phrase of this head, as words that stand for someone."""
    return Reference(passage=passage_of(article, noun_phrase(head)), form=_form(head))


def reports(verb: Token) -> bool:
    """Whether the verb can put a clause into someone's mouth."""
    return verb.lemma_.lower() in _saying()


@cache
def _saying() -> frozenset[str]:
    return frozenset(entries("statement_verbs")["saying"])


def only_reports(head: Token) -> bool:
    """Whether the clause only introduces what someone says: "Ruiz told the forum", "he said"."""
    if not reports(head):
        return False
    kinds = {child.dep_ for child in head.children}
    if head.tag_ == "VBG" and "dobj" in kinds and head.lemma_.lower() not in _WORDLESS:
        return "ccomp" in kinds  # "…, emphasising the respect between both": a fact in itself
    follows = any(child.i < head.i for child in head.children if child.dep_ in SUBJECTS)
    return "ccomp" in kinds or not (follows and kinds & {"dobj", "prep"})


def _subject_of_report(head: Token) -> Token | None:
    token = head
    for _ in range(_FARTHEST):
        if token.dep_ == "ccomp" and reports(token.head):
            subject = subject_of(token.head)
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


def _reporter_after(head: Token, sentence: Sequence[Token]) -> Token | None:
    """Who reports at the sentence's end, where no complement shows it: "…, reported state TV"."""
    for before, token in pairwise(sentence[head.i - sentence[0].i :]):
        joined = before.is_punct or before.is_quote
        if joined and reports(token) and only_reports(token):
            named = [child for child in token.children if child.dep_ in _NAMED_AFTER]
            if named and not any(child.dep_ == "ccomp" for child in token.children):
                return named[0]
    return None


def _form(source: Token) -> Literal["name", "pronoun", "nominal"]:
    if source.pos_ == "PRON":
        return "pronoun"
    return "name" if source.pos_ == "PROPN" else "nominal"
