"""The bytes of an article in, an article ready to be kept out: its text, and what is known of it.

What the maintainer states counts most (the options, then the side file), then front matter and
what the page or document says of itself. Nothing is guessed.
"""

from datetime import date
from hashlib import sha256
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from builder.add.addresses import address_key, without_tracking
from builder.add.keeping import Seed
from builder.add.receiving import Received
from builder.add.refusals import SAVE, SourceError
from builder.add.walls import wall_in
from builder.errors import SeedError
from builder.load.document import Document
from builder.load.frontmatter import Stated, metadata_of, side_file
from builder.load.readers import read

_PAGES = frozenset({".html", ".htm"})
_FIRST_WORDS = 8  # of a pasted text; enough to know it by


def article_of(got: Received, *, stated: Stated, today: date) -> Seed:
    """The article; `stated` is what the options say of it, `today` the day of this run.

    Raises `SourceError` or `SeedError` where there is no article to read.
    """
    document = _read(got)
    side = _side(got)
    if side and document.has_front_matter:
        raise SourceError(
            f"it has front matter, and {got.side} stands beside it.",
            todo="Keep the metadata in one of the two.",
            file=got.called,
        )
    facts = {**document.facts, "url": _url(got, document.facts.get("url"))}
    known = {"retrieved": today, **facts, **side, **stated}
    known["sha256"] = sha256(got.content).hexdigest()
    metadata = metadata_of(_whole_characters(known), file=got.called)
    return Seed(
        words=_words(got, document.text, metadata),
        text=document.text,
        metadata=metadata,
        original=got.content,
        ending=got.ending,
    )


def stated_of(**options: str | None) -> Stated:
    """What the options state, by metadata key; `SeedError` where a value is not usable."""
    given = {key: value for key, value in options.items() if value is not None}
    return metadata_of(given, file="the options")


def _side(got: Received) -> Stated:
    """What the side file states; one with an address that cannot be followed is refused."""
    written = None if got.side is None else side_file(got.side, file=str(got.side))
    if written is None:
        return {}
    if written.problem is not None:
        raise written.problem
    return written.facts


def _read(got: Received) -> Document:
    """The text that the bytes hold; a page that shows none says why."""
    try:
        found = read(got.readable, got.ending, file=got.called)
    except SeedError:
        _refuse_wall(got, "")
        raise
    _refuse_wall(got, found.text)
    if found.problem is not None:
        raise found.problem
    return found


def _refuse_wall(got: Received, text: str) -> None:
    wall = wall_in(got.readable, text) if got.ending in _PAGES else None
    if wall is not None:
        raise SourceError(wall, todo=SAVE, file=got.called)


def _url(got: Received, canonical: object) -> str | None:
    """The article's address: the one that the page calls its own, if that is of the same site.

    A copy in another newspaper often names the first one's address.
    """
    own = canonical if isinstance(canonical, str) else None
    if got.address is None:
        return own
    if own is not None and _site(own) == _site(got.address):
        return own
    return without_tracking(got.address)


def _site(url: str) -> str:
    return address_key(url).partition("/")[0]


def _whole_characters(stated: Stated) -> Stated:
    """The same without halves of characters, which no file can hold."""

    def whole(value: object) -> object:
        if isinstance(value, str):
            return value.encode("utf-8", "replace").decode("utf-8")
        return [whole(item) for item in value] if isinstance(value, list | tuple) else value

    return {key: whole(value) for key, value in stated.items()}


def _words(got: Received, text: str, metadata: Stated) -> str:
    """What the article's name is made of."""
    if got.path is not None:
        return got.path.stem
    named = " ".join(str(metadata[key]) for key in ("outlet", "title") if key in metadata)
    if "title" in metadata:
        return named
    path = PurePosixPath(unquote(urlsplit(got.address or "").path))
    return f"{named} {path.stem or ' '.join(text.split()[:_FIRST_WORDS])}"
