"""A time expression before it is resolved: what it says, and what it must be counted from."""

from dataclasses import dataclass
from typing import Literal

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Tense = Literal["past", "present", "future"]
Unit = Literal[
    "second", "minute", "hour", "day", "weekend", "week", "fortnight", "month", "quarter",
    "season", "half", "year", "decade", "century",
]  # fmt: skip
Anchor = Literal["published", "mentioned"]
Modifier = Literal["about", "start", "mid", "end", "since", "until", "before", "after"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """What a time expression says, in up to three steps from the large to the small.

    1. The period that it starts from: `value`, fully stated in TIMEX3 ("24 May 2023" is
       `2023-05-24`, "two weeks" is `P2W`, "recently" is `PAST_REF`); or, counted from the anchor,
       `offset` units ("yesterday" is day, -1; "last week" is week, -1; "two days later" is day,
       +2 from the last date mentioned); or neither, and the calendar name nearest to the anchor
       is meant.
    2. What is meant inside that period, or nearest to the anchor: `month` with or without `day`,
       `weekday`, `part` ("Q2", "H1", "SU"), or the `nth` unit ("the last week of March").
    3. `clock`, the time of day, appended to the day.
    """

    value: str | None = None
    anchor: Anchor = "published"
    unit: Unit | None = None
    offset: int | None = None
    nth: int | None = None
    """Which unit or weekday inside the period: 1 the first, -1 the last."""
    weekday: int | None = None
    """1 Monday … 7 Sunday."""
    month: int | None = None
    day: int | None = None
    part: str | None = None
    """A part of the year: `Q1` … `Q4`, `H1`, `H2`, `SP`, `SU`, `FA`, `WI`; `FY` a fiscal year."""
    clock: str | None = None
    """`T09:30`, `T08:30Z`, or a part of the day: `TMO`, `TAF`, `TEV`, `TNI`."""
    direction: Literal["past", "present", "future"] | None = None
    """Said by the words themselves ("last Friday", "this May"); otherwise the tense decides."""
    same: bool = False
    """Keeps the precision of the anchor: "the same month a year ago" is a month."""
    easter: int | None = None
    """So many days after Easter Sunday, of the year stated or the nearest: -2 is Good Friday."""
    either_way: bool = False
    """Day and month may stand the other way round ("7/8/07")."""
    dateline: bool = False
    """It heads the article and says when it was written."""
    modifier: Modifier | None = None
