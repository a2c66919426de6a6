"""The timeline: events by date, with precision, sources, conflicts, and how dense they stand."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from builder import links
from builder.model.article import Passage
from builder.model.events import Conflict, Event
from builder.render.index import DossierIndex
from builder.render.page import Page
from builder.render.page_links import Evidence, Link, PageLinks
from builder.render.parts.dates import UNDATED, Key, When, span_words, when
from builder.render.parts.density_chart import Strip, strip_of
from builder.render.parts.event_text import words_of
from builder.render.parts.filters import Option, outlet_key, outlets_telling, people_named
from builder.render.phrases import counted
from builder.text.calendar_names import MONTHS

ADDRESS = "timeline/"
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictView:
    """A date that some tellings give, where others give another."""

    words: str
    sources: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """One entry of a timeline."""

    anchor: str
    css: str
    when: When | None
    precision: tuple[str, ...]
    text: tuple[Link, ...]
    sources: tuple[Evidence, ...]
    conflicts: tuple[ConflictView, ...]
    people: str
    """Ids for the filter, separated by blanks."""
    outlets: str
    permalink: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The events that begin in one month."""

    heading: str
    anchor: str
    events: tuple[EventView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """The events that begin in one year."""

    heading: str
    anchor: str
    events: tuple[EventView, ...]
    """Those of the year at large, of a quarter or a season."""
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """The page."""

    summary: str
    strip: Strip | None
    years: tuple[Year, ...]
    undated: tuple[EventView, ...]
    people: tuple[Option, ...]
    outlets: tuple[Option, ...]
    files: Link
    """Where it stands for calendars and other programs."""


def timeline_page(story: DossierIndex) -> Page:
    """The timeline of the whole story."""
    here = PageLinks(story=story, address=ADDRESS)
    events = by_date(story.dossier.events)
    dated = [event for event in events if _key(event) != UNDATED]
    undated = [event for event in events if _key(event) == UNDATED]
    span = story_span(dated)
    summary = counted(len(events), "event") + (f", {span}" if span else "") + "."
    if not events:
        summary = "No article gives anything with a date."
    view = TimelineView(
        summary=summary,
        strip=strip_of([_key(event) for event in dated]),
        years=_years(dated, here),
        undated=event_views(undated, here),
        people=people_named(events, story),
        outlets=outlets_telling(events, story),
        files=Link(text="as a calendar and as data", url=here.to("data/")),
    )
    return Page(
        address=ADDRESS, kind="list", title="Timeline", template="timeline", view=view,
        description=f"What happened when: {summary}", hide=("navigation",),
        linked=_linked(events),
    )  # fmt: skip


def by_date(events: Iterable[Event]) -> list[Event]:
    """Events by the first day of their date, undated ones last."""
    return sorted(events, key=lambda event: (_key(event), event.id))


def story_span(events: Sequence[Event]) -> str:
    """`Feb 2022 – May 2023`; empty without a dated event."""
    dates = [found for event in events if (found := when(event.date)) and found.first != UNDATED]
    if not dates:
        return ""
    return span_words(min(date.first for date in dates), max(date.first for date in dates))


def event_views(events: Iterable[Event], here: PageLinks) -> tuple[EventView, ...]:
    """The entries as seen from a page, in the order given."""
    return tuple(_event_view(event, here) for event in events)


def _event_view(event: Event, here: PageLinks) -> EventView:
    date = when(event.date)
    passages = [telling.passage for telling in event.passages]
    return EventView(
        anchor=links.anchor("event", event.id),
        css=_css(event, date),
        when=date,
        precision=_precision(event, date, here.story),
        text=words_of(event, here),
        sources=_sources(passages, here),
        conflicts=tuple(
            _conflict(event, conflict, here)
            for conflict in sorted(event.conflicts, key=lambda each: each.date != event.date)
        ),
        people=" ".join(event.people),
        outlets=" ".join(sorted({outlet_key(passage, here.story) for passage in passages})),
        permalink=here.event(event),
    )


def _css(event: Event, date: When | None) -> str:
    if event.status == "planned":
        return "due"
    return "" if date and date.exact else "about"


def _precision(event: Event, date: When | None, story: DossierIndex) -> tuple[str, ...]:
    """How exact the date is, in whose words, and whether it was still to come."""
    words = [date.precision] if date and date.precision else []
    if _is_inferred(event):
        words = ["day worked out from other articles"]
    elif _is_counted(event, story):
        words.append("counted from a day of publication that nobody stated")
    shown = date.words.casefold() if date else ""
    tellings = {telling.timex.passage.text for telling in event.passages if telling.timex}
    said = sorted(
        f"“{text}”" for text in tellings if text.casefold().removesuffix("’s") not in shown
    )
    planned = ["planned"] if event.status == "planned" else []
    return (*words, *said[:2], *planned)


def _is_inferred(event: Event) -> bool:
    """Whether no telling gives the day: its articles say "on Friday", others tell which."""
    open_ = (telling.timex is None or telling.timex.value is None for telling in event.passages)
    return bool(event.date) and str(event.date).endswith("?") and all(open_)


def _is_counted(event: Event, story: DossierIndex) -> bool:
    """Whether every date rests on a day of publication that nobody stated."""
    times = [telling.timex for telling in event.passages if telling.timex and telling.timex.value]
    return bool(times) and not any(
        story.articles[timex.passage.article].published or _YEAR.search(timex.passage.text)
        for timex in times
    )


def _sources(passages: Iterable[Passage], here: PageLinks) -> tuple[Evidence, ...]:
    """One proof for each article."""
    first = {passage.article: passage for passage in reversed(list(passages))}
    return tuple(here.evidence(passage) for passage in sorted(first.values()))


def _conflict(event: Event, conflict: Conflict, here: PageLinks) -> ConflictView:
    date, whom = when(conflict.date), "some" if conflict.date == event.date else "others"
    return ConflictView(
        words=f"Dated {date.words if date else conflict.date} by {whom}",
        sources=_sources([event.passages[at].passage for at in conflict.passages], here),
    )


def _key(event: Event) -> Key:
    date = when(event.date)
    return date.first if date else UNDATED


def _years(events: Sequence[Event], here: PageLinks) -> tuple[Year, ...]:
    return tuple(
        Year(
            heading=str(year) if year > 0 else f"{1 - year} BC",
            anchor=f"year-{year}" if year > 0 else f"year-bc-{1 - year}",
            events=event_views([event for event in found if not _month(event)], here),
            months=_months(year, [event for event in found if _month(event)], here),
        )
        for year, group in groupby(events, key=lambda event: _key(event)[0])
        if (found := list(group))
    )


def _months(year: int, events: Sequence[Event], here: PageLinks) -> tuple[Month, ...]:
    return tuple(
        Month(
            heading=f"{MONTHS[month]} {year}",
            anchor=f"month-{year:04}-{month:02}",
            events=event_views(list(group), here),
        )
        for month, group in groupby(events, key=_month)
    )


def _month(event: Event) -> int:
    """The month that it begins in; 0 where it is told of a longer time."""
    date = when(event.date)
    if date is None:
        return 0
    (year, month, day), (last_year, last_month, _) = date.first, date.last
    return month if year > 0 and (day or (year, month) == (last_year, last_month)) else 0


def _linked(events: Iterable[Event]) -> dict[str, object]:
    return {
        "@type": "ItemList",
        "name": "Timeline",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "item": _linked_event(event)}
            for position, event in enumerate(events, 1)
        ],
    }


def _linked_event(event: Event) -> dict[str, object]:
    date = when(event.date)
    item: dict[str, object] = {
        "@type": "Event",
        "name": event.text,
        "url": f"#{links.anchor('event', event.id)}",
    }
    if date and date.machine:
        item["startDate"] = date.machine
    return item
