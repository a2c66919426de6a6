"""How often the first result is the one that is meant: a figure for each part of the list."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from builder.pipeline import build
from tests.browser.searches import Search, missed, searches
from tests.browser.server import served
from tests.conftest import REPOSITORY, copy_story

pytestmark = pytest.mark.model
FLOOR = 0.93  # of the searches, in either part


@pytest.fixture(scope="module")
def theft(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The invented story of a theft, with its Danish names."""
    folder = copy_story(REPOSITORY / "tests/stories/theft", tmp_path_factory.mktemp("theft"))
    yield from served(build(folder).site)


def test_the_first_result_is_the_one_that_is_meant(
    page: Page, address: str, theft: str, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = searches()
    lost: dict[Search, str] = {}
    for story, where in (("seeds", address), ("theft", theft)):
        lost |= missed(page, where, [row for row in rows if row.story == story])
    for part in ("open", "kept"):
        asked = [row for row in rows if row.part == part]
        found = [row for row in asked if row not in lost]
        with capsys.disabled():
            print(f"\nsearches, {part}: {len(found)} of {len(asked)}")  # noqa: T201 - the figure
        shown = [f"{row.search}: {first}" for row, first in lost.items() if row.part == "open"]
        assert len(found) >= FLOOR * len(asked), shown


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
