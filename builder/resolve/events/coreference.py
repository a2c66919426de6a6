"""Which mentions tell one event: mentions in, groups of them out.

Mentions that repeat each other word for word are one from the start. Then the likeliest pairs join
first, and two groups become one where their pairs are likelier than not on average, as claims do.
Groups whose people or days say otherwise never become one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from builder.resolve.events.comparison import compared, probabilities
from builder.resolve.events.contrast import contrast
from builder.resolve.events.mention import EventClusters, EventMention
from builder.resolve.linkage import Linkage
from builder.resolve.regrouping import Grouped

_SURE = 0.5  # probability above which two mentions are taken to tell one event
_LIKELIER = 0.4  # mean probability of all pairs of two groups above which they may be one
_NOT_COMPARED = 0.1  # probability of a pair that does not meet
_NEVER = -1.0  # so that one such pair keeps two groups of few apart


EventGroup = Grouped[EventMention]
"""The mentions of one event, and what joined them."""


def grouped(mentions: Sequence[EventMention]) -> tuple[EventGroup, ...]:
    """The mentions of each event together, groups in order of their first mention."""
    clusters = EventClusters(mentions)
    _join_alike(mentions, list(_joined_copies(mentions, clusters)), clusters)
    why = clusters.why([mention.passage for mention in mentions])
    return tuple(
        Grouped(items=tuple(mentions[number] for number in group), why=why.get(group[0], ()))
        for group in clusters.groups()
    )


def _joined_copies(mentions: Sequence[EventMention], clusters: EventClusters) -> Iterator[int]:
    """Join those of the same words and time; the first of each."""
    first: dict[tuple[str | None, bool, str], int] = {}
    for number, mention in enumerate(mentions):
        key = (mention.value, mention.planned, " ".join(mention.passage.text.split()))
        if first.setdefault(key, number) == number:
            yield number
        else:
            clusters.join(first[key], number, "the same words")


def _join_alike(
    mentions: Sequence[EventMention], distinct: Sequence[int], clusters: EventClusters
) -> None:
    """Join the likeliest of these mentions first; those without a day last."""
    told = [mentions[number] for number in distinct]
    place = {number: at for at, number in enumerate(distinct)}
    pairs = compared(told)
    likely = np.concatenate([np.zeros(0), *map(probabilities, pairs.tables)])
    for row in np.flatnonzero(likely > _SURE).tolist():
        if contrast(told[pairs.ones[row]], told[pairs.others[row]]):
            likely[row] = _NEVER
    linkage = Linkage(pairs.ones, pairs.others, likely, total=len(told), unknown=_NOT_COMPARED)
    sure = np.flatnonzero(likely > _SURE)
    order = sure[np.argsort(-likely[sure], kind="stable")]
    met = [(distinct[pairs.ones[row]], distinct[pairs.others[row]], likely[row]) for row in order]
    fits = _of_days(mentions, met)
    met.sort(key=lambda pair: pair[0] in fits or pair[1] in fits)
    for one, other, score in met:
        groups = [
            [place[member] for member in clusters.summary(number).members if member in place]
            for number in (one, other)
        ]
        days = (set(map(clusters.root, fits.get(number, ()))) for number in (one, other))
        torn = any(len(found) > 1 for found in days)
        if not torn and linkage.between(*groups) > _LIKELIER:
            clusters.join(one, other, "told alike, by a trained comparison", float(score))


def _of_days(
    mentions: Sequence[EventMention], met: Iterable[tuple[int, int, float]]
) -> dict[int, list[int]]:
    """For each mention without a day those with a day that it may tell the same as."""
    found: dict[int, list[int]] = defaultdict(list)
    for one, other, _ in met:
        for number, there in ((one, other), (other, one)):
            if mentions[number].day is None and mentions[there].day is not None:
                found[number].append(there)
    return found
