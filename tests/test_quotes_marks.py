"""Quotation marks of all habits, paired; bad ones cost no article."""

import pytest

from builder.extract.article_view.quotation_marks import marked_in

PAIRED = [
    pytest.param('He said “go” and "stay".', ["“go”", '"stay"'], id="curly_and_straight"),
    pytest.param(
        "„Ja“, sagte er. «Oui» »Nein«", ["„Ja“", "«Oui»", "»Nein«"], id="national_habits"
    ),
    pytest.param("“a ‘b’ c”", ["“a ‘b’ c”"], id="nested_marks_belong_to_the_outermost"),
    pytest.param(
        "''I love it,'' he said.", ["''I love it,''"], id="two_single_marks_are_a_double"
    ),
    pytest.param("‘the workers’ rights’ now", ["‘the workers’ rights’"], id="possessive_inside"),
    pytest.param("“One.\n\n“Two.”\n\nThen “x” y", ["“One.\n\n“Two.”", "“x”"], id="two_paragraphs"),
    pytest.param(
        "He said. “One.\n\n“Two,” she said.", ["“One.", "“Two,”"], id="mid_line_opening_ends_there"
    ),
    pytest.param('"It was\nlate," he said. "So."', ['"It was\nlate,"', '"So."'], id="broken_line"),
    pytest.param("“no close here\n\nNext line.", ["“no close here"], id="open_to_the_line_s_end"),
    pytest.param("\u200f“right to left”\u200e said", ["“right to left”"], id="direction_marks"),
    pytest.param("One.\n''Two,'' she said.", ["''Two,''"], id="two_single_marks_open_a_line"),
    pytest.param('“One.\n\n"Two."', ["“One.", '"Two."'], id="other_marks_go_on_with_nothing"),
    pytest.param("'Danger of the many''", ["'Danger of the many'"], id="doubled_closing_single"),
]
UNMARKED = [
    pytest.param("the workers’ rights and the ’90s", id="apostrophes"),
    pytest.param("rock ‘90s and don't", id="elided_decade"),
    pytest.param("He said 'so and left.", id="single_mark_that_never_closes"),
    pytest.param("a close ” alone", id="closing_mark_alone"),
    pytest.param("", id="nothing"),
]


@pytest.mark.parametrize(("text", "expected"), PAIRED)
def test_marks_are_paired(text: str, expected: list[str]) -> None:
    assert [text[mark.start : mark.end] for mark in marked_in(text)] == expected


@pytest.mark.parametrize("text", UNMARKED)
def test_no_marks_are_invented(text: str) -> None:
    assert marked_in(text) == ()


def test_inner_leaves_the_marks_out() -> None:
    (mark,) = marked_in("so “it is” now")
    assert (mark.inner_start, mark.inner_end) == (mark.start + 1, mark.end - 1)
    assert mark.is_double
    assert mark.is_closed
