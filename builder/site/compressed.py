"""Compressed copies of a site's files, for servers that hand them out as they are.

In: a built site. Out: `page.html.gz` beside `page.html`, and so for every file of text. The bytes
hold no time and no name. Missed on purpose: what is compressed already, such as pictures, the font
and the parts of a large dossier's search index.
"""

import gzip
from pathlib import Path

_TEXTS = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".ics"}
_LEAST = 1000  # bytes; a packet holds more


def compress(site: Path) -> None:
    """Write the compressed copy of each file of text that a server would compress."""
    for path in sorted(site.rglob("*")):
        if path.suffix in _TEXTS and path.is_file() and path.stat().st_size >= _LEAST:
            copy = path.with_name(f"{path.name}.gz")
            copy.write_bytes(gzip.compress(path.read_bytes(), mtime=0))
