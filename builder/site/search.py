"""Search in the site: its entries as a script, which a browser loads once a reader searches.

In: a built site, with the entries that the dossier's pages brought along. Out: the same with
`search/search_index.js`, to which the pages that were written by hand are added. It is a script,
no data file, so that a copy of the site opened as files can be searched too. Where it would be
large, it holds the names alone, and Pagefind's index, of which a browser loads the parts that a
query needs, has what was said and claimed.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence, Set
from pathlib import Path
from typing import Any

from lxml import html
from lxml.html import builder

from builder.errors import SiteError

LARGE = 1_500_000  # bytes; compressed 0.36 MB, as much as Pagefind loads for a search or two
FOLDER = "pagefind"
_ENTRIES = Path("data") / "search_index.json"
_SCRIPT = Path("search") / "search_index.js"
_BETWEEN = "\u241e"  # the sign for a record separator
_NAMES = {"Person", "Organisation", "Place", "Outlet"}
_KEPT = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")  # else user interfaces
_WRITTEN = "data-searched"  # marks the body of a page that brought no entries
_UNREAD = (
    "descendant-or-self::*[@data-search-exclude or contains(@class, 'headerlink') or self::del]"
)


def set_search(site: Path, *, in_parts: bool = True) -> None:
    """Write the index of the site into it; `SiteError` where Pagefind stumbles.

    A large one is written in parts, or whole where that is not wanted: a preview makes it often.
    """
    index = _dossier_entries(site)
    known = {entry["location"].partition("#")[0] for entry in index["docs"]}
    index["docs"] += _pages_written(site, known)
    if in_parts and len(_script(index).encode()) > LARGE:
        rest = [entry for entry in index["docs"] if entry["kind"] not in _NAMES]
        _set_pagefind(site, rest, index["articles"])
        index["docs"] = [entry for entry in index["docs"] if entry["kind"] in _NAMES]
        index["more"] = f"{FOLDER}/pagefind.js"
    path = site / _SCRIPT
    path.parent.mkdir(exist_ok=True)
    path.write_text(_script(index), encoding="utf-8")


def _script(index: Mapping[str, Any]) -> str:
    data = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    for mark in "\u2028\u2029":  # line ends to a script, not to JSON
        data = data.replace(mark, f"\\u{ord(mark):04x}")
    return f"searchIndex({data});\n"


def _dossier_entries(site: Path) -> dict[str, Any]:
    path = site / _ENTRIES
    if not path.is_file():
        return {"articles": [], "docs": []}
    entries: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return entries


def _pages_written(site: Path, known: Set[str]) -> Iterator[dict[str, Any]]:
    for path in sorted(site.rglob("index.html")):
        folder = path.parent.relative_to(site).as_posix()
        location = "" if folder == "." else f"{folder}/"
        if location not in known and _WRITTEN in (text := path.read_text(encoding="utf-8")):
            for body in html.document_fromstring(text).xpath(f"//*[@{_WRITTEN}]"):
                yield _page(body, location=location)


def _page(body: html.HtmlElement, *, location: str) -> dict[str, Any]:
    for unread in body.xpath(_UNREAD):
        unread.drop_tree()
    headings = body.xpath("descendant::h1")
    blocks = body.xpath("descendant::*[self::p or self::li or self::td or self::h2 or self::h3]")
    lines = [" ".join(block.text_content().split()) for block in blocks]
    return {
        "kind": "Page",
        "title": " ".join(headings[0].text_content().split()) if headings else location,
        "location": location,
        "text": "\n".join(dict.fromkeys(lines)),
    }


def _set_pagefind(site: Path, entries: Sequence[Mapping[str, Any]], articles: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for number, entry in enumerate(entries):
            path = Path(folder) / f"{number}.html"
            path.write_text(_entry_page(entry, articles), encoding="utf-8")
        _run_pagefind(folder, site / FOLDER)
    for path in (site / FOLDER).glob("pagefind*"):
        if path.suffix in {".js", ".css"} and path.name not in _KEPT:
            path.unlink()


def _entry_page(entry: Mapping[str, Any], articles: list[str]) -> str:
    """An entry as the page that Pagefind reads; what a result shows stands in attributes."""
    shown = {key: str(entry.get(key, "")) for key in ("kind", "title", "location", "day", "note")}
    lines = [line.replace(_BETWEEN, " ") for line in entry["text"].split("\n")]
    shown["lines"] = _BETWEEN.join(lines)
    shown["in"] = _BETWEEN.join(articles[at].replace(_BETWEEN, " ") for at in entry.get("in", []))
    kept = [(key, value) for key, value in shown.items() if value]
    body = builder.BODY(
        builder.H1(entry["title"]),
        *map(builder.P, lines),
        {f"data-{key}": value for key, value in kept},
        {
            "data-pagefind-body": "",
            "data-pagefind-meta": ", ".join(f"{key}[data-{key}]" for key, _ in kept),
        },
    )
    return str(html.tostring(builder.HTML(body, lang="en"), encoding="unicode"))


def _run_pagefind(source: str, target: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--site", source, "--output-path", str(target)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    if run.returncode:
        said = (run.stderr or run.stdout).strip().splitlines()
        raise SiteError(
            f"the search index cannot be built ({said[-1] if said else run.returncode}).",
            todo="Install the package again: it brings Pagefind with it.",
            file=FOLDER,
        )
