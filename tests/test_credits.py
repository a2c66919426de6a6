"""Credit lines, from the text alone."""

from dataclasses import replace

import pytest

from builder.extract.credits import credits_in
from tests.conftest import article_of

ROWS = [
    pytest.param(
        "Rain.\n\n(Reporting by Ana Ruiz; Further reporting by Bo Lee, Cy Day; Editing by Di Poe)",
        [
            (
                "(Reporting by Ana Ruiz; Further reporting by Bo Lee, Cy Day; Editing by Di Poe)",
                None,
                "Reuters",
                ["Ana Ruiz", "Bo Lee", "Cy Day", "Di Poe"],
            )
        ],
        id="bracketed_reporting_and_editing_is_a_house_style",
    ),
    pytest.param(
        "Reporting by Ana Ruiz in Lima",
        [("Reporting by Ana Ruiz in Lima", None, None, ["Ana Ruiz"])],
        id="reporting_alone_is_nobodys_style",
    ),
    pytest.param(
        "(Reporting by Ana Ruiz for Bloomberg; Editing by Bo Lee)",
        [
            (
                "(Reporting by Ana Ruiz for Bloomberg; Editing by Bo Lee)",
                "Bloomberg",
                None,
                ["Ana Ruiz", "Bo Lee"],
            )
        ],
        id="a_name_that_stands_beats_the_style",
    ),
    pytest.param("It rained. – AFP", [("– AFP", "AFP", None, [])], id="wire_at_the_end"),
    pytest.param(
        "It rained. (Reuters)", [("(Reuters)", "Reuters", None, [])], id="wire_in_brackets"
    ),
    pytest.param(
        "PARIS (AP) — It rained.", [("PARIS (AP) —", "AP", None, [])], id="wire_in_the_dateline"
    ),
    pytest.param(
        "By Ana Ruiz and Bo Lee\nIt rained.",
        [("By Ana Ruiz and Bo Lee", None, None, ["Ana Ruiz", "Bo Lee"])],
        id="byline_of_two",
    ),
    pytest.param(
        "By ANA RUIZ, Associated Press Writer\nIt rained.",
        [("By ANA RUIZ, Associated Press Writer", "Associated Press", None, ["ANA RUIZ"])],
        id="byline_with_the_agency",
    ),
    pytest.param(
        "It rained. Ana Ruiz and The Associated Press contributed to this report.",
        [
            (
                "Ana Ruiz and The Associated Press contributed to this report.",
                "The Associated Press",
                None,
                ["Ana Ruiz"],
            )
        ],
        id="contributed_to_this_report",
    ),
    pytest.param(
        "(With inputs from PTI)", [("(With inputs from PTI)", "PTI", None, [])], id="with_inputs"
    ),
    pytest.param("By Monday it had rained.", [], id="a_sentence_that_begins_with_by"),
    pytest.param("The book by Ana Ruiz sold well.", [], id="a_book_by_someone"),
    pytest.param(
        "CNN's Ana Ruiz reported from Lima and Bo Lee wrote in Rome. AFP writer Cy Day in Oslo"
        " contributed to this report.",
        [
            (
                "CNN's Ana Ruiz reported from Lima and Bo Lee wrote in Rome.",
                None,
                None,
                ["Ana Ruiz", "Bo Lee"],
            ),
            (
                "AFP writer Cy Day in Oslo contributed to this report.",
                "AFP",
                None,
                ["Cy Day"],
            ),
        ],
        id="writers_where_they_are_and_a_contributor",
    ),
    pytest.param(
        "Ana Ruiz reported from Lima.",
        [("Ana Ruiz reported from Lima.", None, None, ["Ana Ruiz"])],
        id="a_writer_where_she_is",
    ),
    pytest.param(
        "Ana Ruiz reported from Lima. She won a prize for it.",
        [],
        id="a_reporter_of_the_story_made_nothing",
    ),
    pytest.param("She contributed to the campaign.", [], id="a_gift_is_no_credit"),
    pytest.param("He flew to the city (Rome).", [], id="a_bracket_without_a_wire"),
    pytest.param("", [], id="nothing_in_nothing"),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_credits(text: str, expected: list[tuple[str, str | None, str | None, list[str]]]) -> None:
    article = article_of(text)
    found = credits_in(article)
    assert [
        (c.passage.text, c.outlet and c.outlet.text, c.style, [m.text for m in c.makers])
        for c in found
    ] == expected
    for credit in found:
        for passage in (credit.passage, *credit.makers):
            assert article.text[passage.start : passage.end] == passage.text


@pytest.mark.parametrize("unit", ["(", "By A ", "reporting by ", "– AFP ", "contributed to "])
def test_long_lines_take_linear_time(unit: str) -> None:
    credits_in(article_of(unit * (100_000 // len(unit))))


def test_a_byline_among_the_boilerplate_names_the_makers() -> None:
    byline = "By Ana Ruiz in Lima, Bo Lee and News Agencies"
    article = replace(article_of(f"{byline}\n\nIt rained."), bylines=((0, len(byline)),))
    assert next([maker.text for maker in credit.makers] for credit in credits_in(article)) == [
        "Ana Ruiz",
        "Bo Lee",
    ]


def test_a_byline_of_agencies_alone_names_nobody() -> None:
    article = replace(article_of("By News Agencies\n\nIt rained."), bylines=((0, 16),))
    assert credits_in(article) == ()
