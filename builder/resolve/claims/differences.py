"""Where statements of one claim disagree: tellings in, differences with the values of each out.

A statement that does not give a value is not listed under it: silence is no difference.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from builder.model.claims import HOW_SETTLED, Difference, DifferenceKind, DifferenceValue
from builder.model.findings import Quantity
from builder.resolve.claims.actors import actor_is_told, actor_shown, same_actor
from builder.resolve.claims.comparable import ComparableStatement
from builder.resolve.claims.quantities import dates_differ, is_measure, rounds, vague_bounds
from builder.resolve.claims.readable import readable_date, readable_number
from builder.resolve.claims.substitutions import wording_differences
from builder.resolve.entities.index import EntityIndex
from builder.text.diff import words

_Key = tuple[float, str | None, str | None, bool]


def differences_in(
    group: Sequence[ComparableStatement], *, central: int, entities: EntityIndex
) -> tuple[Difference, ...]:
    """Numbers, dates, names and wordings on which the group differs, in that order."""
    if len(group) == 1:
        return ()
    names = tuple(_names(group, entities))
    wordings = wording_differences([telling.passage.text for telling in group], central=central)
    return (
        *_numbers(group),
        *_dates(group),
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


def _numbers(group: Sequence[ComparableStatement]) -> Iterator[Difference]:
    slots: dict[str, dict[int, dict[float, Quantity]]] = defaultdict(dict)
    given_at_all = {_key(q): q for telling in group for q in telling.quantities}
    exact = _exact(given_at_all)
    for index, telling in enumerate(group):
        for quantity in telling.quantities:
            if _key(quantity) not in exact:
                continue
            slot = str(quantity.unit) if is_measure(quantity) else ""
            slots[slot].setdefault(index, {}).setdefault(quantity.value, quantity)
    for slot in sorted(slots):
        given = slots[slot]
        common = frozenset.intersection(*(frozenset(values) for values in given.values()))
        own = {
            index: [values[value] for value in sorted(frozenset(values) - common)]
            for index, values in sorted(given.items())
        }
        labels: dict[str, list[int]] = defaultdict(list)
        for index in own:
            shown = [_shown(quantity, group[index]) for quantity in _comparable(index, own)]
            if shown:
                labels[", ".join(shown)].append(index)
        yield from _difference("number", labels)


def _comparable(index: int, own: Mapping[int, Sequence[Quantity]]) -> list[Quantity]:
    """Without what only stands beside the number compared: "38 lorries, eight more than …"."""
    units = {quantity.unit for quantity in own[index]}
    others = {given.unit for other, all_ in own.items() if other != index for given in all_}
    return [q for q in own[index] if q.unit in others or others - units]


def _shown(quantity: Quantity, telling: ComparableStatement) -> str:
    place = quantity.passage.start - telling.passage.start
    return readable_number(quantity, telling.passage.text[: max(place, 0)])


def _key(quantity: Quantity) -> _Key:
    return quantity.value, quantity.unit, quantity.hedge, vague_bounds(quantity) is None


def _exact(given: Mapping[_Key, Quantity]) -> set[_Key]:
    """Not "dozens", nor "at least 16" where another gives 19, unless one gives "at least 12"."""
    told = {key: q for key, q in given.items() if key[-1]}
    rounding = {
        key for key, q in told.items()
        if any(q.unit == other.unit and rounds(other, q) for other in told.values())
    }  # fmt: skip
    hedged = {q.unit for key, q in told.items() if q.hedge and key not in rounding}
    return {key for key, q in told.items() if key not in rounding or q.unit in hedged}


def _dates(group: Sequence[ComparableStatement]) -> Iterator[Difference]:
    """The most exact first: "May 2023" then fits under the one day that is given in May."""
    dated = [index for index, telling in enumerate(group) if telling.dates]
    dated.sort(key=lambda index: (-max(map(len, group[index].dates)), index))
    compatible = _compatible(dated, lambda a, b: not dates_differ(group[a].dates, group[b].dates))
    shown = {", ".join(map(readable_date, group[alike[0]].dates)): alike for alike in compatible}
    yield from _difference("date", shown)


def _names(group: Sequence[ComparableStatement], entities: EntityIndex) -> Iterator[Difference]:
    acting = [index for index, telling in enumerate(group) if actor_is_told(telling)]
    compatible = _compatible(acting, lambda a, b: same_actor(group[a], group[b]))
    shown = {actor_shown(group[alike[0]], entities): alike for alike in compatible}
    yield from _difference("name", shown)


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
