"""Wordings compared word by word: what stays, what one has and the other lacks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")
_TOKEN = re.compile(rf"{_WORD.pattern}|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run of text that both wordings share, or that only one has."""

    kind: Literal["same", "removed", "added"]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """Words of one wording that stand where the other has other words."""

    removed: str
    added: str
    before: int
    """Words that both share right before."""
    after: int
    """Words that both share right after."""


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[str, ...]:
    """The words of a text, lower case, curly marks made straight, without punctuation."""
    straight = text.replace("’", "'")
    return tuple([word.casefold() for word in _WORD.findall(straight) if word[0] != "_"])


def first_word(text: str) -> str:
    """The first of its words, lower case; empty where it has none."""
    found = _WORD.search(text)
    return found[0].casefold() if found else ""


@lru_cache(maxsize=20_000)
def compare(base: str, other: str) -> tuple[Run, ...]:
    """What changes from `base` to `other`; the same and added runs together spell `other`.

    Case, punctuation and white space count as the same: only words make a difference.
    """
    old, new = _read(base), _read(other)
    runs: list[Run] = []
    written = 0
    for tag, from_old, to_old, from_new, to_new in _opcodes(old, new):
        if from_new < to_new and written < new.at[from_new]:
            runs.append(Run(kind="same", text="".join(new.tokens[written : new.at[from_new]])))
            written = new.at[from_new]
        if from_old < to_old and tag != "equal":
            runs.append(Run(kind="removed", text=old.text(from_old, to_old)))
        if from_new < to_new:
            end = new.at[to_new - 1] + 1
            kind: Literal["same", "added"] = "same" if tag == "equal" else "added"
            runs.append(Run(kind=kind, text="".join(new.tokens[written:end])))
            written = end
    runs.append(Run(kind="same", text="".join(new.tokens[written:])))
    return _merged(runs)


def swaps(base: str, other: str) -> Iterator[Swap]:
    """The runs of words that `other` has in place of those of `base`, in order."""
    old, new = _read(base), _read(other)
    opcodes = _opcodes(old, new)
    kept = [0, *(to - from_ if tag == "equal" else 0 for tag, from_, to, *_ in opcodes), 0]
    for place, (tag, from_old, to_old, from_new, to_new) in enumerate(opcodes):
        if tag == "replace":
            yield Swap(
                removed=old.text(from_old, to_old),
                added=new.text(from_new, to_new),
                before=kept[place],
                after=kept[place + 2],
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    tokens: Sequence[str]
    at: Sequence[int]
    """Which tokens are words."""

    def text(self, start: int, end: int) -> str:
        """From one word up to another, with what stands between them."""
        return "".join(self.tokens[self.at[start] : self.at[end - 1] + 1])

    def keys(self) -> list[str]:
        """What its words are compared by."""
        return [self.tokens[number].casefold().replace("’", "'") for number in self.at]


def _read(text: str) -> _Read:
    tokens = _TOKEN.findall(text)
    at = [number for number, token in enumerate(tokens) if token[0].isalnum()]
    return _Read(tokens=tokens, at=at)


def _opcodes(old: _Read, new: _Read) -> Sequence[tuple[str, int, int, int, int]]:
    ours, theirs = old.keys(), new.keys()
    if ours == theirs:  # most articles that share a wording share it to the word
        return [("equal", 0, len(ours), 0, len(theirs))] if ours else []
    return SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()


def _merged(runs: Sequence[Run]) -> tuple[Run, ...]:
    merged: list[Run] = []
    for run in runs:
        if merged and merged[-1].kind == run.kind == "same":
            merged[-1] = Run(kind="same", text=merged[-1].text + run.text)
        elif run.text:
            merged.append(run)
    return tuple(merged)
