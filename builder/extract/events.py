"""Clauses that tell what happened or is due: a `Doc` and its times in, `FoundEvent`s out.

A time dates the clause of the verb that governs it, or the noun that names an event ("the invasion in
February 2022"). The time of a report stays apart from the time of what is reported. Left out: states
("relations are close today"), yearly totals and other figures, which are claims, and thin reports
("he said on Monday"). Clauses without a time are events only for a few core actions of a named actor.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from builder import knowledge
from builder.extract.grammar import noun_phrase, passage_of, span_over, subject_of
from builder.extract.times.tense import tense_of_verb
from builder.model.article import Article, Passage
from builder.model.findings import FoundEvent, FoundTime

_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_AT = frozenset({"during", "at", "in", "on", "to", "with", "for", "by", "from", "of", "as"})
_CLAUSES = frozenset({"advcl", "conj", "ccomp", "parataxis", "cc", "punct", "mark", "dep", "intj"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
_QUANTITIES = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL"})
_DEPTH = 10  # heads above a time; a longer way up is a parse gone wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dated:
    head: Token
    """The verb or event noun."""
    time: FoundTime


def events_in(doc: Doc, article: Article, times: Sequence[FoundTime]) -> tuple[FoundEvent, ...]:
    """The events that the article tells, in reading order, each clause once."""
    found: dict[tuple[int, int], FoundEvent] = {}
    for dated in _dated(doc, times):
        event = _event(dated.head, article, dated.time)
        if event is not None:
            found.setdefault((event.passage.start, event.passage.end), event)
    taken = {dated.head.i for dated in _dated(doc, times)}
    for verb in _core_verbs(doc, taken):
        event = _event(verb, article, None)
        if event is not None:
            found.setdefault((event.passage.start, event.passage.end), event)
    return tuple(found[place] for place in sorted(found))


def _dated(doc: Doc, times: Sequence[FoundTime]) -> Iterator[_Dated]:
    for time in times:
        if time.type not in {"DATE", "TIME"} or time.expression.dateline or _is_vague(time):
            continue
        span = doc.char_span(time.passage.start, time.passage.end, alignment_mode="expand")
        head = _head_of(span) if span is not None else None
        if head is not None and _tells(head, time):
            yield _Dated(head=head, time=time)


def _is_vague(time: FoundTime) -> bool:
    return (time.expression.value or "").endswith("_REF")


def _head_of(span: Span) -> Token | None:
    """The verb or the event noun that the time dates, `None` where it dates neither."""
    token = span.root
    for _ in range(_DEPTH):
        head = token.head
        if head is token:
            return token if token.pos_ in _VERBS else None
        if token.dep_ == "prep" and token.lower_ not in {*_AT, "since", "until", "between"}:
            return None  # "after Monday's talks", "compared with May": the clause has another time
        if head.pos_ in _VERBS:
            return head
        if head.pos_ in _NOUNS and head.lemma_.lower() in _words("nouns") and _stands_apart(head):
            return head
        token = head
    return None


def _stands_apart(noun: Token) -> bool:
    """ "since the deployment in February", "over last year's invasion": only the noun is dated."""
    return noun.dep_ == "pobj" and noun.head.lower_ not in {"during", "at", "in", "on", "to"}


def _tells(head: Token, time: FoundTime) -> bool:
    if head.pos_ not in _VERBS:
        return True
    if head.lemma_ in _words("states") and not _is_scheduled(head):
        return False
    return not _is_figure(head)


def _is_scheduled(verb: Token) -> bool:
    return any(
        child.dep_ in {"acomp", "attr", "oprd"} and child.lower_ in {"due", "set"}
        for child in verb.children
    )


def _is_figure(verb: Token) -> bool:
    if verb.lemma_ not in _words("measures") or tense_of_verb(verb) == "future":
        return False
    return any(
        token.ent_type_ in _QUANTITIES or token.text in {"%", "$"} for token in _clause(verb)
    )


def _core_verbs(doc: Doc, taken: set[int]) -> Iterator[Token]:
    for token in doc:
        if token.pos_ != "VERB" or token.i in taken or token.lemma_ not in _words("core"):
            continue
        subject = subject_of(token)
        if subject is None or subject.ent_type_ not in _NAMES or _is_unreal(token):
            continue
        if tense_of_verb(token) == "past":
            yield token


def _is_unreal(verb: Token) -> bool:
    return any(child.dep_ == "neg" or child.tag_ == "MD" for child in verb.children)


def _event(head: Token, article: Article, time: FoundTime | None) -> FoundEvent | None:
    span = _clause(head) if head.pos_ in _VERBS else noun_phrase(head)
    passage = passage_of(article, span)
    if time is not None and not passage.covers(time.passage):
        span = span_over(head.doc, [*span, *_tokens(head.doc, time)])
        passage = passage_of(article, span)
    if not passage.text or (time is not None and _is_thin(head, span, time)):
        return None
    return FoundEvent(
        passage=passage,
        time=time.passage if time else None,
        planned=head.pos_ in _VERBS and tense_of_verb(head) == "future",
        lemmas=_lemmas(head, span, time),
        actors=_actors(head, span, article),
    )


def _tokens(doc: Doc, time: FoundTime) -> list[Token]:
    span = doc.char_span(time.passage.start, time.passage.end, alignment_mode="expand")
    return list(span) if span is not None else []


def _clause(verb: Token) -> Span:
    """The verb with its own subject, objects and adverbials, without the clauses that hang on it."""
    kept = [verb]
    for child in verb.children:
        if child.dep_ in _CLAUSES and not (child.dep_ == "conj" and child.pos_ not in _VERBS):
            continue
        kept.extend(_without_clauses(child))
    return span_over(verb.doc, kept)


def _without_clauses(token: Token) -> list[Token]:
    kept, stack = [], [token]
    while stack:
        current = stack.pop()
        kept.append(current)
        stack.extend(
            child
            for child in current.children
            if child.dep_ not in {"relcl", "acl", "appos", "advcl", "punct"}
            or child.dep_ == "xcomp"
        )
    return kept


def _is_thin(head: Token, span: Span, time: FoundTime) -> bool:
    """ "he said on Monday": who spoke and when, and nothing that happened."""
    if head.lemma_ not in _words("reports"):
        return False
    return not any(child.dep_ in {"dobj", "dative", "iobj"} for child in head.children)


def _lemmas(head: Token, span: Span, time: FoundTime | None) -> tuple[str, ...]:
    dated = {token.i for token in _tokens(span.doc, time)} if time else set()
    lemmas = [head.lemma_.lower()]
    for token in span:
        if token.i in dated or token.is_stop or not token.is_alpha or token.i == head.i:
            continue
        lemmas.append(token.lemma_.lower())
    return tuple(dict.fromkeys(lemmas))


def _actors(head: Token, span: Span, article: Article) -> tuple[Passage, ...]:
    subject = _controller(head) if head.pos_ in _VERBS else None
    if subject is None or span.start <= subject.i < span.end:
        return ()
    return (passage_of(article, noun_phrase(subject)),)


def _controller(verb: Token) -> Token | None:
    """The subject, also where it stands with the clause above: "Ruiz arrived, attending a forum"."""
    subject = subject_of(verb)
    if subject is not None and subject.lower_ in {"who", "which", "that"}:
        return verb.head if verb.dep_ == "relcl" else None
    if subject is not None:
        return subject
    if verb.dep_ == "acl":
        return verb.head if verb.tag_ == "VBG" else None
    return subject_of(verb.head) if verb.dep_ in {"advcl", "pcomp"} else None


def _words(kind: str) -> frozenset[str]:
    return frozenset(knowledge.entries("event_words")[kind])
