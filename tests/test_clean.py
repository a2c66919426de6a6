"""What is marked in an article's text, and what is left alone."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.clean import clean
from builder.model.article import Article, Metadata, RawArticle
from builder.model.ids import ArticleId
from tests.linear import assert_linear

DUMPS = sorted((Path(__file__).parent / "dumps").glob("*.txt"))
REPORT = (
    "The ferry company was fined on Tuesday for leaving out its lifeboat drills over two summers."
)
MORE = "Captain Ruth Amery told the court that she had warned her managers in writing, twice."


def cleaned(text: str, *, file: str = "seeds/a.txt", metadata: Metadata | None = None) -> Article:
    return clean(
        RawArticle(
            id=ArticleId("a"), file=file, text=text, sha256="0" * 64,
            metadata=metadata or Metadata(),
        )
    )  # fmt: skip


def masked(article: Article) -> list[str]:
    return [article.text[start:end] for start, end in article.boilerplate]


def headings(article: Article) -> list[str]:
    return [article.text[start:end] for start, end in article.headings]


def mark_of(article: Article, start: int, end: int) -> str:
    """`B` boilerplate, `T` headline, `H` heading, `.` report, `?` masked in part."""

    def within(spans: tuple[tuple[int, int], ...]) -> bool:
        return any(first <= start and end <= last for first, last in spans)

    if within(article.boilerplate):
        return "B"
    if article.headline is not None and within((article.headline,)):
        return "T"
    if any(first < end and start < last for first, last in article.boilerplate):
        return "?"
    return "H" if within(article.headings) else "."


@pytest.mark.parametrize("dump", DUMPS, ids=lambda path: path.stem)
def test_every_line_of_a_page_is_marked_as_its_first_column_says(dump: Path) -> None:
    rows = [(line[:1], line[2:]) for line in dump.read_text(encoding="utf-8").splitlines()]
    article = cleaned("\n".join(line for _, line in rows))
    found, start = [], 0
    for mark, line in rows:
        found.append((mark_of(article, start, start + len(line)) if line else mark, line))
        start += len(line) + 1
    assert found == rows


def test_there_are_dumps() -> None:
    assert len(DUMPS) >= 15


LINES_OF_THE_PAGE = [
    "ADVERTISEMENT", "Advertisement", "- Advertisement -", "Story continues below advertisement",
    "The story continues below the ad", "Article continues below", "Back to top", "Back to top ↑",
    "Leave a Reply", "Your email address will not be published. Required fields are marked *",
    "You May Also Like", "And get notified every time we publish", "5 min read",
    "2 minute read", "Listen to this article", "Listen (4:32)", "Share Tweet Email Print",
    "FacebookTwitterWhatsApp", "Follow us on Twitter @example", "@janedoe", "#budget #vote",
    "Download our app", "Subscribe now", "Loading…", "Loading comments...", "12 Comments",
    "1.2k shares", "© 2024 Example News. All rights reserved.", "Copyright Example Media 2024",
    "Image source, Getty Images", "Photo: Jane Doe/Example", "Photo by Jane Doe on Unsplash",
    "Last updated: 5 May 2024, 10:15 GMT", "Updated May 5, 2024 at 10:15 a.m. EDT",
    "https://news.example/story", "READ MORE: Ferry company appeals against fine",
    "Also read: Ferry company appeals against fine", "Filed under: Transport, Courts",
    "Tags: ferry, court, lifeboats", "We use cookies to give you the best experience.",
    "By clicking Sign Up, you agree to our Terms and acknowledge our Privacy Policy.",
    "Sign up for our daily newsletter", "Get the day's top stories in your inbox.",
    "This site uses Akismet to reduce spam. Learn how your comment data is processed.",
    "Don't miss our latest stories", "Scroll to continue with content", "Cancel reply",
    "Click here to subscribe to our channel", "* * *", "1 of 12", "Skip to main content",
    "If you enjoyed this story, subscribe to our newsletter.", "Show less",
    "TRENDING: 5 lakes you must see | Ann Roe on her big break | Gold rate today",
    "In other news: Fiesta queen Ann Roe crowned; Coach John Roe quits",
    "With files from Coast Radio's Ann Roe", "Media contact: Ann Roe, press@example.com",
    "Comment: Ann Roe on the quiet end of the ferries, page 27",
    "Example News Desk | Curated by: Ann Roe", "Next week: the chef Ann Roe on the price of eggs",
    "In the next issue: Ann Roe on the moons of Saturn", "Hosted by Ann Roe and John Roe",
    "Help us cover the harbour: donate, or write to publisher Ann Roe",
]  # fmt: skip


@pytest.mark.parametrize("line", LINES_OF_THE_PAGE)
def test_a_line_of_the_page_is_masked_amid_the_report(line: str) -> None:
    assert "".join(masked(cleaned(f"{REPORT}\n\n{line}\n\n{MORE}"))) == line


LINES_OF_THE_REPORT = [
    "“We use cookies on every page,” the company's lawyer said.",
    "Advertisement revenue fell by half.",
    "He asked her to share the file.",
    "Read more slowly, she told the clerk.",
    "Related: that is what he called the two payments.",
    "The story continues to grip the town.",
    "(Reporting by Jane Doe; Editing by John Roe)",
    "“No,” he said. – AFP",
    "– AFP",
    "Reporting by Jane Doe in Lima; editing by John Roe",
    "Edited by: Jane Doe",
    "Mr Roe said:",
    "“I will not go,” he said.",
    "Comments by the minister followed.",
    "By Monday, all was over.",
    "Follow the money, he said.",
    "All rights to the film were sold on Monday.",
    "It rose 5.",
    "Watch the skies, she said.",
    "Why?",
    "In March 2022, the drills stopped.",
    "The judge read from page 12.",
    "More from him was not to be had.",
    "Yes.",
]


@pytest.mark.parametrize("line", LINES_OF_THE_REPORT)
def test_a_line_of_the_report_is_left_alone(line: str) -> None:
    assert masked(cleaned(f"{REPORT}\n\n{line}\n\n{MORE}")) == []
    assert masked(cleaned(f"{REPORT}\n\n{MORE}\n\n{line}")) == []


NO_HEADINGS = [
    "(Reporting by Jane Doe; Editing by John Roe)", "– AFP", "Mr Roe said:",
    "Reporting by Jane Doe; editing by John Roe", "• A fine of 400,000 pounds", "“No,” he said.",
    "The captain, whose ship had sailed for thirty years without so much as a scratch on its hull",
]  # fmt: skip


@pytest.mark.parametrize("line", NO_HEADINGS)
def test_a_line_that_is_no_heading(line: str) -> None:
    assert headings(cleaned(f"{REPORT}\n\n{line}\n\n“{MORE}”")) == []


@pytest.mark.parametrize(
    ("line", "text"),
    [
        pytest.param("A long wait", f"{REPORT}\n\nA long wait\n\n{MORE}", id="crosshead"),
        pytest.param("Key Points:", f"{REPORT}\n\nKey Points:\n\n• One.\n\n{MORE}", id="label"),
        pytest.param(
            "The captain outside the court (Getty Images)",
            f"{REPORT}\n\nThe captain outside the court (Getty Images)\n\n{MORE}",
            id="caption_with_credit",
        ),
        pytest.param(
            "The ferry at its berth. Photograph: Jane Doe/Example",
            f"{REPORT}\n\n{MORE}\n\nThe ferry at its berth. Photograph: Jane Doe/Example",
            id="caption_of_two_sentences",
        ),
    ],
)
def test_a_heading_or_caption_is_a_heading(line: str, text: str) -> None:
    assert headings(cleaned(text)) == [line]


TITLES = [
    pytest.param(f"Ferry company fined\n\n{REPORT}", "Ferry company fined", id="short_first_line"),
    pytest.param(
        f"Ferry company fined over drills\n{REPORT}",
        "Ferry company fined over drills",
        id="no_blank_line_after_it",
    ),
    pytest.param(
        f"‘Nobody answered’: captain tells court\n\n{REPORT}",
        "‘Nobody answered’: captain tells court",
        id="opens_with_a_quote",
    ),
    pytest.param(
        f"Courts\n\nWill anyone pay for the drills?\n\n{REPORT}",
        "Will anyone pay for the drills?",
        id="a_question_below_a_section",
    ),
    pytest.param(
        f"Ferry trial\n\nCompany fined over lifeboat drills\n\n{REPORT}",
        "Company fined over lifeboat drills",
        id="below_a_kicker",
    ),
    pytest.param(
        f"Smith &amp; Sons fined:\xa0captain&#8217;s word\nBy Jane Doe\n{REPORT}",
        "Smith & Sons fined: captain’s word",
        id="entities_resolved",
    ),
    pytest.param(
        f"Company fined over drills at sea for\nleaving out the lifeboats\n\n{REPORT}",
        "Company fined over drills at sea for leaving out the lifeboats",
        id="over_two_lines",
    ),
    pytest.param(REPORT, None, id="a_report_without_headline"),
    pytest.param(f"{REPORT}\n\n{MORE}", None, id="opens_with_a_sentence"),
    pytest.param(f"Fined. {REPORT}", None, id="one_line"),
    pytest.param("Ferry company fined over drills", None, id="nothing_but_a_headline"),
    pytest.param(f"Evening Post\n\n{REPORT}", None, id="an_outlets_name"),
    pytest.param(
        f"The captain in court (Getty Images)\n\n{REPORT}", None, id="a_caption_is_no_title"
    ),
    pytest.param("", None, id="empty"),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_title(text: str, title: str | None) -> None:
    assert cleaned(text).title == title


def test_the_maintainers_title_comes_first() -> None:
    article = cleaned(f"Ferry company fined\n\n{REPORT}", metadata=Metadata(title="Fined"))
    assert article.title == "Fined"


def test_markdown_signs_are_blank_to_the_model_and_kept_in_the_text() -> None:
    text = (
        "# Company **fined** over drills\n\n![The ferry](ferry.png)\n\n"
        f"> [{REPORT}](https://news.example/a_b) <!-- cut -->\n\n* a `small` _fine_\n\n---\n\n"
        "[1]: https://news.example\na \\* star"
    )
    article = cleaned(text, file="seeds/a.md")
    assert article.title == "Company fined over drills"
    assert article.readable.split() == (
        f"Company fined over drills {REPORT} a small fine a * star".split()
    )
    assert cleaned(text).readable != article.readable


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It [opened](https://a.example/Port_(Alba)) late.", "It opened late."),
        ("It [opened](<https://a.example/x> (the port)) late (at noon).",
         "It opened late (at noon)."),
        ("It ![a ship](https://a.example/(1).png) [opened][1] late.", "It opened late."),
        ("It [opened](https://a.example/:() late.", "It opened late."),
    ],
    ids=["an_address_with_brackets", "a_title_in_brackets", "a_picture", "one_bracket"],
)  # fmt: skip
def test_the_target_of_a_link_is_no_text(text: str, words: str) -> None:
    assert cleaned(text, file="a.md").wording(0, len(text)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Smith &amp; Sons", "Smith & Sons", id="ampersand"),
        pytest.param("&#8220;No,&#8221; he said", "“ No, ” he said", id="numeric_quotes"),
        pytest.param(
            "&quot;No,&quot; he said", "“ No, ” he said", id="straight_quotes_take_sides"
        ),
        pytest.param("the town&#x2019;s mayor", "the town ’s mayor", id="apostrophe"),
        pytest.param("one&nbsp;two", "one two", id="blank"),
        pytest.param("R&D; fell", "R&D; fell", id="no_entity"),
        pytest.param("&bogus; &#99999999;", "&bogus; &#99999999;", id="unknown_entity"),
        pytest.param("a &#0; b &#x7;", "a � b", id="entity_of_no_character"),
        pytest.param("<p>One.<br/>Two <b>big</b>.</p>", "One. Two big .", id="tags"),
        pytest.param("5 < 6 and 7 > 6", "5 < 6 and 7 > 6", id="signs_of_comparison"),
        pytest.param("a\x00b\x07c\x9f", "a b c", id="control_characters"),
        pytest.param("\ufeffHe\u200b said \u202eno\u202c.", "He said no .", id="invisible"),
        pytest.param("Mos\u200bcow", "Mos\u200bcow", id="invisible_inside_a_word"),
        pytest.param("a \ud800 b", "a \ufffd b", id="lone_surrogate"),
        pytest.param("one.\r\nTwo.\rThree.\u2028Four.", "one. Two. Three. Four.", id="line_ends"),
        pytest.param("• one\n– two\n– three\n## four", "one two three four", id="bullets"),
        pytest.param("It rained.\n\n– AFP", "It rained. – AFP", id="a_dash_alone_is_a_credit"),
        pytest.param("> One, >two.\n>\n>> Three.", "One, >two. Three.", id="quoted_mail"),
        pytest.param("2 – 1 and #1 and -5", "2 – 1 and #1 and -5", id="no_bullets"),
    ],
)
def test_signs(text: str, words: str) -> None:
    article = cleaned(text)
    assert " ".join(article.readable.split()) == words
    assert len(article.readable) == len(text)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        pytest.param("One.\nTwo.", ["One.", "Two."], id="a_line_each"),
        pytest.param(
            "The mayor told the\nEvening Post\nthat the plan was dead.\nHe left.",
            ["The mayor told the Evening Post that the plan was dead.", "He left."],
            id="a_link_on_its_own_line",
        ),
        pytest.param(
            "The finding, which nobody had expected so far from a star, needs a\n"
            "second look, and that look will have to wait until the new mirror\n"
            "Alma Vidal is building in Chile can be raised to its place in the\n"
            "autumn. She hopes for rain.\n\nNobody else does.",
            [
                "The finding, which nobody had expected so far from a star, needs a second look, "
                "and that look will have to wait until the new mirror Alma Vidal is building in "
                "Chile can be raised to its place in the autumn. She hopes for rain.",
                "Nobody else does.",
            ],
            id="wrapped_at_72_columns",
        ),
        pytest.param(
            "The list of the guests at the palace\n- the mayor\n- the captain",
            ["The list of the guests at the palace", "the mayor", "the captain"],
            id="a_list_does_not_run_on",
        ),
        pytest.param("Colour\nsize\nprice", ["Colour", "size", "price"], id="a_form"),
        pytest.param(
            "Ferry company fined over lifeboat drills\nby Jane Doe",
            ["Ferry company fined over lifeboat drills", ""],
            id="a_byline_does_not_run_on",
        ),
    ],
)
def test_a_line_end_of_the_readable_text_ends_a_paragraph(
    text: str, paragraphs: list[str]
) -> None:
    found = [" ".join(line.split()) for line in cleaned(text).readable.split("\n")]
    assert [line for line in found if line] == [line for line in paragraphs if line]


def test_sentences_of_the_page_go_from_a_paragraph_and_glued_phrases_from_a_line() -> None:
    article = cleaned(
        f"{REPORT} Story continues below advertisement “No,” she said.AdvertisementThe ship left."
        " Sign up for our newsletter to get the news in your inbox. The captain left on Friday."
    )
    assert article.readable.split() == (
        f"{REPORT} “No,” she said. The ship left. The captain left on Friday.".split()
    )


def test_readers_comments_go_with_their_heading() -> None:
    report = "\n\n".join([f"{number}. {REPORT} {MORE}" for number in range(9)])
    comments = "2 Comments\n\nJane Doe says:\n\nThe fine was far too small, if anybody asks me."
    assert masked(cleaned(f"{report}\n\n{comments}"))[-1].startswith("The fine was far too small")
    assert masked(cleaned(f"{REPORT}\n\nComments\n\n{report}")) == ["Comments"]


def test_the_writers_note_goes_and_others_people_stay() -> None:
    note = "Jane Doe is a reporter who covers the sea."
    opening = f"Ferry company fined over drills\n\nBy Jane Doe\n\n{REPORT}\n\n"
    assert note in masked(cleaned(f"{opening}{MORE}\n\n{note}"))
    assert note not in masked(cleaned(f"{REPORT}\n\n{MORE}\n\n{note}"))


def test_copies_of_long_lines_go_and_short_sentences_stay() -> None:
    article = cleaned(f"{REPORT}\n\nHe did not say.\n\n{MORE}\n\nHe did not say.\n\n{REPORT}")
    assert masked(article) == [REPORT]
    assert article.boilerplate[0][0] > len(REPORT)


def test_a_name_in_the_head_of_a_text_is_a_headline_sooner_than_a_byline() -> None:
    article = cleaned(f"Maria Santos Dies in Lima\n\n5 May 2024\n\n{REPORT}")
    assert article.title == "Maria Santos Dies in Lima"
    assert masked(article) == ["5 May 2024"]


@pytest.mark.parametrize("name", ["Jane Doe", "Ruth Amery in Oslo"])
def test_a_name_alone_between_headline_and_report_is_the_writers(name: str) -> None:
    article = cleaned(f"Ferry company fined over drills\n\n{name}\n\n{REPORT}\n\n{MORE}")
    assert masked(article) == [name]


@pytest.mark.parametrize(
    "head",
    ["Evening Post\n\nMaria Santos Dies", "Ferry company fined over drills\n\nRising Waters"],
    ids=["the_headline_is_a_name_and_a_verb", "a_heading"],
)
def test_a_line_that_may_be_the_headline_stays(head: str) -> None:
    assert masked(cleaned(f"{head}\n\n{REPORT}\n\n{MORE}")) == []


def test_headlines_below_a_label_with_the_name_of_a_section_go() -> None:
    other = "MORE FROM THE COURTS\nBarge owner in dock\nBail refused for Derek Roe"
    assert "\n".join(masked(cleaned(f"{REPORT}\n\n{MORE}\n\n{other}"))) == other


@pytest.mark.parametrize(
    "promise",
    [
        "Also today: Oyster boats stay in port; Della Marsh hangs up her whistle",
        "Join host Barney Slade on 14 September, weeknights at nine.",
        "Obituaries: Eero Lind, trapper, 91",
        "TOMORROW’S POST: Win a cruise with Delia Prowse",
    ],
)
def test_what_a_page_promises_below_the_report_goes(promise: str) -> None:
    assert masked(cleaned(f"{REPORT}\n\n{MORE}\n\n{MORE[::-1]}.\n\n{promise}")) == [promise]


@pytest.mark.parametrize(
    "line",
    [
        "Also fined: the owner of the ferry company",
        "Editing: Jane Doe",
        "Jane Doe: We were never told. Nobody came to see us before the drills.",
    ],
    ids=["of_the_report", "a_credit", "an_answer"],
)
def test_a_line_behind_a_label_that_is_the_reports_stays(line: str) -> None:
    question = "What were you told, Jane Doe?"
    article = cleaned(f"{REPORT}\n\n{MORE}\n\n{question}\n\n{MORE[::-1]}.\n\n{line}")
    assert line not in masked(article)


def test_a_name_that_opens_a_text_and_is_not_told_of_is_the_writers() -> None:
    assert masked(cleaned(f"Jane Doe\n\n{REPORT}\n\n{MORE}")) == ["Jane Doe"]
    assert masked(cleaned(f"Jane Doe\n\n{REPORT}\n\nDoe said: {MORE}")) == []


@given(st.text(alphabet=st.characters(), max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text_keeps_its_length_and_its_spans_in_order(text: str) -> None:
    article = cleaned(text, file="a.md")
    assert article.text == text
    assert len(article.readable) == len(text)
    spans = (*article.boilerplate,)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert all(one[1] <= other[0] for one, other in pairwise(article.substitutes))


@pytest.mark.parametrize(
    "piece",
    ["word and other words ", "x", "By Jane Doe\n", "a\n", "Read more\n", "A. ", "&amp;", "<!--",
     "Click to play video:\nFoo bar\n", "“", "Facebook ", "2024 May ", "[", "\n ", "*a ",
     "[a](b(", "](("],
)  # fmt: skip
def test_a_long_text_takes_linear_time(piece: str, sizes: tuple[int, ...]) -> None:
    assert_linear(sizes, lambda size: lambda: cleaned(piece * (size // len(piece)), file="a.md"))


@pytest.mark.parametrize(
    "line",
    ["a", "Jane Doe", "By Jane Doe", "5 May 2024", "Comments", "Read more", "- Jane Doe",
     "Lima, 5 May 2024", "- Nine boats were seized at sea", "Weather | Tides | Letters"],
)  # fmt: skip
def test_many_short_lines_below_a_report_take_linear_time(
    line: str, sizes: tuple[int, ...]
) -> None:
    below = f"{line}\n\n"
    assert_linear(
        sizes, lambda size: lambda: cleaned(f"{REPORT}\n\n{below * (size // len(below))}")
    )


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("LIMA, Peru (AP) — ", "LIMA, Peru (AP) —"),
        ("(CNN) — ", "(CNN) —"),
        ("LIMA, May 4 (Reuters) - ", "LIMA, May 4 (Reuters) -"),
        ("Lima — ", "Lima —"),
        ("PORT LOUIS: ", "PORT LOUIS:"),
        ("Lima, Peru – ", "Lima, Peru –"),
    ],
)
def test_a_dateline_is_no_part_of_the_first_sentence(opening: str, dateline: str) -> None:
    article = cleaned(f"{opening}{REPORT}\n\n{MORE}")
    assert headings(article) == [dateline]
    assert f"{dateline}\n{REPORT}" in article.readable


@pytest.mark.parametrize(
    "opening",
    ["Amery — a captain — knew. ", "The Port Board (PB) — which he ran — fined. ", "Amery: "],
)
def test_what_only_looks_like_a_dateline_stays_in_its_sentence(opening: str) -> None:
    assert headings(cleaned(f"{opening}{REPORT}\n\n{MORE}")) == []


@pytest.mark.parametrize(
    ("head", "bylines"),
    [
        ("Ferry company fined\nBy Jane Doe\nPublished 5 May 2024", ["By Jane Doe"]),
        ("Ferry company fined\nJane Doe in Lima\nSun 5 May 2024", ["Jane Doe in Lima"]),
        ("Ferry company fined\nStaff Writer\nSun 5 May 2024", []),
        ("Ferry company fined", []),
    ],
)
def test_who_wrote_the_article_is_marked_among_the_boilerplate(
    head: str, bylines: list[str]
) -> None:
    article = cleaned(f"{head}\n\n{REPORT}\n\n{MORE}")
    assert [article.text[start:end] for start, end in article.bylines] == bylines


def test_a_picture_in_letters_and_figures_is_no_text() -> None:
    article = cleaned(f"{REPORT}\n\n{'iVBORw0KGgo/' * 200}\n\n{MORE}")
    assert article.readable.split() == f"{REPORT} {MORE}".split()


def test_a_long_line_of_blanks_takes_linear_time(sizes: tuple[int, ...]) -> None:
    assert_linear(sizes, lambda size: lambda: cleaned(f"{REPORT} {' ' * size} {MORE}"))
