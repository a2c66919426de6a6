"""Time expressions of one article: a `Doc` in, unresolved `FoundTime`s with their tense out.

Rules over the text find them, the parse decides what only looks like a time. Deliberately missed:
moving feasts, eras ("the Obama years"), events that stand for their date ("since the war").
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from builder.extract.tense import tense_of
from builder.extract.times import calendar, clock, days, relative, spans
from builder.extract.times.datelines import is_dateline
from builder.extract.times.doubt import is_no_time, masked_names
from builder.extract.times.patterns import NO_TIME, Reading
from builder.extract.times.scan import Match, matches
from builder.model.article import Article
from builder.model.findings import FoundTime
from builder.model.times import Modifier, TimeExpression

_RULES = (*days.RULES, *calendar.RULES, *relative.RULES, *spans.RULES, *clock.RULES)
_JOINT = re.compile(r" ?(?:on |at |in |of )?(?:the )?(?:early |late )?")
_FAR = 25  # characters from a clock to the day that it takes over
_MODIFIERS: dict[str, Modifier] = {
    "since": "since", "until": "until", "till": "until", "before": "before", "after": "after",
    "about": "about", "around": "about", "roughly": "about", "approximately": "about",
    "circa": "about", "nearly": "about", "almost": "about", "some": "about",
}  # fmt: skip


def times_in(doc: Doc, article: Article) -> tuple[FoundTime, ...]:
    """The time expressions of the article, in reading order, none overlapping another."""
    text = masked_names(article.readable)
    kept = _dated(text, _joined(text, _sure(doc, _longest(matches(text, _RULES)))))
    return tuple(_found(doc, article, match) for match in kept)


def _longest(found: Iterable[Match]) -> list[Match]:
    kept: list[Match] = []
    for match in sorted(found, key=lambda match: (match.start, -match.end)):
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return kept


def _sure(doc: Doc, matches: Iterable[Match]) -> list[Match]:
    sure = []
    for match in matches:
        span = doc.char_span(match.start, match.end, alignment_mode="expand")
        if match.reading is NO_TIME:
            continue
        if span is not None and not is_no_time(span, match.reading):
            sure.append(match)
    return sure


def _joined(text: str, matches: Sequence[Match]) -> list[Match]:
    """Day and clock as one time: "9:30 a.m. on Tuesday"."""
    joined: list[Match] = []
    for match in matches:
        last = joined[-1] if joined else None
        gap = text[last.end : match.start] if last else ""
        whole = _together(last.reading, match.reading) if last else None
        if last is None or whole is None or not _JOINT.fullmatch(gap):
            joined.append(match)
        else:
            joined[-1] = Match(start=last.start, end=match.end, reading=whole)
    return joined


def _dated(text: str, times: Sequence[Match]) -> list[Match]:
    """The first clock takes the day over: "from 7 a.m. to 9 p.m. on Tuesday"."""
    dated: list[Match] = []
    for match in reversed(times):
        after = dated[-1] if dated else None
        whole = _taken_over(match.reading, after.reading) if after else None
        gap = text[match.end : after.start] if after else ""
        if whole is not None and len(gap) <= _FAR and not re.search(r"[.;!?\n]", gap):
            match = replace(match, reading=whole)  # noqa: PLW2901 - the same match, dated
        dated.append(match)
    return dated[::-1]


def _taken_over(clock: Reading, day: Reading) -> Reading | None:
    if not _is_bare_clock(clock.expression) or _is_bare_clock(day.expression):
        return None
    if not _is_day(day.expression):
        return None
    expression = replace(day.expression, clock=clock.expression.clock)
    return Reading(type="TIME", expression=expression)


def _together(first: Reading, second: Reading) -> Reading | None:
    for day, time in (
        (first.expression, second.expression),
        (second.expression, first.expression),
    ):
        if _is_bare_clock(time) and day.clock is None and _is_day(day):
            return Reading(type="TIME", expression=replace(day, clock=time.clock))
    return None


def _is_bare_clock(expression: TimeExpression) -> bool:
    return (
        expression.clock is not None
        and expression.offset == 0
        and expression.anchor == "mentioned"
    )


def _is_day(expression: TimeExpression) -> bool:
    if expression.value is not None:
        return re.fullmatch(r"\d{4}-\d\d-\d\d", expression.value) is not None
    return bool(expression.weekday or expression.day or expression.unit == "day")


def _found(doc: Doc, article: Article, match: Match) -> FoundTime:
    span = doc.char_span(match.start, match.end, alignment_mode="expand")
    assert span is not None  # noqa: S101 - `_sure` kept only those that have a span
    expression = replace(
        match.reading.expression,
        modifier=match.reading.expression.modifier or _modifier_before(article.text, match.start),
        dateline=is_dateline(article.text, match),
    )
    return FoundTime(
        passage=article.passage(match.start, match.end),
        type=match.reading.type,
        expression=expression,
        tense=tense_of(span),
    )


def _modifier_before(text: str, start: int) -> Modifier | None:
    words = re.findall(r"[a-z]+", text[max(0, start - 16) : start].lower())
    return _MODIFIERS.get(words[-1]) if words else None
