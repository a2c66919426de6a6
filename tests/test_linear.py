"""Awkward texts go the whole way in linear time: nothing in the house takes a square.

The model's own pass is not counted.
"""

from collections.abc import Callable
from datetime import date

import pytest
from spacy.language import Language

from builder.annotate import annotate
from builder.clean import clean
from builder.export import dossier_row
from builder.extract import findings_of
from builder.extract.article_view.quotation_marks import marked_in
from builder.model.article import Article, Metadata, RawArticle
from builder.model.findings import Findings
from builder.overrides import Decisions
from builder.permalinks import Permalinks
from builder.resolve import dossier_of
from builder.settings import Settings
from tests.linear import assert_linear

_FOR_THE_MODEL = 500_000
MARKS = ('"a ‘b ', "“x\n\n", "' ", "‘ s’s’ ", "“a\nb", "«»„“")
REPORT = "The mine at Velm was closed on Monday, Mayor Ana Ruiz said."
TEXTS = {
    "blanks": " ", "line_ends": "\n", "commas": ",", "commas_and_blanks": ", ", "digits": "7",
    "numbers": "12 ", "dots": ".", "dashes": "-", "bullets": "• ", "lines_with_bullets": "• a\n",
    "capitals": "ANA ", "names_in_a_row": "Ana ", "names_with_commas": "Ruiz, ",
    "open_brackets": "(a ", "closing_brackets": "a) ", "open_marks": "“a ",
    "straight_marks": '"a ',
    "single_marks": "'a ", "apostrophes": "a's ", "nested_marks": "“‘", "closing_marks": "a” ",
    "lines_of_one_letter": "a\n", "paragraphs_of_one_letter": "a\n\n",
    "one_quote_again_and_again": "“We will stay,” Ana Ruiz said.\n\n",
    "one_sentence_again_and_again": f"{REPORT} ", "one_paragraph_again_and_again": f"{REPORT}\n\n",
    "quotes_in_one_paragraph": "“No,” he said. ", "that_that": "that ", "of_the": "of the ",
    "days": "May 5, ", "weekdays": "on Monday ", "sums": "$5 million ", "shares": "5% ",
    "questions": "Why? ", "interview": "Q: Why?\nA: No.\n", "tags": "<b>", "entities": "&amp;",
    "addresses": "https://a.example/b ", "credits": "(Reporting by Ana Ruiz) ",
    "agencies": "– AFP ", "bylines": "By Ana Ruiz\n", "pronouns": "he said she said ",
    "titles": "President ", "headlines": "Ana Ruiz Wins Vote\n", "lists": "1. ",
    "letters_without_a_blank": "王", "combining_marks": "e\u0301", "no_width": "a\u200b",
}  # fmt: skip


@pytest.mark.parametrize("unit", TEXTS.values(), ids=TEXTS)
def test_an_awkward_text_is_cleaned_in_linear_time(unit: str, sizes: tuple[int, ...]) -> None:
    assert_linear(sizes, lambda size: lambda: clean(_raw(unit, size)))


@pytest.mark.parametrize(
    "unit", [*TEXTS.values(), '"a ‘b ', "“x\n\n", "' ", "‘ s’s’ ", "“a\nb", "«»„“"]
)
def test_awkward_marks_are_paired_in_linear_time(unit: str, sizes: tuple[int, ...]) -> None:
    assert_linear(sizes, lambda size: lambda: marked_in(unit * (size // len(unit))))


@pytest.mark.model
@pytest.mark.parametrize("unit", TEXTS.values(), ids=TEXTS)
def test_an_awkward_text_is_extracted_and_resolved_in_linear_time(
    unit: str, sizes: tuple[int, ...], nlp: Language
) -> None:
    # the model takes a second for 6,000 characters: a megabyte of each text would take hours
    sizes = tuple(size // 2 for size in sizes if size < _FOR_THE_MODEL)
    read = {size: next(annotate([clean(_raw(unit, size))], nlp)) for size in sizes}
    found = {size: findings_of(doc, article) for size, (article, doc) in read.items()}

    def extracting(size: int) -> Callable[[], object]:
        article, doc = read[size]
        return lambda: findings_of(doc, article)

    assert_linear(sizes, extracting)
    assert_linear(sizes, lambda size: lambda: _resolved(read[size][0], found[size]))


def _raw(unit: str, size: int) -> RawArticle:
    text = f"{REPORT}\n\n{unit * (size // len(unit))}\n\nAna Ruiz closed it."
    metadata = Metadata(published=date(2026, 3, 4))
    return RawArticle(id="a", file="seeds/a.md", text=text, sha256="0" * 64, metadata=metadata)


def _resolved(article: Article, findings: Findings) -> object:
    return dossier_row(
        dossier_of(
            [article], [findings], settings=Settings(), decisions=Decisions(),
            permalinks=Permalinks(),
        )
    )  # fmt: skip
