"""What was last published, in short: the file `published.json` in, values out, and back.

It is an input of every build, as the articles are, and `dossier publish` alone writes it: however
often the dossier is built, it is compared with what readers saw last. One item a line, so that
version control shows what changed.
"""

import json
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from builder.errors import SettingsError
from builder.files import write_whole
from builder.model.claims import DifferenceKind
from builder.model.ids import ArticleId, ClaimId, EntityId, EventId, QuoteId

FILE = "published.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedArticle:
    """An article as it was published."""

    id: ArticleId
    file: str
    sha256: str
    """Of the file's bytes."""
    outlet: str | None
    published: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedName:
    """A person or organisation."""

    id: EntityId
    name: str
    quotes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedDifference:
    """On what articles differed, and the values that they gave."""

    kind: DifferenceKind
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedClaim:
    """A claim that had a page; it was disputed where it has differences."""

    id: ClaimId
    title: str
    articles: tuple[ArticleId, ...]
    outlets: tuple[str, ...]
    sources: int
    """Independent ones."""
    differences: tuple[PublishedDifference, ...]
    updates: tuple[str, ...]
    """The values of a figure that changed, the oldest first."""
    told: dict[ArticleId, str] = field(default_factory=dict)
    """What each article tells: other words of it, once it was edited, correct it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedQuote:
    """Who was thought to have said it, and how sure that was."""

    id: QuoteId
    speaker: EntityId | None
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedEvent:
    """An entry of the timeline."""

    id: EventId
    date: str | None
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """All that was last published, each kind sorted by id."""

    schema: Literal[1] = 1
    brought: tuple[str, ...] = ()
    """What changed with it, in sentences: pages built later say it until something changes."""
    articles: tuple[PublishedArticle, ...] = ()
    people: tuple[PublishedName, ...] = ()
    organisations: tuple[PublishedName, ...] = ()
    claims: tuple[PublishedClaim, ...] = ()
    quotes: tuple[PublishedQuote, ...] = ()
    events: tuple[PublishedEvent, ...] = ()

    def as_json(self) -> str:
        """The contents of the file."""
        kinds = [
            f' "{kind.name}": [{_lines(getattr(self, kind.name))}]' for kind in fields(self)[1:]
        ]
        return "{\n" + ",\n".join([f' "schema": {self.schema}', *kinds]) + "\n}\n"


_file = TypeAdapter(Published)


def read_published(folder: Path) -> Published | None:
    """What the dossier in `folder` last published; `None` where nothing is published yet."""
    path = folder / FILE
    if not path.exists():
        return None
    try:
        return _file.validate_json(path.read_bytes())
    except (OSError, ValidationError) as problem:
        raise SettingsError(
            f"it cannot be read ({_reason(problem)}).",
            todo="Restore it from version control, or remove it: then everything counts as new.",
            file=FILE,
        ) from problem


def write_published(folder: Path, published: Published) -> None:
    """Keep what is published now, for the next builds of the dossier in `folder`."""
    write_whole(folder / FILE, published.as_json().encode())


def _reason(problem: OSError | ValidationError) -> str:
    if isinstance(problem, OSError):
        return problem.strerror or "for no stated reason"
    first = problem.errors()[0]
    return ": ".join([*(str(step) for step in first["loc"]), first["msg"]])


def _lines(items: tuple[Any, ...]) -> str:
    plain = (item if isinstance(item, str) else asdict(item) for item in items)
    rows = [json.dumps(item, ensure_ascii=False, default=str) for item in plain]
    return "\n  " + ",\n  ".join(rows) + "\n " if rows else ""
