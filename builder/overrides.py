"""`editorial.yml`: the maintainer's decisions, which beat the machine and survive rebuilds."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, TypeVar

import edtf
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, HttpUrl, model_validator

from builder import yamlfile
from builder.errors import EditorialError

FILE = "editorial.yml"


class Decision(BaseModel):
    """What every decision carries: its reason and, if wanted, who took it and when."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    why: str = Field(min_length=1)
    by: str | None = None
    on: date | None = None


class Same(Decision):
    """These names are one person, organisation or place; the first is the name shown."""

    same: tuple[str, ...] = Field(min_length=2)


class Different(Decision):
    """These names never are one."""

    different: tuple[str, ...] = Field(min_length=2)


class Rename(Decision):
    """Show this person, organisation, place or outlet (name or id) under another name."""

    rename: str
    to: str = Field(min_length=1)


class Role(Decision):
    """The role to show first for a person (name or id)."""

    role: str
    to: str = Field(min_length=1)


class Drop(Decision):
    """A name, or the id of anything in the dossier, that shall not appear."""

    drop: str


class Speaker(Decision):
    """Who said the quote of this id; `to: null` leaves it open."""

    speaker: str
    to: str | None


def _edtf(text: str | None) -> str | None:
    if text is not None:
        try:
            edtf.parse_edtf(text)
        except edtf.EDTFParseException:
            raise ValueError(
                "write a date as 2026-03-04, 2026-03 or 2026-03-04/2026-03-06"
            ) from None
    return text


class Dated(Decision):
    """The date (EDTF) of the event of this id; `to: null` leaves it open."""

    date: str
    to: Annotated[str | None, AfterValidator(_edtf)]


class VerdictText(BaseModel):
    """A judgement and the link that supports it."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    text: str = Field(min_length=1)
    url: HttpUrl


class ClaimDecision(Decision):
    """What to do with the claim of this id."""

    claim: str
    wording: str | None = None
    merge: tuple[str, ...] = ()
    """Ids of claims that say the same."""
    split: tuple[str, ...] = ()
    """Ids of articles whose statements make a claim of their own."""
    note: str | None = None
    verdict: VerdictText | None = None

    @model_validator(mode="after")
    def _says_something(self) -> "ClaimDecision":
        if not (self.wording or self.merge or self.split or self.note or self.verdict):
            raise ValueError("write wording, merge, split, note or verdict")
        return self


KINDS: Mapping[str, type[Decision]] = {
    "same": Same,
    "different": Different,
    "rename": Rename,
    "role": Role,
    "drop": Drop,
    "speaker": Speaker,
    "date": Dated,
    "claim": ClaimDecision,
}
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

    def of(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """The decisions of one kind."""
        return tuple(decision for decision in self._all if isinstance(decision, kind))

    def matched(self, decision: Decision) -> None:
        """Note that the decision found what it speaks of."""
        self._matched.add(id(decision))

    def unmatched(self) -> tuple[EditorialError, ...]:
        """One error for each decision that matches nothing any more."""
        return tuple(
            EditorialError(
                f"{_subject(decision)} matches nothing in the dossier.",
                todo="Remove the decision, or write the name or id as on its page.",
                file=FILE,
                line=self._lines.get(id(decision)),
            )
            for decision in self._all
            if id(decision) not in self._matched
        )


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
            todo="Begin each decision with `- `, as in the examples of the guide.",
            file=FILE,
            line=1,
        )
    numbers = range(len(part.data))
    lines = [part.line_of((number,)) for number in numbers]
    return Decisions([_decision(part, number) for number in numbers], lines)


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


def _subject(decision: Decision) -> str:
    kind = next(key for key, model in KINDS.items() if isinstance(decision, model))
    value = getattr(decision, kind)
    return f"`{kind}: {', '.join(value) if isinstance(value, tuple) else value}`"
