"""Where pages are, and how links reach them."""

from urllib.parse import unquote

import pytest

from builder.links import (
    anchor,
    page_address,
    page_file,
    passage_anchor,
    relative,
    text_fragment,
    web_url,
)

URL = "https://news.example/story?id=1"


def test_the_address_of_a_page_has_its_section() -> None:
    assert page_address("people", "ana-ruiz") == "people/ana-ruiz/"


@pytest.mark.parametrize(
    ("address", "file"),
    [
        pytest.param("", "index.md", id="front_page"),
        pytest.param("people/", "people/index.md", id="list_stands_in_its_folder"),
        pytest.param("data/", "data/index.md", id="data_has_a_folder"),
        pytest.param("people/ana-ruiz/", "people/ana-ruiz.md", id="page_of_a_person"),
        pytest.param("timeline/", "timeline.md", id="page_at_the_root"),
    ],
)
def test_the_file_of_an_address(address: str, file: str) -> None:
    assert page_file(address) == file


@pytest.mark.parametrize(
    ("here", "there", "link"),
    [
        pytest.param("", "people/ana/", "people/ana/", id="from_the_front_page"),
        pytest.param("", "", "./", id="from_the_front_page_to_itself"),
        pytest.param("", "#x", "#x", id="to_an_anchor_of_the_front_page"),
        pytest.param("people/ana/", "", "../../", id="home"),
        pytest.param("people/ana/", "#x", "../../#x", id="home_to_an_anchor"),
        pytest.param("people/ana/", "people/tom/", "../../people/tom/", id="to_a_neighbour"),
        pytest.param("people/", "people/tom/", "../people/tom/", id="from_a_list"),
        pytest.param("timeline/", "timeline/#e", "#e", id="to_an_anchor_of_the_same_page"),
        pytest.param("timeline/", "data/x.csv", "../data/x.csv", id="to_a_file"),
    ],
)
def test_links_are_relative_to_the_page(here: str, there: str, link: str) -> None:
    assert relative(here, there) == link


def test_anchors_tell_what_they_lead_to() -> None:
    assert passage_anchor(3, 9) == "p-3-9"
    assert anchor("event", "signing") == "event-signing"


@pytest.mark.parametrize(
    "url",
    [
        pytest.param(URL, id="https"),
        pytest.param("http://news.example/", id="http"),
        pytest.param("HTTPS://news.example/ü", id="capitals_and_letters"),
        pytest.param("https://a.example/@ana/1?to=b@c.example", id="a_sign_behind_the_host"),
    ],
)
def test_readers_may_follow(url: str) -> None:
    assert web_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        pytest.param(None, id="none"),
        pytest.param("", id="empty"),
        pytest.param("javascript:alert(1)", id="javascript"),
        pytest.param("data:text/html,x", id="data"),
        pytest.param("/relative", id="relative"),
        pytest.param("https://", id="no_host"),
        pytest.param("https://[::1", id="broken_host"),
        pytest.param('https://a.example/"onload=', id="quotation_mark"),
        pytest.param("https://a.example/<b>", id="tag"),
        pytest.param("java\tscript:alert(1)", id="tab_that_browsers_strip"),
        pytest.param("\x01https://a.example/", id="control_character"),
        pytest.param("https://a.example/\u202egpj", id="turned_reading_direction"),
        pytest.param("https:\\\\a.example", id="backslashes"),
        pytest.param("https://ana:secret@a.example/", id="user_and_password"),
        pytest.param("https://ana@a.example/", id="user"),
        pytest.param("https://:secret@a.example/", id="password"),
        pytest.param("https://@a.example/", id="empty_user"),
        pytest.param("https://b.example@a.example/", id="a_host_before_the_host"),
        pytest.param("https://a.example:port/", id="no_port"),
    ],
)
def test_readers_may_not_follow(url: str | None) -> None:
    assert web_url(url) is None


def test_a_short_passage_is_named_whole() -> None:
    assert text_fragment(URL, "The harbour was signed away") == (
        f"{URL}#:~:text=The%20harbour%20was%20signed%20away"
    )


def test_a_long_passage_is_named_by_its_ends() -> None:
    words = " ".join(f"word{number}" for number in range(20))
    assert text_fragment(URL, words) == (
        f"{URL}#:~:text=word0%20word1%20word2%20word3%20word4,"
        "word15%20word16%20word17%20word18%20word19"
    )


def test_signs_with_a_meaning_are_encoded() -> None:
    fragment = text_fragment(URL, "well-known, A&B ~ x_y. z")
    assert fragment.endswith("text=well%2Dknown%2C%20A%26B%20%7E%20x%5Fy%2E%20z")


def test_marks_at_the_edges_are_left_out() -> None:
    assert text_fragment(URL, "“We will not pay it now,”").endswith(
        "text=We%20will%20not%20pay%20it%20now"
    )


def test_the_words_around_tell_which_name_is_meant() -> None:
    fragment = text_fragment(URL, "Ruiz", before="Then the old minister", after=" left, early.")
    assert unquote(fragment).endswith("text=Then the old minister-,Ruiz,-left, early.")


def test_a_name_at_the_end_of_a_line_has_words_before_it_only() -> None:
    assert unquote(text_fragment(URL, "Ruiz", before="said ")).endswith("text=said-,Ruiz")


def test_an_old_fragment_is_replaced() -> None:
    assert text_fragment("https://a.example/#top", "six words are quite enough here") == (
        "https://a.example/#:~:text=six%20words%20are%20quite%20enough%20here"
    )


def test_no_words_need_no_fragment() -> None:
    assert text_fragment(URL, " “” ") == URL


def test_a_broken_character_is_no_crash() -> None:
    assert text_fragment(URL, "one two three four \ud800").startswith(f"{URL}#:~:text=one")
