"""`dossier rename`: an article under another name, its old address alive."""

from collections.abc import Iterator, Mapping, Set
from contextlib import suppress
from pathlib import Path

from slugify import slugify

from builder import yamlfile
from builder.errors import DossierError, EditorialError, SeedError
from builder.links import page_address
from builder.load import FOLDER, ID_LENGTH, article_id
from builder.overrides import FILE
from builder.permalinks import read_permalinks, write_permalinks
from builder.render.phrases import listed
from builder.seedfiles import seed_files
from builder.settings import read_settings


class Renaming:
    """An article to be renamed in the dossier in a folder."""

    def __init__(self, folder: Path, old: str, new: str) -> None:
        """Find its files; `DossierError` where there are none, or where the new name is taken."""
        read_settings(folder)
        self._folder = folder
        self._seed = seed_files(folder, old)
        self._new = Path(new).stem if Path(new).suffix == self._seed.paths[0].suffix else new
        _check(folder, self._new)
        self._ids = article_id(self._seed.name), article_id(self._new)

    def consequences(self) -> Iterator[str]:
        """What will change, in lines."""
        moved = [
            f"{path.relative_to(self._folder)} to {self._moved(path).name}"
            for path in self._seed.paths
        ]
        yield f"To be renamed: {listed(moved)}."
        old, new = self._ids
        yield (
            f"The address of its page moves from {page_address('articles', old)} to "
            f"{page_address('articles', new)}; the old one will lead there."
        )
        for line in _lines_naming(self._folder / FILE, {old, *self._seed.shown(self._folder)}):
            yield f"{FILE}:{line}: `{old}` stands there. If it is the article, write {new}."

    def carry_out(self) -> None:
        """Note the new name in `permalinks.json`, then move the files, all of them or none."""
        permalinks = read_permalinks(self._folder)
        permalinks.rename_article(*self._ids)
        moved: list[Path] = []
        try:
            for path in self._seed.paths:
                path.rename(self._moved(path))
                moved.append(path)
            write_permalinks(self._folder, permalinks)
        except BaseException as problem:
            for path in moved:
                with suppress(OSError):
                    self._moved(path).rename(path)
            if not isinstance(problem, OSError):
                raise
            raise DossierError(
                f"it cannot be renamed ({problem.strerror}).",
                todo="Make room or allow writing there, then run the command again.",
                file=problem.filename,
            ) from problem

    def _moved(self, path: Path) -> Path:
        return path.with_name(f"{self._new}{path.suffix}")


def _lines_naming(decisions: Path, names: Set[str]) -> Iterator[int]:
    """The lines of the decisions where one of these names stands."""
    if decisions.exists():
        part = yamlfile.read(decisions, file=decisions.name, error=EditorialError)
        places = [place for place, words in _written(part.data, ()) if words in names]
        yield from sorted({line for line in map(part.line_of, places) if line is not None})


def _written(data: object, place: yamlfile.Place) -> Iterator[tuple[yamlfile.Place, str]]:
    """Each text of the data, and its place."""
    if isinstance(data, str):
        yield place, data
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield from _written(value, (*place, str(key)))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _written(value, (*place, number))


def _check(folder: Path, name: str) -> None:
    """Raise `SeedError` where no article may have this name."""
    slug = slugify(name, regex_pattern=r"[^-a-z0-9_]+", max_length=ID_LENGTH)
    if article_id(name) != name:
        todo = f"Take {slug}." if slug and article_id(slug) == slug else "Take another name."
        raise SeedError(
            "a new name has small letters, digits, `-` and `_`, and no others.",
            todo=todo,
            file=f"{FOLDER}/{name}",
        )
    taken = [p for p in (folder / FOLDER).iterdir() if p.stem.casefold() == name]
    if taken:
        raise SeedError(
            "there is an article of that name.", todo="Take another name.", file=taken[0]
        )
