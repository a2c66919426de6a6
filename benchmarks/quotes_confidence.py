"""What a quote's confidence means: `python -m benchmarks.quotes_confidence GOLD FOUND`.

GOLD has annotated articles, FOUND the lines of `dossier extract --jsonl` on them. Prints a row
for each band: how many quotes, their mean confidence, and the share whose passage and speaker are
right (passages overlap by 0.8; the words for the speaker share one that is no small word).
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

OVERLAP = 0.8
_SMALL = frozenset({"the", "a", "an", "of", "and", "in", "for", "to", "at", "on", "who"})
_WORD = re.compile(r"\w+")
Row = Mapping[str, Any]


def main(gold: Path, found: Path) -> None:
    """Print the table."""
    bands: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in _judged(_rows(gold), {row["doc_id"]: row for row in _rows(found)}):
        bands[int(confidence * 10 + 1e-9)].append((confidence, right))
    for band, cases in sorted(bands.items()):
        mean = sum(confidence for confidence, _ in cases) / len(cases)
        precision = sum(right for _, right in cases) / len(cases)
        limits = f"{band / 10:.1f}–{band / 10 + 0.1:.1f}"
        sys.stdout.write(f"| {limits} | {len(cases)} | {mean:.2f} | {precision:.2f} |\n")


def _rows(file: Path) -> list[Row]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def _judged(gold: Iterable[Row], found: Mapping[str, Row]) -> Iterator[tuple[float, bool]]:
    """Every quote's confidence, and whether it is right; left out where gold names nobody."""
    for article in gold:
        annotated = [quote for quote in article["quotes"] if not quote.get("nested")]
        for quote in found[article["doc_id"]]["quotes"]:
            best = max(annotated, key=lambda other: _overlap(quote, other), default=None)
            if best is None or _overlap(quote, best) < OVERLAP:
                yield quote["confidence"], False
            elif best.get("speaker") and not best.get("speaker_inferred"):
                said = (quote["speaker"] or {}).get("text", "")
                yield quote["confidence"], bool(_words(said) & _words(best["speaker"]))


def _overlap(quote: Row, other: Row) -> float:
    shared: int = min(quote["end"], other["end"]) - max(quote["start"], other["start"])
    both: int = max(quote["end"], other["end"]) - min(quote["start"], other["start"])
    return shared / both


def _words(text: str) -> set[str]:
    return {word for word in _WORD.findall(text.casefold()) if word not in _SMALL}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
