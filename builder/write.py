"""The only stage that puts pages on disk: contents in, files under `docs/` out.

A list of what the builder wrote stands in `docs/.generated`. A file that is not on it is never
overwritten or deleted. Each file is replaced at once, so a killed build leaves no half page.
"""

from collections.abc import Mapping
from pathlib import Path

from builder.errors import WriteError

LIST = ".generated"


def write_pages(docs: Path, pages: Mapping[str, str]) -> None:
    """Make `docs` hold exactly these generated files, by path relative to it.

    Raises `WriteError`, before anything is changed, where a file of somebody else's is in the way.
    """
    before = generated_in(docs)
    _check(docs, pages, before)
    docs.mkdir(parents=True, exist_ok=True)
    _write_list(docs, before | set(pages))
    for name, contents in sorted(pages.items()):
        _replace(docs / name, contents)
    for name in sorted(before - set(pages)):
        _remove(docs, name)
    _write_list(docs, set(pages))


def remove_pages(docs: Path) -> None:
    """Delete every file that the builder wrote in `docs`, and nothing else."""
    for name in sorted(generated_in(docs)):
        _remove(docs, name)
    (docs / LIST).unlink(missing_ok=True)


def generated_in(docs: Path) -> set[str]:
    """The files that the builder wrote, by path relative to `docs`."""
    path = docs / LIST
    if not path.is_file():
        return set()
    names = path.read_text(encoding="utf-8").splitlines()
    return {name for name in names if _is_inside(docs, name)}


def _check(docs: Path, pages: Mapping[str, str], before: set[str]) -> None:
    for name in sorted(pages):
        path = docs / name
        ours = path.is_file() if name in before else _holds(path, pages[name].encode())
        if path.exists() and not ours:
            raise _in_the_way(Path(name))
        for folder in Path(name).parents:
            if (docs / folder).exists() and not (docs / folder).is_dir():
                raise _in_the_way(folder)


def _in_the_way(place: Path) -> WriteError:
    return WriteError(
        "a file that the builder did not write stands where pages belong.",
        todo="Move or rename it, then build again.",
        file=Path("docs") / place,
    )


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def _replace(path: Path, contents: str) -> None:
    data = contents.encode()
    if _holds(path, data):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_bytes(data)
    fresh.replace(path)


def _remove(docs: Path, name: str) -> None:
    path = docs / name
    path.unlink(missing_ok=True)
    folder = path.parent
    while folder != docs and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _is_inside(docs: Path, name: str) -> bool:
    return bool(name) and (docs / name).resolve().is_relative_to(docs.resolve())


def _write_list(docs: Path, names: set[str]) -> None:
    _replace(docs / LIST, "".join(f"{name}\n" for name in sorted(names)))
