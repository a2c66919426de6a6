"""Words that tell of a value that was another, or is not so: a text in, yes or no out."""

import re
from functools import cache
from typing import Literal

from builder.knowledge import entries

_NEAR = 40  # characters before a number in which "up from" stands


def tells(kind: Literal["changes", "moves"], text: str) -> bool:
    """Whether the text says that something changed ("rose") or has another day ("put back")."""
    return _of(kind, r"\b").search(text) is not None


def stand_before(kind: Literal["former", "denied"], text: str, start: int) -> bool:
    """Whether right before the place words say that what follows was so once, or is not so."""
    return _of(kind, r"\W*$").search(text, max(0, start - _NEAR), start) is not None


@cache
def _of(kind: str, ending: str) -> re.Pattern[str]:
    forms = "|".join(re.escape(str(word)) for word in entries("change_words")[kind])
    return re.compile(rf"\b(?:{forms}){ending}", re.IGNORECASE)
