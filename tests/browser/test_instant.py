"""Where the site's address is known, a click swaps the page without loading it anew."""

import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.site import build_site
from tests.browser.server import served
from tests.browser.visits import visit

HERE = Path(__file__).parent
OWN = "var pages = 0; document$.subscribe(() => { pages += 1; });"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The theme's pieces, built for the address at which they are served."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    folder = tmp_path_factory.mktemp("published")
    shutil.copytree(HERE / "docs", folder / "docs")
    (folder / "docs" / "own.js").write_text(OWN, encoding="utf-8")
    settings = (HERE / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(f"{settings}\nextra_javascript: [own.js]\n", "utf-8")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SITE_URL", f"http://127.0.0.1:{port}/")
        site = build_site(folder)
    yield from served(site, port=port)


def test_scripts_work_on_a_page_that_was_swapped_in(page: Page, published: str) -> None:
    visit(page, published + "about/")
    page.evaluate("window.kept = true")
    page.get_by_role("navigation", name="Sections", exact=True).get_by_text("Timeline").click()
    expect(page.locator("form.filters output")).to_have_text("3 events")

    page.get_by_label("Person").select_option("Tom Lee")

    expect(page.locator("form.filters output")).to_have_text("2 of 3 events")
    assert page.evaluate("pages") == 2
    assert page.evaluate("window.kept")


def test_link_shows_what_it_leads_to(page: Page, published: str) -> None:
    visit(page, published)
    page.get_by_role("link", name="How many were hurt?").hover()

    expect(page.locator(".md-tooltip2--active")).to_contain_text(
        "The port stays shut until Friday"
    )


def test_search_leads_on_from_a_page_that_was_swapped_in(page: Page, published: str) -> None:
    page.goto(published, wait_until="networkidle")
    page.get_by_role("navigation", name="Sections", exact=True).get_by_text("Timeline").click()
    expect(page).to_have_url(published + "timeline/")
    page.wait_for_load_state()
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("anyone knows why")
    page.get_by_role("dialog").get_by_role("link", name="Ana Ruiz").click()

    expect(page).to_have_url(published + "people/")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ana Ruiz")
