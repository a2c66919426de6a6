"""Entries of a timeline: events in; date, precision, words, sources and conflicts of each out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from builder import links
from builder.model.article import Passage
from builder.model.events import Conflict, Event
from builder.render.index import DossierIndex
from builder.render.page_links import Evidence, Link, PageLinks
from builder.render.parts.dates import When, when
from builder.render.parts.event_text import words_of
from builder.render.parts.filters import outlet_key

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


def event_views(events: Iterable[Event], here: PageLinks) -> tuple[EventView, ...]:
    """The entries as seen from a page, in the order given."""
    return tuple(_event_view(event, here) for event in events)


def _event_view(event: Event, here: PageLinks) -> EventView:
    date = when(event.date)
    passages = [telling.passage for telling in event.passages]
    return EventView(
        anchor=links.anchor("event", event.id),
        css=css_of(event, date),
        when=date,
        precision=_precision(event, date, here.story),
        text=words_of(event, here),
        sources=_sources(passages, here),
        conflicts=tuple(
            _conflict(event, conflict, here)
            for conflict in sorted(event.conflicts, key=lambda each: each.date != event.date)
        ),
        people=" ".join(event.people),
        outlets=outlets_of(event, here.story),
        permalink=here.event(event),
    )


def outlets_of(event: Event, story: DossierIndex) -> str:
    """The outlets that tell it, for the filter."""
    return " ".join(sorted({outlet_key(telling.passage, story) for telling in event.passages}))


def css_of(event: Event, date: When | None) -> str:
    """`due` where it was still to come, `about` where its date is no one point."""
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
