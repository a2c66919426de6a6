"""Passages of one article in reading order, and what lies in, over or around another passage.

In: passages, each with what it stands for (a name's person, a quote's saying). Out: those that a
passage of the same article holds, meets or lies in, found without reading them all.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, TypeVar

from builder.model.article import Passage

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spans(Generic[_Value]):
    """Passages with what they stand for, sorted."""

    items: tuple[tuple[Passage, _Value], ...]
    starts: tuple[int, ...]
    reach: tuple[int, ...]
    """The furthest end of the items up to each one: where looking back may stop."""

    def inside(self, passage: Passage) -> tuple[tuple[Passage, _Value], ...]:
        """The items that lie wholly in the passage."""
        first = bisect_left(self.starts, passage.start)
        end = bisect_right(self.starts, passage.end)
        return tuple(item for item in self.items[first:end] if item[0].end <= passage.end)

    def around(self, passage: Passage) -> tuple[tuple[Passage, _Value], ...]:
        """The items that hold all of the passage, the innermost last."""
        return tuple(item for item in self.over(passage) if item[0].covers(passage))

    def over(self, passage: Passage) -> tuple[tuple[Passage, _Value], ...]:
        """The items that share a character with the passage."""
        at = bisect_left(self.starts, passage.end) - 1
        found = []
        while at >= 0 and self.reach[at] > passage.start:
            if self.items[at][0].end > passage.start:
                found.append(self.items[at])
            at -= 1
        return tuple(reversed(found))


def spans_of(pairs: Iterable[tuple[Passage, _Value]]) -> Spans[_Value]:
    """The pairs of one article, sorted by where they begin, longer ones first."""
    items = sorted(pairs, key=lambda pair: (pair[0].start, -pair[0].end))
    return Spans(
        items=tuple(items),
        starts=tuple(passage.start for passage, _ in items),
        reach=tuple(accumulate((passage.end for passage, _ in items), max)),
    )


def apart(pairs: Iterable[tuple[Passage, _Value]]) -> list[tuple[Passage, _Value]]:
    """The pairs without overlaps: of two, the one that begins first, else the longer."""
    kept: list[tuple[Passage, _Value]] = []
    for pair in sorted(pairs, key=lambda pair: (pair[0].start, -pair[0].end)):
        if not kept or kept[-1][0].end <= pair[0].start:
            kept.append(pair)
    return kept
