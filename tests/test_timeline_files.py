"""The timeline as a calendar and as JSON that TimelineJS reads: every dated event."""

import json
from dataclasses import replace
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
    ("2026-03", date(2026, 3, 1), 31),
    ("2026", date(2026, 1, 1), 365),
    ("2026-21", date(2026, 3, 1), 92),
    ("202X", date(2020, 1, 1), 3653),
    ("2026-03-02~", date(2026, 3, 2), 1),
    ("2026-03-02/..", date(2026, 3, 2), 1),
    ("../2026-03-02", date(2026, 3, 2), 1),
    ("9999-12-31", None, 0),
    ("-0043-03-15", None, 0),
    (None, None, 0),
]


@pytest.mark.parametrize(("edtf", "first", "days"), DATES, ids=[str(row[0]) for row in DATES])
def test_every_dated_event_is_in_the_calendar(edtf, first, days):
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


NOT_EXACT = [
    ("2026-03", "No day is told."),
    ("2026-03-02~", "About then."),
    ("2026-03-02?", "The date is uncertain."),
    ("2026-03-02/..", "Since then."),
    ("../2026-03-02", "Until then."),
]


@pytest.mark.parametrize(("edtf", "words"), NOT_EXACT, ids=[row[0] for row in NOT_EXACT])
def test_an_entry_says_what_its_days_do_not(edtf, words):
    (entry,) = entries(story([record(**PUBLISHED)], event(edtf)))
    assert entry["DESCRIPTION"].split("\n")[0] == words


def test_what_is_due_is_tentative():
    (entry,) = entries(story([record(**PUBLISHED)], event("2026-03-09", status="planned")))
    assert entry["STATUS"] == "TENTATIVE"


def test_the_stamp_is_the_day_of_adding_else_of_publication_and_never_a_clock():
    added = record("b", added=date(2026, 3, 9), published=date(2026, 3, 1))
    dossier = story([record(**PUBLISHED), added], event("2026-03-02", articles=("a", "b")))
    assert entries(dossier)[0]["DTSTAMP"].dt.date() == date(2026, 3, 9)
    assert timeline_ics(dossier) == timeline_ics(dossier)
    elsewhere = story([record(), added], event("2026-03-02"))
    assert entries(elsewhere)[0]["DTSTAMP"].dt.date() == date(2026, 3, 9)
    undated = story([record()], event("2026-03-02"))
    assert entries(undated)[0]["DTSTAMP"].dt.date() == date(2026, 3, 2)


def test_the_json_holds_every_event_with_its_sources():
    conflict = Conflict(date="2026-03-03", passages=(0,))
    events = (event("2026-03-02", conflicts=(conflict,)), event(None, id_="e2"))
    records = [record(url="javascript:alert(1)", outlet=None)]
    data = json.loads(timeline_json(story(records, *events)))
    (first,), (second,) = data["events"], data["undated"]
    assert (first["date"], second["date"]) == ("2026-03-02", None)
    assert first["people"] == ["Ana Ruiz", "nobody"]
    assert first["sources"] == [
        {
            "article": "a", "outlet": None, "url": None, "start": 0, "end": 14,
            "text": "Ruiz met Okoye",
        }
    ]  # fmt: skip
    assert first["conflicts"] == [{"date": "2026-03-03", "sources": [0]}]


SLIDES = [
    ("2026-03-02", {"year": 2026, "month": 3, "day": 2}, None, None),
    ("2026-03", {"year": 2026, "month": 3}, None, None),
    ("2026?", {"year": 2026}, None, None),
    ("2026-03~", {"year": 2026, "month": 3}, None, "about 2026-03"),
    ("1998/..", {"year": 1998}, None, "since 1998"),
    ("../2026-03-02", {"year": 2026, "month": 3, "day": 2}, None, "until 2026-03-02"),
    ("2026-03/2026-05", {"year": 2026, "month": 3}, {"year": 2026, "month": 5}, None),
    (
        "202X", {"year": 2020, "month": 1, "day": 1}, {"year": 2029, "month": 12, "day": 31}, None,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("edtf", "start", "end", "words"), SLIDES, ids=[row[0] for row in SLIDES])
def test_a_date_is_one_of_timelinejs_as_exact_as_it_is_told(edtf, start, end, words):
    data = json.loads(timeline_json(story([record()], event(edtf))))
    (slide,) = data["events"]
    found = (slide["start_date"], slide.get("end_date"), slide.get("display_date"))
    assert found == (start, end, words)


def test_what_timelinejs_shows_as_html_is_escaped():
    whole = story([record(url="https://gazette.example/?a&b")], event("2026-03-02"))
    told = replace(whole.events[0], text="Ruiz <b>met</b> Okoye")
    data = json.loads(timeline_json(replace(whole, title="A<i>", events=(told,))))
    assert data["title"]["text"]["headline"] == "A&lt;i&gt;"
    assert data["events"][0]["text"] == {
        "headline": "Ruiz &lt;b&gt;met&lt;/b&gt; Okoye",
        "text": f'<p>“{TEXT[:14]}” <a href="https://gazette.example/?a&amp;b">Gazette</a></p>',
    }


def test_sources_name_their_outlet():
    data = json.loads(timeline_json(story([record()], event("2026-03-02"))))
    assert data["events"][0]["sources"][0]["outlet"] == "Gazette"


def test_an_empty_story_is_a_calendar_without_entries():
    assert entries(story([])) == []
    assert json.loads(timeline_json(story([])))["events"] == []
