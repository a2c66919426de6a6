"""The timeline as JSON, in the form that TimelineJS reads: the dossier in, `timeline.json` out.

TimelineJS shows headline and text as HTML, so both are escaped; the keys beside them, which it
passes over, are data. It takes no event without a date: those stand under `undated`.
"""

import json
import re
from collections.abc import Mapping
from datetime import date
from html import escape
from typing import Any

from builder.links import web_url
from builder.model.article import Passage
from builder.model.dossier import Dossier
from builder.model.events import Event
from builder.model.ids import ArticleId
from builder.model.records import ArticleRecord
from builder.timeline.days import Days, days_of

Row = dict[str, Any]
_PLAIN = re.compile(r"(\d{4})(?:-(0\d|1[0-2])(?:-(\d\d))?)?[~?%]?")
_ABOUT = ("~", "%")


def timeline_json(dossier: Dossier) -> str:
    """Every event with its date, who takes part, and the passages that tell it."""
    records = {record.id: record for record in dossier.articles}
    outlets: dict[str, str] = {outlet.id: outlet.name for outlet in dossier.outlets}
    named = (*dossier.people, *dossier.organisations, *dossier.places)
    names = outlets | {one.id: one.name for one in named}
    dated: list[Row] = []
    undated: list[Row] = []
    for event in dossier.events:
        days, row = days_of(event.date), _row(event, records, names)
        if days is None:
            undated.append(row)
        else:
            dated.append({**_slide(event, days, row["sources"]), **row})
    title = {"text": {"headline": escape(dossier.title)}}
    whole = {"title": title, "events": dated, "undated": undated}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _slide(event: Event, days: Days, sources: list[Row]) -> Row:
    """What TimelineJS reads of an event."""
    first, last = days.first, days.last
    start, _, end = (event.point or "").partition("/")
    slide: Row = {"unique_id": event.id, "start_date": _date(start) or _numbers(first)}
    if first != last and (end or not _PLAIN.fullmatch(start)):
        slide["end_date"] = _date(end) or _numbers(last)
    if words := _display(event):
        slide["display_date"] = words
    slide["text"] = {
        "headline": escape(event.text),
        "text": "".join(_told(source) for source in sources),
    }
    return slide


def _date(point: str) -> Row | None:
    """The date as exact as it is told."""
    found = _PLAIN.fullmatch(point)
    if found is None:
        return None
    parts = zip(("year", "month", "day"), found.groups(), strict=True)
    return {name: int(part) for name, part in parts if part}


def _numbers(day: date) -> Row:
    return {"year": day.year, "month": day.month, "day": day.day}


def _display(event: Event) -> str:
    """Words for a date that is no plain one: "since 1998", "about 2021"."""
    point = event.point or ""
    about = "about " if point.endswith(_ABOUT) else ""
    bound = f"{event.bound} " if event.bound else ""
    return f"{bound}{about}{point.rstrip('~?%')}" if about or bound else ""


def _told(source: Row) -> str:
    outlet = escape(source["outlet"] or "outlet not stated")
    url = escape(source["url"] or "")
    where = f'<a href="{url}">{outlet}</a>' if url else outlet
    return f"<p>“{escape(source['text'])}” {where}</p>"


def _row(
    event: Event, records: Mapping[ArticleId, ArticleRecord], names: Mapping[str, str]
) -> Row:
    return {
        "id": event.id,
        "date": event.point,
        "bound": event.bound,
        "status": event.status,
        "wording": event.text,
        "people": [names.get(person, person) for person in event.people],
        "places": [names.get(place, place) for place in event.places],
        "sources": [
            _source(telling.passage, records[telling.passage.article], names)
            for telling in event.passages
        ],
        "conflicts": [
            {"date": conflict.date, "sources": list(conflict.passages)}
            for conflict in event.conflicts
        ],
    }


def _source(passage: Passage, record: ArticleRecord, names: Mapping[str, str]) -> Row:
    return {
        "article": passage.article,
        "outlet": names.get(record.outlet) if record.outlet else None,
        "url": web_url(record.article.metadata.url),
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
    }
