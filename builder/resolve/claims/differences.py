"""Where statements of one claim disagree: tellings in, differences with the values of each out.

A statement that does not give a value is not listed under it: silence is no difference.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from builder.model.claims import HOW_SETTLED, Difference, DifferenceKind, DifferenceValue
from builder.resolve.claims.actors import actor_is_told, actor_shown, same_actor
from builder.resolve.claims.comparable import ComparableStatement
from builder.resolve.claims.slots import Slot
from builder.resolve.claims.substitutions import wording_differences
from builder.resolve.entities.index import EntityIndex
from builder.text.diff import words


def differences_in(
    group: Sequence[ComparableStatement],
    slots: Sequence[Slot],
    *,
    central: int,
    entities: EntityIndex,
) -> tuple[Difference, ...]:
    """Numbers, dates, names and wordings on which the group differs, in that order.

    `slots` are the numbers and days that contradict each other.
    """
    if len(group) == 1:
        return ()
    names = tuple(_names(group, entities))
    wordings = wording_differences([telling.passage.text for telling in group], central=central)
    return (
        *map(_of_slot, slots),
        *names,
        *_modalities(group),
        *(one for one in wordings if not any(_says_again(one, name) for name in names)),
    )


def set_apart(
    differences: Sequence[Difference], statements: int
) -> tuple[tuple[int | None, ...], ...]:
    """For each statement which value it gives of each difference in number, date or name."""
    said: list[list[int | None]] = [[] for _ in range(statements)]
    for difference in differences:
        if difference.kind != "wording":
            given = {
                index: number
                for number, value in enumerate(difference.values)
                for index in value.statements
            }
            for index, row in enumerate(said):
                row.append(given.get(index))
    return tuple(tuple(row) for row in said)


def _of_slot(slot: Slot) -> Difference:
    values = [DifferenceValue(value=one.wording, statements=one.statements) for one in slot.values]
    return Difference(
        kind=slot.kind, values=tuple(sorted(values, key=lambda v: (v.statements, v.value)))
    )


def _names(group: Sequence[ComparableStatement], entities: EntityIndex) -> Iterator[Difference]:
    """Who did it, where each tells the same deed: "confirmed" and "killed" have other actors."""
    acting = [index for index, telling in enumerate(group) if actor_is_told(telling)]
    compatible = _compatible(
        acting, lambda a, b: same_actor(group[a], group[b]) or not _same_deed(group[a], group[b])
    )
    shown = {actor_shown(group[alike[0]], entities): alike for alike in compatible}
    yield from _difference("name", shown)


def _same_deed(one: ComparableStatement, other: ComparableStatement) -> bool:
    return not one.terms.predicate.isdisjoint(other.terms.predicate)


def _modalities(group: Sequence[ComparableStatement]) -> Iterator[Difference]:
    """One claim told as planned and as done: "Li is scheduled to visit", "Li visited"."""
    told: dict[str, list[int]] = defaultdict(list)
    for index, telling in enumerate(group):
        told[HOW_SETTLED[telling.statement.core.modality]].append(index)
    yield from _difference("wording", told)


def _says_again(wording: Difference, names: Difference) -> bool:
    """Whether the words differ only in who it was, which is told already."""
    told = [frozenset(words(name.value)) for name in names.values]
    named = [
        {number for number, own in enumerate(told) if own <= frozenset(words(one.value))}
        for one in wording.values
    ]
    return all(named) and len(set.union(*named)) > 1


def _compatible(indexes: Sequence[int], fit: Callable[[int, int], bool]) -> list[list[int]]:
    """Group compatible values; drop a value that fits more than one group."""
    compatible: list[list[int]] = []
    for index in indexes:
        fitting = [alike for alike in compatible if fit(alike[0], index)]
        if not fitting:
            compatible.append([index])
        elif len(fitting) == 1:
            fitting[0].append(index)
    return compatible


def _difference(kind: DifferenceKind, labels: Mapping[str, Sequence[int]]) -> Iterator[Difference]:
    if len(labels) > 1:
        values = [
            DifferenceValue(value=label, statements=tuple(sorted(members)))
            for label, members in labels.items()
        ]
        yield Difference(
            kind=kind, values=tuple(sorted(values, key=lambda v: (v.statements, v.value)))
        )
