"""One page of each kind through axe, on a phone and a wide screen, light and dark: no finding."""

from collections.abc import Iterator
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

from benchmarks.audit.sites import Site
from tests.chromium import QUIET, chromium_path

WIDTHS = (390, 1440)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def misses(site: Site) -> Iterator[str]:
    """Each rule that a page breaks, with the first element that breaks it."""
    pages = site.largest_pages()
    print(f"  {len(pages)} pages, {len(WIDTHS)} widths, light and dark", flush=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(QUIET))
        for width in WIDTHS:
            for scheme in SCHEMES:
                yield from _violations(browser, site.address, pages, width, scheme)
        browser.close()


def _violations(
    browser: Browser,
    address: str,
    pages: tuple[str, ...],
    width: int,
    scheme: Literal["light", "dark"],
) -> Iterator[str]:
    with browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme
    ) as context:
        page = context.new_page()
        for path in pages:
            page.goto(address + path)
            for rule in Axe().run(page).response["violations"]:
                element = rule["nodes"][0]["html"]
                yield f"/{path} ({width} px, {scheme}): {rule['help']}: {element}"
