"""What a quote's confidence means: `python -m benchmarks.quotes_confidence GOLD FOUND`.

GOLD has annotated articles, FOUND the lines of `dossier extract --jsonl` on them. Prints a row
for each band: how many quotes, their mean confidence, and the share whose passage and speaker are
right (passages overlap by 0.8; the words for the speaker share one that is no small word).

`python -m benchmarks.quotes_confidence --stories FOLDER…` prints the same for whole annotated
stories: right is a passage that overlaps one of the annotated speaker's, or of nobody's where none
is named.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.stories import Story, stories_in
from builder.overrides import Decisions
from builder.permalinks import Permalinks
from builder.resolve.entities import entities_of
from builder.resolve.quotes.attribution import quotes_of
from builder.settings import Settings

OVERLAP = 0.8
_SMALL = frozenset({"the", "a", "an", "of", "and", "in", "for", "to", "at", "on", "who"})
_WORD = re.compile(r"\w+")
Row = Mapping[str, Any]
Judged = tuple[float, bool]
"""A quote's confidence, and whether it is right."""


def main(arguments: list[str]) -> None:
    """Print the table."""
    if arguments[0] == "--stories":
        stories = stories_in(map(Path, arguments[1:]))
        judged = (pair for story in stories for pair in _judged_in(story))
    else:
        gold, found = (_rows(Path(file)) for file in arguments)
        judged = _judged(gold, {row["doc_id"]: row for row in found})
    bands: dict[int, list[Judged]] = defaultdict(list)
    for confidence, right in judged:
        bands[int(confidence * 10 + 1e-9)].append((confidence, right))
    for band, cases in sorted(bands.items()):
        mean = sum(confidence for confidence, _ in cases) / len(cases)
        precision = sum(right for _, right in cases) / len(cases)
        limits = f"{band / 10:.1f}–{band / 10 + 0.1:.1f}"
        sys.stdout.write(f"| {limits} | {len(cases)} | {mean:.2f} | {precision:.2f} |\n")


def _rows(file: Path) -> list[Row]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def _judged(gold: Iterable[Row], found: Mapping[str, Row]) -> Iterator[Judged]:
    """Every quote; left out where gold names nobody."""
    for article in gold:
        annotated = [quote for quote in article["quotes"] if not quote.get("nested")]
        for quote in found[article["doc_id"]]["quotes"]:
            best = max(annotated, key=lambda other: _overlap(quote, other), default=None)
            if best is None or _overlap(quote, best) < OVERLAP:
                yield quote["confidence"], False
            elif best.get("speaker") and not best.get("speaker_inferred"):
                said = (quote["speaker"] or {}).get("text", "")
                yield quote["confidence"], bool(_words(said) & _words(best["speaker"]))


def _judged_in(story: Story) -> Iterator[Judged]:
    """Every quote of the story."""
    entities = entities_of(
        story.articles, story.findings, Decisions(), Settings(), Permalinks()
    )  # fmt: skip
    called = {
        one.id: {one.name, *one.aliases}
        for one in (*entities.people, *entities.organisations, *entities.outlets)
    }
    surfaces = {
        row["name"]: {row["name"], *row["surfaces"]}
        for row in (*story.gold["people"], *story.gold["organisations"])
    }
    texts = {article.id: article.text for article in story.articles}
    annotated = defaultdict(list)
    for row in story.gold["quotes"]:
        start = texts[row["article"]].find(row["text"])
        if start >= 0:
            annotated[row["article"]].append(
                {**row, "start": start, "end": start + len(row["text"])}
            )
    for quote in quotes_of(story.findings, entities, Decisions(), Permalinks()):
        found = {"start": quote.passage.start, "end": quote.passage.end}
        own = annotated[quote.passage.article]
        best = max(own, key=lambda row: _overlap(found, row), default=None)
        if best is None or _overlap(found, best) <= 0:
            yield quote.confidence, False
        elif quote.speaker is None or best["speaker"] is None:
            yield quote.confidence, quote.speaker is best["speaker"]
        else:
            names = surfaces.get(best["speaker"], {best["speaker"]})
            yield quote.confidence, not names.isdisjoint(called.get(quote.speaker, ()))


def _overlap(quote: Row, other: Row) -> float:
    shared: int = min(quote["end"], other["end"]) - max(quote["start"], other["start"])
    both: int = max(quote["end"], other["end"]) - min(quote["start"], other["start"])
    return shared / both


def _words(text: str) -> set[str]:
    return {word for word in _WORD.findall(text.casefold()) if word not in _SMALL}


if __name__ == "__main__":
    main(sys.argv[1:])
