"""Cards of the front page: what is worth one, what is not, and what they say."""

from dataclasses import replace

import pytest

from builder.model.article import Passage
from builder.model.claims import Claim, Difference, DifferenceKind, DifferenceValue
from builder.model.ids import ArticleId
from builder.render.index import story_of
from builder.render.page_links import PageLinks
from builder.render.pages.claim import value_words
from builder.render.parts.contrasts import Contrast
from builder.render.parts.informativeness import contrasts, quoted_otherwise
from builder.render.parts.salience import Teller, inside_marks
from builder.settings import Settings
from tests.rendering import pages_of
from tests.story_of_three import empty, three

NAMES = Teller(names=frozenset({"ana", "ruiz", "alba", "borland"}))


@pytest.mark.parametrize(
    ("one", "other", "news"),
    [
        pytest.param("illegal sanctions", "sensational pressure", True, id="other_words"),
        pytest.param("shipments", "supplies", False, id="synonyms"),
        pytest.param("technical", "technological", False, id="words_spelled_alike"),
        pytest.param("not", "hardly", False, id="words_that_deny"),
        pytest.param("in the", "of a", False, id="words_of_grammar"),
        pytest.param("the two countries", "Alba and Borland", False, id="names_and_description"),
        pytest.param("in Alba", "in Borland", True, id="two_names"),
        pytest.param("14 boats", "17 boats", True, id="two_figures"),
    ],
)
def test_news_is_what_each_says_and_the_other_does_not(
    one: str, other: str, *, news: bool
) -> None:
    assert NAMES.is_news(one, other) is news


@pytest.mark.parametrize(
    ("value", "named"),
    [
        ("Mayor Ruiz", True),
        ("Ruiz’s", True),
        ("ARMED robbers", False),
        ("the mayor", False),
        ("ruiz", False),
    ],
)
def test_a_name_is_told_from_a_description(value: str, *, named: bool) -> None:
    assert NAMES.named(value) is named


@pytest.mark.parametrize(
    ("text", "value", "around"),
    [
        ("a “no limits” pact", "limits", "no limits"),
        ('a "no limits" pact', "limits", "no limits"),
        ("“One” and limits “two”", "limits", None),
        ("no marks", "marks", None),
        ("a “cut off", "cut", "cut off"),
        ("“One”", "two", None),
    ],
)
def test_quoted_words_are_found_around_a_value(text: str, value: str, around: str | None) -> None:
    assert inside_marks(text, value) == around


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("thurs", "Thursday"),
        ("fri", "Friday"),
        ("2023-05", "May 2023"),
        ("mo", "mo"),
        ("soon", "soon"),
    ],
)
def test_dates_are_shown_in_words(value: str, words: str) -> None:
    assert value_words(value, "date") == words


def cards_of(
    kind: DifferenceKind, one: tuple[str, str], other: tuple[str, str]
) -> tuple[Contrast, ...]:
    """The cards of a claim that two articles tell with two values: (text, value) each."""
    claim = three().claims[0]
    statements = tuple(
        replace(
            claim.statements[at],
            passage=Passage(article=ArticleId(article), start=0, end=len(text), text=text),
            attributed_to=None,
        )
        for at, (article, text) in enumerate((("bay_herald", one[0]), ("daily_alba", other[0])))
    )
    values = tuple(
        DifferenceValue(value=value, statements=(at,))
        for at, value in enumerate((one[1], other[1]))
    )
    told = replace(
        claim, text=one[0], statements=statements,
        differences=(Difference(kind=kind, values=values),),
    )  # fmt: skip
    return shown(told)


def shown(*claims: Claim) -> tuple[Contrast, ...]:
    dossier = replace(three(), claims=claims, quotes=(), utterances=(), events=())
    story = story_of(dossier, Settings())
    here = PageLinks(story=story, address="")
    return (*contrasts(story, here), *quoted_otherwise(story, here))


def test_a_quoted_phrase_is_shown_whole() -> None:
    (card,) = cards_of(
        "wording", ("A “no limits” pact was made", "limits"), ("A “no borders” pact", "borders")
    )
    assert [side.value for side in card.sides] == ["no limits", "no borders"]
    assert card.spoken


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        pytest.param(
            "wording", ("The plan was praised", "praised"), ("The plan was damned", "damned"),
            id="a_word_of_the_article_for_another",
        ),
        pytest.param(
            "who", ("The four men fled", "The four men"), ("A gang fled", "A gang"),
            id="two_descriptions",
        ),
        pytest.param(
            "number", ("In one of the largest raids", "1"), ("Some 3 raids", "3"),
            id="one_of_many",
        ),
    ],
)  # fmt: skip
def test_trifles_make_no_card(
    kind: DifferenceKind, one: tuple[str, str], other: tuple[str, str]
) -> None:
    assert cards_of(kind, one, other) == ()


def test_other_words_are_no_difference() -> None:
    story = story_of(three(), Settings())
    here = PageLinks(story=story, address="")
    assert {card.kind for card in contrasts(story, here)} == {"number", "date"}
    assert {card.kind for card in quoted_otherwise(story, here)} == {"wording"}


def test_a_difference_stands_on_one_card_alone() -> None:
    first = three().claims[0]
    again = replace(first, id=first.id.__class__("again"), text="The same in other words")
    assert len(shown(first)) == len(shown(first, again)) == 1


def test_where_nothing_differs_the_front_page_says_so() -> None:
    agreed = pages_of(replace(three(), claims=(), quotes=(), utterances=()), Settings())
    assert "no two articles were found to differ" in agreed["index.md"]
    alone = pages_of(replace(empty(), articles=three().articles[:1]), Settings())
    assert "there is nothing to compare it with" in alone["index.md"]
