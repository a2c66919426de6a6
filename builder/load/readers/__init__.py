"""One table of the files that are read: an ending in, how the kind is told and what reads it out.

The library of a kind is imported when the first file of that kind is read: a dossier of texts
neither waits for lxml nor needs pypdf to work.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from builder.errors import SeedError
from builder.load.document import Document
from builder.load.readers.plain import read_html, read_text
from builder.load.readers.shortcuts import address_in, only_an_address, refuse_shortcut

__all__ = ["ENDINGS", "KINDS", "Document", "Kind", "address_in", "read"]

_MB = 1024 * 1024
LARGEST_TEXT = 2 * _MB  # bytes; the longest news features stay below 200 kB
LARGEST_FILE = 20 * _MB  # bytes of a page or document, most of which are scripts and pictures


class Reader(Protocol):
    """Reads one kind: `SeedError` where the file is damaged, locked, or holds no text."""

    def __call__(self, content: bytes, *, file: str) -> Document:
        """The document in the bytes; `file` is how messages call it."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: how a person is told of it, what reads it, and how large it may be."""

    told: str
    reader: Reader
    largest: int = LARGEST_FILE


KINDS: Mapping[str, Kind] = {
    ".txt": Kind("a text", read_text, LARGEST_TEXT),
    ".md": Kind("a Markdown text", read_text, LARGEST_TEXT),
    ".markdown": Kind("a Markdown text", read_text, LARGEST_TEXT),
    ".html": Kind("a saved page", read_html),
    ".htm": Kind("a saved page", read_html),
    ".url": Kind("a shortcut", refuse_shortcut, LARGEST_TEXT),
    ".webloc": Kind("a shortcut", refuse_shortcut, LARGEST_TEXT),
}
ENDINGS = frozenset(KINDS)


def read(content: bytes, ending: str, *, file: str) -> Document:
    """The text of a file and what it states of its article.

    `ending` is one of `KINDS`, in any case; `file` is how messages call the file.
    Raises `SeedError`, with what to do, where it is of no such kind, too large, damaged, locked,
    or holds no text.
    """
    kind = KINDS.get(ending.lower())
    if kind is None:
        raise unknown_kind(ending, file=file)
    check_size(len(content), kind, file=file)
    address = address_in(content, ending)
    if address is not None:
        raise only_an_address(address, file=file)
    found = kind.reader(content, file=file)
    if not any(character.isalnum() for character in found.text):
        raise no_text(kind, file=file)
    check_size(len(found.text.encode("utf-8", "replace")), kind, file=file, largest=LARGEST_TEXT)
    return found


def unknown_kind(ending: str, *, file: str) -> SeedError:
    """The error for a file that nothing in the table reads."""
    return SeedError(
        f"files of this kind ({ending or 'no ending'}) are not read.",
        todo="Save it as text (.txt, UTF-8).",
        file=file,
    )


def check_size(size: int, kind: Kind, *, file: str, largest: int | None = None) -> None:
    """Raise `SeedError` where so many bytes are more than an article has."""
    limit = kind.largest if largest is None else largest
    if size > limit:
        raise SeedError(
            f"it is too large for an article ({size / _MB:.1f} MB).",
            todo=f"Split it; up to {limit // _MB} MB of {kind.told} is read.",
            file=file,
        )


def no_text(kind: Kind, *, file: str) -> SeedError:
    """The error for a file that was read, and has no words."""
    copied = "Copy the article's text into a .txt file, or remove it."
    todo = "Put the article in, or remove it." if kind.reader is read_text else copied
    return SeedError("it holds no text.", todo=todo, file=file)
