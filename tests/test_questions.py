"""What is asked of the maintainer: which quotes, in which order, with which answers."""

from dataclasses import replace

import pytest

from builder.model.claims import Near
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


SAID_BY = [
    pytest.param("the railway", "nominal", 1, id="one_question_for_all_that_the_railway_said"),
    pytest.param("Experts", "nominal", 0, id="the_article_names_nobody"),
    pytest.param("a person who has read it", "nominal", 0, id="nor_here"),
    pytest.param("he", "pronoun", 2, id="two_times_he_may_be_two_people"),
]


@pytest.mark.parametrize(("words", "form", "questions"), SAID_BY)
def test_who_said_it_is_asked_where_the_article_may_tell(
    words: str, form: str, questions: int
) -> None:
    first = three().quotes[0]
    said = replace(first.passage, start=0, end=len(words), text=words)
    spoken = tuple(
        replace(one, group=None, speaker=None, speaker_candidates=(), speaker_mention=said,
                speaker_form=form, confidence=0.4, passage=first.passage)
        for one in three().quotes[:2]
    )  # fmt: skip
    found = asked(replace(three(), quotes=spoken), "damaging", "speaker")
    assert len(found) == questions
    assert sum(len(question.template) for question in found) == (2 if questions else 0)


NEAR = [
    pytest.param("harbour-cost", "left-early", 0.6, True, id="likelier_one_than_two"),
    pytest.param("harbour-cost", "left-early", 0.45, False, id="likelier_two"),
    pytest.param("harbour-cost", "hostile", 0.9, False, id="no_source_more_if_they_are_one"),
    pytest.param("harbour-signed", "hostile", 0.9, False, id="told_by_the_same_reports"),
]


@pytest.mark.parametrize(("one", "other", "likely", "is_asked"), NEAR)
def test_claims_are_asked_about_where_a_reader_would_be_misled(
    one: str, other: str, likely: float, *, is_asked: bool
) -> None:
    found = asked(beside((one, other, likely)), "same")
    assert bool(found) == is_asked
    for question in found:
        assert question.asks == "Do these two say the same? Then 2 sources tell it, not one alone."


def test_a_claim_is_asked_about_with_its_likeliest_partner_alone() -> None:
    dossier = beside(("harbour-cost", "left-early", 0.6), ("harbour-cost", "hostile", 0.7))
    assert asked(dossier, "same") == []


def test_a_claim_that_its_partner_does_not_keep_as_near_is_not_asked_about() -> None:
    dossier = beside(("harbour-cost", "left-early", 0.9))
    for forgets in ("harbour-cost", "left-early"):  # a claim near to many keeps a few
        claims = tuple(
            replace(one, near=() if one.id == forgets else one.near) for one in dossier.claims
        )
        assert asked(replace(dossier, claims=claims), "same") == []


def beside(*pairs: tuple[str, str, float]) -> Dossier:
    """The story with these claims near to each other."""
    claims = {claim.id: replace(claim, near=()) for claim in three().claims}
    for *ids, likely in pairs:
        for own, other in (ids, reversed(ids)):
            passages = (claims[id_].statements[0].passage for id_ in (own, other))
            near = Near(own=next(passages), other=next(passages), likely=likely)
            claims[own] = replace(claims[own], near=(*claims[own].near, near))
    return replace(three(), claims=tuple(claims.values()))


def test_one_difference_in_two_claims_is_one_question() -> None:
    claim = replace(three().claims[0], note=None, verdict=None)
    number = [each for each in claim.differences if each.kind != "wording"][:1]
    twice = tuple(replace(claim, id=id_, differences=tuple(number)) for id_ in ("c-a", "c-b"))
    (question,) = asked(replace(three(), claims=twice), "difference")
    assert question.reject
    assert [one["claim"] for one in question.reject.decisions] == ["c-a", "c-b"]


def test_a_name_left_open_is_given_to_either_in_this_article_alone() -> None:
    (found, _) = asked(three(), "name")
    name = {"mention": "003_unsigned", "name": "Ruiz"}
    assert found.accept
    assert found.accept.decisions == ({**name, "to": "ana-ruiz"},)
    assert found.other
    assert found.other.decisions == ({**name, "to": "carla-ruiz"},)
    assert found.reject
    assert found.reject.decisions == ({**name, "to": None},)


def test_where_the_article_names_somebody_so_already_the_place_is_told_by_its_words() -> None:
    ana, *others = three().people
    text = "Okoro said that the harbour would bring burdens. Ruiz left early."
    there = replace(ana.mentions[0], article="003_unsigned", start=0, end=4, text="Ruiz")
    people = (replace(ana, mentions=(*ana.mentions, there)), *others)
    records = tuple(
        replace(one, article=replace(one.article, text=f"Ruiz came. {text}"))
        if one.id == "003_unsigned" else one
        for one in three().articles
    )  # fmt: skip
    (open_,) = (one for one in three().ambiguous if one.candidates)
    at = len("Ruiz came. ") + text.index("Ruiz")
    open_ = replace(open_, passage=replace(open_.passage, start=at, end=at + 4))
    (found,) = asked(replace(three(), people=people, articles=records, ambiguous=(open_,)), "name")
    assert found.accept
    assert found.accept.decisions[0]["within"] == "burdens. Ruiz left"
