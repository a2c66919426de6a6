"""Who says a claim, and on what its tellings differ, in the words of lists and pages."""

from dataclasses import replace

from builder.model.article import Passage
from builder.model.claims import Claim
from builder.render.index import story_of
from builder.render.page_links import PageLinks
from builder.render.pages.claim import claim_page
from builder.render.pages.claims import claim_row, own_voice
from builder.settings import Settings
from tests.story_of_three import ANA, three

SIGNED = next(claim for claim in three().claims if claim.id == "harbour-signed")
HERE = PageLinks(story=story_of(three(), Settings()), address="claims/")


def words_of(claim: Claim, at: int, length: int = 9) -> Passage:
    """Some words of the article that has the statement."""
    place = claim.statements[at].passage
    text = three_text(place)[: place.start + length]
    return Passage(
        article=place.article, start=place.start, end=len(text), text=text[place.start :]
    )


def three_text(place: Passage) -> str:
    records = {record.id: record.article for record in three().articles}
    return records[place.article].text


def asserted(*said: Passage | None, **more) -> Claim:
    statements = [
        replace(found, attributed_to=None, via=None, asserted_by=by)
        for found, by in zip(SIGNED.statements, said, strict=False)
    ]
    return replace(SIGNED, statements=tuple(statements), differences=(), **more)


def test_what_nobody_is_named_for_is_the_articles_own_voice():
    assert own_voice(asserted(None, None)) == "The articles name no source"


def test_whom_the_story_does_not_know_is_named_in_the_articles_words():
    by = words_of(SIGNED, 0)
    claim = asserted(by, by)
    assert claim_row(claim, HERE).voice == f"According to “{by.text.strip()}”."
    assert own_voice(claim) == ""


def test_the_own_voice_of_one_article_beside_the_words_of_another():
    claim = asserted(words_of(SIGNED, 0), None)
    assert own_voice(claim) == "One of the two articles names no source"


def test_a_pronoun_names_nobody():
    he = replace(words_of(SIGNED, 0), text="He")
    assert claim_row(asserted(he, he), HERE).voice == "Who says it is not stated."


def test_an_editor_who_names_the_speaker_is_right():
    claim = asserted(words_of(SIGNED, 0), words_of(SIGNED, 1))
    known = [replace(found, attributed_to=ANA) for found in claim.statements]
    assert claim_row(replace(claim, statements=tuple(known)), HERE).voice == (
        "According to Ana Ruiz."
    )


def test_how_a_wording_stands_is_told_where_it_is_less_than_fact():
    statuses = ("denied", "attributed")
    statements = [
        replace(found, status=status)
        for found, status in zip(SIGNED.statements, statuses, strict=False)
    ]
    claim = replace(SIGNED, statements=tuple(statements), differences=())
    view = claim_page(claim, HERE.story).view
    assert [row.notes for row in view.variants] == [("denied",), ()]


def test_one_source_in_words_is_told():
    by = words_of(SIGNED, 0)
    claim = asserted(by, by, relayed_in_words="customs data")
    view = claim_page(claim, HERE.story).view
    assert "from one source: “customs data”" in view.one_source
    assert view.variants[0].voice == f"according to “{by.text.strip()}”"
