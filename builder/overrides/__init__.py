"""`editorial.yml`: the maintainer's decisions, which beat the machine and survive rebuilds."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from builder import yamlfile
from builder.errors import EditorialError
from builder.overrides.addresses import with_permalinks
from builder.overrides.contradictions import contradictions
from builder.overrides.decisions import (
    KINDS,
    AddedQuote,
    Addressee,
    Apart,
    ClaimDecision,
    CreditDecision,
    Dated,
    Decision,
    Different,
    Drop,
    EventDecision,
    Kind,
    LineageDecision,
    Mask,
    MentionDecision,
    Regroup,
    Rename,
    Role,
    Same,
    Speaker,
    ToldTo,
    UtteranceDecision,
    VerdictText,
    subject_of,
    subjects_of,
)

__all__ = [
    "FILE",
    "KINDS",
    "AddedQuote",
    "Addressee",
    "Apart",
    "ClaimDecision",
    "CreditDecision",
    "Dated",
    "Decision",
    "Decisions",
    "Different",
    "Drop",
    "EventDecision",
    "Kind",
    "LineageDecision",
    "Mask",
    "MentionDecision",
    "Regroup",
    "Rename",
    "Role",
    "Same",
    "Speaker",
    "ToldTo",
    "UtteranceDecision",
    "VerdictText",
    "decisions_in",
    "read_decisions",
    "subjects_of",
]

FILE = "editorial.yml"
OfKind = TypeVar("OfKind", bound=Decision)


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
        self._ids: dict[int, tuple[str, ...]] = {}

    def of(self, kind: type[OfKind]) -> tuple[OfKind, ...]:
        """The decisions of one kind."""
        return tuple(decision for decision in self._all if isinstance(decision, kind))

    def open(self, kind: type[OfKind]) -> tuple[OfKind, ...]:
        """The decisions of one kind that have matched nothing so far."""
        return tuple(one for one in self.of(kind) if id(one) not in self._matched)

    def means(self, decision: Decision, ids: Iterable[str]) -> None:
        """Note the ids of what the decision speaks of in other words."""
        self._ids[id(decision)] = tuple(ids)

    def about(self, kind: type[OfKind]) -> dict[str, OfKind]:
        """The decisions of one kind by the ids of what they speak of.

        One that names an id holds against one that means it with others, or by its words.
        """
        wide_first = sorted(self.of(kind), key=lambda one: id(one) not in self._ids)
        return {
            subject: one
            for one in wide_first
            for subject in self._ids.get(id(one), subjects_of(one))
        }

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

    Raises `EditorialError`, with every mistake in the file and its line, where there is one.
    """
    if not (folder / FILE).exists():
        return Decisions()
    return decisions_in(yamlfile.text_of(folder / FILE, file=FILE, error=EditorialError))


def decisions_in(text: str) -> Decisions:
    """The decisions that the text of a file holds.

    Raises `EditorialError` as `read_decisions` does.
    """
    part = yamlfile.parse(with_permalinks(text), file=FILE, error=EditorialError)
    if part.data is None:
        return Decisions()
    if not isinstance(part.data, list):
        raise EditorialError(
            "expected a list of decisions.",
            todo="Begin each decision with a dash: `- drop: Sunday`.",
            file=FILE,
            line=1,
        )
    problems: list[EditorialError] = []
    decisions: list[Decision] = []
    lines: list[int | None] = []
    for number in range(len(part.data)):
        decision, mistakes = _decision(part, number)
        problems.extend(mistakes)
        if decision is not None:
            decisions.append(decision)
            lines.append(part.line_of((number,)))
    problems.extend(contradictions(decisions, lines, file=FILE))
    if problems:
        raise EditorialError.together(problems)
    return Decisions(decisions, lines)


def _decision(
    part: yamlfile.YamlFile, number: int
) -> tuple[Decision | None, Sequence[EditorialError]]:
    item, line = part.data[number], part.line_of((number,))
    written = [key for key in KINDS if isinstance(item, Mapping) and key in item]
    # `speaker` is a kind, and a key of a `quote`
    kinds = [k for k in written if not any(k in KINDS[o].model_fields for o in written if o != k)]
    if len(kinds) != 1:
        problem = EditorialError(
            "a decision needs exactly one of its kinds.",
            todo=f"Write one of: {', '.join(KINDS)}.",
            file=FILE,
            line=line,
        )
        return None, [problem]
    return yamlfile.checked_at(KINDS[kinds[0]], part, (number,), item, error=EditorialError)
