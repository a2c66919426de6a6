"""A reader who comes to a page, and moves."""

from playwright.sync_api import Page


def visit(page: Page, address: str) -> None:
    """Go there and move, so that Material's script comes and knows which pages there are."""
    page.goto(address)
    with page.expect_response("**/sitemap.xml"):
        page.mouse.move(9, 9)
