"""The timeline for other programs: the dossier in, `timeline.ics` and `timeline.json` out.

A calendar knows days only, and demands the time at which an entry was made. So the calendar leaves
out events dated by month, year, "about" or "since", and those of whose articles neither the day of
adding nor that of publication is stated; the JSON holds every event.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from icalendar import Calendar, vDuration
from icalendar import Event as Entry
from pydantic_core import to_json

from builder.links import web_url
from builder.model.article import Passage
from builder.model.dossier import Dossier
from builder.model.events import Event
from builder.model.ids import ArticleId
from builder.model.records import ArticleRecord

Row = dict[str, Any]
_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
_ONE_DAY = timedelta(days=1)


def timeline_ics(dossier: Dossier) -> str:
    """The events that fall on days, as an iCalendar file (RFC 5545)."""
    calendar = Calendar()
    calendar.add("prodid", "-//Story Dossier//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _plain(dossier.title))
    for entry in _entries(dossier):
        calendar.add_component(entry)
    return str(calendar.to_ical(sorted=False), encoding="utf-8")


def timeline_json(dossier: Dossier) -> str:
    """Every event with its date, who takes part, and the passages that tell it."""
    records = {record.id: record for record in dossier.articles}
    outlets: dict[str, str] = {outlet.id: outlet.name for outlet in dossier.outlets}
    names = _names(dossier)
    rows = [_row(event, records, outlets, names) for event in dossier.events]
    whole = {"title": dossier.title, "events": rows}
    return to_json(whole, indent=1).decode() + "\n"


def _entries(dossier: Dossier) -> Iterator[Entry]:
    records = {record.id: record for record in dossier.articles}
    names = _names(dossier)
    for event in dossier.events:
        days, made = _days(event.date), _made(event, records)
        if days is not None and made is not None:
            yield _entry(event, days, made, records, names)


def _days(edtf: str | None) -> tuple[date, date] | None:
    """The first day and the last, `None` for what is no day nor a span of days."""
    match = _DAYS.fullmatch(edtf or "")
    if match is None:
        return None
    first = date.fromisoformat(match[1])
    last = date.fromisoformat(match[2]) if match[2] else first
    return (first, last) if last < date.max else None


def _made(event: Event, records: Mapping[ArticleId, ArticleRecord]) -> datetime | None:
    """When the newest of its articles came in, as far as the maintainer stated: no clock here."""
    days = []
    for telling in event.passages:
        metadata = records[telling.passage.article].article.metadata
        days.append(metadata.added or metadata.published)
    stated = [day for day in days if day is not None]
    return datetime.combine(max(stated), time(), UTC) if stated else None


def _entry(
    event: Event,
    days: tuple[date, date],
    made: datetime,
    records: Mapping[ArticleId, ArticleRecord],
    names: Mapping[str, str],
) -> Entry:
    entry = Entry()
    entry.add("uid", f"{event.id}@story-dossier")
    entry.add("dtstamp", made)
    entry.add("dtstart", days[0])
    entry.add("duration", vDuration(days[1] - days[0] + _ONE_DAY))
    entry.add("summary", _plain(event.text))
    entry.add("description", "\n".join(_evidence(event, records)))
    places = [names[place] for place in event.places if place in names]
    if places:
        entry.add("location", ", ".join(places))
    entry.add("status", "TENTATIVE" if event.status == "planned" else "CONFIRMED")
    entry.add("transp", "TRANSPARENT")
    return entry


def _evidence(event: Event, records: Mapping[ArticleId, ArticleRecord]) -> Iterator[str]:
    """What each article says, and where."""
    for telling in event.passages:
        record = records[telling.passage.article]
        url = web_url(record.article.metadata.url)
        where = _plain(record.title or record.id)
        said = _plain(telling.passage.text)
        yield f"“{said}” ({where})" + (f" {url}" if url else "")


def _row(
    event: Event,
    records: Mapping[ArticleId, ArticleRecord],
    outlets: Mapping[str, str],
    names: Mapping[str, str],
) -> Row:
    return {
        "id": event.id,
        "date": event.point,
        "bound": event.bound,
        "status": event.status,
        "text": event.text,
        "people": [names.get(person, person) for person in event.people],
        "places": [names.get(place, place) for place in event.places],
        "sources": [
            _source(telling.passage, records[telling.passage.article], outlets)
            for telling in event.passages
        ],
        "conflicts": [
            {"date": conflict.date, "sources": list(conflict.passages)}
            for conflict in event.conflicts
        ],
    }


def _source(passage: Passage, record: ArticleRecord, outlets: Mapping[str, str]) -> Row:
    return {
        "article": passage.article,
        "outlet": outlets.get(record.outlet) if record.outlet else None,
        "url": web_url(record.article.metadata.url),
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
    }


def _names(dossier: Dossier) -> dict[str, str]:
    return {
        entity.id: entity.name
        for entity in (*dossier.people, *dossier.organisations, *dossier.places)
    }


def _plain(text: str) -> str:
    """The text on one line: control characters have no place in a calendar."""
    return " ".join(_CONTROLS.sub(" ", text).split())
