"""Five invented stories, each told by three articles: what is one event, and what is not."""

from datetime import date

import pytest

from builder.jsonl import Text
from builder.texts import resolve

pytestmark = pytest.mark.model

STORIES = {
    "sport": (
        "Rovers beat Albion 3-1 on Saturday. Captain Lena Hart scored twice. "
        "Rovers will play United on Sunday.",
        "Lena Hart signed a new contract with Rovers in January. Coach Omar Diallo was named last "
        "year.",
        "Hart signed a contract with Rovers on January 12. Rovers beat City 2-0 on Tuesday.",
    ),
    "court": (
        "A judge sentenced Paul Meyer to 12 years in prison on Tuesday. Meyer was arrested in "
        "June 2024 in Lisbon. Prosecutor Ines Costa said on Tuesday that the sentence was fair.",
        "Paul Meyer was sentenced to 12 years on Tuesday by a court in Porto. Police arrested "
        "Meyer in Lisbon on June 14, 2024.",
        "The court in Porto sentenced Anna Silva to five years on Tuesday. Meyer, who was "
        "arrested in 2024, will appeal in April.",
    ),
    "business": (
        "Norvik agreed on Monday to buy Baltex for $2 billion. Norvik earned $300 million last "
        "year. Shareholders will vote on the takeover on March 20.",
        "Norvik agreed to the purchase of Baltex on Tuesday. Shareholders are due to vote on the "
        "takeover on March 20. Erik Lund met Baltex chairwoman Rita Novak in Riga on Friday.",
        "Erik Lund met Rita Novak in Riga last week. Baltex shares rose 12 percent on Monday. "
        "Norvik bought Sundal in 2021 for $40 million.",
    ),
    "disaster": (
        "A magnitude 6.2 earthquake struck the coast near Rome on Sunday. "
        "President Carla Vega visited Rome on Monday.",
        "Carla Vega travelled to Rome on Monday and promised help. An earthquake hit Rome on "
        "Sunday.",
        "President Carla Vega arrived in Rome on Tuesday. The quake that struck Rome in 2010 "
        "killed 500 people. Vega will visit Milan on Friday.",
    ),
    "science": (
        "The probe Aurora landed on Titan on Monday. Mission director Mei Tanaka presented the "
        "first pictures in Kyoto on Tuesday.",
        "Aurora landed on Titan on Monday after a voyage of seven years. A second probe will "
        "launch in 2030.",
        "Mei Tanaka presented the first pictures from Titan at a conference in Kyoto on Tuesday. "
        "Tanaka will present data in Rome on Tuesday.",
    ),
    "football": (
        "Rovers fired coach Omar Diallo on Saturday. Lena Hart scored 20 points on Thursday "
        "night.",
        "Omar Diallo was fired Saturday morning. Hart scored 20 on Thursday night. Ben Okoye "
        "praised Hart on Monday. Ana Ruiz praised Hart on Monday.",
    ),
}
UNDATED = {"football"}
TOLD = [
    ("football", None, "Diallo", 2),
    ("football", None, "20", 2),
    ("football", None, "Okoye", 1),
    ("football", None, "Ruiz", 1),
    ("sport", "2026-01-12", "contract", 2),
    ("sport", "2026-02-28", "beat Albion", 1),
    ("sport", "2026-03-03", "beat City", 1),
    ("court", "2026-03-03", "Meyer", 2),
    ("court", "2026-03-03", "Silva", 1),
    ("court", "2024-06-14", "Lisbon", 3),
    ("business", "2026-02-27", "Novak", 2),
    ("business", "2026-03-02", "Norvik", 2),
    ("business", "2026-03-20", "takeover", 2),
    ("business", "2021", "Sundal", 1),
    ("disaster", "2026-03-01", "earthquake", 2),
    ("disaster", "2026-03-02", "Vega", 3),
    ("disaster", "2026-03-06", "Milan", 1),
    ("science", "2026-03-02", "Titan", 2),
    ("science", "2026-03-03", "Kyoto", 2),
    ("science", "2030", "second probe", 1),
    ("court", "2026-03-03", "the sentence was fair", 1),
]


@pytest.fixture(scope="module")
def timelines():
    texts = [
        Text(
            story=story,
            doc_id=f"{story}-{number}",
            text=text,
            published=None if story in UNDATED else date(2026, 3, 4),
        )
        for story, articles in STORIES.items()
        for number, text in enumerate(articles)
    ]
    return {found["story"]: found["events"] for found in resolve(texts)}


@pytest.mark.parametrize(
    ("story", "day", "words", "mentions"), TOLD, ids=[f"{row[0]}: {row[2]}" for row in TOLD]
)
def test_tellings_of_one_event_stand_together(timelines, story, day, words, mentions):
    found = [e for e in timelines[story] if words in e["text"] and e["date"] == day]
    assert [len(event["passages"]) for event in found] == [mentions]


def test_articles_that_differ_by_a_day_show_both(timelines):
    (deal,) = (event for event in timelines["business"] if event["conflicts"])
    assert [each["date"] for each in deal["conflicts"]] == ["2026-03-02", "2026-03-03"]
    (visit,) = (event for event in timelines["disaster"] if event["conflicts"])
    assert [each["passages"] for each in visit["conflicts"]] == [[0, 1], [2]]
