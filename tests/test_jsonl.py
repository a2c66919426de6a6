"""Texts as JSON lines: every bad line is named with its number, the others are read."""

from datetime import date

import pytest

from builder.errors import SeedError
from builder.jsonl import Text, line_of, stories_in, texts_in


def test_a_line_is_a_text():
    (text,) = texts_in(['{"doc_id": "a", "text": "x", "published": "2026-03-04"}'], file="in")
    assert text == Text(doc_id="a", text="x", published=date(2026, 3, 4))


def test_a_day_that_exporters_write_for_none_is_unknown():
    (text,) = texts_in(['{"doc_id": "a", "text": "x", "published": "0001-01-01"}'], file="in")
    assert text.published is None


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "null",
        '{"doc_id": "a"}',
        '{"doc_id": 1, "text": "x"}',
        '{"doc_id": "a", "text": "x", "published": "yesterday"}',
        '{"doc_id": "a", "text": "\\ud800"}',
        b"\xff\xfe",
        "[" * 100_000,
        '{"doc_id": "", "text": "x"}',
        '{"doc_id": "a", "text": "' + "x" * 2_000_001 + '"}',
    ],
    ids=[
        "half", "list", "null", "no_text", "number_for_id", "no_date", "lone_surrogate", "binary",
        "nested_deep", "no_id", "too_long",
    ],
)  # fmt: skip
def test_a_bad_line_is_named_and_the_rest_is_read(line: str | bytes):
    good = '{"doc_id": "b", "text": "y"}'
    bad, text = texts_in([line, "\n", good], file="in.jsonl")
    assert isinstance(bad, SeedError)
    assert str(bad).startswith("in.jsonl:1: the line is skipped (")
    assert text == Text(doc_id="b", text="y")


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", "\ufeff"], ids=["bytes", "text"])
def test_a_byte_order_mark_is_no_part_of_the_first_line(mark: str | bytes):
    line = '{"doc_id": "a", "text": "x"}'
    (text,) = texts_in([mark + (line if isinstance(mark, str) else line.encode())], file="in")
    assert text == Text(doc_id="a", text="x")


def test_a_line_without_story_is_bad_where_stories_are_read():
    (bad,) = stories_in(['{"doc_id": "a", "text": "x"}'], file="in")
    assert str(bad) == (
        'in:1: the line is skipped (it has no `story`). Add "story", the name of its story.'
    )


def test_a_storys_lines_stand_together():
    lines = [
        line_of({"story": story, "doc_id": doc, "text": "x"})
        for story, doc in [("s", "a"), ("s", "a"), ("t", "a"), ("s", "b"), ("", "c")]
    ]
    read = list(stories_in(lines, file="in"))
    assert [isinstance(text, Text) for text in read] == [True, False, True, False, False]
    assert [text.line for text in read if isinstance(text, SeedError)] == [2, 4, 5]
    assert "stands twice" in str(read[1])
    assert "has ended" in str(read[3])


def test_a_bad_line_does_not_end_a_story():
    lines = [
        '{"story": "s", "doc_id": "a", "text": "x"}',
        "{",
        '{"story":"s","doc_id":"b","text":"y"}',
    ]
    read = list(stories_in(lines, file="in"))
    assert [isinstance(text, Text) for text in read] == [True, False, True]
