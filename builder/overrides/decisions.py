"""What each kind of decision says, as the maintainer writes it."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

import edtf
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, HttpUrl, model_validator

from builder import yamlfile


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
        except (edtf.EDTFParseException, TypeError):  # the parser trips over ".."
            raise ValueError(
                "write a date as 2026-03-04, 2026-03 or 2026-03-04/2026-03-06"
            ) from None
    return text


class Dated(Decision):
    """The date (EDTF) of the event of this id; `to: null` leaves it open."""

    date: str
    to: Annotated[str | None, AfterValidator(_edtf)]


def _followed(url: HttpUrl) -> HttpUrl:
    yamlfile.web_address(str(url))
    return url


class VerdictText(BaseModel):
    """A judgement and the link that supports it."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    text: str = Field(min_length=1)
    url: Annotated[HttpUrl, AfterValidator(_followed)]


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


def kind_of(decision: Decision) -> str:
    """The key that the decision is written with ("same", "drop")."""
    return next(key for key, model in KINDS.items() if isinstance(decision, model))


def subject_of(decision: Decision) -> str:
    """What the decision speaks of, as it stands in the file: "`same: Ana Ruiz, Anna Ruiz`"."""
    return f"`{kind_of(decision)}: {', '.join(subjects_of(decision))}`"


def subjects_of(decision: Decision) -> tuple[str, ...]:
    """The names or the id that the decision speaks of."""
    value = getattr(decision, kind_of(decision))
    return value if isinstance(value, tuple) else (value,)
