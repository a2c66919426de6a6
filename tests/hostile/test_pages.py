"""Every page in a browser without the policy: nothing runs, nothing leaves, all is ours."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.server import served
from tests.browser.visits import visit
from tests.hostile.conftest import Built
from tests.hostile.watch import Watch, watching

pytestmark = [pytest.mark.browser, pytest.mark.model]
Item = TypeVar("Item")
OPENED = 40  # pages of the short run; the long one opens all
LOADED = 5  # of its pages every fifth is loaded anew, the others are swapped in
TYPED = 4  # strings that are searched for
INDEXED = 30_000  # milliseconds, for the search to read its index on a busy machine
RUNNING = {
    "script": "<script>__ran=7</script>",
    "handler": "<img src=data:, onerror=__ran=7>",
    "handler_that_waits": "<p onmouseover=__ran=7>x</p>",
    "dialog": "<script>alert(7)</script>",
    "frame": "<iframe srcdoc='<script>__ran=7</script>'></iframe>",
    "link": "<a href='javascript:__ran=7'>x</a>",
    "image_from_here": "<img src=/leak/7>",
    "image_from_elsewhere": "<img src=//leak.example/7>",
    "request": "<script>fetch('/leak/7')</script>",
    "style": "<style>p{background:url(/leak/7)}</style>",
    "base": "<base href=/7/>",
    "form": "<form action=/leak/7><input></form>",
    "drawing": "<svg><image href=/leak/7 /></svg>",
    "focus": "<a href=x onfocus=__ran=7>x</a>",
}
FOLLOWED = ("People", "Claims", "Timeline", "Coverage", "Network", "Articles", "Changes")


def test_no_page_runs_anything_asks_for_anything_or_holds_what_is_not_ours(
    browser: Browser, built: Built
) -> None:
    pages = addresses(built.site)
    with watching(browser, built.address) as watch:
        for number, where in enumerate(pages if built.whole else spread(pages, OPENED)):
            if built.whole and number % LOADED and where.endswith("/"):
                watch.swap_in(where)
            else:
                watch.visit(where)

    assert watch.found == []


def test_searching_for_a_string_and_finding_one_runs_nothing(
    browser: Browser, built: Built
) -> None:
    worded = [string for string in built.strings if re.search("[a-z]{2}", string.text)]
    with watching(browser, built.address) as watch:
        for string in spread(worded, TYPED):
            search(watch, string.text)
        search(watch, "told reporters on 3 March")
        watch.page.get_by_role("dialog").get_by_role("link").first.click()
        expect(watch.page.get_by_role("dialog")).to_be_hidden()
        watch.look()

    assert watch.found == []


def test_a_string_in_an_address_runs_nothing(browser: Browser, built: Built) -> None:
    with watching(browser, built.address) as watch:
        for string in spread(built.strings, TYPED):
            said = quote(string.text, safe="", errors="replace")
            watch.visit(f"?q={said}&h={said}")
            watch.visit(f"timeline/?people={said}&outlets={said}&h={said}#{said}")

    assert watch.found == []


def test_pages_that_are_swapped_in_run_nothing(browser: Browser, built: Built) -> None:
    with watching(browser, built.address) as watch:
        page = watch.page
        visit(page, built.address)
        page.evaluate("window.kept = true")
        sections = page.get_by_role("navigation", name="Sections", exact=True)
        for section in FOLLOWED:
            sections.get_by_text(section).click()
            expect(page.locator(".md-tabs [aria-current=page]")).to_have_text(section)
            page.locator(".page-body a:not([rel])").last.hover()
            watch.look()
            page.keyboard.press("Tab")
        assert page.evaluate("window.kept")

    assert watch.found == []


def test_what_does_run_is_seen(browser: Browser, tmp_path: Path) -> None:
    unseen = []
    for name, body in RUNNING.items():
        page = f"<!doctype html><title>x</title><div class=page-body><p>x</p>{body}</div>"
        (tmp_path / f"{name}.html").write_text(page, encoding="utf-8")
    for address in served(tmp_path):
        with watching(browser, address) as watch:
            for name in RUNNING:
                watch.visit(f"{name}.html")
                watch.page.wait_for_timeout(50)
                if not any("7" in what for what in watch.found):
                    unseen.append(name)
                watch.found.clear()

    assert unseen == []


def search(watch: Watch, words: str) -> None:
    """Type the words into the search of the front page, and wait for what it says."""
    watch.page.goto(watch.address, wait_until="networkidle")
    watch.page.get_by_role("button", name="Search people, claims, words").click()
    watch.page.get_by_role("searchbox").fill(" ".join(words.split())[:60])
    said = watch.page.get_by_role("dialog").get_by_role("status")
    expect(said).to_have_text(re.compile("result|found"), timeout=INDEXED)
    watch.look()


def addresses(site: Path) -> list[str]:
    """Where each page of the site is, from its root."""
    pages = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(page.removesuffix("index.html") for page in pages)


def spread(items: Sequence[Item], most: int) -> Sequence[Item]:
    """So many of the items at most, spread evenly over them."""
    return items[:: -(-len(items) // most)]
