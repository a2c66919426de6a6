"""Quotes without a cue of their own, which belong to whoever spoke last.

"“It is late,” Ruiz said. “We go.”": the second part shares the cue. In a paragraph of its own, or
after another sentence, the speaker is inferred.
"""

from collections.abc import Iterator, Sequence

from builder.extract.quotes.draft import Draft
from builder.extract.quotes.reading import Reading

_SENTENCE_ENDS = ".!?…:"
_FEWEST_WORDS = 3


def floating_quotes(reading: Reading, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Sentences in marks that no cue governs; `drafts` are sorted."""
    used = {number for draft in drafts for number in draft.marks}
    queue = list(drafts)
    last: Draft | None = None
    for number, mark in enumerate(reading.marks):
        while queue and queue[0].start < mark.start:
            last = queue.pop(0)
        if number in used or not _stands_alone(reading, number):
            continue
        near = last if last is not None and _lines_between(reading, last.end, mark.start) <= 1 else None
        shared = near is not None and near.cue is not None and _is_cue_only(reading, near, mark.start)
        last = Draft(
            start=mark.start, end=mark.end, kind="direct",
            how="split" if shared else "floating" if near else "alone",
            cue=near.cue if shared and near else None,
            speaker=near.speaker if near else None, inferred=near is not None and not shared,
            marks=(number,),
        )  # fmt: skip
        yield last


def _stands_alone(reading: Reading, number: int) -> bool:
    """Whether the passage is a sentence or several, from a sentence's beginning."""
    mark = reading.marks[number]
    text = reading.article.text
    inner = text[mark.inner_start : mark.inner_end].strip()
    before = text[:mark.start].rstrip(" ")[-1:]
    begins = not before or before in _SENTENCE_ENDS + "\n" or before in "”\"’'»"
    return begins and len(inner.split()) >= _FEWEST_WORDS and not inner[:1].islower()


def _lines_between(reading: Reading, start: int, end: int) -> int:
    return sum(1 for line in reading.article.text[start:end].split("\n")[:-1] if line.strip() or line) if end > start else 0


def _is_cue_only(reading: Reading, draft: Draft, end: int) -> bool:
    """Whether nothing but the sentence of the cue stands between the draft and the passage."""
    between = reading.article.text[draft.end : end]
    return "\n" not in between and draft.cue is not None and draft.end <= draft.cue.idx < end and between.count(". ") <= 1
