"""Where the days of one claim differ: statements with their TIMEX3 values in, slots out.

Of several dates that a statement gives the first is the deed's: "was arrested on 16 November and
charged two days later". Two statements differ only where they have no date in common at all.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import permutations

from builder.resolve.claims.comparable import ComparableStatement
from builder.resolve.claims.readable import readable_date
from builder.resolve.claims.slots import Slot, Value
from builder.resolve.times.periods import period_of

_WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_DAY, _WEEK = 10, 7  # characters of `2023-05-24`; days


def date_slots(group: Sequence[ComparableStatement]) -> Iterator[Slot]:
    """The slot of the day, if the statements give two days or more.

    Of statements without a verb in common it cannot be told that their days are of one deed. The
    most exact come first: "May 2023" then fits under the one day that is given in May. What fits
    several is left out.
    """
    dated = [index for index, telling in enumerate(group) if telling.dates]
    deeds = {(group[index].dates, _deed(group[index])) for index in dated}
    told = {
        day for (day, deed), (_, other) in permutations(deeds, 2) if not deed.isdisjoint(other)
    }
    dated = [index for index in dated if group[index].dates in told]
    dated.sort(key=lambda index: (-len(group[index].dates[0]), index))
    days: list[list[int]] = []
    for index in dated:
        fitting = [day for day in days if _is_one_day(group[day[0]], group[index])]
        if not fitting:
            days.append([index])
        elif len(fitting) == 1:
            fitting[0].append(index)
    if len(days) > 1:
        yield Slot(
            kind="date",
            values=tuple(
                Value(wording=readable_date(group[day[0]].dates[0]), statements=tuple(sorted(day)))
                for day in days
            ),
        )


def _deed(telling: ComparableStatement) -> frozenset[tuple[str, bool]]:
    """Its verbs, and whether it denies them: "has not met him since March" dates no meeting."""
    negated = telling.statement.core.negated
    return frozenset((verb, negated) for verb in telling.terms.predicate)


def _is_one_day(one: ComparableStatement, other: ComparableStatement) -> bool:
    """Whether their days fit, or are one weekday that may have been taken for that of a week."""
    if not dates_differ(one.dates, other.dates):
        return True
    try:
        apart = date.fromisoformat(one.dates[0][:_DAY]) - date.fromisoformat(other.dates[0][:_DAY])
    except ValueError:
        return False
    return one.weekday and other.weekday and apart.days % _WEEK == 0


def dates_differ(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether both give dates and none of one fits any of the other's."""
    return bool(one and other) and not any(dates_fit(a, b) for a in one for b in other)


def dates_fit(one: str, other: str) -> bool:
    """Whether one date may lie in the other (`2023-05` and `2023-05-24`); unlike forms may.

    A weekday that nothing anchors ("fri") fits the days of its name.
    """
    if one == other or one.startswith(other) or other.startswith(one):
        return True
    named, day = sorted((one, other), reverse=True)
    if named in _WEEKDAYS and (period := period_of(day)) and period.days == 1:
        return period.first.weekday() == _WEEKDAYS.index(named)
    if one[:1].isdigit() != other[:1].isdigit():
        return True
    if ("W" in one) != ("W" in other) or not one[:1].isdigit():
        return one[:4] == other[:4] and one[:1].isdigit()
    return False
