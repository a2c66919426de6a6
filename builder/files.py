"""Files as the builder writes them: whole, at once, and a site with its mark."""

import shutil
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
