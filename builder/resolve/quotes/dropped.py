"""What rests on a quote that the editor dropped: findings in, the same without it out.

A statement, an event or an encounter that lies in the quote, or mostly in it, was read from words
that the editor says are no quote. Names and times in it stay: the article has them all the same.
"""

from collections.abc import Sequence
from dataclasses import replace

from builder.model.article import Passage
from builder.model.findings import Findings
from builder.model.quotes import Quote
from builder.model.spans import Spans, spans_of

_MOST = 0.5  # of a passage: "Ruiz said the port would close" with that clause dropped
_TALK = frozenset({"spoke to", "answered"})


def without_dropped(findings: Sequence[Findings], quotes: Sequence[Quote]) -> tuple[Findings, ...]:
    """The findings without quotes that are not among `quotes`, and without what rests on them."""
    kept = {quote.passage for quote in quotes}
    return tuple(_without(found, kept) for found in findings)


def _without(found: Findings, kept: set[Passage]) -> Findings:
    gone = spans_of((one.passage, None) for one in found.quotes if one.passage not in kept)
    if not gone.items:
        return found
    return replace(
        found,
        quotes=tuple(one for one in found.quotes if one.passage in kept),
        statements=tuple(one for one in found.statements if not _rests(one.passage, gone)),
        events=tuple(one for one in found.events if not _rests(one.passage, gone)),
        encounters=tuple(
            one
            for one in found.encounters
            if not _rests(one.passage, gone)
            and not (
                one.kind in _TALK and gone.inside(one.passage)
            )  # the sentence that reports it
        ),
    )


def _rests(passage: Passage, gone: Spans[None]) -> bool:
    """Whether most of the passage lies in what is gone."""
    shared = sum(
        min(passage.end, one.end) - max(passage.start, one.start) for one, _ in gone.over(passage)
    )
    return shared > _MOST * (passage.end - passage.start)
