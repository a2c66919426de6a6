"""A word of 300 letters, wherever a name or a title can stand, breaks; no page grows wider."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from builder.pipeline import build
from tests.browser.server import served
from tests.conftest import GOLDEN, copy_story
from tests.hostile.stories import write

pytestmark = [pytest.mark.browser, pytest.mark.model]
PERSON, OUTLET, TITLE, BODY, PLACE = (f"{begin}{letter * 299}" for begin, letter in (
    ("O", "w"), ("G", "m"), ("T", "i"), ("B", "a"), ("V", "v"),
))  # fmt: skip
LISTS = (
    "", "people/", "claims/", "timeline/", "coverage/", "network/", "outlets/", "articles/",
    "organisations/", "places/", "changes/", "review/", "data/", "about/",
)  # fmt: skip
KINDS = ("people", "claims", "outlets", "articles", "organisations", "places")
WIDTHS = (390, 1440)
OVERFLOWING = """
() => document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
    .map((element) => element.outerHTML.slice(0, 90))
"""


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The story of the harbour, in which names are words of 300 letters."""
    folder = copy_story(GOLDEN, tmp_path_factory.mktemp("wide"))
    for path in (*folder.glob("seeds/*"), folder / "dossier.yml", folder / "editorial.yml"):
        text = path.read_text(encoding="utf-8")
        for old, new in (
            ("Okafor", PERSON), ("Veldhaven Gazette", OUTLET), ("Veldhaven", PLACE),
            ("port authority", f"{BODY} Authority"), ("crane topples", TITLE),
        ):  # fmt: skip
            text = text.replace(old, new)
        write(folder, {path.relative_to(folder).as_posix(): text})
    site = build(folder).site
    for address in served(site):
        yield site, address


@pytest.mark.parametrize("width", WIDTHS)
def test_a_word_of_300_letters_widens_no_page(
    browser: Browser, wide: tuple[Path, str], width: int
) -> None:
    site, address = wide
    wider = {}
    with browser.new_context(viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        for where in (*LISTS, *(item for kind in KINDS for item in items(site, kind))):
            page.goto(address + where)
            if found := page.evaluate(OVERFLOWING):
                wider[where] = found

    assert wider == {}


def items(site: Path, kind: str) -> list[str]:
    """Two pages of one kind, those with the longest headings."""
    pages = sorted((site / kind).glob("*/index.html"), key=lambda path: (-heading(path), path))
    return [path.parent.relative_to(site).as_posix() + "/" for path in pages[:2]]


def heading(path: Path) -> int:
    """How long the heading of a page is."""
    found = re.search("<h1.*?</h1>", path.read_text(encoding="utf-8"))
    return len(found[0]) if found else 0
