"""What nobody said is no quote, no statement and no event."""

import pytest

from builder import Text, extract, resolve

pytestmark = pytest.mark.model
UNSAID = [
    "Paul Brandt has yet to acknowledge that the vote was lost on 3 May.",
    "Paul Brandt never admitted that the ministry had paid 40 million euros on 3 May.",
    "Paul Brandt did not say that the vote was lost on 3 May.",
    "Ana Ruiz refused to confirm that the bridge was closed on 3 May.",
    "Ana Ruiz neither confirmed nor denied that the bridge was closed on 3 May.",
    "Ana Ruiz has still to admit that the bank lost 40 million euros on 3 May.",
    "Ana Ruiz hardly conceded that the dam had 40 cracks on 3 May.",
    "Ana Ruiz failed to mention that the dam had 40 cracks on 3 May.",
    "No official has admitted that the dam burst on 3 May.",
    "Nobody said that the dam burst on 3 May.",
    "The ministry is yet to confirm that the plant was closed on 3 May.",
]
SAID = [
    "Ana Ruiz not only said that the dam had 40 cracks but also named the builder.",
    "Ana Ruiz said that the dam had not burst in 1997.",
    "Ana Ruiz, who never smiled, said that the dam had 40 cracks.",
    "Ana Ruiz still says that the dam had 40 cracks.",
    "Ana Ruiz said in short that the dam had 40 cracks.",
]


def test_what_someone_is_asked_to_say_is_nobodys_words() -> None:
    text = "People were asked to write in and suggest what the dam should be called."
    assert next(iter(extract([Text(doc_id="a", text=text)])))["quotes"] == []


def test_what_is_not_surprising_is_a_statement() -> None:
    text = "It is not surprising that Ana Ruiz closed 14 bridges in Velm on 3 May 2023."
    row = next(iter(extract([Text(doc_id="a", text=text)])))
    assert ["14 bridges" in statement["text"] for statement in row["statements"]] == [True]


@pytest.mark.parametrize("text", UNSAID)
def test_what_was_not_said_is_nobodys_words(text: str) -> None:
    story = next(iter(resolve([Text(story="s", doc_id="a", text=text)])))
    assert (story["quotes"], story["claims"], story["events"]) == ([], [], [])


@pytest.mark.parametrize("text", SAID)
def test_what_was_said_is_a_quote(text: str) -> None:
    row = next(iter(extract([Text(doc_id="a", text=text)])))
    assert [quote["speaker_name"] for quote in row["quotes"]] == ["Ana Ruiz"]


NO_EVENT = [
    "Ana Falk denied that she had visited Rome on 4 May 2021.",
    "Ana Falk was cleared of killing Leo Rask on 4 May 2021.",
    "Ana Falk is accused of killing Leo Rask on 4 May 2021.",
    "Ana Falk was asked whether she had met Leo Rask on 4 May 2021.",
    "The bureau recommended that Ana Falk visit Rome on 4 May 2021.",
]


@pytest.mark.parametrize("text", NO_EVENT)
def test_what_is_denied_alleged_asked_or_wanted_is_no_event(text: str) -> None:
    story = next(iter(resolve([Text(story="s", doc_id="a", text=text)])))
    assert story["events"] == []


def test_a_plan_that_was_called_off_is_told_with_its_end() -> None:
    text = "A lorry convoy for Leo Rask, planned for Sunday, May 9, 2021, was called off."
    story = next(iter(resolve([Text(story="s", doc_id="a", text=text)])))
    assert [event["text"] for event in story["events"]] == [text.rstrip(".")]
