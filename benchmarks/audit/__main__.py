"""`python -m benchmarks.audit [SITE]`: what in a built site misses a bar, one line each.

In: the folder of a site. Out: a line for each thing measured, a line for each miss, and status 1
if there was one. The bars stand beside what is measured. Missed on purpose: whether what the site
says is true, which the tests and `make bench` measure.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.audit import access, lighthouse, markup
from benchmarks.audit.sites import Site
from tests.browser.server import served

AUDITS: tuple[tuple[str, Callable[[Site], Iterator[str]]], ...] = (
    ("HTML (Nu checker)", markup.misses),
    ("Accessibility (axe)", access.misses),
    ("Phone (Lighthouse)", lighthouse.misses),
)
"""What is audited, each by a function that yields what misses its bar."""


def main() -> int:
    """Audit the site; 0 if nothing misses a bar."""
    parser = argparse.ArgumentParser(prog="benchmarks.audit", description=__doc__)
    parser.add_argument("site", type=Path, nargs="?", default=Path("site"))
    folder: Path = parser.parse_args().site
    if not (folder / "index.html").is_file():
        print(f"{folder}: no site stands there. Build it first: dossier build", file=sys.stderr)
        return 1
    missed = 0
    for address in served(folder):
        for name, misses in AUDITS:
            print(name, flush=True)
            for miss in misses(Site(folder=folder, address=address)):
                missed += 1
                print(f"  MISSED {miss}", flush=True)
    print(f"{missed} missed" if missed else "Nothing missed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
