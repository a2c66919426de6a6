"""What the plain counts of a statement are a toll of: its words and quantities in, kinds out.

"Nine people were killed", "the toll climbed to 23" and "52 confirmed dead" give one figure in
words that have nothing in common. Missed on purpose: figures of one part ("nine in the village").
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from builder.knowledge import entries
from builder.text.quantities import Quantity


def tolls_in(text: str, quantities: Sequence[Quantity]) -> frozenset[str]:
    """The kinds of toll that the text gives a count of: for each count the word nearest to it."""
    counts = [one for one in quantities if one.kind in {"count", "vague"}]
    words = list(_kinds().finditer(text)) if counts else []
    if not words:
        return frozenset()
    nearest = (min(words, key=lambda word: _apart(word, count)) for count in counts)
    return frozenset(str(word.lastgroup) for word in nearest)


def is_still_counted(text: str) -> bool:
    """Whether the words tell of a tally that stays open: the dead, those who signed so far."""
    return _still_counted().search(text) is not None


def _apart(word: re.Match[str], count: Quantity) -> int:
    """How many characters lie between the two."""
    return max(word.start() - count.end, count.start - word.end())


@cache
def _kinds() -> re.Pattern[str]:
    kinds = {**entries("tolls")["open"], **entries("tolls")["settled"]}
    named = (f"(?P<{kind}>{_forms(words)})" for kind, words in kinds.items())
    return re.compile(rf"\b(?:{'|'.join(named)})\b", re.IGNORECASE)


@cache
def _still_counted() -> re.Pattern[str]:
    kinds = "|".join(map(_forms, entries("tolls")["open"].values()))
    return re.compile(rf"\b(?:{kinds})\b", re.IGNORECASE)


def _forms(words: Iterable[str]) -> str:
    return "|".join(word.replace("*", r"\w*") for word in words)
