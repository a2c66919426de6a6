"""Credit lines, from the text alone."""

from dataclasses import replace

import pytest

from builder.extract.credits import credits_in
from tests.conftest import article_of
from tests.linear import assert_linear

ROWS = [
    pytest.param(
        "Rain.\n\n(Reporting by Ana Ruiz; Further reporting by Bo Lee, Cy Day; Editing by Di Poe)",
        [
            (
                "(Reporting by Ana Ruiz; Further reporting by Bo Lee, Cy Day; Editing by Di Poe)",
                None,
                None,
                ["Ana Ruiz", "Bo Lee", "Cy Day", "Di Poe"],
            )
        ],
        id="bracketed_reporting_and_editing_is_no_house_style",
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
        "EXCLUSIVE by Ana Ruiz\nIt rained.",
        [("EXCLUSIVE by Ana Ruiz", None, None, ["Ana Ruiz"])],
        id="byline_behind_a_word_for_the_piece",
    ),
    pytest.param(
        "Words: Ana Ruiz\nIt rained.",
        [("Words: Ana Ruiz", None, None, ["Ana Ruiz"])],
        id="words_and_a_colon",
    ),
    pytest.param(
        "Text: Ana Ruiz; Photos: Bo Lee\nIt rained.",
        [
            ("Text: Ana Ruiz; Photos: Bo Lee", None, None, ["Ana Ruiz"]),
            ("Photos: Bo Lee", None, None, []),
        ],
        id="text_and_pictures_of_two",
    ),
    pytest.param("Text: the judge was late\nIt rained.", [], id="a_colon_and_no_name"),
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
    pytest.param(
        "Our man Ana Ruiz says that it rained.",
        [("Ana Ruiz", None, None, ["Ana Ruiz"])],
        id="a_reporter_of_ours",
    ),
    pytest.param(
        "The port may stay shut, writes Ana Ruiz in Lima",
        [("Ana Ruiz", None, None, ["Ana Ruiz"])],
        id="a_standfirst",
    ),
    pytest.param(
        "It rained.\nAna Ruiz, The Canadian Press",
        [("Ana Ruiz, The Canadian Press", "The Canadian Press", None, ["Ana Ruiz"])],
        id="a_signature_with_an_outlet",
    ),
    pytest.param("Our mayor Ana Ruiz says that it rained.", [], id="a_mayor_of_ours"),
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


@pytest.mark.parametrize(
    "unit",
    [
        "(",
        "By A ",
        "reporting by ",
        "– AFP ",
        "contributed to ",
        "A-",
        "A / ",
        "A-/",
        ". (Source: A-A",
        "Source: A ",
        "A, after ",
        "A | A ",
    ],
)
def test_long_lines_take_linear_time(unit: str) -> None:
    articles = {size: article_of(unit * (size // len(unit))) for size in (12_000, 48_000)}
    assert_linear(tuple(articles), lambda size: lambda: credits_in(articles[size]))


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


HOUSES = [
    pytest.param("(Reporting by Ana Ruiz; Editing by Bo Lee)", None, ["Ana Ruiz", "Bo Lee"],
                 id="reporting_and_editing_is_nobody_s"),
    pytest.param("Reporting by Ana Ruiz; Editing by Bo Lee", None, ["Ana Ruiz", "Bo Lee"],
                 id="a_line_without_brackets_is_nobody_s"),
    pytest.param("Writing by Nora Quill; Editing by Bo Trant", None, ["Nora Quill", "Bo Trant"],
                 id="writing_and_editing_is_nobody_s"),
    pytest.param("(Writing by Nora Quill; Editing by Bo Trant)", None, ["Nora Quill", "Bo Trant"],
                 id="nor_is_it_in_brackets"),
    pytest.param("Reporting by Toby Abson in Tarvik; Additional reporting by Ruby Selby in Oslo;"
                 " Editing by Colby Byers", None, ["Toby Abson", "Ruby Selby", "Colby Byers"],
                 id="three_tasks_without_brackets_are_nobody_s"),
    pytest.param("Text by Willa Tetch; Edited by Ida Rask", None, ["Willa Tetch", "Ida Rask"],
                 id="edited_by_is_nobody_s"),
    pytest.param("--With assistance from Ana Ruiz and Bo Lee.", "Bloomberg",
                 ["Ana Ruiz", "Bo Lee"], id="bloomberg_helpers"),
    pytest.param("To contact the reporter on this story: Ana Ruiz in Lima at ar@example.org",
                 "Bloomberg", ["Ana Ruiz"], id="bloomberg_contact"),
    pytest.param("bur-abc/def/gh", "AFP", [], id="afp_desks"),
    pytest.param("Enditem", "Xinhua", [], id="xinhua_end"),
    pytest.param("___\nAna Ruiz in Lima contributed to this report.", "AP", ["Ana Ruiz"],
                 id="ap_below_a_rule"),
    pytest.param("Ana Ruiz in Lima contributed to this report.", None, ["Ana Ruiz"],
                 id="nobody_s_without_a_rule"),
    pytest.param("and/or", None, None, id="two_words_are_no_desks"),
]  # fmt: skip
NAMED = [
    ("It rained, they said. PTI ABC XYZ", "PTI"),
    ("It rained. USA ABC XYZ", None),
    ("It rained. The Associated Press and Ana Ruiz contributed.", "The Associated Press"),
    ("It rained. Ana Ruiz contributed.", None),
    ("It rained.\nAdditional reporting: Reuters", "Reuters"),
    ("MOSCOW, May 4. /TASS/. It rained.", "TASS"),
    ("MOSCOW. May 4 (Interfax) - It rained.", "Interfax"),
    ("Madrid, 4 May (EFE).- It rained.", "EFE"),
    ("New Delhi, May 4 (PTI) It rained.", "PTI"),
    ("(ANSA) - ROME, MAY 4 - It rained.", "ANSA"),
    ("It rained. (ANSA).", "ANSA"),
    ("Berlin (dpa) – It rained.", "dpa"),
    ("It rained.\n==Kyodo", "Kyodo"),
    ("It rained.\n(With AFP)", "AFP"),
    ("It rained.\nSOURCE: AL JAZEERA AND NEWS AGENCIES", "AL JAZEERA"),
    ("It rained.\n© 2026 Agence France-Presse", "Agence France-Presse"),
    ("It rained.\nCopyright 2026 The Associated Press. All rights reserved.",
     "The Associated Press"),
    ("New York | Reuters –– It rained.", "Reuters"),
    ("Lima / EFE – It rained.", "EFE"),
    ("Lima / Rome – It rained.", None),
    ("It rained.\n\nCoast.example, following Reuters", "Reuters"),
    ("It rained.\n\nStellwick News, citing AFP.", "AFP"),
    ("It rained.\n\nAlba Post, following the mayor", None),
    ("It rained.\nSource: Doha Tribune", "Doha Tribune"),
    ("It rained.\nSources: Stellwick News", "Stellwick News"),
    ("It rained.\nSource: Emily Post", None),
    ("It rained.\nSource: the harbour office", None),
    ("It rained.\n© 2026 Alba Post", None),
    ("It rained.\n© 2026 The Guardian", None),
]  # fmt: skip
PICTURES = [
    ("Rain in Lima. (AP Photo/Ana Ruiz)", "AP Photo/Ana Ruiz"),
    ("Rain in Lima. REUTERS/Ana Ruiz", "REUTERS/Ana Ruiz"),
    ("Rain in Lima. Ana Ruiz/AFP via Getty Images", "Ana Ruiz/AFP via Getty Images"),
    ("Rain in Lima [Ana Ruiz/Al Jazeera]", "Ana Ruiz/Al Jazeera"),
    ("Photograph: Ana Ruiz/AFP/Getty Images", "Photograph: Ana Ruiz/AFP/Getty Images"),
    ("Photo by: Ana Ruiz", "Photo by: Ana Ruiz"),
    (
        "Ned Dolan in court. Picture: Liam Rendall / Local Democracy Reporter",
        "Picture: Liam Rendall / Local Democracy Reporter",
    ),
    ("Ned Dolan in court. Image: Liam Rendall - Coast Daily", "Image: Liam Rendall - Coast Daily"),
    ("The mayor. (Source: TARN - Pavel Zorn)", "(Source: TARN - Pavel Zorn)"),
    ("The mayor. [Source: Pavel Zorn/TARN]", "[Source: Pavel Zorn/TARN]"),
    ("The mayor knew. (Source: the harbour office)", None),
    ("Pictures: what the flood left behind", None),
    ("The CNN/Acme poll shows a lead.", None),
    ("It costs 5 euros/month.", None),
]


@pytest.mark.parametrize(("line", "style", "makers"), HOUSES)
def test_forms_of_houses(line: str, style: str | None, makers: list[str] | None) -> None:
    found = credits_in(article_of(f"It rained.\n\n{line}"))
    assert [(c.style, [m.text for m in c.makers]) for c in found] == (
        [] if makers is None else [(style, makers)]
    )


@pytest.mark.parametrize(("text", "outlet"), NAMED, ids=[row[0] for row in NAMED])
def test_agencies_named_in_their_own_forms(text: str, outlet: str | None) -> None:
    found = credits_in(article_of(text))
    assert [c.outlet and c.outlet.text for c in found] == ([outlet] if outlet else [])


@pytest.mark.parametrize(("text", "credit"), PICTURES, ids=[row[0] for row in PICTURES])
def test_a_picture_s_credit_names_no_author_and_no_wire(text: str, credit: str | None) -> None:
    found = credits_in(article_of(text))
    assert [(c.passage.text, c.outlet, c.style, c.makers) for c in found] == (
        [(credit, None, None, ())] if credit else []
    )


def test_a_named_wire_leaves_no_house_to_infer() -> None:
    text = "LIMA (EFE) - It rained.\n\nReporting by Ana Ruiz; Editing by Bo Lee"
    found = credits_in(article_of(text))
    assert [credit.outlet and credit.outlet.text for credit in found] == ["EFE", None]
    assert [credit.style for credit in found] == [None, None]
    assert [maker.text for credit in found for maker in credit.makers] == ["Ana Ruiz", "Bo Lee"]


@pytest.mark.parametrize(
    "dateline",
    ["TARVIK, March 14 (Coast Daily) -", "LIMA (Alba Radio) –", "Lima | Evening Post –"],
)
@pytest.mark.parametrize(
    "credit", ["(Reporting by Nora Quill; Editing by Bo Trant)", "bur-abc/def/gh"]
)
def test_a_dateline_of_another_house_leaves_no_house_to_infer(dateline: str, credit: str) -> None:
    found = credits_in(article_of(f"Harbour closed\n\n{dateline} It rained.\n\n{credit}"))
    assert [(found.outlet, found.style) for found in found] == [(None, None)]


def test_a_dateline_of_a_place_alone_leaves_the_inference() -> None:
    found = credits_in(article_of("LIMA (Peru) - It rained.\n\nbur-abc/def/gh"))
    assert [credit.style for credit in found] == ["AFP"]
