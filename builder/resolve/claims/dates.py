"""Where the days and hours of one claim differ: statements with their TIMEX3 values in, slots out.

Of several dates that a statement gives the first is the deed's: "was arrested on 16 November and
charged two days later"; of a day that was moved ("planned for 2 April, now due on 7 May") the
last. Two statements differ only where they have no date in common at all.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise, permutations

from builder.resolve.claims.change_words import tells
from builder.resolve.claims.comparable import ComparableStatement
from builder.resolve.claims.readable import readable_date
from builder.resolve.claims.slots import Slot, Value
from builder.resolve.times.periods import period_of

_WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_DAY, _WEEK = 10, 7  # characters of `2023-05-24`; days
_APART = 10  # minutes; less is one hour, told more or less exactly


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
    moved = any(tells("moves", group[index].passage.text) for index in dated)
    dated = [index for index in dated if moved or group[index].dates in told]
    own = {index: day_told(group[index]) for index in dated}
    dated.sort(key=lambda index: (-len(own[index][0]), index))
    days: list[list[int]] = []
    for index in dated:
        fitting = [day for day in days if _is_one_day(group, own, day[0], index)]
        if not fitting:
            days.append([index])
        elif len(fitting) == 1:
            fitting[0].append(index)
    if len(days) > 1:
        yield Slot(
            kind="date",
            values=tuple(
                Value(wording=readable_date(own[day[0]][0]), statements=tuple(sorted(day)))
                for day in days
            ),
        )


def clock_slots(group: Sequence[ComparableStatement]) -> Iterator[Slot]:
    """The slot of the hour, if statements that each give one hour of a day give two or more."""
    hours: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for index, telling in enumerate(group):
        if len(telling.clocks) == 1:
            day, _, hour = telling.clocks[0].partition("T")
            hours[day][hour].append(index)
    for told in hours.values():
        minutes = sorted(map(_minutes, told))
        near = any(later - earlier < _APART for earlier, later in pairwise(minutes))
        if len(told) > 1 and not near:
            values = (
                Value(wording=hour, statements=tuple(own)) for hour, own in sorted(told.items())
            )
            yield Slot(kind="date", values=tuple(values))


def day_told(telling: ComparableStatement) -> tuple[str, ...]:
    """The days that hold: of a day that was moved, the last."""
    return telling.dates[-1:] if tells("moves", telling.passage.text) else telling.dates


def former_days(telling: ComparableStatement) -> tuple[str, ...]:
    """The days that were told before, of a day that was moved."""
    return telling.dates[:-1] if tells("moves", telling.passage.text) else ()


def _minutes(clock: str) -> int:
    hour, minute = clock.split(":")
    return 60 * int(hour) + int(minute)


def _deed(telling: ComparableStatement) -> frozenset[tuple[str, bool]]:
    """Its verbs, and whether it denies them: "has not met him since March" dates no meeting."""
    negated = telling.statement.core.negated
    return frozenset((verb, negated) for verb in telling.terms.predicate)


def _is_one_day(
    group: Sequence[ComparableStatement],
    own: Mapping[int, tuple[str, ...]],
    one: int,
    other: int,
) -> bool:
    """Whether their days fit, or are one weekday that may have been taken for that of a week."""
    mine, yours = own[one], own[other]
    if not dates_differ(mine, yours):
        return True
    try:
        apart = date.fromisoformat(mine[0][:_DAY]) - date.fromisoformat(yours[0][:_DAY])
    except ValueError:
        return False
    return group[one].weekday and group[other].weekday and apart.days % _WEEK == 0


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
