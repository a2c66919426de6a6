"""Stories of hardly anything: lists, captions, bare quotes, six spellings, no first names.

Nothing is invented of them, and nothing that they say is lost.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from builder.jsonl import Text
from builder.texts import resolve

pytestmark = pytest.mark.model
Story = dict[str, Any]
SPELLINGS = (
    "Volodymyr Petrovskyy", "Volodymyr Petrovsky", "Vladimir Petrovskiy", "Wolodymyr Petrovskyj",
    "Volodymyr Petrovski", "Volodimir Petrovskij",
)  # fmt: skip


@pytest.fixture(scope="module")
def told() -> Callable[..., Story]:
    """From the texts of a story's articles to its dossier."""

    def of(*texts: str) -> Story:
        rows = (
            Text(story="s", doc_id=f"a{at}", text=text, outlet=f"Paper {at}")
            for at, text in enumerate(texts)
        )
        (row,) = resolve(rows, on_fault=pytest.fail)
        return row

    return of


def names(row: Story, kind: str) -> set[str]:
    return {entity["name"] for entity in row[kind]}


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz\nBen Cole\nTom Okoro\nLena Ruud",
        "Ana Ruiz, left, and Ben Cole leave court in Ghent on Monday. Photograph: Jon Pell/AFP",
        "Tags: Ana Ruiz, Port of Alba, Ben Cole, harbour, strike",
    ],
    ids=["list_of_names", "caption", "tag_line"],
)
def test_names_alone_say_nothing_and_have_no_page(told: Callable[..., Story], text: str):
    row = told(text)
    assert names(row, "people") <= {"Ana Ruiz", "Ben Cole", "Tom Okoro", "Lena Ruud"}
    assert [person["page"] for person in row["people"]] == [None] * len(row["people"])
    assert row["quotes"] == row["organisations"] == []


@pytest.mark.parametrize(
    "text",
    [
        "“We will stay until the last ship has left the harbour.”",
        "“We will stay until the last ship has left the harbour,” she said.",
    ],
    ids=["bare", "of_somebody"],
)
def test_a_quote_alone_is_kept_and_has_no_speaker(told: Callable[..., Story], text: str):
    row = told(text)
    (quote,) = row["quotes"]
    assert quote["speaker"] is None
    assert quote["confidence"] == 0.1
    assert row["people"] == []


def test_nobody_is_named_by_words_that_they_say(told: Callable[..., Story]):
    row = told(
        ". Forty ships are waiting outside the harbour, and fruit worth millions is rottingt, "
        "unions and employers said.\n."
    )
    assert row["quotes"]
    for quote in row["quotes"]:
        said = quote["speaker_mention"]
        assert said is None or not quote["start"] <= said["start"] < quote["end"]


def test_six_spellings_are_one_person(told: Callable[..., Story]):
    row = told(*(f"{name} said the port was shut." for name in SPELLINGS))
    (person,) = row["people"]
    assert {person["name"], *person["aliases"]} == set(SPELLINGS)
    assert {quote["speaker"] for quote in row["quotes"]} == {person["id"]}


def test_without_first_names_every_word_is_kept_with_whoever_says_it(told: Callable[..., Story]):
    row = told(
        "Ruiz said the port was shut. Cole denied it. “It is open,” Cole told the council.",
        "Halonen closed the gate. “We waited,” Halonen said. Reid, who owns the mill, wept.",
    )
    assert {quote["text"] for quote in row["quotes"]} >= {"“It is open,”", "“We waited,”"}
    known = {person["id"]: person["name"] for person in row["people"]}
    for quote in row["quotes"]:
        said = quote["speaker_mention"]["text"]
        assert quote["speaker"] is None or known[quote["speaker"]] == said


TWO_OF_ONE_NAME = {
    "by_age": (
        "Ana Ruiz, 61, was killed when a crane fell in Alba on Monday. Ana Ruiz, 34, who is not "
        "related, was unhurt.\n\n“It fell without a sound,” said Ana Ruiz. Ms Ruiz, 34, left.",
        "A crane fell in Alba on Monday and killed Ana Ruiz, 61. Ana Ruiz had worked there since "
        "1984.",
        {"Ana Ruiz (61)": 3, "Ana Ruiz (34)": 2},
    ),
    "another": (
        "Mayor Ana Ruiz resigned on Thursday. Another Ana Ruiz, a teacher, got two hundred angry "
        "letters.\n\n“I never wanted this,” said Ana Ruiz.",
        "Mayor Ana Ruiz resigned. “I am tired,” Ana Ruiz said.",
        {"Ana Ruiz (Mayor)": 3, "Ana Ruiz (teacher)": 1},
    ),
}


@pytest.mark.parametrize("case", TWO_OF_ONE_NAME.values(), ids=TWO_OF_ONE_NAME)
def test_two_people_of_one_full_name_are_two(told: Callable[..., Story], case):
    *texts, mentions = case
    row = told(*texts)
    people = {person["name"]: person for person in row["people"]}
    assert {name: len(person["mentions"]) for name, person in people.items()} == mentions
    both = sorted(person["id"] for person in people.values())
    unsure = next(quote for quote in row["quotes"] if quote["article"] == "a0")
    assert (unsure["speaker"], unsure["speaker_candidates"]) == (None, both)
    (left,) = row["ambiguous"]
    assert (left["text"], left["candidates"]) == ("Ana Ruiz", both)


def test_a_second_of_the_kind_is_no_second_person(told: Callable[..., Story]):
    row = told(
        "Ana Ruiz, 33, scored twice on Monday. Alba needs another Ana Ruiz to win in May. Ana "
        "Ruiz, 34 next week, will leave.",
        "Ana Ruiz, who scored as a 19-year-old in 2011, said she would leave.",
    )
    assert names(row, "people") == {"Ana Ruiz"}
    assert row["ambiguous"] == []


def test_two_events_of_one_name_place_and_number_stay_apart():
    def fire(day: date, which: str) -> Text:
        text = f"Fire at the Alba mill in Ghent on {which} killed four people. Nobody fled."
        return Text(story="s", doc_id=f"{day}", text=text, published=day)

    fires = (fire(date(2026, 3, 4), "Tuesday"), fire(date(2026, 6, 6), "Friday"))
    (row,) = resolve(fires, on_fault=pytest.fail)
    assert {event["date"] for event in row["events"]} == {"2026-03-03", "2026-06-05"}
    assert [len(claim["statements"]) for claim in row["claims"]] == [1] * len(row["claims"])
