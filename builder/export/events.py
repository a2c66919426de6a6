"""Events and relations as plain data."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from builder.export.passages import (
    EdtfDate,
    Id,
    Index,
    Name,
    Placed,
    Span,
    TimexValue,
    placed,
    span,
)
from builder.export.why import WhyRow, why_rows
from builder.model.dossier import Relation, RelationKind
from builder.model.events import Bound, Event, EventPassage, Timex

_From = TypedDict(
    "_From", {"from": Annotated[Id, Field(description="The id of the person who acts.")]}
)


class TimexRow(Span):
    """The time expression that dates a telling."""

    value: TimexValue | None
    """Its value in TIMEX3; `null` where it cannot be told."""


class TellingRow(Placed):
    """One article's telling of an event."""

    timex: TimexRow | None
    """The time expression that dates it."""


class ConflictRow(TypedDict):
    """A date that some tellings of an event give, against the others."""

    date: EdtfDate
    """That date, in EDTF."""
    passages: Annotated[list[Index], Field(min_length=1)]
    """Which of the event's passages give it, counted from 0."""


class EventRow(TypedDict):
    """Something that happened, or is due, on a date."""

    id: Id
    """The event's id."""
    date: EdtfDate | None
    """When, in EDTF: a day, a month, an interval; `null` where no article tells."""
    bound: Bound | None
    """Whether it began then and goes on (`since`), or goes on until then."""
    status: Literal["past", "planned"]
    """Whether it has happened, as the articles tell."""
    text: Name
    """The telling that the timeline shows."""
    people: list[Id]
    """The ids of the people who take part."""
    places: list[Id]
    """The ids of the places where it happens."""
    claims: list[Id]
    """The ids of the claims that state it."""
    passages: Annotated[list[TellingRow], Field(min_length=1)]
    """Every article's telling."""
    conflicts: list[ConflictRow]
    """The other dates given for it."""
    why: list[WhyRow]
    """What joined its passages."""


class RelationRow(_From):
    """Who spoke to, met, answered or spoke of whom."""

    to: Id
    """The id of the other person."""
    kind: RelationKind
    """What joins the two."""
    passages: Annotated[list[Placed], Field(min_length=1)]
    """Where articles tell it."""


def event_row(event: Event) -> EventRow:
    """An event with its tellings and the dates that conflict."""
    return {
        "id": event.id,
        "date": event.point,
        "bound": event.bound,
        "status": event.status,
        "text": event.text,
        "people": list(event.people),
        "places": list(event.places),
        "claims": list(event.claims),
        "passages": [_telling(telling) for telling in event.passages],
        "conflicts": [
            {"date": conflict.date, "passages": list(conflict.passages)}
            for conflict in event.conflicts
        ],
        "why": why_rows(event.why),
    }


def relation_row(relation: Relation) -> RelationRow:
    """A relation of two people with its passages."""
    return {
        "from": relation.source,
        "to": relation.target,
        "kind": relation.kind,
        "passages": [placed(passage) for passage in relation.passages],
    }


def _telling(telling: EventPassage) -> TellingRow:
    return {**placed(telling.passage), "timex": _timex(telling.timex)}


def _timex(timex: Timex | None) -> TimexRow | None:
    return None if timex is None else {**span(timex.passage), "value": timex.value}
