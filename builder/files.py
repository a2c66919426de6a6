"""Files as the builder writes them: whole, at once, and a site with its mark."""

from pathlib import Path

SITE = "site"
SITE_CONFIG = "mkdocs.yml"
SITE_MARK = ".made-by-dossier"
"""Stands in every site that the builder made, and may replace."""


def write_whole(path: Path, data: bytes) -> None:
    """Put the data in the place of the file; where that is cut short, what stood there stays."""
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_bytes(data)
    fresh.replace(path)
