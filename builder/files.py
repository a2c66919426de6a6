"""Files written whole: a path and its new content in, the file replaced at once."""

from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Put the data in the place of the file; where that is cut short, what stood there stays."""
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_bytes(data)
    fresh.replace(path)
