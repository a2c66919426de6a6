"""Every page through the Nu checker: no error."""

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks.audit.sites import Site

CHECKER = Path(".ci/audit/node_modules/vnu-jar/build/dist/vnu.jar")


def misses(site: Site) -> Iterator[str]:
    """Each kind of error with the first place where it stands, and on how many pages."""
    asked = ("--errors-only", "--skip-non-html", "--format", "json")
    command = ["java", "-jar", str(CHECKER), *asked, str(site.folder)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if not run.stderr.startswith("{"):
        sys.exit(f"The Nu checker could not look at {site.folder}:\n{run.stderr.strip()}")
    places: dict[str, list[str]] = defaultdict(list)
    for error in json.loads(run.stderr)["messages"]:
        page = error.get("url", "").removeprefix(f"file:{site.folder.absolute()}/")
        places[error["message"]].append(f"{page}:{error.get('lastLine', 0)}")
    pages = sum(1 for _ in site.folder.rglob("*.html"))
    print(f"  {pages} pages, {sum(map(len, places.values()))} errors", flush=True)
    for message, found in sorted(places.items()):
        others = f" and {len(found) - 1} more" if len(found) > 1 else ""
        yield f"{found[0]}{others}: {message}"
