"""The only stage that puts pages on disk: contents in, files under `docs/` out.

A list of what the builder wrote stands in `docs/.generated`, each file with the hash of what was
written. A file that is not on it is never overwritten or deleted; one that somebody changed since
is put aside first. Each file is replaced at once, so a killed build leaves no half page.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from contextlib import contextmanager
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from builder.errors import WriteError
from builder.files import staging_folder, write_whole

LIST = ".generated"
EDITED = ".dossier-cache/edited"
"""Where pages that were changed by hand are kept, beside `docs`."""
_WAITING = ".dossier-cache/waiting"
_LINE = re.compile(r"(?:(?P<hash>[0-9a-f]{64})  )?(?P<name>(?:.*/)?(?!\.\.?$)[^/]+)")
Files = Iterable[tuple[str, Iterable[str]]]
"""Names of files, each with its contents piece by piece, to be taken once and in order."""
Written = Mapping[str, frozenset[str]]
"""Names of files, each with the hashes of what the builder wrote; none where that is not known.

Several after a build that was ended half-way: the file may hold what it wrote, or the one before.
"""


def _silent(_: str) -> None:
    """Report nothing."""


def write_pages(docs: Path, files: Files, *, report: Callable[[str], None] = _silent) -> None:
    """Make `docs` hold exactly these generated files, by path relative to it.

    Each is made when its turn comes, and waits beside `docs` until all are, unless it stands there
    already. What was changed by hand is kept elsewhere first, and that is reported. Raises
    `WriteError`, before anything in `docs` is changed, where a file of somebody else's is in the
    way, or another build is writing.
    """
    before = _read_list(docs)
    standing = _standing(docs, before)
    with _waiting(docs) as waiting:
        now, fresh = dict[str, frozenset[str]](), dict[str, Path]()
        for name, pieces in files:
            made = waiting / str(len(fresh))
            now[name] = frozenset({hash_ := _made(made, pieces)})
            if standing.get(name) != hash_:
                fresh[name] = made
        _check(docs, now, before)
        _put_edited_aside(docs, before, now, standing, report)
        docs.mkdir(exist_ok=True)
        _write_list(docs, [before, now])
        for name, made in fresh.items():
            (docs / name).parent.mkdir(parents=True, exist_ok=True)
            made.replace(docs / name)
    for name in sorted(set(before) - set(now)):
        _remove(docs, name)
    _write_list(docs, [now])


def remove_pages(docs: Path, *, report: Callable[[str], None] = _silent) -> None:
    """Delete every file that the builder wrote in `docs`, and nothing else.

    What was changed by hand is kept elsewhere first, and that is reported.
    """
    before = _read_list(docs)
    _put_edited_aside(docs, before, {}, _standing(docs, before), report)
    for name in sorted(before):
        _remove(docs, name)
    (docs / LIST).unlink(missing_ok=True)


def generated_in(docs: Path) -> Set[str]:
    """The files that the builder wrote, by path relative to `docs`."""
    return _read_list(docs).keys()


@contextmanager
def _waiting(docs: Path) -> Iterator[Path]:
    """A folder for what is made, until it has its place in `docs`."""
    try:
        with staging_folder(docs.parent / _WAITING) as folder:
            yield folder
    except BlockingIOError as problem:
        raise WriteError(
            "another build is writing these pages.", todo="Wait until it ends.", file=docs.name
        ) from problem


def _made(place: Path, pieces: Iterable[str]) -> str:
    """The hash of the file that is written there."""
    digest = sha256()
    with place.open("wb") as file:
        for piece in pieces:
            data = piece.encode()
            digest.update(data)
            file.write(data)
    return digest.hexdigest()


def _standing(docs: Path, names: Iterable[str]) -> Mapping[str, str]:
    """The hashes of the files that stand in `docs`, of those with these names."""
    return {name: _hash((docs / name).read_bytes()) for name in names if (docs / name).is_file()}


def _put_edited_aside(
    docs: Path,
    before: Written,
    now: Written,
    standing: Mapping[str, str],
    report: Callable[[str], None],
) -> None:
    """Keep each file that holds neither what was written nor what will be."""
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


def _put_aside(path: Path, place: Path) -> Path:
    """Keep a copy at that place, under a name that is free, and return it."""
    number, kept = 1, place.with_name(f"{place.name}.edited")
    while kept.exists():
        number += 1
        kept = place.with_name(f"{place.name}.edited-{number}")
    kept.parent.mkdir(parents=True, exist_ok=True)
    write_whole(kept, path.read_bytes())
    return kept


def _check(docs: Path, now: Written, before: Written) -> None:
    for name in sorted(now):
        path = docs / name
        if path.exists() and not (path.is_file() and (name in before or _holds(path, now[name]))):
            raise _in_the_way(Path(name))
    for folder in sorted({folder for name in now for folder in Path(name).parents}):
        if (docs / folder).exists() and not (docs / folder).is_dir():
            raise _in_the_way(folder)


def _in_the_way(place: Path) -> WriteError:
    return WriteError(
        "a file that the builder did not write stands where pages belong.",
        todo="Move or rename it, then build again.",
        file=Path("docs") / place,
    )


def _holds(path: Path, hashes: Set[str]) -> bool:
    return _hash(path.read_bytes()) in hashes


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
    write_whole(docs / LIST, "".join(sorted(lines)).encode())
