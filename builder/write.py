"""The only stage that puts pages on disk: contents in, files under `docs/` out.

A list of what the builder wrote stands in `docs/.generated`, each file with the hash of what was
written. A file that is not on it is never overwritten or deleted; one that somebody changed since
is put aside first. Each file is replaced at once, so a killed build leaves no half page.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from builder.errors import WriteError
from builder.files import write_whole

LIST = ".generated"
EDITED = ".dossier-cache/edited"
"""Where pages that were changed by hand are kept, beside `docs`."""
_LINE = re.compile(r"(?:(?P<hash>[0-9a-f]{64})  )?(?P<name>(?:.*/)?(?!\.\.?$)[^/]+)")
Written = Mapping[str, frozenset[str]]
"""Names of files, each with the hashes of what the builder wrote; none where that is not known.

Several after a build that was ended half-way: the file may hold what it wrote, or the one before.
"""


def _silent(_: str) -> None:
    """Report nothing."""


def write_pages(
    docs: Path, pages: Mapping[str, str], *, report: Callable[[str], None] = _silent
) -> None:
    """Make `docs` hold exactly these generated files, by path relative to it.

    What was changed by hand is kept elsewhere first, and that is reported. Raises `WriteError`,
    before anything is changed, where a file of somebody else's is in the way.
    """
    before = _read_list(docs)
    _check(docs, pages, before)
    docs.mkdir(parents=True, exist_ok=True)
    data = {name: contents.encode() for name, contents in sorted(pages.items())}
    now = {name: frozenset({_hash(contents)}) for name, contents in data.items()}
    standing = _put_edited_aside(docs, before, now, report)
    _write_list(docs, [before, now])
    for name, contents in data.items():
        if standing.get(name) not in now[name]:
            _replace(docs / name, contents)
    for name in sorted(set(before) - set(pages)):
        _remove(docs, name)
    _write_list(docs, [now])


def remove_pages(docs: Path, *, report: Callable[[str], None] = _silent) -> None:
    """Delete every file that the builder wrote in `docs`, and nothing else.

    What was changed by hand is kept elsewhere first, and that is reported.
    """
    before = _read_list(docs)
    _put_edited_aside(docs, before, {}, report)
    for name in sorted(before):
        _remove(docs, name)
    (docs / LIST).unlink(missing_ok=True)


def generated_in(docs: Path) -> Set[str]:
    """The files that the builder wrote, by path relative to `docs`."""
    return _read_list(docs).keys()


def _put_edited_aside(
    docs: Path, before: Written, now: Written, report: Callable[[str], None]
) -> Mapping[str, str]:
    """Keep each file that holds neither what was written nor what will be.

    Returns the hashes of the files that stand there, by name.
    """
    standing = {
        name: _hash((docs / name).read_bytes()) for name in before if (docs / name).is_file()
    }
    for name, hashes in sorted(before.items()):
        path = docs / name
        known = hashes | now.get(name, frozenset())
        if hashes and name in standing and standing[name] not in known:
            kept = _put_aside(path, docs.parent / EDITED / name)
            report(
                f"docs/{name}: it was changed by hand, and the builder writes it anew. Your "
                f"version is kept as {kept.relative_to(docs.parent)}. Correct it in "
                "editorial.yml, so that it lasts."
            )
    return standing


def _put_aside(path: Path, place: Path) -> Path:
    """Keep a copy at that place, under a name that is free, and return it."""
    number, kept = 1, place.with_name(f"{place.name}.edited")
    while kept.exists():
        number += 1
        kept = place.with_name(f"{place.name}.edited-{number}")
    kept.parent.mkdir(parents=True, exist_ok=True)
    write_whole(kept, path.read_bytes())
    return kept


def _check(docs: Path, pages: Mapping[str, str], before: Written) -> None:
    for name in sorted(pages):
        path = docs / name
        ours = path.is_file() if name in before else _holds(path, pages[name].encode())
        if path.exists() and not ours:
            raise _in_the_way(Path(name))
    for folder in sorted({folder for name in pages for folder in Path(name).parents}):
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


def _replace(path: Path, data: bytes) -> None:
    if _holds(path, data):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, data)


def _remove(docs: Path, name: str) -> None:
    path = docs / name
    path.unlink(missing_ok=True)
    folder = path.parent
    while folder != docs and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()


def _read_list(docs: Path) -> Written:
    path = docs / LIST
    if not path.is_file():
        return {}
    found: dict[str, set[str]] = defaultdict(set)
    is_inside = cache(partial(_is_inside, docs.resolve()))
    for line in path.read_text(encoding="utf-8").splitlines():
        if (entry := _LINE.fullmatch(line)) and is_inside(Path(entry["name"]).parent):
            found[entry["name"]] |= {entry["hash"]} if entry["hash"] else set()
    return {name: frozenset(hashes) for name, hashes in found.items()}


def _is_inside(docs: Path, folder: Path) -> bool:
    return (docs / folder).resolve().is_relative_to(docs)


def _write_list(docs: Path, lists: Iterable[Written]) -> None:
    lines = {
        f"{hash_}  {name}\n" if hash_ else f"{name}\n"
        for written in lists
        for name, hashes in written.items()
        for hash_ in hashes or ("",)
    }
    _replace(docs / LIST, "".join(sorted(lines)).encode())
