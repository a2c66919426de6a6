"""The lines of a text that hold more than blanks."""

import re
from collections.abc import Iterator


def lines_in(text: str) -> Iterator[tuple[int, int]]:
    """Lines that hold more than blanks."""
    for match in re.finditer(r"[^\n]+", text):
        if not match[0].isspace():
            yield match.start(), match.end()
