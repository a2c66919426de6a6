"""Search in a large dossier: Pagefind's index in place of Material's.

In: a built site. Out: the same with `pagefind/`, of which a browser loads the parts that a query
needs. Material's index loads whole: 14.8 MB with the first page of a site of 3,000. Missed on
purpose: a preview, which keeps Material's search at every size.
"""

import subprocess
import sys
from pathlib import Path

from builder.errors import SiteError

LARGE = 1000  # pages; below, Material's index is small, and its search needs no second program
FOLDER = "pagefind"
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
