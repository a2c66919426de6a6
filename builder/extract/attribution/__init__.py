"""Attribution in one article: which of its words are put into whose mouth, by which verb or noun.

In: an `ArticleView`. Out: `Attribution`s in reading order. Quotes are made of them, statements ask
them who asserts a clause, and coreference who spoke last.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate

from spacy.tokens import Token

from builder.extract.article_view import ArticleView
from builder.extract.attribution.attribution import Attribution
from builder.extract.attribution.direct import direct_quotes
from builder.extract.attribution.indirect import indirect_quotes
from builder.extract.attribution.interviews import turns_in
from builder.extract.attribution.nested_sources import relayed
from builder.extract.attribution.uncued import with_floating
from builder.model.blanks import bare


@lru_cache(maxsize=1)  # asked by everyone below, one after the other
def attributions_in(reading: ArticleView) -> tuple[Attribution, ...]:
    """The quotes as tokens and characters, in reading order."""
    direct = list(direct_quotes(reading))
    used = frozenset(number for attribution in direct for number in attribution.marks)
    cues = frozenset(attribution.cue.i for attribution in direct if attribution.cue is not None)
    turns = turns_in(reading)
    spoken = (*direct, *indirect_quotes(reading, used, cues))
    governed = relayed(_outside(spoken, turns))
    ordered = sorted((*governed, *turns), key=lambda attribution: attribution.start)
    return tuple(_bare(reading, with_floating(reading, ordered)))


def _outside(
    attributions: Sequence[Attribution], turns: Sequence[Attribution]
) -> Sequence[Attribution]:
    """Those that touch no turn of an interview: what is quoted there is part of the turn."""
    starts = [turn.start for turn in turns]
    kept = []
    for attribution in attributions:
        before = turns[max(0, bisect_left(starts, attribution.end) - 1) :][:1]
        if not any(
            turn.start < attribution.end and attribution.start < turn.end for turn in before
        ):
            kept.append(attribution)
    return kept


def _bare(reading: ArticleView, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions without blanks at their edges; one of nothing else is none."""
    for attribution in attributions:
        start, end = bare(reading.article.text, attribution.start, attribution.end)
        if start < end:
            yield replace(attribution, start=start, end=end)


def parts_of(attributions: Sequence[Attribution]) -> dict[int, list[Attribution]]:
    """The passages that one cue governs, by the cue, where they are several."""
    parts: dict[int, list[Attribution]] = defaultdict(list)
    for attribution in attributions:
        if attribution.cue is not None:
            parts[attribution.cue.i].append(attribution)
    return {cue: several for cue, several in parts.items() if len(several) > 1}


def attribution_around(view: ArticleView, token: Token) -> Attribution | None:
    """The innermost words put into someone's mouth in which the token stands."""
    found, starts, reach = _by_start(view)
    at = bisect_right(starts, token.idx) - 1
    while at >= 0 and reach[at] > token.idx:
        if found[at].end > token.idx:
            return found[at]
        at -= 1
    return None


@lru_cache(maxsize=1)
def _by_start(view: ArticleView) -> tuple[list[Attribution], list[int], list[int]]:
    """The attributions, where each starts, and the furthest end of those up to each."""
    found = sorted(attributions_in(view), key=lambda one: (one.start, -one.end))
    return found, [one.start for one in found], list(accumulate((one.end for one in found), max))
