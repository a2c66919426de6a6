"""Time expressions against the calendar: findings in, TIMEX3 out, in article order, then text order.

Each article has two anchors: its date of publication (the maintainer's, else its own date line) and
the last date mentioned. Without the first, only what is fully stated is resolved; the rest is `None`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from builder.model.dossier import Timex
from builder.model.findings import Findings, FoundTime
from builder.model.ids import ArticleId
from builder.model.times import TimeExpression
from builder.resolve.periods import Period, named, period_of, precision_of, shifted

_Direction = str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Anchors:
    published: date | None
    mentioned: str | None = None
    """The value of the last date mentioned."""
    day: str | None = None
    """The last one that is a day."""


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
        timexes.append(Timex(passage=time.passage, type=time.type, value=value))
        anchors = _moved(anchors, time, value)
    return timexes


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
    return replace(anchors, mentioned=value)


def _value(time: FoundTime, anchors: _Anchors) -> str | None:
    expression = time.expression
    base = _base(expression, anchors)
    within = _picks(expression)
    if base is None:
        if expression.offset is not None or expression.value is not None or not within:
            return None
        anchor = _nearest_anchor(expression, anchors)
        return _clocked(_nearest(time, anchor), expression) if anchor else None
    if within:
        base = _inside(base, expression)
    return _clocked(base, expression)


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
    if expression.unit == "day" and not expression.same:
        value = anchors.day
    else:
        value = anchors.mentioned
    if value is None:
        value = anchors.published.isoformat() if anchors.published else None
    period = period_of(value) if value else None
    if period is None or value is None:
        return None
    if expression.same and precision_of(value) in {"day", "month", "part"}:
        return _same_part(value, expression.offset)
    return shifted(period.first, expression.unit, expression.offset)


def _same_part(value: str, years: int) -> str:
    return f"{int(value[:4]) + years:04}{value[4:]}"


def _picks(expression: TimeExpression) -> bool:
    return bool(
        expression.month
        or expression.day
        or expression.weekday
        or expression.part
        or expression.nth
        or (expression.unit and expression.offset is None and expression.value is None)
    )


def _inside(base: str, expression: TimeExpression) -> str | None:
    """What the expression picks inside the period `base`."""
    period = period_of(base)
    if period is None:
        return None
    if expression.part:
        return f"{period.first.year:04}-{expression.part}"
    if expression.month:
        base = f"{period.first.year:04}-{expression.month:02}"
    if expression.day:
        value = f"{base[:7]}-{expression.day:02}"
        return value if period_of(value) else None
    inner = period_of(base)
    if expression.nth and inner:
        return _nth(inner, expression)
    if expression.weekday and inner:
        ahead = (expression.weekday - inner.first.isoweekday()) % 7
        return (inner.first + timedelta(days=ahead)).isoformat()
    return base


def _nth(period: Period, expression: TimeExpression) -> str | None:
    assert expression.nth is not None  # noqa: S101 - `_inside` asked
    weekday = expression.weekday or (6 if expression.unit == "weekend" else 4)
    # an ISO week belongs to the month that holds its Thursday
    ahead = (weekday - period.first.isoweekday()) % 7
    days = [
        period.first + timedelta(days=number)
        for number in range(ahead, period.days, 7)
    ]  # fmt: skip
    place = expression.nth if expression.nth < 0 else expression.nth - 1
    if place >= len(days):
        return None
    return named("day" if expression.weekday else expression.unit or "week", days[place])


def _nearest_anchor(expression: TimeExpression, anchors: _Anchors) -> date | None:
    if expression.anchor == "mentioned" and anchors.day:
        return date.fromisoformat(anchors.day)
    return anchors.published


def _nearest(time: FoundTime, anchor: date) -> str | None:
    expression = time.expression
    if expression.weekday and not expression.month:
        return _nearest_weekday(expression, anchor, time.tense)
    if expression.unit == "weekend" and not expression.month:
        return _nearest_weekend(anchor, time.tense)
    periods = [
        (value, period)
        for year in range(anchor.year - 8, anchor.year + 9)
        if (value := _in_year(expression, year)) and (period := period_of(value))
    ]
    return _chosen(periods, expression, anchor, time.tense)


def _nearest_weekday(expression: TimeExpression, anchor: date, tense: str | None) -> str:
    assert expression.weekday is not None  # noqa: S101 - `_nearest` asked
    back = (anchor.isoweekday() - expression.weekday) % 7
    ahead = (expression.weekday - anchor.isoweekday()) % 7
    if expression.direction == "past":
        days = -(back or 7)
    elif expression.direction == "future":
        days = ahead or 7
    else:  # 90 % of bare weekdays are the latest on or before publication; the others have a future verb
        days = ahead if tense == "future" else -back
    return (anchor + timedelta(days=days)).isoformat()


def _nearest_weekend(anchor: date, tense: str | None) -> str:
    if anchor.isoweekday() < 6 and tense != "future":  # noqa: PLR2004 - Saturday
        return named("weekend", anchor - timedelta(days=7))
    return named("weekend", anchor)


def _in_year(expression: TimeExpression, year: int) -> str | None:
    if expression.part:
        return f"{year:04}-{expression.part}"
    return _inside(f"{year:04}", expression)


def _chosen(
    periods: Sequence[tuple[str, Period]],
    expression: TimeExpression,
    anchor: date,
    tense: str | None,
) -> str | None:
    """The latest begun, the earliest not over, or the nearest."""
    strict = expression.direction in {"past", "future"}
    direction = expression.direction or tense
    if direction == "past":
        fits = [value for value, period in periods if period.last < anchor] if strict or expression.part else [
            value for value, period in periods if period.first <= anchor
        ]  # fmt: skip
        return fits[-1] if fits else None
    if direction == "future":
        fits = [
            value
            for value, period in periods
            if (period.first > anchor if strict else period.last >= anchor)
        ]
        return fits[0] if fits else None
    return min(periods, key=lambda pair: _distance(pair[1], anchor), default=(None, None))[0]


def _distance(period: Period, anchor: date) -> int:
    return max(0, (period.first - anchor).days, (anchor - period.last).days)


def _clocked(value: str | None, expression: TimeExpression) -> str | None:
    if value is None or expression.clock is None:
        return value
    return f"{value}{expression.clock}" if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None
