"""Where the numbers of one claim disagree, or have changed: statements in, slots with values out.

A slot is what one number of each statement tells: how many died, what a share costs. Numbers meet
in a slot where they are the same, where one statement says that the other's came before, or where
a trained comparison takes them for two values of one thing (`rivals.py`), the surest first. Missed
on purpose: a slot for which one statement gives two values.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, combinations, product

from builder.resolve.claims.comparable import ComparableStatement
from builder.resolve.claims.figures import FigurePairs, Figures, figures_of, is_same
from builder.resolve.claims.slots import Slot, Value
from builder.resolve.clustering import Clusters
from builder.text.quantities import Quantity

_SAME, _FOLLOWED = 1.0, 0.99  # how sure it is that two figures tell one thing

_Node = tuple[int, int]
"""A statement and one of its figures that hold, both by number."""


def number_slots(group: Sequence[ComparableStatement], rivals: FigurePairs) -> Iterator[Slot]:
    """The slots for which the statements give two values or more, each value once.

    `rivals` are the figures that are surely enough two values of one thing, with how likely it is.
    """
    worded: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(group):
        worded[one.passage.text].append(number)
    copies = list(worded.values())
    for slot in _slots([group[numbers[0]] for numbers in copies], rivals):
        values = (
            replace(value, statements=tuple(sorted(chain(*(copies[n] for n in value.statements)))))
            for value in slot.values
        )
        yield replace(slot, values=tuple(values))


def _slots(group: Sequence[ComparableStatement], rivals: FigurePairs) -> Iterator[Slot]:
    """The slots of statements of which no two have the same words."""
    told = [figures_of(one) for one in group]
    nodes = [(number, place) for number, own in enumerate(told) for place in range(len(own.held))]
    at = {node: number for number, node in enumerate(nodes)}
    alike: dict[_Node, set[_Node]] = defaultdict(set)
    pairs: list[tuple[float, _Node, _Node]] = []
    for one, other in combinations(range(len(group)), 2):
        for place, there, likely in _met(group[one], group[other], told[one], told[other], rivals):
            pairs.append((likely, (one, place), (other, there)))
            if likely == _SAME:
                alike[one, place].add((other, there))
                alike[other, there].add((one, place))
    slots = Clusters(
        [frozenset({statement}) for statement, _ in nodes],
        merge=frozenset[int].union,
        may_join=frozenset[int].isdisjoint,
    )
    for _, mine, yours in sorted(pairs, key=lambda pair: (-pair[0], pair[1:])):
        slots.join(at[mine], at[yours], "one thing")
    for places in (found for found in slots.groups() if len(found) > 1):
        values = tuple(_values({nodes[place] for place in places}, alike, told, group))
        if len(values) > 1:
            yield Slot(kind="number", values=values)


def _met(
    one: ComparableStatement,
    other: ComparableStatement,
    mine: Figures,
    yours: Figures,
    rivals: FigurePairs,
) -> Iterator[tuple[int, int, float]]:
    """Figures of two statements that tell one thing, by place, with how sure that is."""
    for (place, a), (there, b) in product(enumerate(mine.held), enumerate(yours.held)):
        likely = rivals.get(frozenset({(one.key, place), (other.key, there)}))
        if is_same(a.quantity, b.quantity):
            yield place, there, _SAME
        elif likely is not None:
            yield place, there, likely
    for place, there in _followed(mine, yours):
        yield place, there, _FOLLOWED
    for there, place in _followed(yours, mine):
        yield place, there, _FOLLOWED


def _followed(one: Figures, other: Figures) -> Iterator[tuple[int, int]]:
    """A value that the first says came after one that the second gives, by place."""
    for was in one.former:
        now = [place for place, each in enumerate(one.held) if each.quantity.unit == was.unit]
        for there, theirs in enumerate(other.held):
            if len(now) == 1 and is_same(was, theirs.quantity):
                yield now[0], there


def _values(
    slot: set[_Node],
    alike: Mapping[_Node, set[_Node]],
    told: Sequence[Figures],
    group: Sequence[ComparableStatement],
) -> Iterator[Value]:
    left = set(slot)
    for node in sorted(slot, key=lambda node: (_quantity(node, told).step, node)):
        if node in left:
            together = {node} | (alike.get(node, set()) & left)
            left -= together
            quantity, text = _quantity(node, told), group[node[0]].passage.text
            yield Value(
                wording=" ".join(text[quantity.start : quantity.end].split()),
                statements=tuple(sorted(number for number, _ in together)),
            )


def _quantity(node: _Node, told: Sequence[Figures]) -> Quantity:
    return told[node[0]].held[node[1]].quantity
