"""Which pages of a preview are older than their Markdown: MkDocs renders these, and no others.

In: the folder of pages and the Markdown that they are made from. A time of change is all that is
ever written: a page is made to look old, so that it is rendered, or new, so that it waits.
"""

import os
import time
from collections.abc import Iterator, Mapping, Set
from contextlib import contextmanager
from pathlib import Path

_LONG_AGO = (0, 0)
_LATER = 3600  # seconds: longer than any preview takes


def stale_in(target: Path, docs: Path) -> frozenset[Path]:
    """The pages in `target` that are older than their Markdown in `docs`, or not there yet."""
    return frozenset(
        page
        for page, source in _sources(target, docs).items()
        if not page.exists() or page.stat().st_mtime < source.stat().st_mtime
    )


def make_stale(target: Path, docs: Path) -> None:
    """Have every page rendered anew; until then it stays as it is."""
    for page in filter(Path.exists, _sources(target, docs)):
        os.utime(page, _LONG_AGO)


@contextmanager
def held_back(pages: Set[Path]) -> Iterator[None]:
    """Have these pages, of those that are stale, not rendered yet."""
    there = [page for page in pages if page.exists()]
    later = time.time() + _LATER
    for page in there:
        os.utime(page, (later, later))
    try:
        yield
    finally:
        for page in there:
            os.utime(page, _LONG_AGO)


def remove_gone(target: Path, docs: Path) -> None:
    """Remove the pages in `target` that no longer stand in `docs`, as Markdown or as they are."""
    meant = _sources(target, docs)
    for page in target.rglob("index.html"):
        if page not in meant and not (docs / page.relative_to(target)).exists():
            page.unlink()


def _sources(target: Path, docs: Path) -> Mapping[Path, Path]:
    """Each page with its Markdown, as MkDocs makes addresses."""
    return {
        target / source.parent.relative_to(docs) / _name(source) / "index.html": source
        for source in docs.rglob("*.md")
    }


def _name(source: Path) -> str:
    return "" if source.stem in {"index", "README"} else source.stem
