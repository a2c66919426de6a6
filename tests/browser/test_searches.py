"""How often the first result is the one that is meant: a figure for each part of the list."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.pipeline import build
from builder.site.search import set_search
from tests.browser.searches import Search, missed, searches
from tests.browser.server import served
from tests.conftest import REPOSITORY, copy_story

pytestmark = pytest.mark.model
FLOORS = {"whole": 0.93, "in parts": 0.90}
"""Of the searches, in either part of the list, with an index that is whole and with Pagefind's."""


@pytest.fixture(scope="module")
def theft_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented story of a theft, with its Danish names."""
    folder = copy_story(REPOSITORY / "tests/stories/theft", tmp_path_factory.mktemp("theft"))
    return build(folder).site


@pytest.fixture(scope="module")
def theft(theft_site: Path) -> Iterator[str]:
    """Where it is served."""
    yield from served(theft_site)


@pytest.fixture(params=FLOORS)
def indexed(
    request: pytest.FixtureRequest, site: Path, theft_site: Path, tmp_path: Path
) -> tuple[str, dict[str, Path]]:
    """Copies of both sites with an index of that kind."""
    copies = {
        story: shutil.copytree(built, tmp_path / story)
        for story, built in (("seeds", site), ("theft", theft_site))
    }
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "in parts":
            patch.setattr("builder.site.search.LARGE", 0)
        for copy in copies.values():
            set_search(copy)
    return request.param, copies


def test_the_first_result_is_the_one_that_is_meant(
    page: Page, indexed: tuple[str, dict[str, Path]], capsys: pytest.CaptureFixture[str]
) -> None:
    index, sites = indexed
    lost: dict[Search, str] = {}
    for story, copy in sites.items():
        for address in served(copy):
            lost |= missed(page, address, [row for row in searches() if row.story == story])
    for part in ("open", "kept"):
        asked = [row for row in searches() if row.part == part]
        found = [row for row in asked if row not in lost]
        with capsys.disabled():
            print(f"\nsearches, {part}, index {index}: {len(found)} of {len(asked)}")  # noqa: T201 - the figure
        shown = [f"{row.search}: {first}" for row, first in lost.items() if row.part == "open"]
        assert len(found) >= FLOORS[index] * len(asked), shown


def test_the_list_is_long_enough_and_a_third_of_it_is_kept_apart() -> None:
    rows = searches()
    assert len(rows) >= 50
    assert sum(row.part == "kept" for row in rows) * 3 >= len(rows) - 2


@pytest.mark.parametrize("marks", ["“”", "„“", "””", "«»", "»«", '""', "‘’", "''"])
def test_a_phrase_in_any_marks_leads_to_who_said_it(page: Page, theft: str, marks: str) -> None:
    open_search(page, theft, f"{marks[0]}child with a hammer{marks[1]}")

    expect(page.get_by_role("dialog").get_by_role("listitem").first).to_contain_text(
        re.compile("Quote · 17 March 2025.*Anne-Sofie Holm", re.DOTALL)
    )


@pytest.mark.parametrize("order", ["hammer with a child", "a child with the hammer"])
def test_a_phrase_that_nobody_has_is_said_to_be_none(page: Page, theft: str, order: str) -> None:
    open_search(page, theft, f"“{order}”")

    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("status")).to_contain_text("Nobody has exactly these words.")
    expect(dialog.get_by_role("listitem").first).to_contain_text("child with a hammer")


def open_search(page: Page, address: str, words: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill(words)
