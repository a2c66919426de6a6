"""How often the first result is the one that is meant: a figure for each part of the list."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

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
