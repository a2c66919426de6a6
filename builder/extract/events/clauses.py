"""An event's text, the clause of its verb or the phrase of its noun; what it says, who does it."""

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Span, Token

from builder import knowledge
from builder.extract.grammar import noun_phrase, passage_of, span_over, subject_of
from builder.model.article import Article, Passage

_VERBS = frozenset({"VERB", "AUX"})
_ASIDE = frozenset({"advcl", "ccomp", "parataxis", "cc", "punct", "mark", "dep", "intj", "meta"})
_BESIDE = frozenset({"relcl", "acl", "appos", "advcl", "punct"})
_RELATIVE = frozenset({"who", "which", "that"})
_CLAUSES_UP = 3  # "arrived, attending a forum before travelling on": two
_MOST = 60  # words that are followed down the tree; more is a list or a parse gone wrong


@cache
def words_of(kind: str) -> frozenset[str]:
    """The words of one kind in `event_words.yml`."""
    return frozenset(knowledge.entries("event_words")[kind])


def text_of(head: Token) -> Span:
    """What to show of an event: a clause with its subject, or a noun phrase."""
    if head.pos_ not in _VERBS:
        return span_over(head.doc, [head, *_below(head)])
    top = head
    while top.dep_ == "xcomp" and top.head.pos_ in _VERBS | {"ADJ"} and not _own_subject(top):
        top = top.head  # "is scheduled to visit", "is due to meet"
    if top.pos_ == "ADJ" and top.head.pos_ == "AUX":
        top = top.head
    clause = clause_of(top)
    antecedent = _antecedent(head)
    if antecedent is None or antecedent.i >= clause.start:
        return clause
    # "the summit that was held last weekend": a clause without its noun says nothing
    start = noun_phrase(antecedent).start
    return head.doc[start : clause.end]


def clause_of(verb: Token) -> Span:
    """The verb with its subject, objects and adverbials, without the clauses that hang on it."""
    kept = [verb]
    for child in verb.children:
        if child.dep_ in _ASIDE or (child.dep_ == "conj" and child.pos_ in _VERBS):
            continue
        if child.lower_ == "according":
            continue
        kept.append(child)
        kept.extend(_below(child))
    span = span_over(verb.doc, kept)
    opens_with_that = span[0].lower_ == "that" and span[0].dep_ not in {
        "nsubj",
        "nsubjpass",
        "det",
    }
    return span[1:] if opens_with_that and len(span) > 1 else span


def is_bare_report(verb: Token) -> bool:
    """Whether it says who spoke, and nothing that happened: "he said on Monday"."""
    if verb.lemma_ in words_of("says"):
        return True
    if verb.lemma_ not in words_of("announces"):
        return False
    return not any(
        child.dep_ in {"dobj", "dative", "iobj", "nsubjpass"} for child in verb.children
    )


def lemmas_of(head: Token, span: Span, times: Sequence[Span]) -> tuple[str, ...]:
    """What happens, in lemmas: the verb first, or the noun that says it for a light verb."""
    dated = {token.i for time in times for token in time}
    said = [head]
    if head.lemma_ in words_of("light"):
        said = [child for child in head.children if child.dep_ == "dobj"] + said
    rest = (
        token
        for token in span
        if token.i not in dated and token.is_alpha and not token.is_stop and not token.ent_type_
    )
    return tuple(dict.fromkeys(token.lemma_.lower() for token in (*said, *rest)))


def actors_of(verb: Token, span: Span, article: Article) -> tuple[Passage, ...]:
    """Who does it, where the text shown does not hold them: "Ruiz arrived, attending a forum"."""
    subject = _antecedent(verb) or subject_of(verb) or _controller(verb)
    if subject is None or span.start <= subject.i < span.end:
        return ()
    return (passage_of(article, noun_phrase(subject)),)


def _own_subject(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)


def _below(token: Token) -> Iterator[Token]:
    """The tokens below one, without the clauses and asides that hang on its nouns."""
    stack, number = list(token.children), 0
    while stack and number < _MOST:
        current = stack.pop()
        if current.dep_ in _BESIDE:
            continue
        yield current
        number += 1
        stack.extend(current.children)


def _antecedent(verb: Token) -> Token | None:
    """Whom "who" or "that" stands for, in a relative clause."""
    if verb.dep_ != "relcl":
        return None
    subject = subject_of(verb)
    return verb.head if subject is not None and subject.lower_ in _RELATIVE else None


def _controller(verb: Token) -> Token | None:
    """The subject of the clause above: "Ruiz arrived, attending a forum before travelling on"."""
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return verb.head
    for _ in range(_CLAUSES_UP):
        if verb.dep_ not in {"advcl", "pcomp", "prep", "acl"}:
            return None
        verb = verb.head
        subject = subject_of(verb) if verb.pos_ in _VERBS else None
        if subject is not None:
            return subject
    return None
