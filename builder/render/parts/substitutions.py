"""Words that one article has where another has others: a saying in, its replacements out."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from builder.model.article import Passage
from builder.render.parts.quote_groups import Saying, Wording
from builder.render.parts.salience import Teller, inside_marks
from builder.text import diff

_ISLAND = 1  # words: shared words that do not part two changes
_LONGEST = 6  # words: a longer replacement is another sentence, not another word
_EDGES = ' "“”‘’«»„.,;:'


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """Words of the central wording that others replace."""

    start: int
    end: int
    """Word positions in the central wording."""
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Swapped:
    """A replacement, who keeps the words, and who has the others."""

    swap: Swap
    keeping: tuple[Passage, ...]
    changing: tuple[Passage, ...]


def swaps_of(saying: Saying, teller: Teller) -> tuple[Swapped, ...]:
    """The telling replacements in words that articles give as spoken, in reading order."""
    changing: dict[Swap, list[Passage]] = defaultdict(list)
    kept: list[tuple[Passage, list[tuple[int, int]]]] = []
    for found in saying.wordings:
        swaps, spans = _compared(saying.central.text, found.text)
        kept.append((found.passages[0], spans))
        for swap in swaps:
            if teller.is_news(swap.before, swap.after) and (
                _is_spoken(saying.central, swap.before) and _is_spoken(found, swap.after)
            ):
                changing[swap].append(found.passages[0])
    return tuple(
        Swapped(swap=swap, keeping=_keeping(swap, kept), changing=tuple(changing[swap]))
        for swap in sorted(changing, key=lambda swap: (swap.start, swap.end, swap.after))
    )


def _keeping(
    swap: Swap, kept: Iterable[tuple[Passage, list[tuple[int, int]]]]
) -> tuple[Passage, ...]:
    return tuple(
        passage
        for passage, spans in kept
        if any(start <= swap.start and swap.end <= end for start, end in spans)
    )


def _is_spoken(found: Wording, words: str) -> bool:
    """Whether the article gives the words as spoken, not in words of its own."""
    return found.quote.kind == "direct" or inside_marks(found.text, words) is not None


def _compared(base: str, other: str) -> tuple[list[Swap], list[tuple[int, int]]]:
    """The words replaced, and the spans of words of `base` that `other` keeps."""
    swaps: list[Swap] = []
    kept: list[tuple[int, int]] = []
    at = 0
    for group in _groups([run for run in diff.compare(base, other) if diff.words(run.text)]):
        before = [run.text for run in group if run.kind != "added"]
        after = [run.text for run in group if run.kind != "removed"]
        end = at + _length(before)
        if all(run.kind == "same" for run in group):
            kept.append((at, end))
        elif before and after and max(end - at, _length(after)) <= _LONGEST:
            swaps.append(Swap(start=at, end=end, before=_plain(before), after=_plain(after)))
        at = end
    return swaps, kept


def _groups(runs: Sequence[diff.Run]) -> list[list[diff.Run]]:
    """Runs that differ, with the few words between them; every longer shared run by itself.

    "of illegal tariffs" became "sudden … pattern" around "pressure": one change, not two.
    """

    def is_part(at: int) -> bool:
        inner = 0 < at < len(runs) - 1 and len(diff.words(runs[at].text)) <= _ISLAND
        return runs[at].kind != "same" or inner

    return [[runs[at] for at in group] for _, group in groupby(range(len(runs)), key=is_part)]


def _length(texts: Iterable[str]) -> int:
    return sum(len(diff.words(text)) for text in texts)


def _plain(texts: Iterable[str]) -> str:
    return " ".join(" ".join(texts).split()).strip(_EDGES)
