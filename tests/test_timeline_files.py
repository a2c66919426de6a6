"""The timeline as a calendar and as JSON: what it holds, and what it leaves out."""

import json
from datetime import date

import pytest
from icalendar import Calendar

from builder.model.article import Metadata, Passage
from builder.model.dossier import Dossier
from builder.model.entities import Entity, Outlet
from builder.model.events import Conflict, Event, EventPassage
from builder.model.ids import ArticleId, EntityId, EventId, OutletId
from builder.model.records import ArticleRecord
from builder.timeline import timeline_ics, timeline_json
from tests.conftest import article_of

TEXT = "Ruiz met Okoye on Monday; Rome slept"


def record(id_="a", *, outlet="gazette", **metadata):
    article = article_of(TEXT, id_=id_, metadata=Metadata(**metadata))
    return ArticleRecord(
        article=article, title="Ruiz; in\nRome", outlet=OutletId(outlet) if outlet else None,
        published=article.metadata.published, authors=(), credits=(), lineage=None, words=7,
        page="articles/a/",
    )  # fmt: skip


def event(edtf, *, id_="e1", articles=("a",), status="past", conflicts=()):
    return Event(
        id=EventId(id_), date=edtf, status=status, text="Ruiz met Okoye, in\nRome",
        people=(EntityId("ruiz"), EntityId("nobody")), places=(EntityId("rome"),), claims=(),
        passages=tuple(
            EventPassage(
                passage=Passage(article=ArticleId(id_), start=0, end=14, text=TEXT[:14]),
                timex=None,
            )
            for id_ in articles
        ),
        conflicts=conflicts,
    )  # fmt: skip


def entity(id_, name, kind):
    return Entity(
        id=EntityId(id_), kind=kind, name=name, aliases=(), roles=(), mentions=(), page=None
    )


def story(records, *events):
    gazette = Outlet(
        id=OutletId("gazette"), name="Gazette", aliases=(), kind=None, country=None, url=None,
        articles=(), citations=(), page="outlets/gazette/",
    )  # fmt: skip
    return Dossier(
        title="Ruiz\nin Rome", summary=None, articles=tuple(records), lineages=(),
        people=(entity("ruiz", "Ana Ruiz", "person"),), organisations=(),
        places=(entity("rome", "Rome", "place"),), outlets=(gazette,), ambiguous=(), quotes=(),
        utterances=(), claims=(), events=events, relations=(), times=(),
    )  # fmt: skip


def entries(dossier):
    return Calendar.from_ical(timeline_ics(dossier)).walk("VEVENT")


PUBLISHED = {"published": date(2026, 3, 4)}
DATES = [
    ("2026-03-02", date(2026, 3, 2), 1),
    ("2026-03-02/2026-03-08", date(2026, 3, 2), 7),
    ("2026-03", None, 0),
    ("2026-03-02~", None, 0),
    ("2026-03-02/..", None, 0),
    ("9999-12-31", None, 0),
    (None, None, 0),
]


@pytest.mark.parametrize(("edtf", "first", "days"), DATES, ids=[str(row[0]) for row in DATES])
def test_only_what_falls_on_days_is_in_the_calendar(edtf, first, days):
    found = entries(story([record(**PUBLISHED)], event(edtf)))
    assert [(each["DTSTART"].dt, each["DURATION"].dt.days) for each in found] == (
        [(first, days)] if first else []
    )


def test_an_entry_says_what_where_and_who_tells_it():
    url = "https://gazette.example/ruiz"
    (entry,) = entries(story([record(url=url, **PUBLISHED)], event("2026-03-02")))
    assert entry["SUMMARY"] == "Ruiz met Okoye, in Rome"
    assert entry["LOCATION"] == "Rome"
    assert entry["DESCRIPTION"] == f"“{TEXT[:14]}” (Ruiz; in Rome) {url}"
    assert (entry["UID"], entry["STATUS"]) == ("e1@story-dossier", "CONFIRMED")


def test_what_is_due_is_tentative():
    (entry,) = entries(story([record(**PUBLISHED)], event("2026-03-09", status="planned")))
    assert entry["STATUS"] == "TENTATIVE"


def test_the_stamp_is_the_day_of_adding_else_of_publication_and_never_a_clock():
    added = record("b", added=date(2026, 3, 9), published=date(2026, 3, 1))
    dossier = story([record(**PUBLISHED), added], event("2026-03-02", articles=("a", "b")))
    assert entries(dossier)[0]["DTSTAMP"].dt.date() == date(2026, 3, 9)
    assert timeline_ics(dossier) == timeline_ics(dossier)
    undated = story([record()], event("2026-03-02"))
    assert entries(undated) == []


def test_the_json_holds_every_event_with_its_sources():
    conflict = Conflict(date="2026-03-03", passages=(0,))
    events = (event("2026-03-02", conflicts=(conflict,)), event(None, id_="e2"))
    records = [record(url="javascript:alert(1)", outlet=None)]
    data = json.loads(timeline_json(story(records, *events)))
    first, second = data["events"]
    assert (first["date"], second["date"]) == ("2026-03-02", None)
    assert first["people"] == ["Ana Ruiz", "nobody"]
    assert first["sources"] == [
        {
            "article": "a", "outlet": None, "url": None, "start": 0, "end": 14,
            "text": "Ruiz met Okoye",
        }
    ]  # fmt: skip
    assert first["conflicts"] == [{"date": "2026-03-03", "sources": [0]}]


def test_sources_name_their_outlet():
    data = json.loads(timeline_json(story([record()], event("2026-03-02"))))
    assert data["events"][0]["sources"][0]["outlet"] == "Gazette"


def test_an_empty_story_is_a_calendar_without_entries():
    assert entries(story([])) == []
    assert json.loads(timeline_json(story([])))["events"] == []
