"""What each kind of decision says, as the maintainer writes it."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, HttpUrl, model_validator

from builder import yamlfile
from builder.overrides.addresses import id_in_address, id_of

Name = Annotated[str, AfterValidator(id_in_address)]
"""A name as it is shown, an id, or the address of a page."""
_IN_ARTICLE = re.compile(r"([^#]+)#p-(\d+)-(\d+)")
Id = Annotated[str, AfterValidator(id_of)]
"""An id in any letter case, or an address that holds one."""


class Decision(BaseModel):
    """What every decision carries: its reason and, if wanted, who took it and when."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    why: str = Field(min_length=1)
    by: str | None = None
    on: date | None = None


class Same(Decision):
    """These names are one person, organisation or place; the first is the name shown."""

    same: tuple[Name, ...] = Field(min_length=2)


class Different(Decision):
    """These names never are one."""

    different: tuple[Name, ...] = Field(min_length=2)


class Rename(Decision):
    """Show this person, organisation, place or outlet (name or id) under another name."""

    rename: Name
    to: str = Field(min_length=1)


class Role(Decision):
    """The role to show first for a person (name or id)."""

    role: Name
    to: str = Field(min_length=1)


class Drop(Decision):
    """A name, the id of anything in the dossier, or a quote's words: it shall not appear."""

    drop: Id


class Kind(Decision):
    """What a name stands for: a person, an organisation, a place, or nothing of the story."""

    kind: Name
    to: Literal["person", "organisation", "place", "nothing"]


class MentionDecision(Decision):
    """Whom one name of an article stands for; `to: null` for nobody of the story."""

    mention: Name
    """The article, or the permalink of the passage."""
    name: str | None = Field(default=None, min_length=1)
    """The name, as it stands in the article."""
    within: str | None = Field(default=None, min_length=1)
    """Words around it, where the article has the name in other places too."""
    to: Name | None

    @model_validator(mode="after")
    def _says_which(self) -> "MentionDecision":
        if self.name is None and _IN_ARTICLE.fullmatch(self.mention) is None:
            raise ValueError("write the name, as it stands in the article")
        return self

    @property
    def place(self) -> tuple[str, int, int] | None:
        """The article, start and end of the passage, where it is named by its permalink."""
        found = _IN_ARTICLE.fullmatch(self.mention)
        return (found[1], int(found[2]), int(found[3])) if found else None


class Speaker(Decision):
    """Who said the quote of this id or these words; `to: null` leaves it open."""

    speaker: Id
    to: Name | None


class Addressee(Decision):
    """To whom the quote was said; `to: null` where the articles do not tell."""

    addressee: Id
    to: Name | None


class ToldTo(Decision):
    """The outlet that the quote was told to; `to: null` for none."""

    told_to: Id
    to: Name | None


def _edtf(text: str | None) -> str | None:
    from edtf import EDTFParseException, parse_edtf  # noqa: PLC0415 - few commands need it

    if text is not None:
        try:
            parse_edtf(text)
        except (EDTFParseException, TypeError):  # the parser trips over ".."
            raise ValueError(
                "write a date as 2026-03-04, 2026-03 or 2026-03-04/2026-03-06"
            ) from None
    return text


class Dated(Decision):
    """The date (EDTF) of the event of this id; `to: null` leaves it open."""

    date: Id
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

    claim: Id
    wording: str | None = None
    merge: tuple[Id, ...] = ()
    """Ids of claims that say the same."""
    split: tuple[Name, ...] = ()
    """Ids of articles whose statements make a claim of their own."""
    note: str | None = None
    verdict: VerdictText | None = None

    @model_validator(mode="after")
    def _says_something(self) -> "ClaimDecision":
        if not (self.wording or self.merge or self.split or self.note or self.verdict):
            raise ValueError("write wording, merge, split, note or verdict")
        return self


class Mask(Decision):
    """A passage of this article that is no article text: nothing is taken from it."""

    mask: Name
    text: str = Field(min_length=1)


class AddedQuote(Decision):
    """A quote of this article that the machine missed, in its very words."""

    quote: Name
    text: str = Field(min_length=1)
    speaker: Name | None

    @property
    def to(self) -> str | None:
        """Who said it."""
        return self.speaker


class LineageDecision(Decision):
    """The article that this one descends from; `of: null` where it is a report of its own."""

    lineage: Name
    of: Name | None


class CreditDecision(Decision):
    """The outlet that this article credits; `to: null` for none."""

    credit: Name
    to: Name | None


class Regroup(Decision):
    """What is one with this, and what is not."""

    merge: tuple[Id, ...] = ()
    """Ids of others of its kind that are one with it."""
    split: tuple[Id, ...] = ()
    """What in it is one of its own."""

    @model_validator(mode="after")
    def _says_something(self) -> "Regroup":
        if not (self.merge or self.split):
            raise ValueError("write merge or split")
        return self


class UtteranceDecision(Regroup):
    """Which quotes are one utterance: `merge` other utterances, `split` quotes off."""

    utterance: Id


class EventDecision(Regroup):
    """What is one entry of the timeline: `merge` other events, `split` articles off."""

    event: Id


class Apart(Decision):
    """These claims tell two facts: their statements are never one claim, nor shown as near."""

    apart: tuple[Id, ...] = Field(min_length=2)


KINDS: Mapping[str, type[Decision]] = {
    "same": Same,
    "different": Different,
    "rename": Rename,
    "role": Role,
    "drop": Drop,
    "kind": Kind,
    "mention": MentionDecision,
    "speaker": Speaker,
    "addressee": Addressee,
    "told_to": ToldTo,
    "date": Dated,
    "claim": ClaimDecision,
    "apart": Apart,
    "utterance": UtteranceDecision,
    "event": EventDecision,
    "mask": Mask,
    "quote": AddedQuote,
    "lineage": LineageDecision,
    "credit": CreditDecision,
}


def kind_of(decision: Decision) -> str:
    """The key that the decision is written with ("same", "drop")."""
    return next(key for key, model in KINDS.items() if isinstance(decision, model))


def subject_of(decision: Decision) -> str:
    """What the decision speaks of, as it stands in the file: "`same: Ana Ruiz, Anna Ruiz`"."""
    words = subjects_of(decision)
    if isinstance(decision, MentionDecision) and decision.name:
        words = (*words, decision.name)
    return f"`{kind_of(decision)}: {', '.join(words)}`"


def subjects_of(decision: Decision) -> tuple[str, ...]:
    """The names or the id that the decision speaks of."""
    value = getattr(decision, kind_of(decision))
    return value if isinstance(value, tuple) else (value,)
