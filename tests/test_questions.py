"""What is asked of the maintainer: which quotes, in which order, with which answers."""

from dataclasses import replace

import pytest

from builder.model.dossier import Dossier
from builder.model.quotes import Quote
from builder.questions import Question, questions_of
from tests.story_of_three import three


def with_quote(**changes: object) -> tuple[Dossier, Quote]:
    """The story with its first quote alone, changed."""
    first = replace(three().quotes[0], group=None, **changes)
    return replace(three(), quotes=(first,)), first


def asked(dossier: Dossier, *kinds: str) -> list[Question]:
    return [one for one in questions_of(dossier) if one.kind in kinds]


def test_an_inferred_speaker_can_be_accepted_or_left_open() -> None:
    dossier, quote = with_quote(speaker_inferred=True, confidence=0.7)
    (question,) = asked(dossier, "damaging", "speaker")
    assert "worked out, confidence 0.70" in question.asks
    assert question.accept
    assert question.accept.decisions == ({"speaker": quote.id, "to": quote.speaker},)
    assert question.reject
    assert question.reject.decisions == ({"speaker": quote.id, "to": None},)
    assert question.other is None
    assert question.lines == (f"- {{speaker: {quote.id}, to: {quote.speaker}, why: …}}",)


def test_of_two_who_may_have_said_it_either_can_be_taken() -> None:
    both = tuple(person.id for person in three().people[:2])
    dossier, quote = with_quote(speaker=None, speaker_candidates=both, confidence=0.3)
    (question,) = asked(dossier, "damaging", "speaker")
    assert question.accept
    assert question.other
    taken = (*question.accept.decisions, *question.other.decisions)
    assert taken == tuple({"speaker": quote.id, "to": one} for one in both)


@pytest.mark.parametrize("speaker", [None, three().quotes[0].speaker])
def test_what_the_editor_decided_is_asked_no_more(speaker: str | None) -> None:
    dossier, _ = with_quote(speaker=speaker, confidence=1.0, speaker_inferred=False)
    assert asked(dossier, "damaging", "speaker") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“They lied about the costs,” and more", "damaging"),
        ("“He was bribed,” and more", "damaging"),
        ("“The quay is open,” and more", "speaker"),
    ],
)
def test_a_damaging_word_is_known_in_every_ending(text: str, kind: str) -> None:
    passage = replace(three().quotes[0].passage, text=text)
    dossier, _ = with_quote(passage=passage, cue=None, confidence=0.2)
    assert [one.kind for one in asked(dossier, "damaging", "speaker")] == [kind]


def test_parts_of_a_split_quote_are_answered_together() -> None:
    first, second = three().quotes[:2]
    parts = tuple(
        replace(one, id=one.id, group="g", confidence=0.2, passage=first.passage)
        for one in (first, second)
    )
    (question,) = asked(replace(three(), quotes=parts), "damaging", "speaker")
    assert question.reject
    assert [one["speaker"] for one in question.reject.decisions] == [first.id, second.id]
    assert len(question.lines) == 2


def test_who_was_parted_is_not_asked_about_again() -> None:
    claim = three().claims[0]
    one, other = three().people[:2]
    value = claim.differences[0].values[0]
    named = replace(
        claim.differences[0], kind="name",
        values=(replace(value, value=one.name), replace(value, value=other.name)),
    )  # fmt: skip
    told = replace(claim, people=(one.id, other.id), differences=(named,))
    dossier = replace(three(), claims=(told,))
    (question,) = asked(dossier, "same")
    assert question.reject
    assert question.reject.decisions == ({"different": [one.id, other.id]},)
    parted = replace(dossier, parted=((other.id, one.id),))
    assert asked(parted, "same") == []
