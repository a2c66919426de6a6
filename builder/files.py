"""Files as the builder writes them: whole, at once, and a site with its mark."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SITE = "site"
SITE_CONFIG = "mkdocs.yml"
SITE_MARK = ".made-by-dossier"
"""Stands in every site that the builder made, and may replace."""


def write_whole(path: Path, data: bytes) -> None:
    """Put the data in the place of the file; where that is cut short, what stood there stays.

    `OSError` names the file where the disk is full or it may not be written.
    """
    fresh = path.with_name(f".{path.name}.new")
    try:
        fresh.write_bytes(data)
        if path.exists():
            shutil.copymode(path, fresh)
        fresh.replace(path)
    except BaseException as problem:
        fresh.unlink(missing_ok=True)
        if isinstance(problem, OSError):
            problem.filename, problem.filename2 = str(path), None
        raise


@contextmanager
def staging_folder(place: Path) -> Iterator[Path]:
    """An empty folder, ours alone while we make something in it, gone afterwards.

    Raises `BlockingIOError` where another process has it.
    """
    place.mkdir(parents=True, exist_ok=True)
    lock = os.open(place, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        try:
            for leftover in place.iterdir():
                remove(leftover)
            yield place
        finally:
            remove(place)
    finally:
        os.close(lock)


def remove(path: Path) -> None:
    """Delete the file, or the folder with all that is in it; nothing where none is."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
