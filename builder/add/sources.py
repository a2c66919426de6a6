"""What people name to `dossier add`: addresses, files, folders, `-`. Words in, sources out.

Passed over in a folder: hidden files, metadata beside an article (`NAME.yml`), and the folder that
a browser saves beside a page (`Page_files`). Folders in folders are not looked into.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from builder.add.addresses import addresses_in, has_scheme
from builder.add.refusals import SourceError
from builder.load import SIDE_ENDING

STANDARD_INPUT = "-"
_PAGES = frozenset({".html", ".htm"})
_ASIDE = ("_files", "-Dateien", "_fichiers", "_archivos", ".files")  # how browsers call it
_WITHOUT_SCHEME = re.compile(r"www\.|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/")  # "coast.example/news"
FEEDS = frozenset({".xml", ".rss", ".atom"})


@dataclass(frozen=True, slots=True)
class Address:
    """An address on the web: of an article, a feed or a sitemap."""

    url: str
    depth: int = 0
    """How many feeds or sitemaps led to it."""

    def __str__(self) -> str:
        """How messages call it."""
        return self.url


@dataclass(frozen=True, slots=True)
class File:
    """A file on this machine."""

    path: Path

    def __str__(self) -> str:
        """How messages call it."""
        return str(self.path)


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text from standard input."""

    content: bytes

    def __str__(self) -> str:
        """How messages call it."""
        return "standard input"


Source = Address | File | Pasted


def sources_of(
    words: list[str], standard_input: Callable[[], bytes]
) -> list[Source | SourceError]:
    """The sources that the words mean, in their order; an error for each that is none."""
    return [source for word in words for source in _sources(word, standard_input)]


def _sources(word: str, standard_input: Callable[[], bytes]) -> Iterator[Source | SourceError]:
    if word == STANDARD_INPUT:
        yield from _pasted(standard_input())
    elif _stands(Path(word)):
        yield from _in_folder(Path(word)) if Path(word).is_dir() else _of_file(Path(word))
    elif has_scheme(word):
        yield Address(word)
    else:
        is_page = _WITHOUT_SCHEME.match(word) is not None
        todo = f"If you mean the web page, write https://{word}" if is_page else "Check the path."
        yield SourceError("there is no such file.", todo=todo, file=word)


def _stands(path: Path) -> bool:
    """Whether there is such a file or folder, or a link of that name."""
    try:
        path.lstat()
    except (OSError, ValueError):  # a long address is too long for a name
        return False
    return True


def _pasted(content: bytes) -> Iterator[Source | SourceError]:
    addresses = addresses_in(content.decode("utf-8-sig", "replace"))
    if addresses:
        yield from map(Address, addresses)
    elif content.strip():
        yield Pasted(content)
    else:
        yield SourceError(
            "nothing came.", todo="Paste a text, or one address a line.", file="standard input"
        )


def _in_folder(folder: Path) -> Iterator[Source | SourceError]:
    try:
        entries = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as problem:
        what = f"it cannot be read ({problem.strerror})."
        yield SourceError(what, todo="Check its permissions.", file=folder)
        return
    articles = {path.stem for path in entries if path.suffix.lower() != SIDE_ENDING}
    found = False
    for path in entries:
        if path.is_dir():
            if not _is_beside_a_page(path):
                yield SourceError(
                    "folders inside the folder are passed over.",
                    todo="Name the folder itself to add its files.",
                    file=path,
                )
        elif path.suffix.lower() != SIDE_ENDING or path.stem not in articles:
            found = True
            yield from _of_file(path)
    if not found:
        yield SourceError("it holds no files.", todo="Name another folder.", file=folder)


def _is_beside_a_page(folder: Path) -> bool:
    """Whether the folder holds the pictures and styles of a page that was saved beside it."""
    stems = [folder.name.removesuffix(ending) for ending in _ASIDE if folder.name.endswith(ending)]
    return any((folder.parent / f"{stem}{page}").exists() for stem in stems for page in _PAGES)


def _of_file(path: Path) -> Iterator[Source | SourceError]:
    if not path.exists():
        todo = "Name the file itself."
        yield SourceError("it is a link that leads nowhere.", todo=todo, file=path)
    elif not path.is_file():
        todo = "Name a file with the article."
        yield SourceError("it is no file, but a pipe or a device.", todo=todo, file=path)
    elif path.suffix.lower() == SIDE_ENDING:
        todo = "Name the article; what stands beside it is taken along."
        yield SourceError("it is the metadata of an article.", todo=todo, file=path)
    else:
        yield File(path)
