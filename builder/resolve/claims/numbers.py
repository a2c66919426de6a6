"""Where the numbers of one claim disagree, or have changed: statements in, slots with values out.

A slot is what one number of each statement tells: how many died, what a share costs. Numbers meet
in a slot where both count the same, or where each statement has one number left after all that
agree are set aside. Missed on purpose: a slot for which one statement gives two values.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, combinations, product

from builder.knowledge import entries
from builder.resolve.claims.comparable import ComparableStatement
from builder.resolve.claims.slots import Slot, Value
from builder.resolve.claims.tolls import tolls_of
from builder.text.quantities import Quantity, agree

_SILENT = frozenset({"vague", "score"})  # kinds that give no value to compare
_ONE_OF_A_KIND = frozenset({"money", "share", "age"})
_FARTHEST = 4  # times: a loss of 32 crore rupees and a cost of 4.1 crore are two things
# times, of one deed: a hoard of 1.9 kg and a ring of 410 grams; a year's passengers and a day's
_FARTHEST_TOLD = {"measure": 4, "count": 10}
# how what changed is told: "would pay 345, up from 318", but not "wants to cut it to nine from 11"
_DONE = frozenset({"asserted", "attributed", "planned"})
_SUM = 0.001  # relative: "387 branches in the UK and another 25 in Ireland" are 412


_Node = tuple[int, int]
"""A statement and one of its quantities, both by number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figure:
    """A quantity that holds, and the kind of toll that it is."""

    quantity: Quantity
    toll: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What a statement gives: the figures that hold, and those that held before them."""

    held: tuple[_Figure, ...]
    former: tuple[Quantity, ...]


def number_slots(group: Sequence[ComparableStatement]) -> Iterator[Slot]:
    """The slots for which the statements give two values or more, each value once."""
    worded: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(group):
        worded[one.passage.text].append(number)
    copies = list(worded.values())
    for slot in _slots([group[numbers[0]] for numbers in copies]):
        values = (
            replace(value, statements=tuple(sorted(chain(*(copies[n] for n in value.statements)))))
            for value in slot.values
        )
        yield replace(slot, values=tuple(values))


def _slots(group: Sequence[ComparableStatement]) -> Iterator[Slot]:
    """The slots of statements of which no two have the same words."""
    told = [_told(one) for one in group]
    kept = [one.held for one in told]
    alike: dict[_Node, set[_Node]] = defaultdict(set)
    unlike: dict[_Node, set[_Node]] = defaultdict(set)
    for one, other in combinations(range(len(group)), 2):
        same_deed = not group[one].terms.predicate.isdisjoint(group[other].terms.predicate)
        met = chain(
            _compared(kept[one], kept[other], same_deed=same_deed),
            _followed(told[one], told[other]),
            ((mine, yours, True) for yours, mine, _ in _followed(told[other], told[one])),
        )
        for mine, yours, differs in met:
            table = unlike if differs else alike
            table[one, mine].add((other, yours))
            table[other, yours].add((one, mine))
    seen: set[_Node] = set()
    for node in sorted(unlike):
        if node not in seen:
            slot = _reached(node, alike, unlike)
            seen |= slot
            if len({statement for statement, _ in slot}) == len(slot):
                yield Slot(kind="number", values=tuple(_values(slot, alike, kept, group)))


def numbers_differ(one: Sequence[Quantity], other: Sequence[Quantity]) -> bool:
    """Whether both tell of one thing in numbers that cannot both be right."""
    kept = [
        [_Figure(quantity=told) for told in each if told.kind not in _SILENT]
        for each in (one, other)
    ]
    return any(differs for _, _, differs in _compared(*kept, same_deed=True))


def _followed(one: _Told, other: _Told) -> Iterator[tuple[int, int, bool]]:
    """A value that the first says came after one that the second gives, by place."""
    for was in one.former:
        now = [place for place, each in enumerate(one.held) if each.quantity.unit == was.unit]
        for there, theirs in enumerate(other.held):
            if len(now) == 1 and agree(was, theirs.quantity) == "same":
                yield now[0], there, True


def former_values(statement: ComparableStatement) -> tuple[Quantity, ...]:
    """The quantities that it says held before: 318 of "345 pence, up from 318"."""
    return _told(statement).former


def _told(statement: ComparableStatement) -> _Told:
    text = statement.passage.text
    told = [one for one in statement.quantities if one.kind not in _SILENT]
    before = [one for one in told if _former().search(text, 0, one.start)]
    units = {one.unit for one in told if one not in before}
    done = statement.statement.status in _DONE
    former = tuple(one for one in before if one.unit in units and done)
    held = [one for one in told if one not in former]
    tolls = tolls_of(text, held)
    figures = (_Figure(quantity=one, toll=toll) for one, toll in zip(held, tolls, strict=True))
    return _Told(held=tuple(figures), former=former)


@cache
def _former() -> re.Pattern[str]:
    forms = "|".join(re.escape(str(word)) for word in entries("change_words")["former"])
    return re.compile(rf"\b(?:{forms})\W*$", re.IGNORECASE)


def _compared(
    one: Sequence[_Figure], other: Sequence[_Figure], *, same_deed: bool
) -> Iterator[tuple[int, int, bool]]:
    """Pairs of quantities that meet, by place, and whether they differ."""
    mine, yours = dict(enumerate(one)), dict(enumerate(other))
    shared: list[Quantity] = []
    for place, figure in enumerate(one):
        for there in list(yours):
            if place in mine and _is_same(figure.quantity, yours[there].quantity):
                shared.append(figure.quantity)
                del mine[place], yours[there]
                yield place, there, False
    left, right = ([each.quantity for each in side.values()] for side in (mine, yours))
    sums = ((left, right), (right, left), *(([whole], [*left, *right]) for whole in shared))
    if any(_adds_up(wholes, parts) for wholes, parts in sums):
        return
    for (place, figure), (there, theirs) in product(mine.items(), yours.items()):
        alone = len(mine) == len(yours) == 1
        near = same_deed or _is_near(figure.quantity, theirs.quantity)
        measured = near and _is_measured(figure.quantity, left, right)
        meet = measured or _meet(figure, theirs, same_deed=same_deed, alone=alone)
        if meet and _can_differ(figure.quantity, theirs.quantity):
            yield place, there, True


def _meet(one: _Figure, other: _Figure, *, same_deed: bool, alone: bool) -> bool:
    """Whether both count the same: one kind of toll, else one noun of one deed."""
    if one.toll or other.toll:
        return one.toll == other.toll
    mine, yours = one.quantity.counted, other.quantity.counted
    return same_deed and (mine == yours if mine and yours else alone)


def _is_same(one: Quantity, other: Quantity) -> bool:
    """Whether they agree; "$48 million" may be of any country's dollars."""
    dollars = all(each.unit is not None and each.unit.endswith("D") for each in (one, other))
    return agree(one, replace(other, unit=one.unit) if dollars else other) == "same"


def _can_differ(one: Quantity, other: Quantity) -> bool:
    """Whether they are two values of one thing: not a part and its whole, nor worlds apart."""
    low, high = sorted((abs(one.value), abs(other.value)))
    near = high <= _FARTHEST_TOLD.get(one.kind, float("inf")) * low
    return near and one.whole == other.whole and agree(one, other) == "differ"


def _is_measured(quantity: Quantity, mine: Sequence[Quantity], yours: Sequence[Quantity]) -> bool:
    """Whether it is the only number of its unit on both sides: a price, a share, an age.

    Lengths and the like are not: a foot of rain and a dam 135 feet high are two things.
    """
    return quantity.kind in _ONE_OF_A_KIND and all(
        sum(each.unit == quantity.unit for each in side) == 1 for side in (mine, yours)
    )


def _is_near(one: Quantity, other: Quantity) -> bool:
    """Whether two sums of money that other verbs tell of can be of one thing."""
    low, high = sorted((abs(one.value), abs(other.value)))
    return one.kind != "money" or high <= _FARTHEST * low


def _adds_up(wholes: Sequence[Quantity], parts: Sequence[Quantity]) -> bool:
    """Whether one is the sum of the others: "five of 16 were stuck", "only 11 of 16 opened"."""
    if len(wholes) != 1 or len(parts) <= 1:
        return False
    added = sum(part.value for part in parts if part.unit == wholes[0].unit)
    return abs(added - wholes[0].value) <= _SUM * abs(wholes[0].value)


def _reached(
    start: _Node, alike: Mapping[_Node, set[_Node]], unlike: Mapping[_Node, set[_Node]]
) -> set[_Node]:
    found, stack = {start}, [start]
    while stack:
        node = stack.pop()
        for other in (alike.get(node, set()) | unlike.get(node, set())) - found:
            found.add(other)
            stack.append(other)
    return found


def _values(
    slot: set[_Node],
    alike: Mapping[_Node, set[_Node]],
    kept: Sequence[Sequence[_Figure]],
    group: Sequence[ComparableStatement],
) -> Iterator[Value]:
    left = set(slot)
    for node in sorted(slot, key=lambda node: (kept[node[0]][node[1]].quantity.step, node)):
        if node in left:
            together = {node} | (alike.get(node, set()) & left)
            left -= together
            statement, place = node
            quantity = kept[statement][place].quantity
            text = group[statement].passage.text
            yield Value(
                wording=" ".join(text[quantity.start : quantity.end].split()),
                statements=tuple(sorted(number for number, _ in together)),
            )
