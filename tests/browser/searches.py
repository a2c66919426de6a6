"""The list of searches in `searches.tsv`, asked of a real site in a real browser.

A row is one search, what kind its first result must be ("Quote/Claim": either) and words that it
must show. A third of the list is kept apart (`part`): it was written with the rest, before the
search was; nobody tunes by what it misses.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect

LIST = Path(__file__).with_name("searches.tsv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """One row of the list."""

    part: str
    story: str
    search: str
    kind: str
    first: str


def searches() -> tuple[Search, ...]:
    """The rows of the list, in order."""
    with LIST.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(Search(**row) for row in rows)


def missed(page: Page, address: str, wanted: Iterable[Search]) -> dict[Search, str]:
    """Those whose first result is another, each with what came first."""
    page.goto(address)
    page.get_by_role("button", name="Search people, claims, words").click()
    found = {row: _first(page, row.search) for row in wanted}
    return {row: first for row, first in found.items() if not _is_meant(row, first)}


def _first(page: Page, words: str) -> str:
    """The first result: its kind, title and words, as a reader sees them."""
    dialog = page.get_by_role("dialog")
    page.get_by_role("searchbox").fill("")
    expect(dialog.get_by_role("status")).to_be_empty()
    page.get_by_role("searchbox").fill(words)
    expect(dialog.get_by_role("status")).not_to_be_empty()
    results = dialog.get_by_role("listitem")
    return results.first.inner_text() if results.count() else ""


def _is_meant(row: Search, first: str) -> bool:
    kind = first.partition("\n")[0].partition(" · ")[0].casefold()
    kinds = row.kind.casefold().split("/")
    return kind in kinds and row.first.casefold() in " ".join(first.split()).casefold()
