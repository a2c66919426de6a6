"""What the plain counts of a statement are a toll of: its words and quantities in, kinds out.

"Nine people were killed", "the toll climbed to 23" and "52 confirmed dead" give one figure in
words that have nothing in common. Missed on purpose: figures of one part ("nine in the village").
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from builder.knowledge import entries
from builder.text.quantities import Quantity

_JOINING = re.compile(r"[,;]|\band\b")  # "52 were confirmed dead and 12 were missing"


def tolls_in(text: str, quantities: Sequence[Quantity]) -> frozenset[str]:
    """The kinds of toll that the text gives a count of."""
    return frozenset(filter(None, tolls_of(text, quantities)))


def tolls_of(text: str, quantities: Sequence[Quantity]) -> tuple[str | None, ...]:
    """For each quantity the kind of toll that it is, by the word nearest to it."""
    counts = [one.kind in {"count", "vague"} for one in quantities]
    words = list(_kinds().finditer(text)) if any(counts) else []
    return tuple(
        min(words, key=lambda word: _apart(text, word, one)).lastgroup
        if words and is_count
        else None
        for one, is_count in zip(quantities, counts, strict=True)
    )


def is_still_counted(text: str) -> bool:
    """Whether the words tell of a tally that stays open: the dead, those who signed so far."""
    return _still_counted().search(text) is not None


def _apart(text: str, word: re.Match[str], count: Quantity) -> tuple[bool, int]:
    """Whether something joins the two, and how many characters lie between them."""
    first, second = sorted(((word.start(), word.end()), (count.start, count.end)))
    return _JOINING.search(text, first[1], second[0]) is not None, second[0] - first[1]


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
