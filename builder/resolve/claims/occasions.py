"""Whether two articles may tell of two happenings: the days that each gives in, yes or no out.

Two accidents at one port, with one captain and equal numbers, are told in the same words. What
parts them is when: articles about one matter have a day in common, or one close to it (all pairs
of dated articles do in the nineteen stories of `benchmarks` and `tests`). Missed on purpose: two
happenings of which one article tells both.
"""

from collections.abc import Iterable

from builder.resolve.times.periods import period_of

Days = frozenset[int]
"""Days by their number in the calendar (`date.toordinal`)."""

_NEAR = 5  # days: a report late in a working week, a day taken for the next or the last
_LONGEST = 31  # days: what covers more (a year) is near everything


def days_of(values: Iterable[str]) -> Days:
    """All days that TIMEX3 dates cover; none of a date that covers more than a month."""
    periods = filter(None, map(period_of, values))
    return frozenset(
        day
        for period in periods
        if period.days <= _LONGEST
        for day in range(period.first.toordinal(), period.last.toordinal() + 1)
    )


def far_apart(one: Days, other: Days) -> bool:
    """Whether both have days and none of one is near a day of the other."""
    smaller, larger = sorted((one, other), key=len)
    near = (day + by for day in smaller for by in range(-_NEAR, _NEAR + 1))
    return bool(smaller) and larger.isdisjoint(near)
