"""The page of files for re-use: each with its size, and a table's columns."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from builder.render.index import DossierIndex
from builder.render.page import Page
from builder.render.page_links import Link, PageLinks
from builder.render.pages.changes import FEED
from builder.render.pages.coverage import CSV
from builder.render.phrases import size_words

ADDRESS = "data/"
FILES = {
    "data/dossier.json": "Everything: articles, people, quotes, claims, events, with passages.",
    "data/dossier.schema.json": "What each key of it holds, as a JSON Schema, to check it by.",
    "data/quotes.csv": "Every quote with its speaker and its article.",
    "data/claims.csv": "Every claim with its sources, and what the articles differ on.",
    "data/differences.csv": "Every value in which articles differ, and which article gives it.",
    CSV: "Claims and the articles that carry them.",
    "data/people.csv": "Everybody who is named, and how often.",
    "data/events.csv": "What happened, or is due, by date (EDTF).",
    "data/timeline.ics": "Every event with a date, for a calendar.",
    "data/timeline.json": "The timeline, in the form that TimelineJS reads.",
    FEED: "What each article brought, as an Atom feed.",
}
_OTHER = "More of the dossier, for programs."
_FORMATS = {
    ".json": "application/json", ".csv": "text/csv", ".ics": "text/calendar",
    ".xml": "application/atom+xml",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRow:
    """A file: where it is, how large, what it holds, and the columns of a table."""

    link: Link
    size: str
    words: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataView:
    """The page."""

    files: tuple[FileRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """What the page tells of a file that others make: its size in bytes, a table's columns."""

    size: int
    columns: tuple[str, ...] = ()


def data_page(story: DossierIndex, files: Mapping[str, DataFile]) -> Page:
    """The files for re-use, by their names under `docs/`; known ones first, in that order."""
    here = PageLinks(story=story, address=ADDRESS)
    known = list(FILES)
    names = sorted(
        files, key=lambda name: (known.index(name) if name in FILES else len(known), name)
    )
    return Page(
        address=ADDRESS, kind="data", title="Data", template="data",
        view=DataView(files=tuple(_row(name, files[name], here) for name in names)),
        description="The dossier as files for re-use.",
        linked=_linked(names, here),
    )  # fmt: skip


def _row(name: str, file: DataFile, here: PageLinks) -> FileRow:
    return FileRow(
        link=Link(text=PurePosixPath(name).name, url=here.to(name)),
        size=size_words(file.size),
        words=FILES.get(name, _OTHER),
        columns=file.columns,
    )


def _linked(names: list[str], here: PageLinks) -> dict[str, object]:
    return {
        "@type": "Dataset",
        "name": f"{here.story.dossier.title}: the dossier as data",
        "description": "Who said what, who reported it, when it happened, where reports differ.",
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": _FORMATS.get(PurePosixPath(name).suffix, "text/plain"),
                "contentUrl": here.path(name),
            }
            for name in names
        ],
    }
