"""Where statements of one claim disagree: tellings in, differences with the values of each out.

A statement that does not give a value is not listed under it: silence is no difference.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations, product

from builder.knowledge import entries
from builder.model.claims import DENIED, TOLD, Difference, DifferenceKind, DifferenceValue
from builder.model.ids import EntityId
from builder.resolve.claims.actors import ONE_NAME, actor_is_told, actor_shown, same_actor
from builder.resolve.claims.comparable import ComparableStatement
from builder.resolve.claims.slots import Slot
from builder.resolve.claims.substitutions import wording_differences
from builder.resolve.claims.weights import TELLS
from builder.resolve.entities.index import EntityIndex
from builder.resolve.people.alike import are_one_misnamed
from builder.text.diff import words
from builder.text.spelling import likeness
from builder.text.terms import term, weight

# of what is told, that a denial of it repeats: who did not sign another lease denies nothing
_HELD = 0.6
_SAYING = frozenset({"asserted", "attributed", "planned", "denied"})


def differences_in(
    group: Sequence[ComparableStatement],
    slots: Sequence[Slot],
    *,
    central: int,
    entities: EntityIndex,
) -> tuple[Difference, ...]:
    """Numbers, dates, names, who did it, whether it is so, wordings: in that order.

    `slots` are the numbers and days that contradict each other.
    """
    if len(group) == 1:
        return ()
    actors = tuple(_actors(group, entities))
    wordings = wording_differences([telling.passage.text for telling in group], central=central)
    worded = [one for one in wordings if not any(_says_again(one, who) for who in actors)]
    named = {number for number, one in enumerate(worded) if _are_names(one, group, entities)}
    return (
        *map(_of_slot, slots),
        *(replace(worded[number], kind="name") for number in sorted(named)),
        *_misnamed(group, entities),
        *actors,
        *(tuple(_whether(group)) or _decided(group)),
        *(one for number, one in enumerate(worded) if number not in named),
    )


def set_apart(
    differences: Sequence[Difference], statements: int
) -> tuple[tuple[int | None, ...], ...]:
    """For each statement which value it gives of each difference that is more than words."""
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


def _actors(group: Sequence[ComparableStatement], entities: EntityIndex) -> Iterator[Difference]:
    """Who did it, where each tells the same deed: "confirmed" and "killed" have other actors."""
    acting = [
        index
        for index, telling in enumerate(group)
        if actor_is_told(telling) and _is_known(telling, entities)
    ]
    compatible = _compatible(
        acting, lambda a, b: same_actor(group[a], group[b]) or not _same_deed(group[a], group[b])
    )
    shown = {actor_shown(group[alike[0]], entities): alike for alike in compatible}
    yield from _difference("who", shown)


def _misnamed(group: Sequence[ComparableStatement], entities: EntityIndex) -> Iterator[Difference]:
    """Two people of nearly one name whom no article has both: one whom some articles name wrongly.

    That they stand in one claim is what makes them one.
    """
    named: dict[EntityId, list[int]] = defaultdict(list)
    for index, telling in enumerate(group):
        for who in entities.inside(telling.passage):
            if entities.is_person(who):
                named[who].append(index)
    for one, other in combinations(sorted(named), 2):
        apart = entities.articles_of(one).isdisjoint(entities.articles_of(other))
        if apart and are_one_misnamed(entities.name(one), entities.name(other)):
            told = {entities.name(who): named[who] for who in (one, other)}
            yield from _difference("name", told)


def _is_known(telling: ComparableStatement, entities: EntityIndex) -> bool:
    """Whether a name is somebody's or some body's: not "Output" at a sentence's start."""
    actor = telling.statement.actor
    return actor is None or actor.form != "name" or entities.who(actor) is not None


def _same_deed(one: ComparableStatement, other: ComparableStatement) -> bool:
    """The same done to the same: "she wept", "he wept" are two deeds."""
    both = one.terms.told & other.terms.told
    telling = [term for term in both if weight(term) >= TELLS]
    return len(telling) > 1 and not both.isdisjoint(one.terms.predicate)


def _whether(group: Sequence[ComparableStatement]) -> Iterator[Difference]:
    """One tells the deed that another denies; what is planned or doubted denies nothing."""
    told: dict[str, list[int]] = defaultdict(list)
    for index, telling in enumerate(group):
        if telling.statement.status in _SAYING and telling.statement.core.has_verb:
            told[DENIED if _denies(telling) else TOLD].append(index)
    if any(
        _denied_by(group[one], group[other]) for one, other in product(told[TOLD], told[DENIED])
    ):
        yield from _difference("whether", told)


def _decided(group: Sequence[ComparableStatement]) -> Iterator[Difference]:
    """One tells an order where another tells that it was only recommended."""
    told: dict[str, list[int]] = defaultdict(list)
    for index, telling in enumerate(group):
        for kind, verbs in _deciding().items():
            if not (telling.statement.core.negated or telling.terms.predicate.isdisjoint(verbs)):
                told[kind].append(index)
    if not set(told["ordered"]) & set(told["recommended"]):
        yield from _difference("whether", {kind: own for kind, own in told.items() if own})


@cache
def _deciding() -> Mapping[str, frozenset[str]]:
    verbs = entries("statement_verbs")
    return {
        kind: frozenset(term(str(verb)) for verb in verbs[kind])
        for kind in ("ordered", "recommended")
    }


def _denied_by(told: ComparableStatement, denial: ComparableStatement) -> bool:
    """Whether a denial is of this deed: it denies the deed, and most of what is told with it.

    How many did not is no denial of how many did.
    """
    held = frozenset(denial.terms.all).intersection(told.terms.all)
    deed = {term for term in denial.terms.predicate - _denying() if weight(term) >= TELLS}
    if deed and deed.isdisjoint(told.terms.predicate):
        return False
    return (
        len(held) >= _HELD * len(told.terms.all)
        and any(weight(term) >= TELLS for term in held & (told.terms.predicate - _denying()))
        and not any(one.kind == "count" for one in denial.quantities)
    )


def _denies(telling: ComparableStatement) -> bool:
    """By what governs it, or by its own words: "did not sign", "rejected reports that he did"."""
    governed = telling.statement.status == "denied"
    denying = not telling.terms.predicate.isdisjoint(_denying())
    return (governed or denying) != telling.statement.core.negated


@cache
def _denying() -> frozenset[str]:
    return frozenset(term(str(verb)) for verb in entries("statement_verbs")["denied"])


def _are_names(
    wording: Difference, group: Sequence[ComparableStatement], entities: EntityIndex
) -> bool:
    """Whether in one place each names somebody else: no other spelling, and no other form."""
    named = [_named(value, group, entities) for value in wording.values]
    apart = None not in named and len(set(named)) == len(named)
    values = [value.value.casefold() for value in wording.values]
    return apart and not any(
        likeness(one, other) >= ONE_NAME or one.startswith(other) or other.startswith(one)
        for one, other in combinations(values, 2)
    )


def _named(
    value: DifferenceValue, group: Sequence[ComparableStatement], entities: EntityIndex
) -> EntityId | None:
    """Whom or what the words of a value name; nothing where they say more than a name."""
    told = group[value.statements[0]].passage
    at = told.text.find(value.value)
    if at < 0:
        return None
    start = told.start + at
    found = replace(told, start=start, end=start + len(value.value), text=value.value)
    return next((who for name, who in entities.names_in(found) if name.covers(found)), None)


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
