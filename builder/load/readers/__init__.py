"""One table of the files that are read: an ending in, how the kind is told and what reads it out.

A reader and its libraries are imported when the first file of its kind is read: a dossier of texts
neither waits for lxml and trafilatura, nor needs pypdf to work.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol

from builder.errors import SeedError
from builder.load.document import Document
from builder.load.readers.shortcut import address_in, only_an_address

__all__ = ["KINDS", "PAGE", "Document", "Kind", "address_in", "check_size", "read", "unknown_kind"]

_MB = 1024 * 1024
LARGEST_TEXT = 2 * _MB  # bytes; the longest news features stay below 200 kB
LARGEST_FILE = 20 * _MB  # bytes of a page or document, most of which are scripts and pictures


class Reader(Protocol):
    """Reads one kind: `SeedError` where the file is damaged, locked, or holds no text."""

    def __call__(self, content: bytes, *, file: str) -> Document:
        """The document in the bytes; `file` is how messages call it."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How a person is told of a kind, the module here that reads it, the largest file."""

    told: str
    module: str
    largest: int = LARGEST_FILE

    @property
    def reader(self) -> Reader:
        """The `read` of the kind's module."""
        found: Reader = import_module(f"{__name__}.{self.module}").read
        return found


PAGE, _ARCHIVE = Kind("a saved page", "page"), Kind("a page saved as one file", "archive")
_MARKDOWN = Kind("a Markdown text", "text", LARGEST_TEXT)
_SHORTCUT = Kind("a shortcut", "shortcut", LARGEST_TEXT)
KINDS: Mapping[str, Kind] = {
    ".txt": Kind("a text", "text", LARGEST_TEXT),
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": PAGE,
    ".htm": PAGE,
    ".mhtml": _ARCHIVE,
    ".mht": _ARCHIVE,
    ".pdf": Kind("a PDF", "pdf"),
    ".docx": Kind("a Word document", "word"),
    ".docm": Kind("a Word document", "word"),
    ".odt": Kind("an OpenDocument text", "opendocument"),
    ".rtf": Kind("an RTF file", "rtf"),
    ".eml": Kind("a saved mail", "mail"),
    ".epub": Kind("an e-book", "epub"),
    ".url": _SHORTCUT,
    ".webloc": _SHORTCUT,
}


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
        copied = "Copy the article's text into a .txt file, or remove it."
        todo = "Put the article in, or remove it." if kind.module == "text" else copied
        raise SeedError("it holds no text.", todo=todo, file=file)
    size = len(found.text.encode("utf-8", "replace"))
    if size > LARGEST_TEXT:
        raise _too_large(f"its text is too large for an article ({size / _MB:.1f} MB).", file=file)
    return found


def unknown_kind(ending: str, *, file: str) -> SeedError:
    """The error for a file that nothing in the table reads."""
    return SeedError(
        f"files of this kind ({ending or 'no ending'}) are not read.",
        todo="Save it as text (.txt), as a page (.html) or as a PDF.",
        file=file,
    )


def check_size(size: int, kind: Kind, *, file: str) -> None:
    """Raise `SeedError` where a file of so many bytes is larger than any article of its kind."""
    if size > kind.largest:
        what = f"it is too large for an article ({size / _MB:.1f} MB, of {kind.largest // _MB})."
        raise _too_large(what, file=file)


def _too_large(what: str, *, file: str) -> SeedError:
    return SeedError(what, todo="Copy the article alone into a .txt file.", file=file)
