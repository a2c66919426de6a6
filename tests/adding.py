"""A new dossier, and articles added to it: in this process, or by the command."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import yaml

from builder.add import Added, Addition, Fetcher, Limits, add_sources, sources_of
from builder.new import new_folder

TODAY = date(2026, 3, 9)
QUICK = Limits(connect=2.0, read=0.3, whole=0.8, largest=256 * 1024)


def new_dossier(tmp_path: Path) -> Path:
    new_folder(tmp_path / "story")
    return tmp_path / "story"


def add(
    folder: Path,
    *words: str | Path,
    allow_private: bool = True,
    limits: Limits = QUICK,
    stdin: bytes = b"",
    **how: object,
) -> tuple[Added, list[str]]:
    said: list[str] = []
    added = add_sources(
        folder,
        sources_of([str(word) for word in words], lambda: stdin),
        Fetcher(allow_private=allow_private, limits=limits),
        how=Addition(today=TODAY, **how),
        report=said.append,
    )
    return added, said


def metadata(folder: Path, place: str) -> dict[str, object]:
    return yaml.safe_load((folder / place).with_suffix(".yml").read_text())


def command(
    *words: str | Path, stdin: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "builder", *map(str, words)],
        input=stdin, capture_output=True, text=True, check=False,
        env={**os.environ, "COLUMNS": "200", **environment},
    )  # fmt: skip
