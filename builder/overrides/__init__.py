"""`editorial.yml`: the maintainer's decisions, which beat the machine and survive rebuilds."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from builder import yamlfile
from builder.errors import EditorialError
from builder.overrides.contradictions import check_contradictions
from builder.overrides.decisions import (
    KINDS,
    ClaimDecision,
    Dated,
    Decision,
    Different,
    Drop,
    Rename,
    Role,
    Same,
    Speaker,
    VerdictText,
    subject_of,
)

__all__ = [
    "FILE",
    "KINDS",
    "ClaimDecision",
    "Dated",
    "Decision",
    "Decisions",
    "Different",
    "Drop",
    "Rename",
    "Role",
    "Same",
    "Speaker",
    "VerdictText",
    "read_decisions",
]

FILE = "editorial.yml"
Kind = TypeVar("Kind", bound=Decision)


class Decisions:
    """All decisions, in the order of the file, and a tally of those that matched something."""

    def __init__(
        self, decisions: Sequence[Decision] = (), lines: Sequence[int | None] = ()
    ) -> None:
        """Keep the decisions, and the line of each in the file; none has matched yet."""
        self._all = tuple(decisions)
        self._lines = {
            id(decision): line for decision, line in zip(decisions, lines, strict=False)
        }
        self._matched: set[int] = set()
        self._refused: dict[int, tuple[str, str]] = {}

    def of(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """The decisions of one kind."""
        return tuple(decision for decision in self._all if isinstance(decision, kind))

    def open(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """The decisions of one kind that have matched nothing so far."""
        return tuple(one for one in self.of(kind) if id(one) not in self._matched)

    def matched(self, decision: Decision) -> None:
        """Note that the decision found what it speaks of."""
        self._matched.add(id(decision))

    def refused(self, decision: Decision, what: str, *, todo: str) -> None:
        """Note why the decision cannot be carried out: said in place of "matches nothing"."""
        self._refused[id(decision)] = what, todo

    def unmatched(self) -> tuple[EditorialError, ...]:
        """One error for each decision that matches nothing any more, or cannot be carried out."""
        return tuple(
            self._error(decision) for decision in self._all if id(decision) not in self._matched
        )

    def _error(self, decision: Decision) -> EditorialError:
        what, todo = self._refused.get(
            id(decision),
            (
                "matches nothing in the dossier.",
                "Remove the decision, or write the name or id as on its page.",
            ),
        )
        line = self._lines.get(id(decision))
        return EditorialError(f"{subject_of(decision)} {what}", todo=todo, file=FILE, line=line)


def read_decisions(folder: Path) -> Decisions:
    """The decisions of the dossier in `folder`; a missing file means none.

    Raises `EditorialError` with file and line for one that cannot be read.
    """
    if not (folder / FILE).exists():
        return Decisions()
    part = yamlfile.read(folder / FILE, file=FILE, error=EditorialError)
    if part.data is None:
        return Decisions()
    if not isinstance(part.data, list):
        raise EditorialError(
            "expected a list of decisions.",
            todo="Begin each decision with a dash: `- drop: Sunday`.",
            file=FILE,
            line=1,
        )
    numbers = range(len(part.data))
    lines = [part.line_of((number,)) for number in numbers]
    decisions = [_decision(part, number) for number in numbers]
    check_contradictions(decisions, lines, file=FILE)
    return Decisions(decisions, lines)


def _decision(part: yamlfile.YamlFile, number: int) -> Decision:
    item, line = part.data[number], part.line_of((number,))
    kinds = [key for key in KINDS if isinstance(item, Mapping) and key in item]
    if len(kinds) != 1:
        raise EditorialError(
            "a decision needs exactly one of its kinds.",
            todo=f"Write one of: {', '.join(KINDS)}.",
            file=FILE,
            line=line,
        )
    return yamlfile.validate_at(KINDS[kinds[0]], part, (number,), item, error=EditorialError)
