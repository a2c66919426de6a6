"""Pronouns that stand for somebody whom the article names by an office alone."""

import pytest

from builder.jsonl import Text
from builder.texts import resolve

pytestmark = pytest.mark.model

NAMED = "Judge Ines Marlow sentenced Martin Roe on Friday. The court rose at noon."


def last_speaker(text: str) -> str | None:
    """Who says the last words of the second of two articles."""
    texts = (NAMED, text)
    (dossier,) = resolve(
        Text(story="trial", doc_id=f"a{number}", text=each) for number, each in enumerate(texts)
    )
    quotes = [quote for quote in dossier["quotes"] if quote["article"] == "a1"]
    return max(quotes, key=lambda quote: quote["start"])["speaker"]


def test_she_is_the_judge_whom_another_article_names():
    text = "Martin Roe stood still. “It was cruel,” the judge said. She said the term was fair."
    assert last_speaker(text) == "ines-marlow"


def test_she_is_nobody_whom_no_article_names():
    text = "“It was cruel,” a friend of Martin Roe said. She said the term was fair."
    assert last_speaker(text) is None


def test_he_is_nobody_whom_the_story_calls_she():
    text = (
        "Zubeda Hameed dismissed the vote. She wants an inquiry. She said the sum was missing."
        "\n\nHameed left the hall. A minister has not closed the door, he said on Friday."
    )
    assert last_speaker(text) is None
