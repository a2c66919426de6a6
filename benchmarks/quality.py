"""How right the extraction is: runs it over annotated articles and prints what their scorers say.

The annotations, with the scorer beside them, are no part of this repository: `--gold` names their
folder. Outputs are kept under `build/`, for reading errors.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from builder import Text, extract, resolve

Row = Mapping[str, Any]


def figures(gold: Path, polnear: Path | None, out: Path) -> Iterator[str]:
    """One line or block for each set of annotations."""
    quotes = [gold / "quotes-dev" / "gum-news.jsonl", *([polnear] if polnear else [])]
    for file in quotes:
        found = _extracted(file, "date", out / f"quotes-{file.name}")
        yield _score(gold / "score_quotes.py", "--gold", file, "--pred", found)
    for name in ("meantime-en.jsonl", "gum-news.jsonl"):
        file = gold / "timex-dev" / name
        found = _extracted(file, "dct", out / f"times-{name}")
        yield _score(gold / "score_times.py", file, found, "--skip-dateline")
    people = gold / "entities-dev" / "ecbplus-dev.jsonl"
    yield _resolved(gold / "score_people.py", people, out, all_statements=False)
    for name in ("sts-headlines-dev.jsonl", "nanco-groups-dev.jsonl"):
        claims = gold / "claims-dev" / name
        yield _resolved(gold / "score_claims.py", claims, out, all_statements=True)


def _extracted(file: Path, day: str, out: Path) -> Path:
    rows = _rows(file.read_text(encoding="utf-8").splitlines())
    texts = (
        Text(doc_id=row["doc_id"], text=row["text"], published=_day(row.get(day))) for row in rows
    )
    return _write(out, extract(texts))


def _resolved(scorer: Path, file: Path, out: Path, *, all_statements: bool) -> str:
    prepared = _run(scorer, "--prepare", file).splitlines()
    texts = (
        Text(story=row["story"], doc_id=row["doc_id"], text=row["text"]) for row in _rows(prepared)
    )
    found = _write(out / f"resolved-{file.name}", resolve(texts, all_statements=all_statements))
    return _score(scorer, "--gold", file, "--pred", found)


def _rows(lines: Iterable[str]) -> Iterator[Row]:
    return map(_loads, lines)


_loads: Callable[[str], Row] = json.loads


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _write(out: Path, rows: Iterable[Row]) -> Path:
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("w", encoding="utf-8") as sink:
        sink.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return out


def _score(scorer: Path, *words: Path | str) -> str:
    return f"== {scorer.stem} {Path(words[-1]).name}\n{_run(scorer, *words).rstrip()}"


def _run(script: Path, *words: Path | str) -> str:
    command = [sys.executable, str(script), *map(str, words)]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout
