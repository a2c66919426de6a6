"""A long page in parts: a permalink leads to the first, and the browser finds the right one."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.links import page_address
from builder.model.ids import ClaimId
from builder.new import new_folder
from builder.settings import Settings
from builder.site import build_site
from builder.write import write_pages
from tests.browser.server import served
from tests.rendering import pages_of
from tests.story_of_three import ANA, BAY, find, quote, three

SAID = find(BAY, "The harbour will cost 40 million dollars")
MOST = 100_000  # bytes of a page
LAST = "said-q299"


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a small story in which one says a lot, and many claims are made."""
    folder = tmp_path_factory.mktemp("long") / "story"
    new_folder(folder)
    one = three().claims[2]
    claims = tuple(
        replace(one, id=ClaimId(f"c{at:03}"), page=page_address("claims", f"c{at:03}"))
        for at in range(300)
    )
    quotes = tuple(quote(f"q{at:03}", SAID, ANA) for at in range(300))
    story = replace(three(), claims=claims, quotes=quotes, utterances=())
    pages = pages_of(story, Settings())
    write_pages(folder / "docs", ((name, [text]) for name, text in pages.items()))
    return build_site(folder)


@pytest.fixture(scope="module")
def long_address(long_site: Path) -> Iterator[str]:
    """Where it is served."""
    yield from served(long_site)


def test_no_page_is_larger_than_a_phone_loads_quickly(long_site: Path) -> None:
    sizes = {path: path.stat().st_size for path in long_site.rglob("*.html")}
    assert max(sizes.values()) <= MOST
    assert (long_site / "claims/list/2/index.html") in sizes


def test_a_permalink_leads_to_the_part_where_it_stands(page: Page, long_address: str) -> None:
    page.goto(f"{long_address}people/ana-ruiz/#{LAST}")
    expect(page).to_have_url(re.compile(rf"/people/ana-ruiz/list/\d+/#{LAST}$"))
    expect(page.locator(f"#{LAST}")).to_be_in_viewport()


def test_a_permalink_of_a_copy_on_disk_does_so_too(browser: Browser, long_site: Path) -> None:
    page = browser.new_page()
    page.goto(f"{(long_site / 'people/ana-ruiz/index.html').as_uri()}#{LAST}")
    expect(page).to_have_url(re.compile(rf"/ana-ruiz/list/\d+/index\.html#{LAST}$"))
    page.close()


def test_an_anchor_that_nobody_knows_stays_where_it_is(page: Page, long_address: str) -> None:
    with page.expect_response(re.compile(r"/list/parts-\d+\.js$")):
        page.goto(f"{long_address}people/ana-ruiz/#constructor")
    expect(page).to_have_url(f"{long_address}people/ana-ruiz/#constructor")


def test_without_scripts_the_first_part_says_that_there_are_others(
    browser: Browser, long_address: str
) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{long_address}people/ana-ruiz/#{LAST}")
    expect(page.locator("nav.pager .scriptless")).to_be_visible()
    page.locator("nav.pager").first.get_by_role("link").last.click()
    expect(page.locator(f"#{LAST}")).to_have_count(1)
    page.close()


def test_the_filters_of_a_part_say_that_they_see_it_alone(page: Page, long_address: str) -> None:
    page.goto(f"{long_address}claims/list/2/")
    expect(page.locator("form.filters output")).to_contain_text("claims on this page")
    expect(page.get_by_text("Filters and sorting see this part alone.")).to_be_visible()
