"""The timeline: resolved times, and events with the passages that tell them."""

from dataclasses import dataclass
from typing import Literal

from builder.model.article import Passage
from builder.model.ids import (
    ClaimId,
    EntityId,
    EventId,
)
from builder.model.times import TimeType
from builder.model.why import Why

Bound = Literal["since", "until"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A resolved time expression: TIMEX3 type and value; `None` where it cannot be told."""

    passage: Passage
    type: TimeType
    value: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPassage:
    """One article's telling of an event."""

    passage: Passage
    timex: Timex | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A date that some tellings of an event give, against the others."""

    date: str
    """EDTF."""
    passages: tuple[int, ...]
    """Indexes into the event's `passages`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, or is due, on a date."""

    id: EventId
    date: str | None
    """EDTF; `None` where no telling gives one."""
    status: Literal["past", "planned"]
    text: str
    people: tuple[EntityId, ...]
    places: tuple[EntityId, ...]
    claims: tuple[ClaimId, ...]
    passages: tuple[EventPassage, ...]
    conflicts: tuple[Conflict, ...]
    why: tuple[Why, ...] = ()
    """What joined its passages."""

    @property
    def point(self) -> str | None:
        """Its date; of an open interval the end that it has: "1998/.." began in 1998."""
        first, _, last = (self.date or "").partition("/")
        ends = {"since": first, "until": last}
        return ends[self.bound] if self.bound else self.date

    @property
    def bound(self) -> Bound | None:
        """Whether it began then and goes on, or goes on until then."""
        if (self.date or "").endswith("/.."):
            return "since"
        return "until" if (self.date or "").startswith("../") else None
