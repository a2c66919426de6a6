"""What a reader has without the site's address, without scripts, on paper, and by one key."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_theme import PHONE, paper

ASSETS = Path(__file__).parents[2] / "builder/theme/assets/dossier"


def test_a_site_that_does_not_know_its_address_shows_what_a_link_leads_to(
    page: Page, pieces_address: str
) -> None:
    page.goto(pieces_address, wait_until="networkidle")
    page.evaluate("window.kept = true")
    page.get_by_role("link", name="How many were hurt?").hover()

    expect(page.locator(".md-tooltip2--active")).to_contain_text(
        "The port stays shut until Friday"
    )
    page.get_by_role("link", name="How many were hurt?").first.click()
    expect(page.locator("h1")).to_contain_text("The port stays shut until Friday")
    assert page.evaluate("window.kept")


@pytest.mark.parametrize(
    ("system", "colour"), [("dark", "rgb(21, 22, 23)"), ("light", "rgb(252, 251, 248)")]
)
def test_without_scripts_paper_is_as_the_system_asks(
    browser: Browser, pieces_address: str, system: str, colour: str
) -> None:
    context = browser.new_context(
        color_scheme=system,  # type: ignore[arg-type]
        java_script_enabled=False,
    )
    page = context.new_page()
    page.goto(pieces_address)
    assert paper(page) == colour
    context.close()


def test_dark_without_scripts_has_the_colours_of_dark_with_them() -> None:
    def colours(sheet: str, selector: str) -> set[str]:
        text = (ASSETS / sheet).read_text(encoding="utf-8")
        block = text[text.index(f"{selector} {{") :].partition("}")[0]
        return {line.strip() for line in block.splitlines() if line.strip().startswith("--")}

    dark = colours("tokens.css", '[data-md-color-scheme="slate"]')
    assert dark
    assert colours("dark.css", "[data-md-color-scheme]") == dark


def test_escape_closes_the_menu_of_a_phone_and_leads_back_to_its_button(
    browser: Browser, pieces_address: str
) -> None:
    with browser.new_context(viewport=PHONE) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(pieces_address)
        button = page.get_by_role("button", name="Sections")
        button.click()
        expect(button).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("Escape")

        expect(button).to_have_attribute("aria-expanded", "false")
        expect(button).to_be_focused()


def test_a_printed_page_says_where_it_is_from(page: Page, pieces_address: str) -> None:
    page.goto(pieces_address + "timeline/")
    expect(page.locator(".page-address")).to_be_hidden()
    page.emulate_media(media="print")

    expect(page.locator(".page-address")).to_be_visible()
    expect(page.locator(".page-address")).to_have_text(f"A crane falls: {pieces_address}timeline/")
