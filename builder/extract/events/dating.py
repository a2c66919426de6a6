"""What a time dates: the clause of the verb that governs it, or the noun that names an event.

In: the times of an article with its parse. Out: the dated heads, in reading order. A time behind
"after", "before" or "compared with" dates neither: the clause has another time.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from builder.extract.attribution.reporting import reports
from builder.extract.events.filters.reports import dates_report
from builder.extract.events.time_links import told_by
from builder.extract.events.words import is_one_of, words_of
from builder.extract.tense import verb_before
from builder.model.article import Article, Passage
from builder.model.findings import FoundTime

_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_DATING = frozenset({
    "during", "at", "in", "on", "to", "with", "for", "by", "from", "of", "as", "since", "until",
    "between", "over", "throughout", "around", "about",
})  # fmt: skip
_WITHIN = frozenset({"during", "at", "in", "on", "to"})
_CLOCKED = frozenset({"after", "before", "by", "around", "about"})  # "shortly after 3 a.m."
_MODIFYING = frozenset({"compound", "nummod", "amod", "nmod", "poss"})
_SPAN = re.compile(r" ?(?:to|and|through|until|till|[-–—]) ?(?:the )?")
_DASH = re.compile(r" ?[-–—] ?| (?:to|through) ")
_OF_THAT_DAY = ("the same", "that")  # "that evening"
_RELATING = frozenset({"prior", "ahead", "previous", "due", "subsequent"})
_COUNTING = 6  # words before "since": "for the first time in Rome since 2005"
_PERIODS = frozenset({"season", "year", "campaign"})
_DEPTH = 10  # heads above a time


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A head with the time that dates it."""

    head: Token
    """The verb, or the noun that names the event."""
    time: FoundTime
    until: FoundTime | None = None
    elsewhere: bool = False
    """The time stands in the clause before: "Last week Ruiz visited Rome and met Okoye"."""


def dated_in(
    doc: Doc, article: Article, times: Sequence[FoundTime], sentences: Sequence[Span]
) -> Iterator[Dated]:
    """What the times date in these sentences; two times of one span ("from … to") count once."""
    starts = [sent.start for sent in sentences]
    skipped: FoundTime | None = None
    for number, time in enumerate(times):
        if time is skipped or not _is_date(time):
            continue
        after = times[number + 1] if number + 1 < len(times) else None
        skipped = after if after is not None and _is_span(article.text, time, after) else None
        span = span_of(doc, time.passage)
        if span is None or not _is_within(span, sentences, starts):
            continue
        head = _head_of(span, time)
        if head is None or _is_of_generation(span):
            continue
        if is_one_of(head, "delays"):
            if skipped is not None:
                yield Dated(head=head, time=skipped)  # "moved from Friday to Sunday"
            elif not _is_old_day(span.root, head):
                yield Dated(head=head, time=time)
            continue
        yield Dated(head=head, time=time, until=skipped)


def _is_date(time: FoundTime) -> bool:
    expression = time.expression
    vague = (expression.value or "").endswith("_REF") or _is_bare_clock(time)
    return time.type in {"DATE", "TIME"} and not expression.dateline and not vague


def _is_bare_clock(time: FoundTime) -> bool:
    """Whether it tells an hour of a day that only sentences before it may tell: "at 3 a.m."."""
    expression = time.expression
    words = time.passage.text.lower()
    return (
        expression.clock is not None
        and expression.anchor == "mentioned"
        and expression.offset == 0
        and not words.startswith(_OF_THAT_DAY)
    )


def _is_span(text: str, first: FoundTime, second: FoundTime) -> bool:
    """Whether the two are one span: "from Monday to Wednesday", "between 2009 and 2011"."""
    start, end = first.passage.start, first.passage.end
    gap = text[end : second.passage.start]
    opened = re.search(r"(?i)\b(?:from|between) $", text[max(0, start - 9) : start])
    spans = _SPAN if opened else _DASH
    return bool(_is_date(second) and spans.fullmatch(gap))


def _is_within(span: Span, sentences: Sequence[Span], starts: Sequence[int]) -> bool:
    at = bisect_right(starts, span.start) - 1
    return at >= 0 and span.start < sentences[at].end


def span_of(doc: Doc, passage: Passage) -> Span | None:
    """The tokens of a passage."""
    return doc.char_span(passage.start, passage.end, alignment_mode="expand")


def _is_old_day(token: Token, verb: Token) -> bool:
    """Whether it is the day left behind: "postponed Friday's match", "moved it from Friday"."""
    for above in _upwards(token):
        if above.head == verb:
            return above.lower_ == "from" or (above.pos_ in _NOUNS and above != token)
        if above.dep_ == "ROOT":
            break
    return False


def _is_of_generation(span: Span) -> bool:
    """Whether it tells no day, but who lives now: "today's teenagers"."""
    noun = span.root.head
    of_now = span.text.lower() in {"today", "today's", "today’s"}
    return of_now and span.root.dep_ == "poss" and noun.tag_ == "NNS" and not is_event_noun(noun)


def _head_of(span: Span, time: FoundTime) -> Token | None:
    """The verb or the event noun that the time dates, `None` where it dates neither."""
    beside = _noun_before(span) or _report_before(span)
    if beside is not None:
        return beside
    allowed = _DATING | _CLOCKED if time.type == "TIME" else _DATING
    for token in _upwards(span.root):
        if token.dep_ == "prep" and (token.lower_ not in allowed or _is_of_another(token, span)):
            return None  # "after Monday's talks", "compared with May": the clause has another time
        if token.head.pos_ in _VERBS:
            reported = dates_report(token, token.head)
            return token.head.head if reported else told_by(token.head, time)
        if token.head.pos_ in _NOUNS and _dates(token, time):
            return token.head
        if _only_describes(token, time):
            return None  # "the 1991 agreement barred …", "this year's theme"
    return None


def _is_of_another(prep: Token, span: Span) -> bool:
    """Whether the time behind it is not that of the clause.

    "Prior to Friday", "ahead of Friday"; "since a loss on Friday"; "their first win since 2005".
    """
    if prep.lower_ == "to" and span.text.lower() in {"this day", "today", "now"}:
        return True  # "goes on to this day"
    if prep.lower_ in {"to", "of"}:
        return prep.head.lower_ in _RELATING or (prep.i > 0 and prep.nbor(-1).lower_ in _RELATING)
    if prep.lower_ not in {"since", "until"}:
        return False
    if any(child.i not in range(span.start, span.end) for child in prep.children):
        return True
    clause = prep.doc[max(prep.sent.start, prep.i - _COUNTING) : prep.i]
    return prep.lower_ == "since" and any(_counts(token) for token in clause)


def _counts(token: Token) -> bool:
    """Whether it says how often, or that nothing was like it: "first", "the worst"."""
    return token.tag_ in {"JJS", "RBS"} or token.lower_ in {"first", "second", "third", "only"}


def _only_describes(token: Token, time: FoundTime) -> bool:
    noun = token.head
    if _is_subject_misread(token, noun):
        return False
    if noun.lower_ in _PERIODS and noun.dep_ == "pobj":
        return False  # "in the 2008-09 season"
    plain = noun.pos_ in _NOUNS and not is_event_noun(noun)
    return plain and token.dep_ in _MODIFYING and not is_day(time)


def _is_subject_misread(token: Token, noun: Token) -> bool:
    """Whether parsers took a month for a first name: "In March Okoye signed the pact"."""
    alone = noun.pos_ == "PROPN" and noun.dep_ == "pobj" and token.dep_ == "compound"
    return alone and noun.head.i == token.i - 1 and noun.i == token.i + 1


def _dates(token: Token, time: FoundTime) -> bool:
    """Whether the noun above is what the time dates: "last year's invasion of Borduria"."""
    noun = token.head
    by_year = token.dep_ in _MODIFYING and _is_year(time)
    return is_event_noun(noun) and (_stands_apart(noun) or by_year)


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
    fits = noun.pos_ in _NOUNS and is_event_noun(noun) and _stands_apart(noun)
    return noun if fits else None


def _report_before(span: Span) -> Token | None:
    """The report right before: "said on Monday it would wait", where parsers take "wait"."""
    verb = verb_before(span)
    return verb if verb is not None and reports(verb) else None


def is_event_noun(noun: Token) -> bool:
    """Whether the noun names an event: "forum", "invasion"."""
    return noun.lemma_.lower() in words_of("nouns")


def _stands_apart(noun: Token) -> bool:
    """Whether only the noun is dated: "since the raid in May", "over last year's raid"."""
    return noun.dep_ == "pobj" and noun.head.lower_ not in _WITHIN


def is_day(time: FoundTime) -> bool:
    """Whether it tells a day: "Friday", "5 May", not "May"."""
    expression = time.expression
    return bool(expression.weekday or expression.day or expression.unit == "day") or (
        len(expression.value or "") == len("2023-05-24")
    )


def _is_year(time: FoundTime) -> bool:
    expression = time.expression
    return expression.unit == "year" or len(expression.value or "") == len("2023")
