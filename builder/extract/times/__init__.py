"""Time expressions of one article: a `Doc` in, unresolved `FoundTime`s with their tense out.

Rules over the text find them, the parse decides what only looks like a time. Deliberately missed:
eras ("the Obama years"), events that stand for their date ("since the war").
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from builder.extract.tense import tense_of
from builder.extract.times import (
    calendar,
    clock,
    counted,
    days,
    feasts,
    ranges,
    references,
    relative,
)
from builder.extract.times.combined import combined
from builder.extract.times.datelines import is_dateline, printed_in
from builder.extract.times.false_positives import is_no_time, masked_names
from builder.extract.times.patterns import NO_TIME
from builder.extract.times.token_patterns import Match, matches
from builder.model.article import Article
from builder.model.findings import FoundTime
from builder.model.times import Modifier, TimeExpression

_RULES = (
    *feasts.RULES,
    *days.RULES,
    *calendar.RULES,
    *relative.RULES,
    *counted.RULES,
    *references.RULES,
    *ranges.RULES,
    *clock.RULES,
)
_MODIFIERS: dict[str, Modifier] = {
    "since": "since", "until": "until", "till": "until", "before": "before", "after": "after",
    "about": "about", "around": "about", "roughly": "about", "approximately": "about",
    "circa": "about", "nearly": "about", "almost": "about", "some": "about",
}  # fmt: skip
_LAST_WORD = re.compile(r"([A-Za-z]+)[^A-Za-z]*$")


def times_in(doc: Doc, article: Article) -> tuple[FoundTime, ...]:
    """The time expressions of the article, in reading order, none overlapping another."""
    text = masked_names(article.readable)
    kept = combined(text, _sure(doc, _longest(matches(text, _RULES))))
    found = [_found(doc, article, match) for match in kept]
    return tuple(sorted((*_stamp(article, found), *found), key=lambda time: time.passage))


def _longest(found: Iterable[Match]) -> list[Match]:
    kept: list[Match] = []
    for match in sorted(found, key=lambda match: (match.start, -match.end)):
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return kept


def _sure(doc: Doc, matches: Iterable[Match]) -> list[Match]:
    sure = []
    for match in matches:
        if match.reading is NO_TIME:
            continue
        span = doc.char_span(match.start, match.end, alignment_mode="expand")
        if span is not None and not is_no_time(span, match.reading):
            sure.append(match)
    return sure


def _found(doc: Doc, article: Article, match: Match) -> FoundTime:
    span = doc.char_span(match.start, match.end, alignment_mode="expand")
    assert span is not None  # noqa: S101 - `_sure` kept only those that have a span
    expression = replace(
        match.reading.expression,
        modifier=_modifier(article.text, match),
        dateline=is_dateline(article.text, match),
    )
    return FoundTime(
        passage=article.passage(match.start, match.end),
        type=match.reading.type,
        expression=expression,
        tense="past" if _is_of_results(span, expression) else tense_of(span),
    )


def _is_of_results(span: Span, expression: TimeExpression) -> bool:
    """Whether its figures are in: "will report first-quarter results" is of the quarter before."""
    if expression.part is None or span.end >= len(span.doc):
        return False
    return span.doc[span.end].lemma_.lower() in {"result", "results", "earning", "earnings"}


def _stamp(article: Article, found: Sequence[FoundTime]) -> Iterator[FoundTime]:
    """The date that the article prints as its own, where it stands in boilerplate."""
    printed = printed_in(article)
    if printed is None:
        return
    start, end = printed.passage.start, printed.passage.end
    if not any(time.passage.start < end and start < time.passage.end for time in found):
        yield replace(printed, expression=replace(printed.expression, dateline=True))


def _modifier(text: str, match: Match) -> Modifier | None:
    """What says more: "since early 2022" goes on, though it also tells the part of the year."""
    own, before = match.reading.expression.modifier, _modifier_before(text, match.start)
    return before if before in {"since", "until"} else own or before


def _modifier_before(text: str, start: int) -> Modifier | None:
    word = _LAST_WORD.search(text, max(0, start - 16), start)
    return _MODIFIERS.get(word[1].lower()) if word else None
