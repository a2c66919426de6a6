"""The timeline: events by date, and how dense they stand; a long one as an overview and parts.

An event's permalink is its anchor on the first page, whichever part its whole entry stands on.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from builder import links
from builder.model.events import Event
from builder.model.ids import EventId
from builder.render.index import DossierIndex
from builder.render.page import Page
from builder.render.page_links import Link, PageLinks
from builder.render.parts.calendar_sections import Year, by_date, key_of, years_of
from builder.render.parts.dates import UNDATED, When, span_words, when
from builder.render.parts.density_chart import Strip, strip_of
from builder.render.parts.event_views import EventView, css_of, event_views, outlets_of
from builder.render.parts.filters import Option, outlets_telling, people_named
from builder.render.parts.paging import Part, pager, parts_of
from builder.render.phrases import counted, shortened

ADDRESS = "timeline/"
EVENTS_ON_ONE_PAGE = 75  # some 100 kB
EVENTS_IN_A_PART = 50
_LONGEST_LINE = 90  # characters of an event in the overview of a long timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """An event of a long timeline in one line, which leads to the whole entry."""

    anchor: str
    css: str
    when: When | None
    text: Link
    people: str
    outlets: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """The timeline whole; or its overview, with each event as a line; or a part of it."""

    title: str
    summary: str
    strip: Strip | None
    years: tuple[Year[EventView], ...]
    undated: tuple[EventView, ...]
    lines: tuple[Year[EventLine], ...]
    undated_lines: tuple[EventLine, ...]
    people: tuple[Option, ...]
    outlets: tuple[Option, ...]
    pager: tuple[Link, ...]
    files: Link
    """Where it stands for calendars and other programs."""


def timeline_pages(story: DossierIndex) -> tuple[Page, ...]:
    """The timeline of the whole story; a long one as an overview, and its entries in parts."""
    events = by_date(story.dossier.events)
    if len(events) <= EVENTS_ON_ONE_PAGE:
        return (_page("Timeline", ADDRESS, events, events, (), story),)
    parts = parts_of(events, EVENTS_IN_A_PART, ADDRESS, first=f"{ADDRESS}list/1/")
    return (
        _page("Timeline", ADDRESS, events, (), parts, story),
        *(
            _page(f"Timeline, {part.range}", part.address, part.items, part.items, parts, story)
            for part in parts
        ),
    )


def _page(
    title: str,
    address: str,
    events: Sequence[Event],
    whole: Sequence[Event],
    parts: Sequence[Part[Event]],
    story: DossierIndex,
) -> Page:
    """The timeline of `events`, those of `whole` with all that is known of them."""
    here = PageLinks(story=story, address=address)
    dated, undated = _split(whole)
    lined, undated_lined = _split(() if whole else events)
    span = story_span(_split(events)[0])
    summary = counted(len(events), "event") + (f", {span}" if span else "") + "."
    if not events:
        summary = "No article gives anything with a date."
    is_first = address == ADDRESS
    place = {event.id: part.address for part in parts for event in part.items}
    lines = partial(_lines, place=place, here=here)
    view = TimelineView(
        title=title,
        summary=summary,
        strip=_strip(_split(events)[0]) if is_first else None,
        years=years_of(dated, partial(event_views, here=here)),
        undated=event_views(undated, here),
        lines=years_of(lined, lines),
        undated_lines=lines(undated_lined),
        people=people_named(events, story) if is_first else (),
        outlets=outlets_telling(events, story) if is_first else (),
        pager=pager(parts, here) if parts else (),
        files=Link(text="as a calendar and as data", url=here.to("data/")),
    )
    return Page(
        address=address, kind="list", title=title, template="timeline", view=view,
        description=f"What happened when: {summary}", hide=("navigation",),
        linked=_linked(whole) if whole else {},
    )  # fmt: skip


def _split(events: Sequence[Event]) -> tuple[list[Event], list[Event]]:
    """Those with a date, and those without."""
    return (
        [event for event in events if key_of(event) != UNDATED],
        [event for event in events if key_of(event) == UNDATED],
    )


def _strip(dated: Sequence[Event]) -> Strip | None:
    anchors = [links.anchor("event", event.id) for event in dated]
    return strip_of([key_of(event) for event in dated], anchors)


def _lines(
    events: Iterable[Event], place: Mapping[EventId, str], here: PageLinks
) -> tuple[EventLine, ...]:
    return tuple(
        EventLine(
            anchor=links.anchor("event", event.id),
            css=css_of(event, date := when(event.date)),
            when=date,
            text=Link(
                text=shortened(event.text, _LONGEST_LINE),
                url=here.to(f"{place[event.id]}#{links.anchor('event', event.id)}"),
            ),
            people=" ".join(event.people),
            outlets=outlets_of(event, here.story),
        )
        for event in events
    )


def story_span(events: Sequence[Event]) -> str:
    """`Feb 2022 – May 2023`; empty without a dated event."""
    dates = [found for event in events if (found := when(event.date)) and found.first != UNDATED]
    if not dates:
        return ""
    return span_words(min(date.first for date in dates), max(date.first for date in dates))


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
