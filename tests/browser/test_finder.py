"""A large dossier has an index in parts, which the same dialog searches."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect

from builder.site import build_site
from tests.browser.server import served

HERE = Path(__file__).parent
HOSTILE = "---\ntitle: Tide\n---\n\n# Tide\n\nThe &lt;img src=x onerror=alert(1)&gt; tide rose.\n"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The theme's pieces, as if they were many, and a page of hostile text."""
    folder = tmp_path_factory.mktemp("large")
    (folder / "mkdocs.yml").write_bytes((HERE / "mkdocs.yml").read_bytes())
    for page in (HERE / "docs").rglob("*.md"):
        copy = folder / "docs" / page.relative_to(HERE / "docs")
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(page.read_bytes())
    (folder / "docs/claims/tide.md").write_text(HOSTILE, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("builder.site.search.LARGE", 3)
        site = build_site(folder)
    yield from served(site)


def search(page: Page, words: str) -> None:
    page.get_by_role("button", name="Search people, claims, words").click()
    page.get_by_role("searchbox").press_sequentially(words)


def test_words_lead_to_the_page_that_holds_them(page: Page, large: str) -> None:
    page.goto(large + "about/")
    search(page, "anyone knows why")

    first = page.get_by_role("dialog").get_by_role("link").first
    expect(first).to_have_text("Ana Ruiz")
    page.keyboard.press("Enter")
    expect(page).to_have_url(large + "people/")


def test_a_word_that_is_nowhere_does_not_hide_the_others(page: Page, large: str) -> None:
    page.goto(large)
    search(page, "the tide zyzzyva rose")

    expect(page.get_by_role("dialog").get_by_role("link").first).to_have_text("Tide")


def test_keys_open_and_close_the_search(page: Page, large: str) -> None:
    page.goto(large)
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_search_that_was_closed_stays_closed_when_the_rest_of_the_page_comes(
    page: Page, large: str
) -> None:
    held: list[Route] = []
    page.route("**/bundle*.js", lambda route: held.append(route))  # noqa: PLW0108 - it is marked
    page.goto(large)
    with page.expect_request("**/bundle*.js"):
        page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.evaluate(
        """() => { window.arrived = new Promise(arrived => document
            .querySelector("script[src*=bundle]").addEventListener("load", arrived)); }"""
    )
    held[0].continue_()
    page.evaluate("() => window.arrived.then(() => null)")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_what_is_nowhere_is_said_to_be_nowhere(page: Page, large: str) -> None:
    page.goto(large)
    search(page, "zyzzyva")

    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text("Nothing found")


def test_words_of_an_article_stay_words_in_what_was_found(page: Page, large: str) -> None:
    alerts: list[str] = []
    page.on("dialog", lambda dialog: alerts.append(dialog.message))
    page.goto(large)
    search(page, "tide rose")

    found = page.get_by_role("dialog").get_by_role("listitem").first
    expect(found).to_contain_text("<img src=x onerror=alert(1)> tide rose")
    assert alerts == []


def test_search_violates_no_rule_of_axe(page: Page, large: str) -> None:
    page.goto(large)
    search(page, "Ana")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("result")

    assert Axe().run(page).response["violations"] == []
