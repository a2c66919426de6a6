"""Lighthouse as for a phone, over a server that compresses nothing: points, bytes, requests.

Its points for speed move with whatever else the machine does, so the middle of three runs counts.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.audit.sites import Site
from tests.chromium import QUIET, chromium_path

COMMAND = Path(".ci/audit/node_modules/lighthouse/cli/index.js")
RUNS = 3
SPEED = 95  # of 100, the middle of the runs
OTHERS = ("accessibility", "best-practices", "seo")
FULL = 100  # in each of the others, in each run
KILOBYTES = 250  # of the first view, as they travel
REQUESTS = 15

Report = dict[str, Any]


def misses(site: Site) -> Iterator[str]:
    """What of each page does not reach its bar."""
    pages = {
        "front": "", "person": site.largest("people"), "claim": site.largest("claims"),
        "timeline": "timeline/", "coverage": "coverage/",
    }  # fmt: skip
    for name, path in pages.items():
        if path is None or not (site.folder / path / "index.html").is_file():
            print(f"  {name}: there is none", flush=True)
            continue
        reports = [_report(site.address + path) for _ in range(RUNS)]
        print(f"  {name}: {_summary(reports)}", flush=True)
        yield from (f"{name} (/{path}): {miss}" for miss in _misses_of(reports))


def _report(address: str) -> Report:
    flags = f"--chrome-flags=--headless=new {' '.join(QUIET)}"
    command = ["node", str(COMMAND), address, "--quiet", "--output=json", flags]
    run = subprocess.run(
        command, capture_output=True, text=True, check=False,
        env=os.environ | {"CHROME_PATH": chromium_path()},
    )  # fmt: skip
    if run.returncode:
        sys.exit(f"Lighthouse could not look at {address}:\n{run.stderr.strip()}")
    report: Report = json.loads(run.stdout)
    return report


def _misses_of(reports: Sequence[Report]) -> Iterator[str]:
    speeds = [_points(report, "performance") for report in reports]
    if median(speeds) < SPEED:
        yield f"performance {median(speeds)}, below {SPEED}: {_lost(reports[-1], 'performance')}"
    for category in OTHERS:
        worst = min(reports, key=lambda report: _points(report, category))
        if _points(worst, category) < FULL:
            yield f"{category} {_points(worst, category)}, below {FULL}: {_lost(worst, category)}"
    if (kilobytes := max(map(_kilobytes, reports))) > KILOBYTES:
        yield f"{kilobytes} kB in the first view, above {KILOBYTES}"
    if (requests := max(map(_requests, reports))) > REQUESTS:
        yield f"{requests} requests in the first view, above {REQUESTS}"


def _summary(reports: Sequence[Report]) -> str:
    speeds = sorted(_points(report, "performance") for report in reports)
    others = ", ".join(f"{kind} {min(_points(it, kind) for it in reports)}" for kind in OTHERS)
    return (
        f"performance {median(speeds)} of {speeds}, {others}, "
        f"{max(map(_requests, reports))} requests, {max(map(_kilobytes, reports))} kB"
    )


def _points(report: Report, category: str) -> int:
    share: float = report["categories"][category]["score"] or 0
    return round(share * FULL)


def _lost(report: Report, category: str) -> str:
    """The measures that cost points, the costliest first."""
    audits = report["audits"]
    costs = [
        ((1 - audits[part["id"]]["score"]) * part["weight"], audits[part["id"]])
        for part in report["categories"][category]["auditRefs"]
        if part["weight"] and audits[part["id"]]["score"] is not None
    ]
    costly = sorted(((cost, it) for cost, it in costs if cost > 0), key=lambda row: -row[0])
    return "; ".join(f"{it['title']} {it.get('displayValue', '')}".strip() for _, it in costly)


def _kilobytes(report: Report) -> int:
    weight: float = report["audits"]["total-byte-weight"]["numericValue"]
    return round(weight / 1000)


def _requests(report: Report) -> int:
    found = report["audits"]["network-requests"]["details"]["items"]
    return sum(1 for request in found if request["url"].startswith("http"))
