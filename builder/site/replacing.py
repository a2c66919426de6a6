"""A new site in the place of the old one: whole, or not at all.

A folder beside the site, ours alone, in which a build makes the new one; then two renames.
"""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from builder import files
from builder.errors import SiteError
from builder.files import staging_folder

_BUILDING = ".site-building"
_PREVIOUS = ".site-previous"


@contextlib.contextmanager
def staging_for(target: Path) -> Iterator[Path]:
    """An empty folder beside the site, ours alone while we build in it, gone afterwards.

    `SiteError` where another build has it.
    """
    try:
        with staging_folder(target.with_name(_BUILDING)) as folder:
            yield folder
    except BlockingIOError as problem:
        raise SiteError(
            "another build is writing this site.", todo="Wait until it ends.", file=target
        ) from problem


def remove(path: Path) -> None:
    """Remove the folder or file, if it is there; `SiteError` where that is not allowed."""
    try:
        files.remove(path)
    except OSError as problem:
        raise SiteError(
            f"it cannot be removed ({problem.strerror}).",
            todo="Allow writing in it, or remove it yourself, and run it again.",
            file=path,
        ) from problem


def swap(staging: Path, target: Path) -> None:
    """Put the new site in the place of the old one."""
    previous = target.with_name(_PREVIOUS)
    if target.exists():
        target.rename(previous)
    staging.rename(target)
    with contextlib.suppress(SiteError):  # the new site stands; the next build names what is left
        remove(previous)


def recover(target: Path) -> None:
    """Undo what a build that was killed in the midst of `swap` left behind."""
    previous = target.with_name(_PREVIOUS)
    if previous.exists() and not target.exists():
        previous.rename(target)
    remove(previous)
