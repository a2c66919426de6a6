"""The timeline: events by date, and how dense they stand; a long one as lines and as entries.

An event's permalink is its anchor on the first page, wherever its whole entry stands.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from builder import links
from builder.model.events import Event
from builder.render.index import DossierIndex
from builder.render.page import Page
from builder.render.page_links import Link, PageLinks
from builder.render.parts.calendar_sections import Year, by_date, key_of, years_of
from builder.render.parts.dates import UNDATED, When, span_words, when
from builder.render.parts.density_chart import Strip, strip_of
from builder.render.parts.event_views import EventView, css_of, event_views, outlets_of
from builder.render.parts.filters import Option, outlets_telling, people_named
from builder.render.phrases import counted, shortened

ADDRESS = "timeline/"
_WHOLE_PARTS = f"{ADDRESS}list/"
WHOLE = f"{_WHOLE_PARTS}1/"
"""Where the whole entries of a long timeline begin."""
EVENTS_ON_ONE_PAGE = 75  # more are first shown as lines
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
    """The timeline in whole entries, or its overview, with each event as a line."""

    title: str
    summary: str
    strip: Strip | None
    years: tuple[Year[EventView], ...]
    undated: tuple[EventView, ...]
    lines: tuple[Year[EventLine], ...]
    undated_lines: tuple[EventLine, ...]
    people: tuple[Option, ...]
    outlets: tuple[Option, ...]
    other: Markup | None
    """The overview of whole entries, or the whole entries of an overview."""
    files: Link
    """Where it stands for calendars and other programs."""


def timeline_pages(story: DossierIndex) -> tuple[Page, ...]:
    """The timeline of the whole story; a long one as an overview, and as whole entries."""
    events = by_date(story.dossier.events)
    if len(events) <= EVENTS_ON_ONE_PAGE:
        return (_page("Timeline", ADDRESS, events, is_whole=True, story=story),)
    return (
        _page("Timeline", ADDRESS, events, is_whole=False, story=story),
        _page("Timeline in full", WHOLE, events, is_whole=True, story=story),
    )


def _page(
    title: str, address: str, events: Sequence[Event], *, is_whole: bool, story: DossierIndex
) -> Page:
    """The timeline of `events`, with all that is known of them or a line for each."""
    here = PageLinks(story=story, address=address)
    dated, undated = _split(events if is_whole else ())
    lined, undated_lined = _split(() if is_whole else events)
    span = story_span(_split(events)[0])
    summary = counted(len(events), "event") + (f", {span}" if span else "") + "."
    if not events:
        summary = "No article gives anything with a date."
    is_first = address == ADDRESS
    lines = partial(_lines, here=here)
    other = here.to(WHOLE) if not is_whole else None if is_first else here.to(ADDRESS)
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
        other=other,
        files=Link(text="as a calendar and as data", url=here.to("data/")),
    )
    return Page(
        address=address, kind="list", title=title, template="timeline", view=view,
        description=f"What happened when: {summary}", hide=("navigation",),
        linked=_linked(events) if is_whole else {},
        parts_at=f"{ADDRESS}lines/" if not is_whole else _WHOLE_PARTS if not is_first else "",
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


def _lines(events: Iterable[Event], here: PageLinks) -> tuple[EventLine, ...]:
    return tuple(
        EventLine(
            anchor=links.anchor("event", event.id),
            css=css_of(event, date := when(event.date)),
            when=date,
            text=Link(
                text=shortened(event.text, _LONGEST_LINE),
                url=here.to(f"{WHOLE}#{links.anchor('event', event.id)}"),
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
