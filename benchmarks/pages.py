"""How well saved pages are read: what a page says of itself, and which text is its report.

Read are the annotated pages that other projects keep with their tests, in the forms of three:
`adbar/trafilatura` (`evaldata.json`: sentences that belong to the text, and some that do not),
`mozilla/readability` (`expected.html`) and `AndyTheFactory/newspaper4k` (`metadata/*.json`).
Check one of them out anywhere and name the folder:

    python -m benchmarks.pages FOLDER… [--all]

English pages only, without `--all`. Missed: whether the text is cut into the right paragraphs.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import lxml.html
import trafilatura

from builder.errors import SeedError
from builder.load.decode import declared_encoding, decoded
from builder.load.english import LEAST_SHARE, share_of_grammar
from builder.load.saved_page import read_page

FACTS = ("published", "outlet", "title", "authors")
_DATE = re.compile(r"[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """A page, and what is right: its facts as far as known, and its text in whole or in part."""

    path: Path
    facts: Mapping[str, object]
    text: str = ""
    inside: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()

    @property
    def is_english(self) -> bool:
        """Whether the words that belong to its text are English."""
        words = re.findall(r"[^\W\d_]+", f"{self.text} {' '.join(self.inside)}".lower())
        return share_of_grammar(words) >= LEAST_SHARE


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What a reader gives of a page."""

    text: str
    facts: Mapping[str, object]


def annotated(folder: Path) -> Iterator[Annotated]:
    """The annotated pages below a folder, in whichever of the three forms."""
    for found in sorted(folder.rglob("evaldata.json")):
        yield from _of_trafilatura(found)
    for found in sorted(folder.rglob("expected-metadata.json")):
        yield _of_readability(found)
    for found in sorted(folder.rglob("metadata/*.json")):
        if (page := found.parent.parent / "html" / f"{found.stem}.html").is_file():
            yield _of_newspaper(found, page)


def _of_trafilatura(path: Path) -> Iterator[Annotated]:
    for _, item in sorted(json.loads(path.read_text(encoding="utf-8")).items()):
        places = [path.parent / folder / item["file"] for folder in ("cache", "eval")]
        page = next((place for place in places if place.is_file()), None)
        if page is not None:
            names = item.get("author") or ""
            facts = {
                "published": _day(item.get("date")),
                "outlet": item.get("sitename"),
                "title": item.get("title"),
                "authors": names if isinstance(names, list) else names.split(";"),
            }
            inside, outside = tuple(item["with"]), tuple(item["without"])
            yield Annotated(path=page, facts=_known(facts), inside=inside, outside=outside)


def _of_readability(path: Path) -> Annotated:
    said = json.loads(path.read_text(encoding="utf-8"))
    facts = {
        "published": _day(said.get("publishedTime")),
        "outlet": said.get("siteName"),
        "title": said.get("title"),
    }  # `byline` is a line of the page, not names
    expected = lxml.html.fromstring((path.parent / "expected.html").read_bytes().decode())
    text = "\n".join(str(part) for part in expected.itertext())
    return Annotated(path=path.parent / "source.html", facts=_known(facts), text=text)


def _of_newspaper(path: Path, page: Path) -> Annotated:
    said = json.loads(path.read_text(encoding="utf-8"))
    facts = {
        "published": _day(said.get("publish_date")),
        "outlet": said.get("meta_site_name"),
        "title": said.get("title"),
        "authors": said.get("authors"),
    }
    return Annotated(path=page, facts=_known(facts), text=said.get("text") or "")


def _day(text: object) -> date | None:
    found = _DATE.match(text) if isinstance(text, str) else None
    return date.fromisoformat(found[0]) if found else None


def _known(facts: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in facts.items() if value and value != [""]}


def _ours(page: bytes) -> Read:
    try:
        html = decoded(page, file="page", declared=declared_encoding(page))
    except SeedError:
        return Read(text="", facts={})
    found = read_page(html)
    return Read(text=found.text, facts=found.facts)


def _trafilatura(page: bytes) -> Read:
    found = trafilatura.bare_extraction(
        page, include_comments=False, with_metadata=True, as_dict=True
    )
    if not isinstance(found, dict):
        return Read(text="", facts={})
    names = found.get("author") or ""
    facts = {
        "published": _day(found.get("date")),
        "outlet": found.get("sitename"),
        "title": found.get("title"),
        "authors": names.split(";"),
    }
    return Read(text=found.get("text") or "", facts=_known(facts))


READERS: Mapping[str, Callable[[bytes], Read]] = {"ours": _ours, "trafilatura": _trafilatura}


def _bare(text: object) -> str:
    return " ".join(re.findall(r"\w+", str(text).casefold()))


def _names(authors: Iterable[object]) -> set[str]:
    """The names, also where the annotation has several in one: "Ella Roth and Bo Lee"."""
    parted = re.split(r";|,| and ", ";".join(map(str, authors)))
    return {_bare(name) for name in parted if _bare(name)}


def _is_right(key: str, found: object, expected: object) -> bool:
    if key == "authors" and isinstance(found, list | tuple) and isinstance(expected, list):
        return _names(found) == _names(expected)
    if key == "outlet":
        one, other = _bare(found), _bare(expected)
        return bool(one) and (one in other or other in one)
    return found == expected if key == "published" else _bare(found) == _bare(expected)


class Scores:
    """Counts of one reader over the pages of one folder."""

    def __init__(self) -> None:
        """Begin with none."""
        self.counts: Counter[str] = Counter()
        self.shares: dict[str, list[float]] = defaultdict(list)

    def add(self, page: Annotated, read: Read) -> None:
        """Compare what was read with what is right."""
        facts = {"title": read.text.split("\n", 1)[0], **read.facts}
        for key in FACTS:
            if key in page.facts:
                right = _is_right(key, facts.get(key), page.facts[key])
                self.counts[f"{key}, known"] += 1
                self.counts[f"{key}, right"] += right
                self.counts[f"{key}, wrong"] += bool(facts.get(key)) and not right
        text = _bare(read.text)
        for sentence in page.inside:
            self.counts["inside"] += 1
            self.counts["inside, read"] += _bare(sentence) in text
        self.counts["outside, read"] += sum(_bare(words) in text for words in page.outside)
        if page.text:
            expected, words = Counter(_bare(page.text).split()), Counter(text.split())
            shared = (expected & words).total()
            self.shares["precision"].append(shared / max(1, words.total()))
            self.shares["recall"].append(shared / max(1, expected.total()))

    def line(self) -> str:
        """One line of the table that the README shows."""
        counts = self.counts
        cells = [
            f"{counts[f'{key}, right']}/{counts[f'{key}, known']} ({counts[f'{key}, wrong']})"
            for key in FACTS
        ]
        if counts["inside"]:
            read = counts["inside, read"]
            precision = read / max(1, read + counts["outside, read"])
            cells.append(f"{precision:.3f} / {read / counts['inside']:.3f}")
        if self.shares:
            means = [sum(held) / len(held) for held in self.shares.values()]
            cells.append(" / ".join(f"{mean:.3f}" for mean in means))
        return " | ".join(cells)


def main(arguments: list[str]) -> None:
    """Print a table for each folder: right of known, wrong in brackets; precision / recall."""
    folders = [Path(name) for name in arguments if name != "--all"]
    for folder in folders:
        pages = [p for p in annotated(folder) if "--all" in arguments or p.is_english]
        print(f"\n{folder.name}: {len(pages)} pages")
        print(f"| reader | {' | '.join(FACTS)} | body, precision / recall |")
        for name, reader in READERS.items():
            scores = Scores()
            for page in pages:
                scores.add(page, reader(page.path.read_bytes()))
            print(f"| {name} | {scores.line()} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
