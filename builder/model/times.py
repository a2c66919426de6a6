"""A time expression before it is resolved: what it says, and what it must be counted from."""

from dataclasses import dataclass
from typing import Literal

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Tense = Literal["past", "present", "future"]
Unit = Literal[
    "second", "minute", "hour", "day", "weekend", "week", "fortnight", "month", "quarter",
    "season", "half", "year", "decade", "century",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """What a time expression says.

    Exactly one way of reading holds:

    - `value` is set: fully stated, already TIMEX3 ("24 May 2023" is `2023-05-24`, "two weeks" is `P2W`).
    - `value` is None: counted from an anchor. `offset` units from it when `offset` is set ("yesterday" is
      day, -1; "last week" is week, -1; "this year" is year, 0; "two days later" is day, +2 from the
      last date mentioned); otherwise the nearest fitting calendar name: `weekday` (1 Monday … 7 Sunday),
      `month` (1 … 12) with or without `day`, `part` for a named part ("SU", "Q2", "H1", "MO", "NI").
    """

    value: str | None = None
    anchor: Literal["published", "mentioned"] = "published"
    unit: Unit | None = None
    offset: int | None = None
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    part: str | None = None
    clock: str | None = None
    """Time of day, `T09:30`, appended to the resolved day."""
    direction: Literal["past", "future"] | None = None
    """Said by the words themselves ("last Friday", "next May"); otherwise the tense decides."""
    modifier: (
        Literal["about", "start", "mid", "end", "since", "until", "before", "after"] | None
    ) = None
