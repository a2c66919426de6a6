"""Clauses that tell what happened or is due: a `Doc` and its times in, `FoundEvent`s out.

A time dates the clause of the verb that governs it, or the noun that names an event ("Ruritania's
invasion in February 2022"). The time of a report stays apart from that of what is reported. Left
out: states ("relations are close today"), bare reports ("he said on Monday"), what is denied or
only possible, clauses whose subject nobody can tell, and nouns that name no one ("last year's
invasion"). Clauses without a time are events only for a few core actions of a named actor.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from builder.extract.events.clauses import (
    auxiliary_of,
    led_in,
    lemmas_of,
    shown_from,
    text_of,
    top_of,
)
from builder.extract.events.dating import Dated, dated_in, span_of
from builder.extract.events.edges import edged
from builder.extract.events.filters.fragments import is_fragment
from builder.extract.events.filters.reports import is_bare_report
from builder.extract.events.filters.states import is_scheduled, is_state, is_usual
from builder.extract.events.filters.unreal import call_off, is_unreal
from builder.extract.events.participants import actors_of, affected_of, helper_of, objects_of
from builder.extract.events.words import is_one_of, words_of
from builder.extract.grammar import passage_of, span_over
from builder.extract.subjects import understood_subject
from builder.extract.tense import tense_of_verb
from builder.model.article import Article, Passage
from builder.model.findings import FoundEvent, FoundTime
from builder.model.times import Modifier

_VERBS = frozenset({"VERB", "AUX"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_AHEAD = re.compile(r"(?i)(?:next|tomorrow|later this)\b")  # whatever the tense
_TELLING = frozenset({"VBD", "VBN"})  # "visited", "has visited", "was elected"
_LONGEST = 45  # words of a clause; what is longer is a list or a parse gone wrong
_READABLE = 300  # words of a sentence: beyond, the parse says nothing, and looking up is dear


def events_in(doc: Doc, article: Article, times: Sequence[FoundTime]) -> tuple[FoundEvent, ...]:
    """The events that the article tells, in reading order, each clause once."""
    sentences = [sent for sent in doc.sents if len(sent) <= _READABLE]
    found: dict[tuple[int, int], FoundEvent] = {}
    heads: dict[int, Dated] = {}
    for dated in dated_in(doc, article, times, sentences):
        told = _telling(dated)
        if told is None or told.head.i in heads:
            continue
        if event := _event(told.head, article, told):
            heads[told.head.i] = told
            found.setdefault((event.passage.start, event.passage.end), event)
    for verb in _core_verbs(doc, sentences):
        if (
            verb.i not in heads
            and not _is_heading(verb, article)
            and (event := _event(verb, article, _shared(verb, heads)))
        ):
            found.setdefault((event.passage.start, event.passage.end), event)
    return tuple(found[place] for place in sorted(found))


def _is_heading(verb: Token, article: Article) -> bool:
    """Whether a heading says it: without a date, it says what the report below says better."""
    return article.has_heading(verb.idx, verb.idx + 1)


def _telling(dated: Dated) -> Dated | None:
    """What the time dates, if it tells something: "Two were killed and one was ill on Monday"."""
    if (root := call_off(dated.head)) is not None:
        return replace(dated, head=root)
    if _tells(dated):
        return dated
    first = dated.head.head
    if dated.head.dep_ != "conj" or not is_state(dated.head) or first.tag_ not in _TELLING:
        return None
    before = replace(dated, head=first, elsewhere=True)
    return before if _tells(before) and not _has_time(first) else None


def _has_time(verb: Token) -> bool:
    return any(
        token.ent_type_ in {"DATE", "TIME"}
        for child in verb.children
        if child.dep_ in {"prep", "npadvmod"}
        for token in child.subtree
    )


def _tells(dated: Dated) -> bool:
    head = dated.head
    if head.pos_ not in _VERBS:
        return True
    return not (
        is_unreal(head)
        or is_usual(head, dated.time)
        or (is_state(head) and not is_scheduled(head, dated.time))
    )


def _core_verbs(doc: Doc, sentences: Sequence[Span]) -> Iterator[Token]:
    for token in _verbs(doc, sentences):
        if token.lemma_ not in words_of("core") or token.tag_ not in _TELLING:
            continue
        subject = understood_subject(token)
        if subject is None or not _is_named(subject) or is_unreal(token):
            continue
        if token.dep_ not in {"xcomp", "acl"} and tense_of_verb(token) == "past":
            yield token


def _verbs(doc: Doc, sentences: Sequence[Span]) -> Iterator[Token]:
    kinds = doc.to_array("POS")
    places = (kinds == doc.vocab.strings["VERB"]).nonzero()[0].tolist()
    for sent in sentences:
        first, end = bisect_left(places, sent.start), bisect_left(places, sent.end)
        yield from (doc[place] for place in places[first:end])


def _is_named(subject: Token) -> bool:
    near = (subject, *(child for child in subject.children if child.dep_ in {"compound", "appos"}))
    return any(token.pos_ == "PROPN" for token in near)


def _shared(verb: Token, heads: Mapping[int, Dated]) -> Dated | None:
    first = heads.get(verb.head.i) if verb.dep_ == "conj" else None
    if first is None or first.time.passage.start > first.head.idx:
        return None
    return replace(first, head=verb, elsewhere=True)


def _event(head: Token, article: Article, dated: Dated | None) -> FoundEvent | None:
    is_clause = head.pos_ in _VERBS
    if is_clause and not _is_told(head, text_of(head)):
        return None
    times = [time for time in (dated.time, dated.until) if time] if dated else []
    spans = [span for time in times if (span := span_of(head.doc, time.passage))]
    parts = (text_of(head), *([] if dated and dated.elsewhere else map(led_in, spans)))
    whole = edged(span_over(head.doc, [token for part in parts for token in part]))
    if len(whole) > _LONGEST:
        return None
    if is_fragment(head, whole, spans) if is_clause else not _names(whole, spans):
        return None
    shown = head.doc[_shown_from(head, whole) : whole.end] if is_clause else whole
    return FoundEvent(
        passage=passage_of(article, whole),
        time=dated.time.passage if dated else None,
        planned=is_clause and _is_planned(head, dated),
        lemmas=lemmas_of(head, whole, spans),
        actors=actors_of(head, shown, article) if is_clause else (),
        objects=objects_of(head, article) if is_clause else (),
        until=dated.until.passage if dated and dated.until else None,
        modifier=_modifier(head, dated) if dated and is_clause else None,
        auxiliary=_shared_auxiliary(head, article) if is_clause else None,
        affected=affected_of(head) if is_clause else None,
        helper=helper_of(head) if is_clause else None,
        clause=passage_of(article, shown) if shown.start > whole.start else None,
    )


def _is_planned(verb: Token, dated: Dated | None) -> bool:
    """By the verb, or by what it fixed: "called a strike for Friday"."""
    fixed = dated is not None and not dated.elsewhere and dated.time.tense == "future"
    ahead = dated is not None and _AHEAD.match(dated.time.passage.text) is not None
    due = verb.lemma_ == "be" and any(child.lower_ == "due" for child in verb.children)
    return fixed or ahead or due or tense_of_verb(verb) == "future"


def _modifier(verb: Token, dated: Dated) -> Modifier | None:
    """How the time dates it; what is "postponed until Friday" is due on Friday."""
    modifier = dated.time.expression.modifier
    return None if modifier == "until" and is_one_of(verb, "delays") else modifier


def _shared_auxiliary(verb: Token, article: Article) -> Passage | None:
    shared = auxiliary_of(verb)
    return article.passage(shared.idx, shared.idx + len(shared)) if shared is not None else None


def _is_told(verb: Token, clause: Span) -> bool:
    """Whether someone does something: no bare report, and a subject or at least a finite verb."""
    if any(is_bare_report(one, clause) for one in (verb, *_coordinated(verb))):
        return False
    if _is_topic(verb) or _is_source(verb) or _is_of_speaker(verb):
        return False
    return understood_subject(verb) is not None or verb.tag_ in _FINITE


def _is_topic(verb: Token) -> bool:
    """Whether it only says what something is about: "a vote on joining the Union by 2030"."""
    about = verb.head.lower_ in {"on", "about", "over"} or verb.head.head.pos_ == "NOUN"
    return verb.dep_ == "pcomp" and about


def _is_source(verb: Token) -> bool:
    """Whether it only says where something stands: "according to results published on Monday"."""
    noun = verb.head
    return verb.dep_ == "acl" and noun.dep_ == "pobj" and noun.head.head.lower_ == "according"


def _is_of_speaker(verb: Token) -> bool:
    """Whether only those who heard it know of whom it speaks: "Today we begin again"."""
    subject = understood_subject(verb)
    return subject is not None and subject.lower_ in {"i", "we", "you"}


def _coordinated(verb: Token) -> Iterator[Token]:
    """The report that a verb only leads to: "Okoye joined in and said"."""
    light = verb.lemma_ in words_of("chimes")
    return (child for child in verb.children if light and child.dep_ == "conj")


def _names(phrase: Span, times: Sequence[Span]) -> bool:
    """Whether a noun phrase says whose or where: "Ruritania's invasion", not "last year's"."""
    dated = {token.i for span in times for token in span}
    return any(token.pos_ == "PROPN" and token.i not in dated for token in phrase)


def _shown_from(verb: Token, whole: Span) -> int:
    return max(whole.start, shown_from(top_of(verb), whole))
