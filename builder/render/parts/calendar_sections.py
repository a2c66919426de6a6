"""Events under the headings of a calendar: sorted events in, years with their months out.

A season, a quarter or another longer time stands in its year where it begins, under its own name.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from builder.model.events import Event
from builder.render.parts.dates import UNDATED, Key, When, when
from builder.text.calendar_names import MONTHS

_View = TypeVar("_View")
_CLOCK = re.compile(r"T(\d\d(?::\d\d)?)")
_NOT_IN_AN_ANCHOR = re.compile(r"[^0-9a-z]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Month(Generic[_View]):
    """The events that begin in one month, or that fill one longer time."""

    heading: str
    anchor: str
    events: tuple[_View, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Year(Generic[_View]):
    """The events that begin in one year."""

    heading: str
    anchor: str
    events: tuple[_View, ...]
    """Those of the year at large."""
    months: tuple[Month[_View], ...]


def by_date(events: Iterable[Event]) -> list[Event]:
    """Events by the first day and the hour of their date, undated ones last."""
    return sorted(events, key=lambda event: (key_of(event), _clock(event), event.id))


def key_of(event: Event) -> Key:
    """The first day of an event; `UNDATED` where it has none."""
    date = when(event.date)
    return date.first if date else UNDATED


def years_of(
    events: Sequence[Event], views: Callable[[Iterable[Event]], tuple[_View, ...]]
) -> tuple[Year[_View], ...]:
    """The dated events, sorted, by year and month; `views` makes the entries."""
    return tuple(
        Year(
            heading=str(year) if year > 0 else f"{1 - year} BC",
            anchor=f"year-{year}" if year > 0 else f"year-bc-{1 - year}",
            events=views([event for event in found if not _heading(event)[0]]),
            months=_months([event for event in found if _heading(event)[0]], views),
        )
        for year, group in groupby(events, key=lambda event: key_of(event)[0])
        if (found := list(group))
    )


def _months(
    events: Sequence[Event], views: Callable[[Iterable[Event]], tuple[_View, ...]]
) -> tuple[Month[_View], ...]:
    """Longer times before the month that they begin in."""
    groups: dict[tuple[str, str], list[Event]] = {}
    for event in sorted(events, key=lambda event: (key_of(event)[1], _is_in_month(event))):
        groups.setdefault(_heading(event), []).append(event)
    return tuple(
        Month(heading=heading, anchor=anchor, events=views(found))
        for (heading, anchor), found in groups.items()
    )


def _heading(event: Event) -> tuple[str, str]:
    """What an event stands under in its year, and the anchor; empty for the year at large."""
    date = when(event.date)
    if date is None or date.first[0] <= 0 or not date.first[1]:
        return "", ""
    year, month, _ = date.first
    if _is_month(date):
        return f"{MONTHS[month]} {year}", f"month-{year:04}-{month:02}"
    return date.words, "time-" + _NOT_IN_AN_ANCHOR.sub("-", date.words.casefold()).strip("-")


def _is_in_month(event: Event) -> bool:
    date = when(event.date)
    return date is not None and _is_month(date)


def _is_month(date: When) -> bool:
    """Whether it begins on a day of its month, or does not leave the month."""
    (year, month, day), (last_year, last_month, _) = date.first, date.last
    return bool(day) or (year, month) == (last_year, last_month)


def _clock(event: Event) -> str:
    found = _CLOCK.search(event.date or "")
    return found[1] if found else ""
