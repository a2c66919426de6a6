"""Words and texts compared letter by letter: two spellings in, how alike they are out."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import sqrt

_SPELLING = 0.6  # "gadarov" and "kadarov" .80; "trust" and "crust" .67, and "truck" .33
_PREFIX = 4
_SHORTEST = 5
_ONE_STEM = 0.8
_MEANINGS = "=@&#"  # what begins a term that stands for a meaning, not for its letters
_GRAMS = (2, 3, 4)


def may_be_spelled(term: str) -> bool:
    """Whether another term may be this one spelled otherwise."""
    return len(term) >= _PREFIX and term[0] not in _MEANINGS


def likest(term: str, others: Iterable[str]) -> tuple[float, str]:
    """How alike the likest of the others, given in order, is, and which it is."""
    most, likest_ = 0.0, ""
    for other in others:
        alike = _spelled_alike(term, other)
        if alike >= most:
            most, likest_ = alike, other
    return most, likest_


def letters_alike(one: str, other: str) -> float:
    """0 to 1: how many runs of letters two texts share (the cosine of their counts)."""
    a, b = _runs(one), _runs(other)
    both = a.all & b.all
    more = sum([a.again[run] for run in both.intersection(a.again)])
    more += sum([b.again[run] * (1 + a.again.get(run, 0)) for run in both.intersection(b.again)])
    return (len(both) + more) / (a.length * b.length)


@lru_cache(maxsize=200_000)
def _spelled_alike(one: str, other: str) -> float:
    """0, or how alike two words are that may be one name or one stem."""
    begin = 0
    while begin < min(len(one), len(other)) and one[begin] == other[begin]:
        begin += 1
    if begin >= _PREFIX and begin / max(len(one), len(other)) >= _SPELLING:
        return _ONE_STEM
    if min(len(one), len(other)) < _SHORTEST:
        return 0.0
    first = {one[i : i + 3] for i in range(len(one) - 2)}
    second = {other[i : i + 3] for i in range(len(other) - 2)}
    alike = 2 * len(first & second) / (len(first) + len(second))
    return alike if alike >= _SPELLING else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Runs:
    all: frozenset[str]
    again: Mapping[str, int]
    """How often more, those that stand more than once: few do."""
    length: float


@lru_cache(maxsize=4096)
def _runs(text: str) -> _Runs:
    """Its runs of letters, as a vector of counts."""
    own = text.split(" ")
    runs = [run for word in own for run in _within(word)]
    for left, right in pairwise(own):
        joint = f"{left[-2:]:>2} {right[:2]:<2}"
        runs += (joint[1:4], joint[:4], joint[1:])
    counts = Counter(runs)
    again = {run: count - 1 for run, count in counts.items() if count > 1}
    squares = len(counts) + sum([more * (more + 2) for more in again.values()])
    return _Runs(all=frozenset(counts), again=again, length=sqrt(squares))


@lru_cache(maxsize=50_000)
def _within(word: str) -> tuple[str, ...]:
    """Those of one word and its blanks: a story repeats its words, so they are cut once."""
    padded = f" {word} "
    return tuple([padded[i : i + size] for size in _GRAMS for i in range(len(padded) - size + 1)])
