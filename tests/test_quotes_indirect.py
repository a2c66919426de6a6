"""Clauses that the parse hangs on a noun of the cue's phrase, and words that someone issues."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from builder.extract.quotes import quotes_in
from builder.model.article import Article

pytestmark = pytest.mark.model
Parse = Callable[[str], tuple[Article, Doc]]


def told(parse: Parse, text: str) -> list[tuple[str, str | None]]:
    """Each quote with who speaks it."""
    article, doc = parse(text)
    return [
        (quote.passage.text, quote.speaker and quote.speaker.passage.text)
        for quote in quotes_in(doc, article)
    ]


CLAUSES = [
    pytest.param("Acme said in a filing with the regulator that it owed £3m.", "it owed £3m",
                 "Acme", id="said_in_a_filing_with_another"),
    pytest.param("The union said in a statement that the \"unfair\" offer would be put to a vote.",
                 "the \"unfair\" offer would be put to a vote", "The union",
                 id="said_in_a_statement"),
    pytest.param("The ministry announced in a news release that the plant will reopen next week.",
                 "the plant will reopen next week", "The ministry", id="that_is_no_content"),
    pytest.param("Acme issued a statement saying that it would close the mill.",
                 "it would close the mill", "Acme", id="who_issues_a_statement_speaks"),
    pytest.param("Ruiz sent a letter to staff on Friday warning that jobs would go.",
                 "jobs would go", "Ruiz", id="who_sends_a_letter_speaks"),
    pytest.param("Marsh expressed confidence that the mill would reopen by May.",
                 "the mill would reopen by May", "Marsh", id="confidence_is_expressed"),
]  # fmt: skip
UNSAID = [
    pytest.param("Roe spoke on condition that his name was not used.", id="condition"),
    pytest.param("The mine reported to a board that had met in May.", id="relative_clause"),
    pytest.param("The police read a letter saying", id="nothing_follows"),
]


@pytest.mark.parametrize(("text", "span", "who"), CLAUSES)
def test_content_is_found(parse: Parse, text: str, span: str, who: str) -> None:
    assert (span, who) in told(parse, text)


@pytest.mark.parametrize("text", UNSAID)
def test_nothing_is_said(parse: Parse, text: str) -> None:
    assert told(parse, text) == []
