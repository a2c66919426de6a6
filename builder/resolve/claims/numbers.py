"""Where the numbers of one claim disagree, or have changed: statements in, slots with values out.

A slot is what one number of each statement tells: how many died, what a share costs. Numbers meet
in a slot where both count the same, or where each statement has one number left after all that
agree are set aside. Missed on purpose: a slot for which one statement gives two values.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from builder.resolve.claims.comparable import ComparableStatement
from builder.text.quantities import Quantity, agree

_SILENT = frozenset({"vague", "score"})  # kinds that give no value to compare
_SUM = 0.001  # relative: "387 branches in the UK and another 25 in Ireland" are 412


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a slot: its widest wording, and the statements that give it."""

    quantity: Quantity
    wording: str
    statements: tuple[int, ...]


_Node = tuple[int, int]
"""A statement and one of its quantities, both by number."""


def number_slots(group: Sequence[ComparableStatement]) -> Iterator[tuple[Value, ...]]:
    """The slots for which the statements give two values or more, each value once."""
    kept = [[q for q in one.quantities if q.kind not in _SILENT] for one in group]
    alike: dict[_Node, set[_Node]] = defaultdict(set)
    unlike: dict[_Node, set[_Node]] = defaultdict(set)
    for one, other in combinations(range(len(group)), 2):
        for mine, yours, differs in _compared(kept[one], kept[other]):
            table = unlike if differs else alike
            table[one, mine].add((other, yours))
            table[other, yours].add((one, mine))
    seen: set[_Node] = set()
    for node in sorted(unlike):
        if node not in seen:
            slot = _reached(node, alike, unlike)
            seen |= slot
            if len({statement for statement, _ in slot}) == len(slot):
                yield tuple(_values(slot, alike, kept, group))


def numbers_differ(one: Sequence[Quantity], other: Sequence[Quantity]) -> bool:
    """Whether both tell of one thing in numbers that cannot both be right."""
    kept = [[q for q in each if q.kind not in _SILENT] for each in (one, other)]
    return any(differs for _, _, differs in _compared(*kept))


def _compared(
    one: Sequence[Quantity], other: Sequence[Quantity]
) -> Iterator[tuple[int, int, bool]]:
    """Pairs of quantities that meet, by place, and whether they differ."""
    mine, yours = dict(enumerate(one)), dict(enumerate(other))
    for place, quantity in enumerate(one):
        for there in list(yours):
            if place in mine and agree(quantity, yours[there]) == "same":
                del mine[place], yours[there]
                yield place, there, False
    if _adds_up(mine, yours) or _adds_up(yours, mine):
        return
    for place, quantity in mine.items():
        for there, theirs in yours.items():
            named = quantity.counted is not None and quantity.counted == theirs.counted
            alone = len(mine) == len(yours) == 1 and None in {quantity.counted, theirs.counted}
            if (named or alone or _is_measured(quantity, mine, yours)) and (
                agree(quantity, theirs) == "differ"
            ):
                yield place, there, True


def _is_measured(
    quantity: Quantity, mine: Mapping[int, Quantity], yours: Mapping[int, Quantity]
) -> bool:
    """Whether it is the only number of its unit on both sides: a price, a share, a height."""
    return quantity.unit is not None and all(
        sum(each.unit == quantity.unit for each in side.values()) == 1 for side in (mine, yours)
    )


def _adds_up(whole: Mapping[int, Quantity], parts: Mapping[int, Quantity]) -> bool:
    """Whether one tells the sum of what the other tells in parts."""
    if len(whole) != 1 or len(parts) <= 1:
        return False
    ((total,),) = (tuple(whole.values()),)
    added = sum(part.value for part in parts.values() if part.unit == total.unit)
    return abs(added - total.value) <= _SUM * abs(total.value)


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
    kept: Sequence[Sequence[Quantity]],
    group: Sequence[ComparableStatement],
) -> Iterator[Value]:
    left = set(slot)
    for node in sorted(slot, key=lambda node: (kept[node[0]][node[1]].step, node)):
        if node in left:
            together = {node} | (alike.get(node, set()) & left)
            left -= together
            statement, place = node
            quantity = kept[statement][place]
            text = group[statement].passage.text
            yield Value(
                quantity=quantity,
                wording=" ".join(text[quantity.start : quantity.end].split()),
                statements=tuple(sorted(number for number, _ in together)),
            )
