"""Decisions that cannot all be carried out: found while they are read, before any building."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from slugify import slugify

from builder.errors import EditorialError
from builder.overrides.decisions import (
    Addressee,
    Apart,
    ClaimDecision,
    CreditDecision,
    Dated,
    Decision,
    Different,
    Drop,
    Kind,
    LineageDecision,
    MentionDecision,
    Regroup,
    Rename,
    Role,
    Same,
    Speaker,
    ToldTo,
    kind_of,
    subject_of,
    subjects_of,
)

_ONE_ANSWER = (
    Rename
    | Role
    | Kind
    | MentionDecision
    | Speaker
    | Addressee
    | ToldTo
    | Dated
    | CreditDecision
    | LineageDecision
)


def contradictions(
    decisions: Sequence[Decision], lines: Sequence[int | None], *, file: str
) -> Iterator[EditorialError]:
    """One error for each decision that another one makes impossible."""
    placed = [_Placed(one, line, file) for one, line in zip(decisions, lines, strict=True)]
    yield from _two_answers(placed)
    yield from _both(placed)
    yield from _dropped(placed)


@dataclass(frozen=True, slots=True)
class _Placed:
    decision: Decision
    line: int | None
    file: str


def _two_answers(placed: Sequence[_Placed]) -> Iterator[EditorialError]:
    """Two decisions of one kind say something else of the same name or id."""
    said: dict[tuple[str, ...], tuple[_Placed, str | None]] = {}
    for one in placed:
        decision = one.decision
        if not isinstance(decision, _ONE_ANSWER):
            continue
        subject = kind_of(decision), *map(_folded, _spoken_of(decision))
        answer = decision.of if isinstance(decision, LineageDecision) else decision.to
        other, to = said.setdefault(subject, (one, answer))
        if to != answer:
            yield _contradiction(one, other)


def _spoken_of(decision: Decision) -> tuple[str, ...]:
    if isinstance(decision, MentionDecision):
        return decision.mention, decision.name or "", decision.within or ""
    return subjects_of(decision)


def _both(placed: Sequence[_Placed]) -> Iterator[EditorialError]:
    """Names or claims are to be one and never to be one, by way of several decisions too."""
    joined: dict[str, tuple[frozenset[str], _Placed]] = {}
    for one in placed:
        if len(made_one := _joined(one.decision)) > 1:
            names = frozenset(map(_folded, made_one))
            names = names.union(*(joined[name][0] for name in names if name in joined))
            joined |= dict.fromkeys(names, (names, one))
    for one in placed:
        if isinstance(one.decision, Different | Apart):
            for name, other in combinations(map(_folded, subjects_of(one.decision)), 2):
                names, same = joined.get(name, (frozenset(), one))
                if other in names:
                    yield _contradiction(one, same)


def _joined(decision: Decision) -> tuple[str, ...]:
    """The names or ids that the decision makes one."""
    if isinstance(decision, Same):
        return decision.same
    if isinstance(decision, ClaimDecision | Regroup):
        return (*subjects_of(decision), *decision.merge)
    return ()


def _dropped(placed: Sequence[_Placed]) -> Iterator[EditorialError]:
    """What one decision drops, another speaks of."""
    dropped = {
        _folded(subject): one
        for one in placed
        if _drops(one.decision)
        for subject in subjects_of(one.decision)
    }
    for one in placed:
        if not _drops(one.decision):
            for name in map(_folded, subjects_of(one.decision)):
                if name in dropped:
                    yield _contradiction(one, dropped[name])


def _drops(decision: Decision) -> bool:
    return isinstance(decision, Drop) or (isinstance(decision, Kind) and decision.to == "nothing")


def _contradiction(one: _Placed, other: _Placed) -> EditorialError:
    there = f"{subject_of(other.decision)} on line {other.line}"
    return EditorialError(
        f"{subject_of(one.decision)} contradicts {there}.",
        todo="Keep the one that is right and remove the other.",
        file=one.file,
        line=one.line,
    )


def _folded(name: str) -> str:
    """One key for a name and the id that it gives: "Ana Ruiz" and "ana-ruiz"."""
    return slugify(name) or name
