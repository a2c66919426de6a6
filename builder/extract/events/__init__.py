"""Clauses that tell what happened or is due: a `Doc` and its times in, `FoundEvent`s out.

A time dates the clause of the verb that governs it, or the noun that names an event ("the invasion
in February 2022"). The time of a report stays apart from the time of what is reported. Left out:
states ("relations are close today"), yearly totals and other figures, which are claims, bare
reports ("he said on Monday"), and what is denied or only possible. Clauses without a time are
events only for a few core actions of a named actor.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from builder.extract.events.clauses import (
    actors_of,
    clause_of,
    is_bare_report,
    lemmas_of,
    text_of,
    words_of,
)
from builder.extract.grammar import passage_of, span_over, subject_of
from builder.extract.tense import tense_of_verb
from builder.model.article import Article, Passage
from builder.model.findings import FoundEvent, FoundTime

_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_DATING = frozenset({
    "during", "at", "in", "on", "to", "with", "for", "by", "from", "of", "as", "since", "until",
    "between", "over", "throughout",
})  # fmt: skip
_WITHIN = frozenset({"during", "at", "in", "on", "to"})
_MODIFYING = frozenset({"compound", "nummod", "amod", "nmod", "poss"})
_QUANTITIES = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL"})
_UNREAL = frozenset({"may", "might", "could", "should"})
_SPAN = re.compile(r" ?(?:to|and|through|until|till|[-–—]) ?(?:the )?")
_LONGEST = 45  # words of a clause; what is longer is a list or a parse gone wrong
_DEPTH = 10  # heads above a time


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dated:
    head: Token
    """The verb, or the noun that names the event."""
    time: FoundTime
    until: FoundTime | None = None
    elsewhere: bool = False
    """The time stands in the clause before: "Last week Ruiz visited Rome and met Okoye"."""


def events_in(doc: Doc, article: Article, times: Sequence[FoundTime]) -> tuple[FoundEvent, ...]:
    """The events that the article tells, in reading order, each clause once."""
    found: dict[tuple[int, int], FoundEvent] = {}
    heads: dict[int, _Dated] = {}
    for dated in _dated(doc, article, times):
        if dated.head.i not in heads and (event := _event(dated.head, article, dated)):
            heads[dated.head.i] = dated
            found.setdefault((event.passage.start, event.passage.end), event)
    for verb in _core_verbs(doc):
        if verb.i not in heads and (event := _event(verb, article, _shared(verb, heads))):
            found.setdefault((event.passage.start, event.passage.end), event)
    return tuple(found[place] for place in sorted(found))


def _shared(verb: Token, heads: Mapping[int, _Dated]) -> _Dated | None:
    first = heads.get(verb.head.i) if verb.dep_ == "conj" else None
    if first is None or first.time.passage.start > first.head.idx:
        return None
    return replace(first, head=verb, elsewhere=True)


def _dated(doc: Doc, article: Article, times: Sequence[FoundTime]) -> Iterator[_Dated]:
    skipped: FoundTime | None = None
    for number, time in enumerate(times):
        if time is skipped or not _is_date(time):
            continue
        after = times[number + 1] if number + 1 < len(times) else None
        skipped = after if after is not None and _is_span(article.text, time, after) else None
        span = _span_of(doc, time.passage)
        head = _head_of(span, time) if span is not None else None
        if head is not None and _tells(head):
            yield _Dated(head=head, time=time, until=skipped)


def _is_date(time: FoundTime) -> bool:
    vague = (time.expression.value or "").endswith("_REF")
    return time.type in {"DATE", "TIME"} and not time.expression.dateline and not vague


def _is_span(text: str, first: FoundTime, second: FoundTime) -> bool:
    """Whether the two are one span: "from Monday to Wednesday", "between 2009 and 2011"."""
    start, end = first.passage.start, first.passage.end
    opened = re.search(r"(?i)\b(?:from|between) $", text[max(0, start - 9) : start])
    return bool(opened and _is_date(second) and _SPAN.fullmatch(text[end : second.passage.start]))


def _span_of(doc: Doc, passage: Passage) -> Span | None:
    return doc.char_span(passage.start, passage.end, alignment_mode="expand")


def _head_of(span: Span, time: FoundTime) -> Token | None:
    """The verb or the event noun that the time dates, `None` where it dates neither."""
    beside = _noun_before(span)
    if beside is not None:
        return beside
    for token in _upwards(span.root):
        if token.dep_ == "prep" and token.lower_ not in _DATING:
            return None  # "after Monday's talks", "compared with May": the clause has another time
        head = token.head
        if head.pos_ in _VERBS:
            return head
        if head.pos_ in _NOUNS and _is_event(head):
            if _stands_apart(head) or (token.dep_ in _MODIFYING and _is_year(time)):
                return head
        elif token.dep_ in _MODIFYING and head.pos_ in _NOUNS and not _is_day(time):
            return None  # "the 1991 agreement barred …", "this year's theme"
    return None


def _upwards(token: Token) -> Iterator[Token]:
    for _ in range(_DEPTH):
        yield token
        token = token.head


def _noun_before(span: Span) -> Token | None:
    """The event noun right before: "the first trip since the invasion in February"."""
    at = span.start - 2
    if at < 0 or span.doc[at + 1].lower_ not in {"in", "on", "of"}:
        return None
    noun = span.doc[at]
    fits = noun.pos_ in _NOUNS and _is_event(noun) and _stands_apart(noun)
    return noun if fits else None


def _is_event(noun: Token) -> bool:
    return noun.lemma_.lower() in words_of("nouns")


def _stands_apart(noun: Token) -> bool:
    """Whether only the noun is dated: "since the raid in May", "over last year's raid"."""
    return noun.dep_ == "pobj" and noun.head.lower_ not in _WITHIN


def _is_day(time: FoundTime) -> bool:
    expression = time.expression
    return bool(expression.weekday or expression.day or expression.unit == "day") or (
        len(expression.value or "") == len("2023-05-24")
    )


def _is_year(time: FoundTime) -> bool:
    expression = time.expression
    return expression.unit == "year" or len(expression.value or "") == len("2023")


def _tells(head: Token) -> bool:
    if head.pos_ not in _VERBS:
        return True
    if _is_unreal(head) or (head.lemma_ in words_of("states") and not _is_scheduled(head)):
        return False
    return not _is_figure(head)


def _is_unreal(verb: Token) -> bool:
    return any(
        child.dep_ == "neg" or child.lower_ in _UNREAL or child.lower_ in {"if", "whether"}
        for child in verb.children
    )


def _is_scheduled(verb: Token) -> bool:
    """Whether something is fixed for later: "Talks are due on Friday", "the vote is on Sunday"."""
    if verb.lemma_ != "be":
        return False
    subject = subject_of(verb)
    if any(child.lower_ in {"due", "set"} for child in verb.children):
        return True
    plain = not any(child.dep_ in {"attr", "acomp"} for child in verb.children)
    return plain and subject is not None and _is_event(subject)


def _is_figure(verb: Token) -> bool:
    """Whether it is a claim: "Exports hit $5bn last year". "Exports will rise by 5%" is due."""
    if verb.lemma_ not in words_of("measures") or tense_of_verb(verb) == "future":
        return False
    return any(token.ent_type_ in _QUANTITIES or token.text in "%$€£" for token in clause_of(verb))


def _core_verbs(doc: Doc) -> Iterator[Token]:
    for token in doc:
        if token.pos_ != "VERB" or token.lemma_ not in words_of("core") or _is_unreal(token):
            continue
        subject = subject_of(token)
        if subject is None or token.dep_ in {"xcomp", "acl"} or not _is_named(subject):
            continue
        if tense_of_verb(token) == "past":
            yield token


def _is_named(subject: Token) -> bool:
    if subject.lower_ in {"who", "which", "that"}:
        return False
    near = (subject, *(child for child in subject.children if child.dep_ in {"compound", "appos"}))
    return any(token.pos_ == "PROPN" for token in near)


def _event(head: Token, article: Article, dated: _Dated | None) -> FoundEvent | None:
    span = text_of(head)
    times = [time for time in (dated.time, dated.until) if time] if dated else []
    spans = [span_ for time in times if (span_ := _span_of(head.doc, time.passage))]
    parts = (span,) if dated and dated.elsewhere else (span, *spans)
    whole = span_over(head.doc, [token for part in parts for token in part])
    if len(whole) > _LONGEST or (head.pos_ in _VERBS and is_bare_report(head)):
        return None
    is_clause = head.pos_ in _VERBS
    return FoundEvent(
        passage=passage_of(article, whole),
        time=dated.time.passage if dated else None,
        planned=is_clause and tense_of_verb(head) == "future",
        lemmas=lemmas_of(head, whole, spans),
        actors=actors_of(head, whole, article) if is_clause else (),
        until=dated.until.passage if dated and dated.until else None,
        modifier=dated.time.expression.modifier if dated and is_clause else None,
    )
