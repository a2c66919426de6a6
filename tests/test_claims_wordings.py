"""Which words of two wordings of one claim are shown against each other."""

import pytest

from builder.resolve.claims.substitutions import wording_differences

ROWS = {
    "one_word_for_another": (
        "the talks met with doubt in Ghent", "the talks met with scorn in Ghent",
        [("doubt", "scorn")],
    ),
    "forms_of_one_word_are_no_difference": (
        "Acme signs the old pact", "Acme signed the old pact", [],
    ),
    "numbers_are_compared_as_numbers": (
        "the ferry carried 38 cars on Monday", "the ferry carried 36 cars on Monday", [],
    ),
    "numbers_as_words_too": (
        "the ferry carried eight cars on Monday", "the ferry carried nine cars on Monday", [],
    ),
    "words_beside_a_number_are_compared_without_it": (
        "the shares open 0.28% lower in Ghent", "the shares open 0.19% higher in Ghent",
        [("lower", "higher")],
    ),
    "a_name_that_stands_elsewhere_is_no_part_of_it": (
        "Mayor Ana Ruiz ordered the inquiry into it",
        "Ana Ruiz, the mayor, has opened the inquiry into it",
        [("ordered", "has opened")],
    ),
    "no_loose_ends_are_left": (
        "Petrov called on the minister to resign",
        "Petrov demanded the resignation of the minister",
        [("called on", "demanded")],
    ),
    "what_both_begin_with_is_no_part_of_it": (
        "the firm signs deals with both sides", "the firm signed pacts with both sides",
        [("deals", "pacts")],
    ),
    "runs_that_cross_are_no_wording": (
        "the mayor, Ana Ruiz, signs a pact with Chile",
        "the mayor signed seven years on a pact with Chile",
        [],
    ),
    "a_free_retelling_is_no_wording": (
        "Acme sold the mill", "for years nobody wanted what Ruiz had built", [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("base", "other", "expected"), ROWS.values(), ids=ROWS)
def test_words_that_stand_for_each_other(base, other, expected):
    found = wording_differences([base, other], central=0)
    assert [tuple(value.value for value in one.values) for one in found] == expected


def test_who_words_it_how():
    texts = ["a no limits pact of both", "a no borders pact of both", "a no limits pact of both"]
    (found,) = wording_differences(texts, central=0)
    assert [(value.value, value.statements) for value in found.values] == [
        ("limits", (0, 2)), ("borders", (1,)),
    ]  # fmt: skip
