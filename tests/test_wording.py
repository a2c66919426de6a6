"""Wordings word by word: what stays, what one has and the other lacks."""

import pytest

from builder.text.diff import Run, compare, first_word, swaps, words

ROWS = {
    "one_word_replaced": (
        "a “no limits” pact", "a “no borders” pact",
        [("same", "a “no "), ("removed", "limits"), ("added", "borders"), ("same", "” pact")],
    ),
    "one_word_added": (
        "Ruiz left", "Ruiz then left",
        [("same", "Ruiz "), ("added", "then"), ("same", " left")],
    ),
    "one_word_removed": (
        "Ruiz then left", "Ruiz left",
        [("same", "Ruiz"), ("removed", "then"), ("same", " left")],
    ),
    "case_and_marks_are_the_same": ("Ruiz’s vote", "ruiz's vote!", [("same", "ruiz's vote!")]),
    "nothing_in_common": ("up", "down", [("removed", "up"), ("added", "down")]),
    "an_empty_base": ("", "down", [("added", "down")]),
    "an_empty_other": ("up", "", [("removed", "up")]),
    "two_empty_texts": ("", "", []),
}  # fmt: skip


@pytest.mark.parametrize(("base", "other", "runs"), ROWS.values(), ids=ROWS)
def test_compare(base, other, runs):
    found = compare(base, other)
    assert [(run.kind, run.text) for run in found] == runs
    assert "".join(run.text for run in found if run.kind != "removed") == other


def test_words_are_lower_case_without_marks():
    assert words("“Ruiz’s 40 % vote,” he said.") == ("ruiz's", "40", "vote", "he", "said")


@pytest.mark.parametrize(
    ("text", "first"), [("“They’ll go", "they’ll"), ("[This] is", "this"), ("…", ""), ("", "")]
)
def test_the_first_word(text, first):
    assert first_word(text) == first


def test_runs_are_values():
    assert Run(kind="same", text="a") == Run(kind="same", text="a")


SWAPS = {
    "words_between_shared_ones": (
        "a “no limits” pact", "a “no borders” pact", [("limits", "borders", 2, 1)],
    ),
    "words_with_what_stands_between": ("up, then down", "left", [("up, then down", "left", 0, 0)]),
    "what_only_one_has_is_no_swap": ("Ruiz left", "Ruiz then left", []),
    "two_swaps": (
        "Ruiz leaves town on Monday", "Ruiz left town on Friday",
        [("leaves", "left", 1, 2), ("Monday", "Friday", 2, 0)],
    ),
    "next_to_words_that_one_lacks": ("we now pay all", "they pay all", [("we now", "they", 0, 2)]),
    "empty_texts": ("", "", []),
}  # fmt: skip


@pytest.mark.parametrize(("base", "other", "found"), SWAPS.values(), ids=SWAPS)
def test_swaps(base, other, found):
    told = [(one.removed, one.added, one.before, one.after) for one in swaps(base, other)]
    assert told == found
