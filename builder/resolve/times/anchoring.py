"""The calendar name nearest to an anchor: "Friday", "in March", "the second quarter", "24 May".

In: what the words name, the anchor, the tense of the verb. Out: the TIMEX3 value that is meant.
"""

from collections.abc import Sequence
from datetime import date

from builder.model.times import TimeExpression
from builder.resolve.times.periods import Period, days_from, easter, named, period_of

_YEARS = 8  # on both sides of the anchor: enough for 29 February
_NEAR = 10  # days: "is to run from 23 January", published on the 28th, is not next year's
_AGAINST_TENSE = 3  # a quarter may lie against the tense when the other is three times as far
_MONTH = 30  # days
_SATURDAY = 6
_THURSDAY = 4  # an ISO week belongs to the month that holds its Thursday


def nearest(expression: TimeExpression, anchor: date, tense: str | None) -> str | None:
    """The day, weekend, month or part of a year of that name which is meant."""
    if expression.modifier == "until" and tense != "future":
        tense = None  # "was adjourned until 14 June" says nothing; "would go on until Friday" does
    if expression.weekday and not expression.month:
        return _nearest_weekday(expression, anchor, tense)
    if expression.unit == "weekend" and not expression.month:
        return _nearest_weekend(anchor, tense)
    periods = [
        (value, period)
        for year in range(anchor.year - _YEARS, anchor.year + _YEARS + 1)
        if (value := inside(f"{year:04}", expression))
        if (period := period_of(value))
    ]
    return _chosen(periods, expression, anchor, tense)


def inside(base: str, expression: TimeExpression) -> str | None:
    """What the expression picks inside the period of the value `base`, `None` where nothing."""
    period = period_of(base)
    if period is None:
        return None
    year = f"{period.first.year:04}"
    if expression.part:
        return f"FY{year}" if expression.part == "FY" else f"{year}-{expression.part}"
    if expression.easter is not None:
        return _named_day(easter(period.first.year), expression.easter)
    if expression.month:
        base = f"{year}-{expression.month:02}"
    if expression.day:
        base = f"{base[:7]}-{expression.day:02}"
    inner = period_of(base)
    if inner is None:  # 29 February of a common year
        return None
    return _day_inside(inner, expression) if expression.nth or expression.weekday else base


def side_of(period: Period, anchor: date) -> str:
    """`past`, `present` or `future`, as seen from the anchor."""
    if period.last < anchor:
        return "past"
    return "future" if period.first > anchor else "present"


def _named_day(day: date, days: int) -> str | None:
    meant = days_from(day, days)
    return meant.isoformat() if meant else None


def _nearest_weekday(expression: TimeExpression, anchor: date, tense: str | None) -> str | None:
    ahead = ((expression.weekday or 0) - anchor.isoweekday()) % 7
    back = -ahead % 7
    if expression.direction == "past":
        days = -(back or 7)
    elif expression.direction == "future":
        days = ahead or 7
    else:  # 90 % are the latest on or before publication; the others have a future verb
        near = tense == "present" and 0 < ahead < back
        days = ahead if tense == "future" or near else -back
    return _named_day(anchor, days)


def _nearest_weekend(anchor: date, tense: str | None) -> str | None:
    is_over = anchor.isoweekday() < _SATURDAY and tense != "future"
    day = days_from(anchor, -7 if is_over else 0)
    return named("weekend", day) if day else None


def _chosen(
    periods: Sequence[tuple[str, Period]],
    expression: TimeExpression,
    anchor: date,
    tense: str | None,
) -> str | None:
    """The nearest on the side that the words or the tense say, else the nearest of all."""
    direction = expression.direction
    if direction in {"past", "future"}:
        periods = [pair for pair in periods if side_of(pair[1], anchor) == direction]
    elif tense in {"past", "future"} and not expression.part:
        near = [pair for pair in periods if expression.day and _distance(pair[1], anchor) <= _NEAR]
        agreeing = [pair for pair in periods if side_of(pair[1], anchor) in {tense, "present"}]
        periods = near or agreeing
    against = tense if expression.part else None

    def cost(pair: tuple[str, Period]) -> int:
        side = side_of(pair[1], anchor)
        factor = _AGAINST_TENSE if against in {"past", "future"} and side != against else 1
        return factor * (_distance(pair[1], anchor) + _MONTH)

    return min(periods, key=cost, default=(None, None))[0]


def _distance(period: Period, anchor: date) -> int:
    return max(0, (period.first - anchor).days, (anchor - period.last).days)


def _day_inside(period: Period, expression: TimeExpression) -> str | None:
    """The last of "the last week of March", the second of "the second Tuesday in May"."""
    nth = expression.nth or 1
    weekday = expression.weekday or (_SATURDAY if expression.unit == "weekend" else _THURSDAY)
    ahead = (weekday - period.first.isoweekday()) % 7
    days = range(ahead, period.days, 7)
    place = nth if nth < 0 else nth - 1
    if place >= len(days):
        return None
    day = days_from(period.first, days[place])
    return named("day" if expression.weekday else expression.unit or "week", day) if day else None
