"""Times that are read together: "9:30 a.m. on Tuesday", "from Monday to Wednesday", "In March".

In: the text and its matches in reading order. Out: fewer matches, or the same ones that lean on
the time before them. Missed: spans whose two ends stand far from each other.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from builder.extract.times.patterns import Reading
from builder.extract.times.token_patterns import Match
from builder.model.times import TimeExpression

_JOINT = re.compile(r" ?(?:on |at |in |of )?(?:the )?(?:early |late )?")
_FAR = 25  # characters from a clock to the day that it takes over
_TO = re.compile(r"(?i) ?(?:to|through|thru|until|till|[-–—]) ?(?:early |late )?")
_AND = re.compile(r"(?i) and (?:early |late )?")
_OPENS = re.compile(r"(?:^|[.!?…][\"'”’)]?\s|\n)[\"'“‘]?(?:In|By|That|Since|During|From|Until) $")
_BACK = 12  # characters before a time that tell whether it opens its sentence
_NEXT = 300  # characters to the sentence after: longer ones have left the story told
_PARTS = frozenset({"TMO", "TAF", "TEV", "TNI"})  # "9 p.m. on Saturday night": the hour says more
_NOON = 12
_AFTER_NOON = {"TAF": 1, "TEV": 3, "TNI": 6}  # the first hour that means one after noon
_YEAR = re.compile(r"\d{4}(?:-\d\d)?")
_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BESIDE = re.compile(r",? (?:on )?(?:[–—-] )?\(?(?:on )?")  # ", on May 22", " (22 May)"


def combined(text: str, matches: Sequence[Match]) -> list[Match]:
    """The times as they are meant beside each other."""
    return _narrated(text, _spanned(text, _explained(text, _dated(text, _joined(text, matches)))))


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
        if whole is not None and len(gap) <= _FAR and not re.search(r"[.;!?\n(]", gap):
            match = replace(match, reading=whole)  # noqa: PLW2901 - the same match, dated
        dated.append(match)
    return dated[::-1]


def _explained(text: str, times: Sequence[Match]) -> list[Match]:
    """A day told twice: "a day earlier, on May 22, …", "the following day (22 May)"."""
    explained = list(times)
    for at, (first, last) in enumerate(pairwise(times)):
        counted = first.reading.expression.anchor == "mentioned" and first.reading.type == "DATE"
        is_date = last.reading.type == "DATE" and _is_full_day(last.reading.expression)
        is_day = first.reading.expression.unit == "day"
        if counted and is_day and is_date and _BESIDE.fullmatch(text[first.end : last.start]):
            explained[at] = replace(first, reading=last.reading)
    return explained


def _spanned(text: str, times: Sequence[Match]) -> list[Match]:
    """The end of a span follows its beginning: "runs Friday to Monday", "between May and July"."""
    spanned = list(times)
    for at, (first, last) in enumerate(pairwise(times), start=1):
        named = _is_bare_day(first.reading.expression) and _is_bare_day(last.reading.expression)
        if named and _is_span(text, first, last):
            meant = replace(last.reading.expression, anchor="mentioned", direction="future")
            spanned[at] = replace(last, reading=replace(last.reading, expression=meant))
    return spanned


def _narrated(text: str, times: Sequence[Match]) -> list[Match]:
    """A story told by years: "In 2016 he moved to Rome. In March he married": in March 2016."""
    told: list[Match] = []
    year: Match | None = None
    for match in times:
        expression = match.reading.expression
        opens = bool(_OPENS.search(text[max(0, match.start - _BACK) : match.start]))
        if opens and _YEAR.fullmatch(expression.value or ""):
            year = match
        elif year and opens and _is_bare_month(expression) and _follows(text, year, match):
            meant = replace(expression, unit="year", offset=0, anchor="mentioned")
            match = replace(match, reading=replace(match.reading, expression=meant))  # noqa: PLW2901 - the same match, its year known
            year = match
        elif match.reading.type == "DATE":
            year = None
        told.append(match)
    return told


def _follows(text: str, year: Match, match: Match) -> bool:
    gap = text[year.end : match.start]
    return len(gap) <= _NEXT and "\n" not in gap


def _is_span(text: str, first: Match, last: Match) -> bool:
    gap = text[first.end : last.start]
    between = text[max(0, first.start - 8) : first.start].lower().endswith("between ")
    return bool(_TO.fullmatch(gap) or (between and _AND.fullmatch(gap)))


def _is_bare_month(expression: TimeExpression) -> bool:
    stated = expression.value or expression.direction or expression.unit or expression.nth
    return expression.month is not None and not stated


def _is_bare_day(expression: TimeExpression) -> bool:
    """Whether only a weekday is named, or only day and month."""
    if expression.value or expression.unit or expression.nth:
        return False
    if expression.month:
        return expression.day is not None
    return expression.weekday is not None and not expression.direction


def _taken_over(clock: Reading, day: Reading) -> Reading | None:
    if not _is_bare_clock(clock.expression) or _is_bare_clock(day.expression):
        return None
    if not is_day(day.expression):
        return None
    expression = replace(day.expression, clock=clock.expression.clock)
    return Reading(type="TIME", expression=expression)


def _together(first: Reading, second: Reading) -> Reading | None:
    for day, time in (
        (first.expression, second.expression),
        (second.expression, first.expression),
    ):
        stated = day.clock is None or (day.clock in _PARTS and time.clock not in _PARTS)
        if _is_bare_clock(time) and stated and is_day(day):
            clock = _in_part(time.clock or "", day.clock)
            return Reading(type="TIME", expression=replace(day, clock=clock))
    return None


def _in_part(clock: str, part: str | None) -> str:
    """The hour as the part of the day means it: 4 o'clock in the afternoon is T16:00."""
    first = _AFTER_NOON.get(part or "")
    hour = re.fullmatch(r"T(\d\d)(:\d\d)", clock)
    if first is None or hour is None or not first <= int(hour[1]) < _NOON:
        return clock
    return f"T{int(hour[1]) + _NOON}{hour[2]}"


def _is_full_day(expression: TimeExpression) -> bool:
    stated = expression.value or ""
    return bool(expression.month and expression.day) or bool(_FULL_DAY.fullmatch(stated))


def _is_bare_clock(expression: TimeExpression) -> bool:
    return (
        expression.clock is not None
        and expression.offset == 0
        and expression.anchor == "mentioned"
    )


def is_day(expression: TimeExpression) -> bool:
    """Whether it says which day is meant."""
    if expression.easter is not None:
        return True
    if expression.value is not None:
        return _FULL_DAY.fullmatch(expression.value) is not None
    return bool(expression.weekday or expression.day or expression.unit == "day")
