"""Whom pronouns stand for: rules of grammar by row, the whole by figures that may not fall."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from benchmarks.pronouns import figures
from builder.extract.article_view import read
from builder.extract.coreference import references_in
from builder.model.article import Article
from tests.conftest import REPOSITORY

Parse = Callable[[str], tuple[Article, Doc]]

HELD = REPOSITORY / "benchmarks" / "annotated_pronouns" / "held"
FLOORS = {"he": 66.0, "she": 70.0}  # per cent right; on 29 November 2026 68.9 and 71.2
MEANT = [
    pytest.param("Joan Dunn said her father was ill. He died on Monday.", "He", "her father",
                 id="nobody_of_the_other_sex"),
    pytest.param("Mr Roe met Mr Lind. Lind sued him.", "him", "Roe", id="not_the_subject"),
    pytest.param("Maria Roe was late. “I like her,” Eva Lind said.", "her", "Maria Roe",
                 id="in_direct_speech_not_who_speaks"),
    pytest.param("Before she left, Eva Lind sang.", "she", "Eva Lind",
                 id="the_clause_goes_before_its_subject"),
    pytest.param("Dr Ana Roe-Lind left. She was late.", "She", "Ana Roe-Lind",
                 id="a_double_name_is_one"),
    pytest.param("It was clear that Acme fell.", "It", None, id="it_fills_a_place"),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "word", "name"), MEANT)
def test_a_pronoun_stands_for(parse: Parse, text: str, word: str, name: str | None) -> None:
    article, doc = parse(text)
    view = read(doc, article)
    pronoun = next(token for token in view.tokens if token.text == word)
    named = references_in(view).of(pronoun).antecedents
    assert (named[0].text if named else None) == name


@pytest.mark.model
def test_articles_that_nobody_had_read_keep_their_figures() -> None:
    told = dict(line.split(":")[0:2] for line in figures(HELD) if "confidence" not in line)
    for kind, floor in FLOORS.items():
        assert float(told[kind].split()[0]) >= floor, told[kind]
