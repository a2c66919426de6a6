"""Time expressions against the calendar: findings in, TIMEX3 out, in article and text order.

Each article has two anchors: its date of publication (the maintainer's, else its own date line)
and the last date mentioned. Without the first, only what is fully stated, or counted from what is,
resolves; the rest is `None`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from builder.model.events import Timex
from builder.model.findings import Findings, FoundTime
from builder.model.ids import ArticleId
from builder.model.times import TimeExpression, Unit
from builder.resolve.times.anchoring import inside, nearest, side_of
from builder.resolve.times.periods import period_of, precision_of, shifted

_LONGEST: dict[Unit, int] = {"day": 1, "week": 7, "weekend": 7, "fortnight": 7, "month": 31}
"""Days of the longest period mentioned that a unit is counted from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Anchors:
    published: date | None
    mentioned: str | None = None
    """The value of the last date mentioned."""
    day: str | None = None
    """The last one that is a day."""
    span: str | None = None
    """The last one that is a month, a quarter, a half or a season."""


def timexes_of(
    published: Mapping[ArticleId, date | None], findings: Sequence[Findings]
) -> tuple[Timex, ...]:
    """Every time expression of the story with its TIMEX3 value, `None` where it cannot be told."""
    return tuple(
        timex
        for found in findings
        for timex in _of_article(found.times, published.get(found.article))
    )


def _of_article(times: Sequence[FoundTime], published: date | None) -> list[Timex]:
    anchors = _Anchors(published=published or _date_line(times))
    timexes = []
    for time in times:
        value = _value(time, anchors)
        if value is not None and _lies_ahead(time, value, anchors.published):
            value = None
        timexes.append(Timex(passage=time.passage, type=time.type, value=value))
        anchors = _moved(anchors, time, value)
    return timexes


def _lies_ahead(time: FoundTime, value: str, published: date | None) -> bool:
    """Whether what is told as past would come after the article: "was found the next morning"."""
    counted = time.expression.anchor == "mentioned" and time.tense == "past"
    period = period_of(value) if counted and published else None
    return bool(period and published and period.days == 1 and period.first > published)


def _date_line(times: Sequence[FoundTime]) -> date | None:
    for time in times:
        if time.expression.dateline and time.expression.value:
            period = period_of(time.expression.value)
            return period.first if period else None
    return None


def _moved(anchors: _Anchors, time: FoundTime, value: str | None) -> _Anchors:
    if value is None or time.type not in {"DATE", "TIME"} or precision_of(value) is None:
        return anchors
    if precision_of(value) == "day":
        return replace(anchors, mentioned=value[:10], day=value[:10])
    if precision_of(value) in {"month", "part"}:
        return replace(anchors, mentioned=value, span=value)
    return replace(anchors, mentioned=value)


def _value(time: FoundTime, anchors: _Anchors) -> str | None:
    expression = time.expression
    base = _base(expression, anchors)
    if base is not None and expression.either_way:
        return _read_by_tense(base, time.tense, anchors.published)
    within = _picks(expression)
    if base is None:
        if expression.offset is not None or expression.value is not None or not within:
            return None
        anchor = _nearest_anchor(expression, anchors)
        return _clocked(nearest(expression, anchor, time.tense), expression) if anchor else None
    if within:
        base = inside(base, expression)
    return _clocked(base, expression)


def _read_by_tense(day: str, tense: str | None, published: date | None) -> str | None:
    """Of "it opened on 7/8/07", published on 9 July, the reading that does not lie ahead."""
    days = (day, f"{day[:5]}{day[8:]}-{day[5:7]}")
    sides = [
        side_of(period, published) for each in days if published and (period := period_of(each))
    ]
    fits = [each for each, side in zip(days, sides, strict=False) if side in {tense, "present"}]
    return fits[0] if len(fits) == 1 else None


def _base(expression: TimeExpression, anchors: _Anchors) -> str | None:
    if expression.value is not None:
        return expression.value
    if expression.offset is None or expression.unit is None:
        return None
    if expression.anchor == "published":
        if anchors.published is None:
            return None
        return shifted(anchors.published, expression.unit, expression.offset)
    return _from_mentioned(expression, anchors)


def _from_mentioned(expression: TimeExpression, anchors: _Anchors) -> str | None:
    assert expression.unit is not None  # noqa: S101 - `_base` asked
    assert expression.offset is not None  # noqa: S101 - `_base` asked
    if expression.same:
        return _same_part(anchors, expression.offset)
    value = anchors.mentioned
    if value is None or not _is_as_fine(value, expression.unit):
        value = anchors.day or (anchors.published.isoformat() if anchors.published else None)
    period = period_of(value) if value else None
    if period is None or value is None:
        return None
    return shifted(period.first, expression.unit, expression.offset)


def _is_as_fine(value: str, unit: Unit) -> bool:
    """Whether a period of that unit can be counted from it: no week from "last summer"."""
    period, longest = period_of(value), _LONGEST.get(unit)
    return longest is None or (period is not None and period.days <= longest)


def _same_part(anchors: _Anchors, years: int) -> str | None:
    """The month, quarter or season mentioned last, in another year: "same month a year ago"."""
    if anchors.span is not None:
        return f"{int(anchors.span[:4]) + years:04}{anchors.span[4:]}"
    return f"{anchors.published.year + years:04}" if anchors.published else None


def _picks(expression: TimeExpression) -> bool:
    return bool(
        expression.month
        or expression.day
        or expression.weekday
        or expression.part
        or expression.nth
        or expression.easter is not None
        or (expression.unit and expression.offset is None and expression.value is None)
    )


def _nearest_anchor(expression: TimeExpression, anchors: _Anchors) -> date | None:
    if expression.anchor == "mentioned" and anchors.day:
        return date.fromisoformat(anchors.day)
    return anchors.published


def _clocked(value: str | None, expression: TimeExpression) -> str | None:
    if value is None or expression.clock is None:
        return value
    return f"{value}{expression.clock}" if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None
