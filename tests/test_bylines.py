"""Lines that say who wrote an article, where and when: no headline, no sentence of the report."""

import pytest

from builder.clean import bylines
from builder.extract.credits import credits_in
from tests.test_clean import MORE, REPORT, cleaned, headings, masked

SIGNED = {
    "Nora Quill and Bo Trant | Coast Daily | March 14, 2024 | 10:32 am": "Nora Quill and Bo Trant",
    "Ida Rask · Stellwick News · 4 March 2025": "Ida Rask",
    "Farid Shah (@FaridShah) Published May 23, 2023 | 04:20 PM": "Farid Shah",
    "Freya Gillon20 October 2016": "Freya Gillon",
    "Willa Tetch, Ida Rask & Gil Tamm - Updated 5 May 2024": "Willa Tetch, Ida Rask & Gil Tamm",
    "Jane Doe • 2 hours ago": "Jane Doe",
}
NOT_SIGNED = [
    "Evening Post | May 5, 2024", "Coast Daily, 14 March 2024", "Updated 5 May 2024",
    "Sun 5 May 2024", "Police Seize Nine Boats, 5 May 2024", "Quay shut 5 May 2024",
    "Maria Santos Dies in Lima 5 May 2024", "Reuters | 5 May 2024", "Jane Doe",
]  # fmt: skip


@pytest.mark.parametrize(("line", "names"), SIGNED.items())
def test_a_line_of_names_and_a_day_names_the_writers(line: str, names: str) -> None:
    assert bylines.signed(line) == names
    article = cleaned(f"Ferry company fined over drills\n\n{line}\n\n{REPORT}\n\n{MORE}")
    assert masked(article) == [line]
    assert article.title == "Ferry company fined over drills"
    assert [article.text[start:end] for start, end in article.bylines] == [names]


@pytest.mark.parametrize("line", NOT_SIGNED)
def test_another_line_names_no_writer(line: str) -> None:
    assert bylines.signed(line) == ""


@pytest.mark.parametrize(
    ("head", "makers"),
    [
        ("Nora Quill and Bo Trant | Coast Daily | March 14, 2024 | 10:32 am",
         ["Nora Quill", "Bo Trant"]),
        ("Freya Gillon20 October 2016", ["Freya Gillon"]),
        ("- FREYA GILLON", ["FREYA GILLON"]),
        ("Marek Hallow\neditor-in-chief", ["Marek Hallow"]),
    ],
    ids=["names_and_outlet", "glued_to_its_day", "behind_a_dash", "above_an_office"],
)  # fmt: skip
def test_a_byline_is_no_title_and_names_the_makers(head: str, makers: list[str]) -> None:
    article = cleaned(f"Harbour closed over a crack\n\n{head}\n\n{REPORT}\n\n{MORE}")
    assert article.title == "Harbour closed over a crack"
    assert [maker.text for credit in credits_in(article) for maker in credit.makers] == makers
    assert "".join(article.readable.split()).startswith("Harbourclosedoveracrack")
    assert article.readable.count(makers[0]) == 0


TITLES = {
    "two_words_above_a_byline": ("Harbour closed\n\nNora Quill | 14 March 2024", "Harbour closed"),
    "in_capitals_above_a_byline": ("Harbour Closed\n\nBy Jane Doe", "Harbour Closed"),
    "two_words_of_a_sentence": ("Harbour closed", "Harbour closed"),
    "an_outlet_above_a_byline": ("Evening Post\n\nBy Jane Doe", None),
    "an_agency_above_a_day": ("Associated Press\n\n5 May 2024", None),
    "a_dateline_alone": ("TARVIK, March 14 (Coast Daily)", None),
    "a_place_and_a_day": ("Lima, 5 May 2024", None),
    "names_alone_at_the_head": ("By Nora Quill and Bo Trant", None),
    "a_headline_with_a_day": ("Police Seize Boats, 5 May 2024", "Police Seize Boats, 5 May 2024"),
}  # fmt: skip


@pytest.mark.parametrize(("head", "title"), TITLES.values(), ids=TITLES.keys())
def test_the_title_of_a_text_with_this_head(head: str, title: str | None) -> None:
    assert cleaned(f"{head}\n\n{REPORT}\n\n{MORE}").title == title


@pytest.mark.parametrize(
    ("line", "makers"),
    [("Jane Doe", ["Jane Doe"]), ("Harbour Relief", []), ("STAFF CORRESPONDENT", [])],
    ids=["a_writer", "a_letterhead", "an_office"],
)
def test_who_stands_above_a_place_and_a_day(line: str, makers: list[str]) -> None:
    text = f"Ferry company fined\n\n{line}\n\nGeneva, 11 September 2025\n\n{REPORT}"
    article = cleaned(text)
    assert article.title == "Ferry company fined"
    assert [maker.text for credit in credits_in(article) for maker in credit.makers] == makers


def test_several_names_behind_dashes_are_a_list() -> None:
    names = "- ANA RUIZ\n- BO LEE\n- CY DAY"
    assert masked(cleaned(f"Three who left the ferry\n\n{names}\n\n{REPORT}")) == []


DATELINES = [
    "New York | Reuters –– ", "Lima / EFE – ", "Tallinn [Estonia], October 2: ",
    "Lima [Peru], May 4 (ANI): ", "TARVIK, March 14 (Coast Daily) - ", "STELLWICK, March 4 - ",
]  # fmt: skip


@pytest.mark.parametrize("opening", DATELINES)
def test_a_dateline_stands_apart(opening: str) -> None:
    for report in (f"{REPORT}\n\n{MORE}", "Gil Tamm has shut the bridge."):
        assert headings(cleaned(f"{opening}{report}"))[-1:] == [opening.strip()]


PAGE = {
    "headlines_behind_bullets": "- Carrots grown in ice are found to be safe to eat\n"
        "- Norwegian ship makes history as it enters the bay\n- Telescope plots a billion stars",
    "a_row_of_links": "Multimedia   ·   User Galleries   ·   News in Pictures Send us your "
        "pictures  ·  Send us your stories",
    "a_menu": "Weather | Tides | Letters to us",
    "notifications": "Notifications can be managed in browser preferences.",
    "stay_up_to_date": "Stay up to date with notifications from Coast Daily",
    "manage_notifications": "You can manage your notifications in the app at any time.",
}  # fmt: skip


@pytest.mark.parametrize("lines", PAGE.values(), ids=PAGE.keys())
def test_what_stands_below_a_report_is_the_page_s(lines: str) -> None:
    assert masked(cleaned(f"{REPORT}\n\n{MORE}\n\n{lines}")) == lines.split("\n")


def test_an_announcement_of_a_list_goes_and_the_list_stays() -> None:
    announced = "Here are the top 10 developments in this story:"
    article = cleaned(
        f"A ferry sank on Sunday. {announced}\nForty people were on board.\n\n{REPORT}"
    )
    assert masked(article) == [announced]


KEPT = {
    "a_list_with_a_colon": "The court named three faults:\n- No drills for all of two summers\n"
        "- No lights in any of the boats",
    "a_list_of_sentences": "- The drills were left out for years.\n- The lights were broken.",
    "who_edited_and_where_from": "Editing: Bo Lee | Data: Harbour Office | Maps: Ida Rask",
    "scores": "Lions 3 | Tigers 2 | Bears 1",
    "said_of_notifications": "“Notifications can be managed in the settings,” he told the court.",
    "he_stayed_informed": "Ruth Amery stayed informed about the drills.",
}  # fmt: skip


@pytest.mark.parametrize("lines", KEPT.values(), ids=KEPT.keys())
def test_a_list_of_the_report_stays(lines: str) -> None:
    assert masked(cleaned(f"{REPORT}\n\n{MORE}\n\n{lines}")) == []
