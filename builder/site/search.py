"""Search in a large dossier: Pagefind's index in place of Material's.

In: a built site. Out: the same with `pagefind/`, of which a browser loads the parts that a query
needs. Material's index loads whole: 14.8 MB with the first page of a site of 3,000. Missed on
purpose: a preview, which keeps Material's search at every size.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from builder.errors import SiteError

LARGE = 1000  # pages; below, Material's index is small, and its search needs no second program
FOLDER = "pagefind"
_INDEX = Path("search") / "search_index.json"
_KEPT = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")  # else user interfaces
_UNREAD = (".headerlink", "[data-search-exclude]")  # "¶", and the letters in a person's circle


def is_large(docs: Path) -> bool:
    """Whether so many pages stand in `docs` that the site wants an index in parts."""
    return sum(1 for _ in docs.rglob("*.md")) > LARGE


def set_search(site: Path) -> None:
    """Write the index of the site's pages into it; `SiteError` where Pagefind stumbles."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-subdir", FOLDER]
    for selector in _UNREAD:
        command += ["--exclude-selectors", selector]
    run = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    if run.returncode:
        said = (run.stderr or run.stdout).strip().splitlines()
        raise SiteError(
            f"the search index cannot be built ({said[-1] if said else run.returncode}).",
            todo="Install the package again: it brings Pagefind with it.",
            file=FOLDER,
        )
    for path in (site / FOLDER).glob("pagefind*"):
        if path.suffix in {".js", ".css"} and path.name not in _KEPT:
            path.unlink()


def entries_in(site: Path) -> list[dict[str, Any]]:
    """What Material's index of the site holds; nothing where it has none."""
    path = site / _INDEX
    return list(json.loads(path.read_text(encoding="utf-8"))["docs"]) if path.is_file() else []


def add_entries(site: Path, before: Sequence[dict[str, Any]]) -> None:
    """Put the entries from before back, but for those of pages that were rendered anew."""
    path = site / _INDEX
    if not path.is_file():
        return
    index = json.loads(path.read_text(encoding="utf-8"))
    anew = {_page_of(entry) for entry in index["docs"]}
    index["docs"] += [
        entry
        for entry in before
        if (page := _page_of(entry)) not in anew and (site / page / "index.html").is_file()
    ]
    path.write_text(json.dumps(index), encoding="utf-8")


def _page_of(entry: dict[str, Any]) -> str:
    return str(entry["location"]).partition("#")[0]
