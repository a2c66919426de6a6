"""Each piece of the theme, in a real browser: it works, it is reachable, it fits a phone."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

PAGES = ("", "people/", "timeline/", "coverage/", "claims/crane/", "claims/long/", "about/")
PHONE = {"width": 375, "height": 740}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("where", PAGES)
def test_no_page_violates_a_rule_of_axe(
    browser: Browser, pieces_address: str, where: str, scheme: str
) -> None:
    with browser.new_context(color_scheme=scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(pieces_address + where)

        assert violations(page) == []


@pytest.mark.parametrize("where", PAGES)
def test_phone_scrolls_no_page_sideways(browser: Browser, pieces_address: str, where: str) -> None:
    with browser.new_context(viewport=PHONE) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(pieces_address + where)

        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
        assert violations(page) == []


def violations(page: Page) -> list[tuple[str, str]]:
    found = Axe().run(page).response["violations"]
    return [(rule["id"], rule["nodes"][0]["html"]) for rule in found]


def test_coverage_is_a_list_with_dots_on_a_phone(browser: Browser, pieces_address: str) -> None:
    with browser.new_context(viewport=PHONE) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(pieces_address + "coverage/")

        expect(page.locator(".matrix thead")).to_be_hidden()
        expect(page.locator(".matrix tr").last.locator("td:visible")).to_have_count(2)
        assert page.locator(".scroll").evaluate("it => it.scrollWidth == it.clientWidth")


def test_dark_system_gets_dark_paper_before_any_script_of_the_bundle(
    browser: Browser, pieces_address: str
) -> None:
    with browser.new_context(color_scheme="dark") as context:
        page = context.new_page()
        page.route("**/bundle*.js", lambda route: route.abort())
        page.goto(pieces_address)

        assert paper(page) == "rgb(21, 22, 23)"


def test_readers_choice_of_colours_lasts(page: Page, pieces_address: str) -> None:
    page.goto(pieces_address)
    assert paper(page) == "rgb(252, 251, 248)"

    page.get_by_title("Switch to dark colours").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert paper(page) == "rgb(21, 22, 23)"

    page.goto(pieces_address + "about/")
    assert paper(page) == "rgb(21, 22, 23)"


def paper(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def test_quoted_words_are_set_in_the_serif_that_the_site_serves(
    page: Page, pieces_address: str
) -> None:
    page.goto(pieces_address + "people/")
    page.evaluate("document.fonts.ready")

    loaded = "[...document.fonts].filter(font => font.status == 'loaded').map(font => font.family)"
    assert "Newsreader" in page.locator("blockquote").evaluate("it => getComputedStyle(it).font")
    assert page.evaluate(loaded) == ["Newsreader"]


def test_timeline_is_narrowed_and_the_address_remembers_it(
    page: Page, pieces_address: str
) -> None:
    page.goto(pieces_address + "timeline/")
    expect(page.locator("form.filters output")).to_have_text("3 events")

    page.get_by_label("Person").select_option("Tom Lee")
    page.get_by_label("Outlet").select_option("Coast Radio")

    expect(page.locator("form.filters output")).to_have_text("1 of 3 events")
    assert page.locator("ol.tl > li:visible").evaluate_all("all => all.map(it => it.id)") == [
        "e-fall"
    ]
    expect(page.get_by_role("heading", name="2025")).to_be_hidden()
    assert page.url.endswith("?people=tom-lee&outlets=coast")

    page.reload()
    expect(page.locator("form.filters output")).to_have_text("1 of 3 events")

    page.get_by_label("Person").select_option("everyone")
    page.get_by_label("Outlet").select_option("all outlets")
    expect(page.get_by_role("heading", name="2025")).to_be_visible()
    assert page.url.endswith("/timeline/")


def test_choice_in_an_address_that_names_nobody_is_ignored(
    page: Page, pieces_address: str
) -> None:
    page.goto(pieces_address + "timeline/?people=nobody")

    expect(page.locator("form.filters output")).to_have_text("3 events")


def test_without_scripts_the_whole_timeline_is_there_and_no_dead_control(
    browser: Browser, pieces_address: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(pieces_address + "timeline/")
        expect(page.locator("ol.tl > li:visible")).to_have_count(3)
        expect(page.locator("form.filters")).to_be_hidden()

        page.goto(pieces_address + "claims/crane/")
        expect(page.locator("button[data-copy]")).to_be_hidden()


def test_table_sorts_by_a_column_and_says_so(page: Page, pieces_address: str) -> None:
    page.goto(pieces_address + "coverage/")
    first = page.locator("tbody tr:first-child th")
    articles = page.get_by_role("columnheader", name="Articles")

    articles.get_by_role("button").click()
    expect(articles).to_have_attribute("aria-sort", "ascending")
    expect(first).to_have_text("A crane fell")

    articles.get_by_role("button").click()
    expect(articles).to_have_attribute("aria-sort", "descending")
    expect(first).to_have_text("The port stays shut")

    page.get_by_role("button", name="Coast Radio").click()
    expect(first).to_have_text("A crane fell")
    expect(page.get_by_role("button", name="Sort by The Harbour")).to_be_visible()
    expect(articles).not_to_have_attribute("aria-sort", re.compile(".*"))


def test_citation_is_copied_with_its_address(browser: Browser, pieces_address: str) -> None:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(pieces_address + "claims/crane/")
        page.get_by_role("button", name="Copy").click()

        expect(page.get_by_role("button", name="Copied")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == (
            f"“The port stays shut”, A crane falls. {pieces_address}claims/crane/"
        )


def test_keyboard_reaches_the_text_first_then_the_menu(
    browser: Browser, pieces_address: str
) -> None:
    with browser.new_context(viewport=PHONE) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(pieces_address + "about/")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to content")).to_be_focused()

        page.keyboard.press("Tab")
        menu = page.get_by_role("button", name="Sections")
        expect(menu).to_be_focused()
        page.keyboard.press("Enter")
        expect(menu).to_have_attribute("aria-expanded", "true")
        page.get_by_role("navigation", name="Menu").get_by_role("link", name="Timeline").click()

        expect(page).to_have_url(pieces_address + "timeline/")


@pytest.mark.parametrize("width", [375, 800, 1280])
def test_keyboard_stops_at_nothing_that_is_out_of_sight(
    browser: Browser, pieces_address: str, width: int
) -> None:
    closed = "document.activeElement.closest('.md-sidebar--primary, .finder')"
    with browser.new_context(viewport={"width": width, "height": 740}) as context:
        page = context.new_page()
        page.goto(pieces_address + "about/")
        for _ in range(20):
            page.keyboard.press("Tab")
            assert page.evaluate(f"{closed} === null")


def test_search_opens_by_its_button_on_a_phone_and_finds_a_phrase(
    browser: Browser, pieces_address: str
) -> None:
    with browser.new_context(viewport=PHONE) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(pieces_address)
        page.get_by_role("button", name="Search people, claims, words").click()
        page.get_by_role("searchbox").press_sequentially("anyone knows why")

        expect(page.get_by_role("listitem").first).to_contain_text("Ana Ruiz")


def test_printed_page_has_the_words_and_no_controls(page: Page, pieces_address: str) -> None:
    page.goto(pieces_address + "timeline/")
    page.emulate_media(media="print")

    expect(page.get_by_text("The crane falls.")).to_be_visible()
    expect(page.locator("form.filters")).to_be_hidden()
    expect(page.locator(".md-header")).to_be_hidden()
