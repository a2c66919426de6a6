"""Whether the site was made from what stands in the folder now: a folder in, yes or no out.

What a build depends on is known by its content (articles, settings, decisions, addresses), what it
made itself and the builder's own files by size and time of change, as `make` does. The note stands
in the folder's cache and speaks of one site: another in its place counts as not made. A build that
had something to report leaves no note, so that the next one reports it again.
Missed: a page in `site/` that was changed by hand.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import asdict, dataclass
from importlib.resources import files
from pathlib import Path

from builder import load as seeds
from builder import overrides, permalinks, published, settings
from builder.cache import FOLDER
from builder.files import SITE, SITE_CONFIG, SITE_MARK, write_whole

NOTE = "built.json"
_READ = (settings.FILE, overrides.FILE, SITE_CONFIG, published.FILE)
_OWN = ("docs", "overrides")
_VARIABLES = re.compile(r"!ENV\s+\[?\s*([\w, ]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Digests of what a build reads, taken before it reads it."""

    read: str
    """Articles, settings, decisions, what was last published, the environment that MkDocs asks."""
    builder: str
    """The builder's code and data, and the versions of all that is installed."""


def inputs_of(folder: Path) -> Inputs:
    """The digests for the dossier in `folder` as it stands now."""
    return Inputs(read=_digest(_contents(folder)), builder=_digest(_installed()))


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeFrom:
    """What a site was made from."""

    inputs: Inputs
    pages: str
    """Of `docs/` and the like, as `pages_in` gives it: when the builder had written its own."""


def note_built(folder: Path, made_from: MadeFrom, told: Sequence[str]) -> None:
    """Note what the site was made from, and what was told of it when it was made."""
    note = {"made": [asdict(made_from), _left(folder)], "told": list(told)}
    path = folder / FOLDER / NOTE
    path.parent.mkdir(exist_ok=True)
    write_whole(path, json.dumps(note).encode())


def pages_in(folder: Path, *, but: Set[str] = frozenset(), of: Sequence[str] = _OWN) -> str:
    """A digest of the pages that MkDocs reads, written by hand or by the builder.

    `but` are paths relative to `docs/` that are left out; `of` are the folders.
    """
    left_out = {folder / "docs" / name for name in but}
    return _digest(line for name in of for line in _states(folder / name, left_out))


def told_of(folder: Path) -> tuple[str, ...] | None:
    """What was told of the site, where a build would only make it again; `None` where not."""
    try:
        note = json.loads((folder / FOLDER / NOTE).read_text(encoding="utf-8"))
        left = _left(folder)
        made, told = note["made"], tuple(map(str, note["told"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    now = MadeFrom(inputs=inputs_of(folder), pages=pages_in(folder))
    return told if made == [asdict(now), left] else None


def _left(folder: Path) -> dict[str, str]:
    """What a build leaves: the site, known by its mark, and the addresses."""
    mark = (folder / SITE / SITE_MARK).stat()
    addresses = (folder / permalinks.FILE).read_bytes()
    return {"site": f"{mark.st_ino} {mark.st_mtime_ns}", "addresses": _digest([addresses.hex()])}


def _contents(folder: Path) -> Iterator[str]:
    paths = [folder / name for name in _READ]
    for path in (*paths, *sorted((folder / seeds.FOLDER).glob("*"))):
        if path.is_file():
            content = _content(path)
            yield f"{path.name} {hashlib.sha256(content).hexdigest()}"
            if path.suffix == ".yml" and path in paths:
                yield from _asked(content.decode("utf-8", "replace"))
        elif path.parent != folder:
            yield path.name


def _content(path: Path) -> bytes:
    """What the file holds; one that may not be read is named by those who need it."""
    try:
        return path.read_bytes()
    except PermissionError:
        return b"unreadable"


def _asked(config: str) -> Iterator[str]:
    """What the environment answers to the variables that the file asks for."""
    for names in _VARIABLES.findall(config):
        yield from (f"{name.strip()} {os.environ.get(name.strip())}" for name in names.split(","))


def _installed() -> Iterator[str]:
    builder = Path(str(files("builder")))
    yield from _states(builder)
    numpy = Path(str(files("numpy"))).parent  # where everything else is installed as well
    yield from sorted(path.name for path in numpy.glob("*.dist-info"))


def _states(folder: Path, left_out: Set[Path] = frozenset()) -> Iterator[str]:
    """Path, size and time of change of every file in the folder, but for those left out."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for path in (Path(place, name) for name in sorted(names)):
            if path not in left_out:
                state = path.stat()
                yield f"{path} {state.st_size} {state.st_mtime_ns}"


def _digest(lines: Iterator[str] | list[str]) -> str:
    digest = hashlib.sha256()
    for line in lines:
        digest.update(line.encode("utf-8", "surrogateescape") + b"\n")
    return digest.hexdigest()
