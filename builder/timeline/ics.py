"""The timeline as a calendar: the dossier in, `timeline.ics` out.

A calendar knows days only: a month is all of its days, and the entry says that no day is told. It
demands the time at which an entry was made, too: the newest day that is stated of the articles
that tell of it, or of any, else the day of the event itself. No clock.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, vDuration
from icalendar import Event as Entry

from builder.links import web_url
from builder.model.dossier import Dossier
from builder.model.events import Event
from builder.model.ids import ArticleId
from builder.model.records import ArticleRecord
from builder.timeline.days import Days, days_of

_DAY = re.compile(r"\d{4}-\d\d-\d\d.*")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
_ONE_DAY = timedelta(days=1)


def timeline_ics(dossier: Dossier) -> str:
    """Every event with a date, as an iCalendar file (RFC 5545)."""
    calendar = Calendar()
    calendar.add("prodid", "-//Story Dossier//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _plain(dossier.title))
    for entry in _entries(dossier):
        calendar.add_component(entry)
    return str(calendar.to_ical(sorted=False), encoding="utf-8")


def _entries(dossier: Dossier) -> Iterator[Entry]:
    records = {record.id: record for record in dossier.articles}
    names = _names(dossier)
    newest = max(filter(None, map(_stated, dossier.articles)), default=None)
    for event in dossier.events:
        days = days_of(event.date)
        if days is not None:
            made = _made(event, records) or newest or days.first
            yield _entry(event, days, made, records, names)


def _made(event: Event, records: Mapping[ArticleId, ArticleRecord]) -> date | None:
    """When the newest of its articles came in, as far as the maintainer stated."""
    days = (_stated(records[telling.passage.article]) for telling in event.passages)
    return max(filter(None, days), default=None)


def _stated(record: ArticleRecord) -> date | None:
    return record.article.metadata.added or record.article.metadata.published


def _entry(
    event: Event,
    days: Days,
    made: date,
    records: Mapping[ArticleId, ArticleRecord],
    names: Mapping[str, str],
) -> Entry:
    entry = Entry()
    entry.add("uid", f"{event.id}@story-dossier")
    entry.add("dtstamp", datetime.combine(made, time(), UTC))
    entry.add("dtstart", days.first)
    entry.add("duration", vDuration(days.last - days.first + _ONE_DAY))
    entry.add("summary", _plain(event.text))
    entry.add("description", "\n".join([*_how_exact(event), *_evidence(event, records)]))
    places = [names[place] for place in event.places if place in names]
    if places:
        entry.add("location", ", ".join(places))
    entry.add("status", "TENTATIVE" if event.status == "planned" else "CONFIRMED")
    entry.add("transp", "TRANSPARENT")
    return entry


def _how_exact(event: Event) -> Iterator[str]:
    """What the days of the entry do not say of its date."""
    point = event.point or ""
    if event.bound:
        yield f"{event.bound.capitalize()} then."
    if point.endswith(("~", "%")):
        yield "About then."
    if point.endswith(("?", "%")):
        yield "The date is uncertain."
    if not _DAY.fullmatch(point):
        yield "No day is told."


def _evidence(event: Event, records: Mapping[ArticleId, ArticleRecord]) -> Iterator[str]:
    """What each article says, and where."""
    for telling in event.passages:
        record = records[telling.passage.article]
        url = web_url(record.article.metadata.url)
        where = _plain(record.title or record.id)
        said = _plain(telling.passage.text)
        yield f"“{said}” ({where})" + (f" {url}" if url else "")


def _names(dossier: Dossier) -> dict[str, str]:
    return {
        entity.id: entity.name
        for entity in (*dossier.people, *dossier.organisations, *dossier.places)
    }


def _plain(text: str) -> str:
    """The text on one line: control characters have no place in a calendar."""
    return " ".join(_CONTROLS.sub(" ", text).split())
