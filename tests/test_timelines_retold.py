"""Invented stories whose articles tell one event in other words, as a plan, or without a date."""

from datetime import date

import edtf
import pytest

from builder.jsonl import Text
from builder.texts import resolve

pytestmark = pytest.mark.model

STORIES = {
    "probe": (
        ("2025-05-16", "A second pass over the crater is planned for 14 June."),
        ("2025-05-16", "Another pass over the crater is scheduled for June 14."),
        ("2025-05-17", "A third pass over the northern pole is planned for 14 June."),
    ),
    "flood": (
        (
            "2024-09-12",
            "The Corso dam gave way shortly after 3 a.m. on Thursday. Governor Elena Brandt spoke "
            "to residents.\n\nRescuers pulled a girl, Mia Keller, from the rubble of a school on "
            "Thursday. Brandt will visit Valmora on Friday with Interior Minister Tomas Hale.",
        ),
        (
            None,
            "Governor Elena Brandt toured Valmora on Friday with Interior Minister Tomas Hale.\n\n"
            "Mia Keller was rescued from a collapsed school on Thursday. Prosecutors opened an "
            "inquiry on Friday. The dam collapsed in the early hours of Thursday.",
        ),
        (
            "2024-09-16",
            "Ruth Amsel resigned as chief executive of Corso Energie on Sunday.\n\n"
            "The dam burst early on Wednesday, the company said. Insurers paid out $40 million "
            "last year. Governor Elena Brandt visited the town two days earlier.",
        ),
    ),
    "peace": (
        (
            "2026-04-20",
            "President Ana Ruiz put forward a peace plan on Monday. She said she would travel to "
            "Borduria on Thursday for talks with Prime Minister Ivan Kral.\n\nThe war between the "
            "countries began in January 2024. Ruiz is scheduled to meet Kral on Friday. The "
            "Union said on Monday it would send an envoy.",
        ),
        (
            "2026-04-22",
            "President Ana Ruiz will fly to Szohod tomorrow to promote her peace plan, which she "
            "presented on Monday.\n\nThe war broke out in January 2024. Unions called a strike "
            "for 4 May.",
        ),
        (
            "2026-04-25",
            "Ana Ruiz and Ivan Kral agreed a truce at talks in Szohod on Friday.\n\nRuiz arrived "
            "in Szohod on Thursday. Ruiz made the remarks on Friday at a meeting in Szohod.",
        ),
    ),
    "tennis": (
        (
            "2025-07-14",
            "Lucia Moreno beat Hana Sato to win the Coast Open on Sunday.\n\n"
            "Moreno had knee surgery in January.",
        ),
        ("2025-07-21", "Hana Sato plays Kim Dahl in the first round in Oslo on Tuesday."),
        (None, "Hana Sato beat Kim Dahl on Tuesday. Sato will travel to Lima in August."),
    ),
    "quake": (
        (
            "2024-07-03",
            "A magnitude 6.1 earthquake struck the island of Belmar on Tuesday. The quake killed "
            "24 people on Tuesday. A storm is due to hit Belmar on Friday.",
        ),
        (
            "2024-07-03",
            "A strong tremor jolted Belmar on Tuesday. The ferry Aurora sank in June 2019. A "
            "crane in the port collapsed on Tuesday.",
        ),
        (
            "2024-07-05",
            "The earthquake that hit Belmar on 1 July devastated three villages. In 2010 a quake "
            "triggered a wave. In the port of Belmar, the crane toppled on Monday.",
        ),
        (
            None,
            "The quake struck Belmar on Tuesday. In 2010 a massive tremor sparked a wave. On "
            "Thursday, a quake hit Belmar again.",
        ),
    ),
    "cup": (
        (
            "2024-06-17",
            "Kei Sato beat Lena Dahl on Sunday. Sato beat Ana Ruiz on Saturday.",
        ),
        ("2024-06-16", "Kei Sato won the Rome Open today. Ben Okoye won gold today."),
        ("2024-06-16", "Ben Okoye won a silver medal today."),
        (None, "Kei Sato will play Mia Horn in Oslo on Friday."),
        (None, "Kei Sato played Mia Horn in Oslo on Saturday."),
    ),
    "guest": (
        ("2026-03-04", "Ana Ruiz is expected in Mole on Thursday. Okoye is expected to leave. "
         "A vote on it falls on 4 June."),
        ("2026-03-06", "Ana Ruiz visited Mole on Thursday."),
    ),
    "deed": (
        ("2024-08-01", "The deed of the tile yard was signed on 9 July in Porto."),
        ("2024-08-02", "The deed of the tile yard was signed on 19 July in Porto."),
        ("2024-08-02", "In July the deed of the tile yard was signed in Porto."),
    ),
    "apart": (
        (
            "2026-03-04",
            "Police arrested Omar Diallo in Rome on Monday. Lena Hart will meet Paul Meyer in "
            "Milan on Friday.",
        ),
        (
            "2026-03-07",
            "A court sentenced Omar Diallo in Rome on Monday. Police arrested Lena Hart and Paul "
            "Meyer in Milan on Friday.",
        ),
        ("2026-03-08", "Carla Vega visited Rome on Monday."),
        ("2026-03-08", "Carla Vega visited Milan on Monday."),
    ),
}  # fmt: skip
TOLD = [
    ("probe", "2025-06-14", "over the crater", 2, "planned"),
    ("probe", "2025-06-14", "A third pass", 1, "planned"),
    ("flood", "2024-09-12", "rescued", 2, "past"),
    ("flood", "2024-09-12", "dam collapsed", 3, "past"),
    ("flood", "2024-09-13", "toured Valmora", 2, "past"),
    ("flood", "2024-09-13?", "opened an inquiry", 1, "past"),
    ("peace", "2024-01", "war broke out", 2, "past"),
    ("peace", "2026-04-20", "plan", 2, "past"),
    ("peace", "2026-04-23", "arrived in Szohod", 2, "past"),
    ("peace", "2026-04-24", "agreed a truce", 2, "past"),
    ("peace", "2026-05-04", "called a strike", 1, "planned"),
    ("tennis", "2025-07-13", "beat Hana Sato to win", 1, "past"),
    ("tennis", "2025-07-22", "Sato beat Kim Dahl", 2, "past"),
    ("tennis", "2025-01", "had knee surgery", 1, "past"),
    ("tennis", None, "will travel to Lima", 1, "planned"),
    ("quake", "2024-07-02", "quake killed", 5, "past"),
    ("quake", "2024-07-01", "crane", 2, "past"),
    ("quake", "2010", "wave", 2, "past"),
    ("quake", "2024-07-05", "storm", 1, "planned"),
    ("quake", None, "again", 1, "past"),
    ("cup", "2024-06-16", "Lena Dahl", 2, "past"),
    ("cup", "2024-06-15", "Ana Ruiz", 1, "past"),
    ("cup", "2024-06-16", "gold", 1, "past"),
    ("cup", "2024-06-16", "silver", 1, "past"),
    ("cup", None, "on Friday", 1, "planned"),
    ("cup", None, "Oslo on Saturday", 1, "past"),
    ("guest", "2026-03-05", "visited Mole", 2, "past"),
    ("guest", "2026-06-04", "vote", 1, "planned"),
    ("deed", "2024-07-09", "deed", 3, "past"),
    ("apart", "2026-03-02", "arrested Omar Diallo", 1, "past"),
    ("apart", "2026-03-02", "sentenced Omar Diallo", 1, "past"),
    ("apart", "2026-03-06", "will meet Paul Meyer", 1, "planned"),
    ("apart", "2026-03-06", "arrested Lena Hart", 1, "past"),
    ("apart", "2026-03-02", "visited Rome", 1, "past"),
    ("apart", "2026-03-02", "visited Milan", 1, "past"),
]
ABSENT = [("peace", "envoy"), ("peace", "remarks")]


@pytest.fixture(scope="module")
def timelines():
    texts = [
        Text(
            story=story,
            doc_id=f"{story}-{number}",
            text=text,
            published=date.fromisoformat(day) if day else None,
        )
        for story, articles in STORIES.items()
        for number, (day, text) in enumerate(articles)
    ]
    return {found["story"]: found["events"] for found in resolve(texts)}


@pytest.mark.parametrize(
    ("story", "day", "words", "mentions", "status"), TOLD, ids=[f"{r[0]}: {r[2]}" for r in TOLD]
)
def test_one_event_is_one_entry_however_it_is_told(timelines, story, day, words, mentions, status):
    found = [event for event in timelines[story] if words in event["text"]]
    assert [(e["date"], len(e["passages"]), e["status"]) for e in found] == [
        (day, mentions, status)
    ]


@pytest.mark.parametrize(("story", "words"), ABSENT, ids=[f"{row[0]}: {row[1]}" for row in ABSENT])
def test_reports_and_remarks_stay_off_the_timeline(timelines, story, words):
    assert not [event["text"] for event in timelines[story] if words in event["text"]]


def test_a_dam_that_breaks_on_two_days_shows_both(timelines):
    (broken,) = (event for event in timelines["flood"] if event["conflicts"])
    assert [each["date"] for each in broken["conflicts"]] == ["2024-09-11", "2024-09-12"]


def test_every_date_is_edtf(timelines):
    dates = [event["date"] for events in timelines.values() for event in events if event["date"]]
    assert all(edtf.parse_edtf(day) for day in dates)
