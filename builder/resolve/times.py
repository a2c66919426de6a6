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

_NEAR = 10  # days: "is to run from 23 January", published on the 28th, is not next year's
_AGAINST_TENSE = 3  # a quarter may lie against the tense when the other is three times as far
_MONTH = 30  # days


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
        return _clocked(_nearest(time, anchor), expression) if anchor else None
    if within:
        base = _inside(base, expression)
    return _clocked(base, expression)


def _read_by_tense(day: str, tense: str | None, published: date | None) -> str | None:
    """ "It opened on 7/8/07", published on 9 July: the reading that does not lie ahead; else open."""
    days = (day, f"{day[:5]}{day[8:]}-{day[5:7]}")
    sides = [
        _side(period, published) for each in days if published and (period := period_of(each))
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
    value = anchors.day if expression.unit == "day" else anchors.mentioned
    if value is None:
        value = anchors.published.isoformat() if anchors.published else None
    period = period_of(value) if value else None
    if period is None or value is None:
        return None
    return shifted(period.first, expression.unit, expression.offset)


def _same_part(anchors: _Anchors, years: int) -> str | None:
    """ "the same month a year ago": of the month, quarter or season mentioned last, else the year."""
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
        or (expression.unit and expression.offset is None and expression.value is None)
    )


def _inside(base: str, expression: TimeExpression) -> str | None:
    """What the expression picks inside the period `base`."""
    period = period_of(base)
    if period is None:
        return None
    if expression.part == "FY":
        return f"FY{period.first.year:04}"
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
    tense = time.tense
    if expression.modifier == "until":  # "was adjourned until 14 June": the verb says nothing of it
        tense = None
    periods = [
        (value, period)
        for year in range(anchor.year - 8, anchor.year + 9)
        if (value := _in_year(expression, year)) and (period := period_of(value))
    ]
    return _chosen(periods, expression, anchor, tense)


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
    """The nearest on the side that the words or the tense say, else the nearest of all."""
    direction = expression.direction
    if direction in {"past", "future"}:
        periods = [pair for pair in periods if _side(pair[1], anchor) == direction]
    elif tense in {"past", "future"} and not expression.part:
        near = [pair for pair in periods if expression.day and _distance(pair[1], anchor) <= _NEAR]
        agreeing = [pair for pair in periods if _side(pair[1], anchor) in {tense, "present"}]
        periods = near or agreeing
    against = tense if expression.part else None

    def cost(pair: tuple[str, Period]) -> int:
        side = _side(pair[1], anchor)
        factor = _AGAINST_TENSE if against in {"past", "future"} and side != against else 1
        return factor * (_distance(pair[1], anchor) + _MONTH)

    return min(periods, key=cost, default=(None, None))[0]


def _side(period: Period, anchor: date) -> str:
    if period.last < anchor:
        return "past"
    return "future" if period.first > anchor else "present"


def _distance(period: Period, anchor: date) -> int:
    return max(0, (period.first - anchor).days, (anchor - period.last).days)


def _clocked(value: str | None, expression: TimeExpression) -> str | None:
    if value is None or expression.clock is None:
        return value
    return f"{value}{expression.clock}" if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None
