"""Wordings compared word by word: what stays, what one has and the other lacks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")
_TOKEN = re.compile(rf"{_WORD.pattern}|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run of text that both wordings share, or that only one has."""

    kind: Literal["same", "removed", "added"]
    text: str


def words(text: str) -> tuple[str, ...]:
    """The words of a text, lower case, curly marks made straight, without punctuation."""
    straight = text.replace("’", "'")
    return tuple([word.casefold() for word in _WORD.findall(straight) if word[0] != "_"])


def compare(base: str, other: str) -> tuple[Run, ...]:
    """What changes from `base` to `other`; the same and added runs together spell `other`.

    Case, punctuation and white space count as the same: only words make a difference.
    """
    old, new = _TOKEN.findall(base), _TOKEN.findall(other)
    old_at = [number for number, token in enumerate(old) if token[0].isalnum()]
    new_at = [number for number, token in enumerate(new) if token[0].isalnum()]
    matcher = SequenceMatcher(None, _keys(old, old_at), _keys(new, new_at), autojunk=False)
    runs: list[Run] = []
    written = 0
    for tag, from_old, to_old, from_new, to_new in matcher.get_opcodes():
        if from_new < to_new and written < new_at[from_new]:
            runs.append(Run(kind="same", text="".join(new[written : new_at[from_new]])))
            written = new_at[from_new]
        if from_old < to_old and tag != "equal":
            runs.append(Run(kind="removed", text=_join(old, old_at[from_old:to_old])))
        if from_new < to_new:
            end = new_at[to_new - 1] + 1
            kind: Literal["same", "added"] = "same" if tag == "equal" else "added"
            runs.append(Run(kind=kind, text="".join(new[written:end])))
            written = end
    runs.append(Run(kind="same", text="".join(new[written:])))
    return _merged(runs)


def _keys(tokens: Sequence[str], at: Sequence[int]) -> list[str]:
    return [tokens[number].casefold().replace("’", "'") for number in at]


def _join(tokens: Sequence[str], at: Sequence[int]) -> str:
    return "".join(tokens[at[0] : at[-1] + 1])


def _merged(runs: Sequence[Run]) -> tuple[Run, ...]:
    merged: list[Run] = []
    for run in runs:
        if merged and merged[-1].kind == run.kind == "same":
            merged[-1] = Run(kind="same", text=merged[-1].text + run.text)
        elif run.text:
            merged.append(run)
    return tuple(merged)
