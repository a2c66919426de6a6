"""The files of one article: a dossier's folder and a name in, their paths out.

An article is a file of `seeds/`; beside it may stand its metadata (`NAME.yml`), and what it was
read from in `originals/`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from builder.errors import SeedError
from builder.load import FOLDER, SIDE_ENDING

ORIGINALS = "originals"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedFiles:
    """An article's name and its files, the article itself first."""

    name: str
    paths: tuple[Path, ...]

    def shown(self, folder: Path) -> Iterator[str]:
        """The files as messages call them: `seeds/a.txt`."""
        return (str(path.relative_to(folder)) for path in self.paths)


def seed_files(folder: Path, name: str) -> SeedFiles:
    """The files of the article that the maintainer calls by its name or by its file.

    Raises `SeedError` where there is none, or more than one.
    """
    articles = [path for path in files_in(folder / FOLDER) if path.suffix.lower() != SIDE_ENDING]
    called = Path(name).name
    found = [path for path in articles if called in {path.name, path.stem}]
    if not found:
        near = get_close_matches(called, [path.stem for path in articles], n=1)
        todo = f"Did you mean {near[0]}?" if near else "Look its name up in the folder."
        raise SeedError("there is no such article.", todo=todo, file=f"{FOLDER}/{called}")
    if len(found) > 1:
        both = " and ".join(path.name for path in found)
        todo = f"Name the file: {both}."
        raise SeedError("several articles have this name.", todo=todo, file=f"{FOLDER}/{called}")
    stem = found[0].stem
    side = [path for path in files_in(folder / FOLDER) if path.name == f"{stem}{SIDE_ENDING}"]
    originals = [path for path in files_in(folder / ORIGINALS) if path.stem == stem]
    return SeedFiles(name=stem, paths=(*found, *side, *originals))


def files_in(folder: Path) -> list[Path]:
    """What stands in the folder, by name; hidden files and a folder that is not there are none."""
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
