"""An article on disk: `seeds/NAME.txt`, what is known of it in `NAME.yml`, perhaps the original.

Nothing is overwritten: a name that is taken gets a number. Every file is written beside its place
under a hidden name first and then moved, so that a full disk or Ctrl-C leaves no half article.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from slugify import slugify

from builder.load import FOLDER, SIDE_ENDING
from builder.load.frontmatter import Stated
from builder.load.readers import read
from builder.seedfiles import ORIGINALS

LONGEST_NAME = 60
_RESERVED = frozenset({"index"})  # `articles/index` is the page that lists them
_KEYS = (
    "title", "outlet", "url", "authors", "published", "language", "retrieved", "added", "rights",
    "notes", "sha256",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """An article ready to be kept."""

    words: str
    """What its name is made of."""
    text: str
    metadata: Stated
    original: bytes
    ending: str
    """That of the original."""


class Names:
    """The names that are taken in a dossier's folder, and in this run."""

    def __init__(self, folder: Path) -> None:
        """Look at the articles, their metadata and their originals."""
        places = (folder / FOLDER, folder / ORIGINALS)
        paths = [path for place in places if place.is_dir() for path in place.iterdir()]
        self._taken = {path.stem.casefold() for path in paths} | _RESERVED

    def new(self, words: str) -> str:
        """A free name, made of the words; it is taken from now on."""
        slug = slugify(words, max_length=LONGEST_NAME, word_boundary=True) or "article"
        name, number = slug, 1
        while name in self._taken:
            number += 1
            name = f"{slug}-{number}"
        self._taken.add(name)
        return name


def place_of(seed: Seed, name: str) -> str:
    """Where the article is kept, as messages call it: Markdown stays what it is."""
    return f"{FOLDER}/{name}{'.md' if seed.ending in {'.md', '.markdown'} else '.txt'}"


def readable_again(seed: Seed, *, file: str) -> None:
    """Raise `SeedError` where a build could not read the article once it is kept."""
    read(_kept(seed.text), ".txt", file=file)


def keep(folder: Path, seed: Seed, name: str, *, original: bool) -> None:
    """Write the article, its metadata and, if wanted, its original.

    `OSError` where the disk is full or the folder may not be written to; then nothing is left.
    """
    files = {
        folder / FOLDER / f"{name}{SIDE_ENDING}": side_of(seed.metadata).encode("utf-8"),
        folder / place_of(seed, name): _kept(seed.text),
    }
    if original:
        files = {folder / ORIGINALS / f"{name}{seed.ending}": seed.original, **files}
    _write(files)


def side_of(metadata: Stated) -> str:
    """The metadata as YAML, in the order in which people read it."""
    shown = {key: metadata[key] for key in _KEYS if metadata.get(key)}
    shown = {
        key: list(value) if isinstance(value, tuple) else value for key, value in shown.items()
    }
    return str(yaml.safe_dump(shown, allow_unicode=True, sort_keys=False, width=10_000))


def _kept(text: str) -> bytes:
    """The text as a file; an empty line before what would be taken for front matter."""
    first = "\n" if text.startswith("---") else ""
    return f"{first}{text.rstrip()}\n".encode("utf-8", "replace")


def _write(files: Mapping[Path, bytes]) -> None:
    fresh = {path: path.with_name(f".{path.name}.new") for path in files}
    placed: list[Path] = []
    try:
        for path, content in files.items():
            path.parent.mkdir(exist_ok=True)
            fresh[path].write_bytes(content)
        for path in files:
            placed.append(path)
            fresh[path].replace(path)
    except BaseException:
        for path in (*fresh.values(), *placed):
            path.unlink(missing_ok=True)
        raise
