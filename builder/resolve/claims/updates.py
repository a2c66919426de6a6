"""Values that changed because the facts did: slots of a claim in, series in time out.

"At least nine dead" on Wednesday and "52 dead" on Saturday contradict nothing. A slot is a series
where each value is told on days of its own, none is told again once a later one is known, and
something says that it changes: it is a tally that stays open, a word of change stands beside it,
one outlet gives both, or two articles give each (three values need but one). Two values are one,
too, if a statement tells both: "345, up from 318".
"""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from builder.model.claims import UpdateValue
from builder.model.ids import ArticleId, OutletId
from builder.resolve.claims.change_words import tells
from builder.resolve.claims.comparable import ComparableStatement
from builder.resolve.claims.dates import day_told, former_days
from builder.resolve.claims.figures import figures_of
from builder.resolve.claims.slots import Slot, Value
from builder.resolve.claims.tolls import is_still_counted
from builder.text.quantities import agree, quantities_in

_TWO = 2  # values, or articles that give one


def series_of(
    slot: Slot,
    group: Sequence[ComparableStatement],
    published: Mapping[ArticleId, date],
    outlets: Mapping[ArticleId, OutletId],
) -> tuple[UpdateValue, ...]:
    """The values in order of time; empty where they contradict each other."""
    days = [
        sorted(published[article] for article in _articles(value, group) if article in published)
        for value in slot.values
    ]
    if not all(days):
        return ()
    order = sorted(range(len(slot.values)), key=lambda place: days[place])
    is_open = _is_open(slot, group)
    past = {
        place: told
        for place in order
        if (told := _told_as_past(slot.values[place], slot, group, published))
    }
    if len(past) == len(order) - 1:
        for place, told in past.items():
            days[place] = sorted((*days[place], *told))
        order.sort(key=lambda place: (place not in past, days[place]))
    elif not all(
        _is_followed(days[one], days[other], is_open=is_open) for one, other in pairwise(order)
    ) or not (
        is_open or _corrects_itself(slot, group, outlets) or _is_in_order(slot, order, group)
    ):
        return ()
    return tuple(
        UpdateValue(
            value=slot.values[place].wording,
            as_of=days[place][0],
            statements=slot.values[place].statements,
        )
        for place in order
    )


def _is_followed(one: Sequence[date], other: Sequence[date], *, is_open: bool) -> bool:
    """Whether the days of one value end where the next value's begin.

    Of an open tally a paper may still have the figure of the night before.
    """
    return one[0] < other[0] and (one[-1] <= other[0] if is_open else one[-1] < other[0])


def _is_in_order(slot: Slot, order: Sequence[int], group: Sequence[ComparableStatement]) -> bool:
    """Whether so many articles give the values in the order of their days that it is no chance."""
    told = [len(set(_articles(slot.values[place], group))) for place in order]
    return len(told) > _TWO or min(told) >= _TWO


def _articles(value: Value, group: Sequence[ComparableStatement]) -> list[ArticleId]:
    return [group[at].article for at in value.statements]


def _told_as_past(
    value: Value,
    slot: Slot,
    group: Sequence[ComparableStatement],
    published: Mapping[ArticleId, date],
) -> list[date]:
    """The days on which statements that give another value say that it was this one."""
    others = [at for other in slot.values if other != value for at in other.statements]
    if slot.kind == "date":
        own = {day for at in value.statements for day in day_told(group[at])}
        return [
            published[group[at].article]
            for at in others
            if not own.isdisjoint(former_days(group[at]))
        ]
    return [
        published[group[at].article]
        for at in others
        if any(
            agree(former, own) == "same"
            for former in figures_of(group[at]).former
            for own in quantities_in(value.wording)
        )
    ]


def _is_open(slot: Slot, group: Sequence[ComparableStatement]) -> bool:
    """Whether the words tell of a tally that is still counted, of a change, or of a plan."""
    told = [group[at] for value in slot.values for at in value.statements]
    return any(
        tells("changes", one.passage.text)
        or (slot.kind == "number" and is_still_counted(one.passage.text))
        or (slot.kind == "date" and one.statement.status == "planned")
        for one in told
    )


def _corrects_itself(
    slot: Slot,
    group: Sequence[ComparableStatement],
    outlets: Mapping[ArticleId, OutletId],
) -> bool:
    """Whether one outlet gives two of the values."""
    told = [set(map(outlets.get, _articles(value, group))) - {None} for value in slot.values]
    return len(set().union(*told)) < sum(map(len, told))
