"""Wordings compared on pages, the cards of the front page, and the small turns of phrase."""

from dataclasses import replace

import pytest

from builder.links import page_address
from builder.model.article import Passage
from builder.model.dossier import Dossier
from builder.model.ids import ArticleId, QuoteId, UtteranceId
from builder.model.quotes import Piece
from builder.model.spans import spans_of
from builder.render.index import story_of
from builder.render.page_links import PageLinks
from builder.render.parts.informativeness import contrasts, quoted_otherwise
from builder.render.parts.quote_groups import most_central, sayings_of
from builder.render.parts.wording_rows import marks
from builder.render.phrases import counted, listed, shortened, spelled, titled
from builder.settings import Settings
from tests.rendering import pages_of
from tests.story_of_three import ANA, empty, quote, three

LONG_GAP = "one two three four five six seven eight nine ten eleven twelve thirteen"


@pytest.mark.parametrize(
    ("base", "other", "expected"),
    [
        pytest.param("We pay", "We pay", "We pay", id="the_same_is_unmarked"),
        pytest.param("We pay now", "We pay late", "We pay -now- +late+", id="a_word_replaced"),
        pytest.param("We will pay", "We pay", "We -will- pay", id="a_word_left_out_inside"),
        pytest.param("We pay", "We will pay", "We +will+ pay", id="a_word_put_in"),
        pytest.param(
            "Yes, we pay", "we pay", "… we pay", id="a_cut_at_the_start_is_no_difference"
        ),
        pytest.param("We pay, he knew", "We pay", "We pay …", id="a_cut_at_the_end"),
        pytest.param(
            f"We {LONG_GAP} pay", "We pay", "We … pay", id="a_long_gap_is_a_cut_not_a_wording"
        ),
        pytest.param("One two", "six", "… +six+", id="nothing_in_common"),
        pytest.param("One", "…", "… …", id="no_words_at_all"),
        pytest.param(
            "We pay", f"We pay {LONG_GAP}", "We pay … [13 more words]",
            id="what_goes_on_is_counted",
        ),
        pytest.param(
            "We pay", f"{LONG_GAP} we pay", "[begins with 13 more words] … we pay",
            id="what_leads_up_to_it_is_counted",
        ),
        pytest.param(
            "We pay", f"We all {LONG_GAP} pay", f"We +all {LONG_GAP}+ pay",
            id="what_stands_inside_is_marked",
        ),
    ],
)  # fmt: skip
def test_marks_show_what_differs(base: str, other: str, expected: str) -> None:
    signs = {"same": "{}", "added": "+{}+", "removed": " -{}-", "cut": " … ", "more": "{}"}
    shown = "".join(signs[mark.kind].format(mark.text) for mark in marks(base, other))
    assert " ".join(shown.split()) == expected


def test_the_central_wording_shares_most_with_the_others() -> None:
    texts = ["a quarry", "the harbour will cost forty", "the harbour will cost fifty"]
    assert most_central(texts, str) == texts[1]


def test_of_two_wordings_the_fuller_is_central() -> None:
    assert (
        most_central(["it will cost", "now it will cost forty"], str) == "now it will cost forty"
    )


def test_the_first_of_equals_is_central() -> None:
    assert most_central(["one", "two"], str) == "one"


def passage(start: int, end: int) -> Passage:
    return Passage(article=ArticleId("a"), start=start, end=end, text="x" * (end - start))


def test_spans_find_what_lies_inside_and_over() -> None:
    spans = spans_of(
        [(passage(0, 100), "all"), (passage(10, 20), "inner"), (passage(30, 40), "next")]
    )
    assert [value for _, value in spans.inside(passage(5, 35))] == ["inner"]
    assert [value for _, value in spans.over(passage(15, 35))] == ["all", "inner", "next"]
    assert [value for _, value in spans.over(passage(20, 30))] == ["all"]
    assert [value for _, value in spans.around(passage(12, 18))] == ["all", "inner"]


def test_parts_of_a_split_quote_are_one_wording() -> None:
    said = sayings_of(with_quotes(("q1", "“The harbour,”", "g"), ("q2", "“will stay.”", "g")))
    assert [found.central.text for found in said] == ["“The harbour,” … “will stay.”"]


def test_a_quote_without_utterance_stands_alone() -> None:
    said = sayings_of(with_quotes(("q1", "“One.”", None), ("q2", "“Two.”", None)))
    assert [found.id for found in said] == ["q1", "q2"]


def test_a_quote_ends_before_what_belongs_to_another_utterance() -> None:
    text = "ties are “high”, in the face of “great pressure”"
    whole = Passage(article=ArticleId("bay_herald"), start=0, end=len(text), text=text)

    def piece(words: str, owner: str) -> Piece:
        start = text.index(words)
        place = replace(whole, start=start, end=start + len(words), text=words)
        return Piece(passage=place, utterance=UtteranceId(owner))

    pieces = (piece("“high”", "first"), piece("“great pressure”", "second"))
    mixed = replace(quote("q", whole, ANA), pieces=pieces, utterance=UtteranceId("first"))
    first, second = (
        replace(three().utterances[0], id=UtteranceId(id_), quotes=(mixed.id,))
        for id_ in ("first", "second")
    )
    story = telling(three(), "bay_herald", text)
    said = sayings_of(replace(story, utterances=(first, second), quotes=(mixed,)))
    assert [found.central.text for found in said] == ["ties are “high”", "“great pressure”"]


def test_an_utterance_of_no_quotes_is_left_out() -> None:
    bare = replace(three().utterances[0], quotes=())
    assert sayings_of(replace(empty(), utterances=(bare,))) == ()


def with_quotes(*rows: tuple[str, str, str | None]) -> Dossier:
    found, said = [], ""
    for id_, text, group in rows:
        start, said = len(said), f"{said}{text} Ruiz said. "
        place = Passage(
            article=ArticleId("bay_herald"), start=start, end=start + len(text), text=text
        )
        found.append(quote(id_, place, ANA, group=group))
    return replace(telling(three(), "bay_herald", said), utterances=(), quotes=tuple(found))


def telling(dossier: Dossier, id_: str, text: str) -> Dossier:
    """The dossier with another text for one of its articles."""
    records = tuple(
        replace(record, article=replace(record.article, text=text)) if record.id == id_ else record
        for record in dossier.articles
    )
    return replace(dossier, articles=records)


def card_of(first: str, other: str) -> tuple[str, ...]:
    """The values on the card that two wordings of one utterance make; empty without a card."""
    dossier, id_ = three(), UtteranceId("u")
    quotes = []
    for row, text in zip(dossier.quotes, (first, other), strict=False):
        dossier = telling(dossier, row.passage.article, text)
        place = replace(row.passage, start=0, end=len(text), text=text)
        quotes.append(replace(row, passage=place, utterance=id_))
    said = replace(dossier.utterances[0], id=id_, quotes=tuple(found.id for found in quotes))
    dossier = replace(dossier, quotes=tuple(quotes), utterances=(said,), claims=())
    story = story_of(dossier, Settings())
    cards = quoted_otherwise(story, PageLinks(story=story, address=""))
    return tuple(side.value for card in cards for side in card.sides)


@pytest.mark.parametrize(
    ("first", "other", "values"),
    [
        pytest.param(
            "It will cost forty million", "It will cost fifty million", ("forty", "fifty"),
            id="one_word",
        ),
        pytest.param(
            "under the pressure of illegal sanctions from abroad",
            "under the sensational pressure pattern from abroad",
            ("pressure of illegal sanctions", "sensational pressure pattern"),
            id="changes_around_a_shared_word_are_one",
        ),
        pytest.param("We met in May", "We met on May", (), id="small_words_are_no_news"),
        pytest.param("for thirty years", "for 30 years", (), id="a_number_spelled_is_no_news"),
        pytest.param(
            "between Russia and China, friends", "Russia-China friends", (),
            id="another_order_of_the_same_words_is_no_news",
        ),
        pytest.param("The harbour stays", "The harbour stays", (), id="the_same_words"),
        pytest.param(
            "We will pay seven eight nine hundred thousand gold and silver coins back",
            "We will pay nothing back", (),
            id="whole_other_sentences_do_not_fit_a_card",
        ),
    ],
)  # fmt: skip
def test_a_card_shows_the_telling_difference(
    first: str, other: str, values: tuple[str, ...]
) -> None:
    assert card_of(first, other) == values


def test_a_claim_has_one_card_however_much_differs() -> None:
    story = story_of(three(), Settings())
    titles = [card.title.text for card in contrasts(story, PageLinks(story=story, address=""))]
    assert len(titles) == len(set(titles)) == 2


def test_who_is_not_in_the_dossier_is_shown_by_id() -> None:
    story = story_of(three(), Settings())
    assert PageLinks(story=story, address="").entity(ANA, "Ms Ruiz").text == "Ms Ruiz"
    nobody = PageLinks(story=story, address="").entity(ANA.__class__("nobody"))  # type: ignore[arg-type]
    assert (nobody.text, nobody.url) == ("nobody", None)


def test_a_lineage_without_a_known_source_is_a_shared_report() -> None:
    line = replace(three().lineages[0], source=None, inferred=False, evidence="")
    made = pages_of(replace(three(), lineages=(line,)), Settings())
    assert "shared report" in made["claims/harbour-cost.md"]
    assert "All come from one report (" in made["claims/harbour-cost.md"]


def test_the_evidence_of_a_lineage_goes_on_with_the_sentence() -> None:
    line = replace(three().lineages[0], inferred=False, evidence="The credit line names it.")
    made = pages_of(replace(three(), lineages=(line,)), Settings())["articles/bay_herald.md"]
    assert "come from one Coast Wire report&#58; the credit line names it." in made


def test_a_claim_that_all_have_from_one_source_says_so() -> None:
    claim = three().claims[0]
    wire = three().outlets[1]
    relayed = tuple(replace(found, via=wire.id) for found in claim.statements)
    made = pages_of(replace(three(), claims=(replace(claim, statements=relayed),)), Settings())
    assert f"from one source&#58; {wire.name}." in made["claims/harbour-cost.md"]


def test_an_outlet_that_speaks_has_its_words_on_its_page() -> None:
    dossier = three()
    spoken = replace(dossier.quotes[2], id=QuoteId("q-wire"), speaker=dossier.outlets[1].id)
    made = pages_of(replace(dossier, quotes=(spoken,), utterances=()), Settings())
    assert "In its words" in made[f"{page_address('outlets', 'coast-wire').rstrip('/')}.md"]


@pytest.mark.parametrize(
    ("number", "noun", "words"),
    [
        (0, "article", "0 articles"),
        (1, "article", "1 article"),
        (2, "person", "2 people"),
        (1234, "new person", "1,234 new people"),
        (2, "independent source", "2 independent sources"),
    ],
)
def test_counts(number: int, noun: str, words: str) -> None:
    assert counted(number, noun) == words


def test_small_numbers_are_spelled() -> None:
    assert (spelled(2), spelled(11)) == ("two", "11")


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_lists(words: list[str], text: str) -> None:
    assert listed(words) == text


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("A short one", "A short one"),
        ("A harbour, and more", "A harbour…"),
        ("x" * 30, "x" * 13 + "…"),
    ],
)
def test_long_texts_are_cut_at_a_word(text: str, short: str) -> None:
    assert shortened(text, 14) == short


@pytest.mark.parametrize(
    ("words", "title"),
    [
        pytest.param("he “will stay", "He will stay", id="the_second_mark_is_cut_off"),
        pytest.param('will stay"', "Will stay", id="the_first_mark_is_cut_off"),
        pytest.param("he “will” stay", "He “will” stay", id="both_marks_are_there"),
    ],
)
def test_a_title_has_no_lonely_quotation_mark(words: str, title: str) -> None:
    assert titled(words) == title
