"""Which tellings tell one event: tellings in, groups of them out.

Tellings meet through keys (date, kind of action, two people or places), so that work grows with
their number; only what is the one possible partner joins across different precision.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations, islice, product

from builder.model.ids import ClaimId
from builder.resolve.periods import Period, named, period_of, precision_of
from builder.resolve.retold import join_retold
from builder.resolve.telling import MOST, ONCE, Sets, Telling

_UNITS = ("week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century")
_Who = tuple[str, ...]
_Key = tuple[str | None, str, _Who]


def grouped(tellings: Sequence[Telling]) -> tuple[tuple[Telling, ...], ...]:
    """The tellings of each event together, groups in order of their first telling."""
    sets = Sets(tellings)
    _join_equal(tellings, sets)
    _join_single(tellings, sets)
    _join_by_sufferer(tellings, sets)
    _join_by_claim(tellings, sets)
    _join_inside(tellings, sets)
    _join_neighbours(tellings, sets)
    _join_undated(tellings, sets)
    join_retold(tellings, sets)
    return tuple(tuple(tellings[number] for number in group) for group in sets.groups())


def _join_equal(tellings: Sequence[Telling], sets: Sets) -> None:
    """The same date (or none), the same action, two people, places or words shared."""
    first: dict[_Key, int] = {}
    for number, telling in enumerate(tellings):
        shared = (*_pairs(telling), *(_word_pairs(telling) if telling.value else ()))
        for who in shared:
            sets.join(first.setdefault((telling.value, telling.action, who), number), number)


def _join_single(tellings: Sequence[Telling], sets: Sets) -> None:
    """One name is enough where only one event of that day fits: "Ruiz arrived on Monday"."""
    first: dict[_Key, int] = {}
    holders: dict[_Key, set[int]] = defaultdict(set)
    for number, telling in enumerate(tellings):
        if telling.only and telling.when and telling.action in ONCE:
            key = (telling.when, telling.action, (telling.only,))
            sets.join(first.setdefault(key, number), number)
    for number, telling in enumerate(tellings):
        for entity in telling.entities[:MOST]:
            holders[telling.when, telling.action, (entity,)].add(number)
    for number, telling in enumerate(tellings):
        if telling.only and telling.when:
            key = (telling.when, telling.action, (telling.only,))
            if _is_loose(number, holders, key, tellings):
                sets.join_only(number, holders[key])


def _is_loose(
    number: int, holders: Mapping[_Key, set[int]], key: _Key, tellings: Sequence[Telling]
) -> bool:
    """Whether its words speak against none: "Ruiz won gold" is not "Ruiz won silver"."""
    if key[1] in ONCE or not tellings[number].terms:
        return True
    others = islice((n for n in holders[key] if n != number), MOST)
    return not any(tellings[n].terms and tellings[n].only for n in others)


def _join_by_sufferer(tellings: Sequence[Telling], sets: Sets) -> None:
    """Done to one person on one day: "Ruiz was fired on Monday", "Rovers fired Ruiz on Monday"."""
    first: dict[_Key, int] = {}
    for number, telling in enumerate(tellings):
        for person in sorted(telling.done_to) if telling.when else ():
            other = first.setdefault((telling.when, telling.action, (person,)), number)
            if _says_no_other(telling, tellings[other]):
                sets.join(other, number)


def _join_by_claim(tellings: Sequence[Telling], sets: Sets) -> None:
    """What articles claim alike of one day: "a second visit is planned", "it is due again"."""
    first: dict[tuple[str, ClaimId, bool], int] = {}
    for number, telling in enumerate(tellings):
        if telling.when and telling.claim:
            other = first.setdefault((telling.when, telling.claim, telling.planned), number)
            if not sets.meet(other, number) and _say_alike(telling, tellings[other]):
                sets.join(other, number)


def _say_alike(one: Telling, other: Telling) -> bool:
    """Whether most words agree, and neither has a deed or a place that the other has not."""
    if one.is_named and other.is_named and one.action != other.action:
        return False
    if one.places and other.places and one.places.isdisjoint(other.places):
        return False
    shared = len(set(one.terms) & set(other.terms))
    return min(len(one.terms), len(other.terms)) < 2 * shared


def _says_no_other(one: Telling, other: Telling) -> bool:
    """Whether one names all whom the other names: two who praised her on one day are two."""
    who, others = set(one.entities) - one.places, set(other.entities) - other.places
    return one.planned == other.planned and (who <= others or others <= who)


def _join_inside(tellings: Sequence[Telling], sets: Sets) -> None:
    """A day inside a week, a week inside a month: where only one event of the longer time fits."""
    asked = {each.value for each in tellings if each.value and precision_of(each.value) != "day"}
    longer = {value: asked & _longer(value) for value in {each.value for each in tellings}}
    holders: dict[_Key, set[int]] = defaultdict(set)
    coarse = []
    for number, telling in enumerate(tellings):
        for value in longer[telling.value]:
            for who in _keys(telling):
                holders[value, telling.action, who].add(number)
        if telling.value and precision_of(telling.value) != "day":
            coarse.append((_length(telling.value), number))
    for _, number in sorted(coarse):
        telling = tellings[number]
        sets.join_only(number, _found(number, telling, holders, sets))


def _join_neighbours(tellings: Sequence[Telling], sets: Sets) -> None:
    """The same on Monday by one article, on Tuesday by another: one event whose dates conflict."""
    days: dict[tuple[int, str, _Who], list[int]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        day = _day(telling)
        for who in _pairs(telling) if day else ():
            days[day, telling.action, who].append(number)
    for (day, action, who), numbers in sorted(days.items()):
        for number in numbers:
            for other in days.get((day + 1, action, who), ())[:1]:
                if not sets.meet(number, other):
                    sets.join(number, other)


def _join_undated(tellings: Sequence[Telling], sets: Sets) -> None:
    """A telling without a date joins the one dated event that fits."""
    holders: dict[_Key, set[int]] = defaultdict(set)
    for number, telling in enumerate(tellings):
        for who in _keys(telling) if telling.value else ():
            holders[None, telling.action, who].add(number)
    for number, telling in enumerate(tellings):
        if telling.value is None:
            sets.join_only(number, _found(number, telling, holders, sets))


def _found(
    number: int, telling: Telling, holders: Mapping[_Key, set[int]], sets: Sets
) -> set[int]:
    """The events that meet by two who take part, else by the one who did what is done once."""
    for keys in (_pairs(telling), _singles(telling)):
        met = (holders.get((telling.value, telling.action, who), ()) for who in keys)
        roots = {sets.root(other) for numbers in met for other in numbers} - {sets.root(number)}
        if roots:
            return roots
    return set()


def _keys(telling: Telling) -> Iterator[_Who]:
    """What a telling is found by from dates of other precision."""
    return chain(_pairs(telling), _singles(telling))


def _singles(telling: Telling) -> Iterator[_Who]:
    return ((person,) for person in sorted(telling.people) if telling.action in ONCE)


def _pairs(telling: Telling) -> Iterator[_Who]:
    """Two who take part, or one of them with a word: what makes a deed the same."""
    who = sorted(telling.entities[:MOST])
    yield from combinations(who, 2)
    yield from product(who, telling.terms[:MOST])


def _word_pairs(telling: Telling) -> Iterator[_Who]:
    """Two words, for deeds of the unnamed: "the crane had passed an inspection"."""
    return combinations(sorted(telling.terms[:MOST]), 2)


def _longer(value: str | None) -> set[str]:
    """The weeks, months, quarters, years … that the date lies in."""
    period = period_of(value) if value else None
    if period is None:
        return set()
    names = {named(unit, period.first) for unit in _UNITS} - {value}
    return {name for name in names if _holds(name, period)}


def _holds(name: str, period: Period) -> bool:
    longer = period_of(name)
    return longer is not None and longer.holds(period)


def _length(value: str) -> int:
    period = period_of(value)
    return period.days if period else 0


def _day(telling: Telling) -> int:
    period = period_of(telling.value) if telling.value else None
    return period.first.toordinal() if period and period.days == 1 else 0
