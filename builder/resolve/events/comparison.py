"""How likely two mentions tell one event: mentions in, the pairs worth comparing out, with odds.

A logistic regression over named features, learned from the events of annotated stories
(`benchmarks/events.py`, `data/event_weights.yml`). Mentions of one time meet by what they mean,
others through keys (a name, a word or a claim in common), so that work grows with their number.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from builder.model.ids import ArticleId, ClaimId
from builder.resolve.arrays import Numbers, Table, cosines
from builder.resolve.events.mention import MOST, EventMention
from builder.resolve.regression import Model, model_of, probabilities_of
from builder.resolve.times.periods import Period, days_from, named, period_of, precision_of
from builder.text.embeddings import Vectors, unit_rows, vectors_of

FEATURES = (
    "meaning", "meaning beside the story's", "meaning beside the story's, squared",
    "meaning of what was done",
    "a name in common", "two names in common", "other names",
    "a person in common", "other people", "a place in common", "other places",
    "a word in common", "two words in common", "share of words in common",
    "one action", "one action with a name", "two actions with names",
    "done to the same", "befalls the same",
    "planned in one", "planned in both",
    "the same time", "a time inside the other", "a day apart", "days that lie far apart",
    "a time in one alone", "no time", "a day's name that fits",
    "one claim", "claims that are near", "one article",
    "mentions that are nearer", "none is nearer",
    "length of the shorter", "length of the longer",
)  # fmt: skip
"""The columns of the table, in order.

"Beside the story's": once what all mentions of the story have in common is taken away. "What was
done": the deed and the uncommon words, without names.
"""

_UNITS = ("week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century")
_NEAREST = 6  # mentions of one time that a mention is compared with, the likest
_BUSIEST = 2000  # mentions of one time; beyond, only keys make them meet
_MET = 12  # mentions of one key and time that are compared; more is a crowd, not an event
_AT_ONCE = 20_000  # pairs that are measured at a time
_NEARER = 3  # mentions that are nearer: more are no worse
_HUNDRED = 100  # characters
_ANY = "any"  # a mention without a time may be of each


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Mentions by number that may tell one event, in order, each pair once."""

    ones: Numbers
    others: Numbers
    tables: Iterator[Table]
    """A row for each, a column for each of `FEATURES`; some at a time, so that memory holds."""


def compared(mentions: Sequence[EventMention]) -> Pairs:
    """The pairs worth comparing."""
    vectors = vectors_of([mention.passage.text for mention in mentions])
    done = vectors_of([f"{mention.action} {' '.join(mention.terms)}" for mention in mentions])
    beside = unit_rows(vectors - vectors.mean(axis=0)) if len(mentions) else vectors
    periods = [period_of(mention.value) if mention.value else None for mention in mentions]
    met = chain(_by_meaning(mentions, beside), _by_keys(mentions, periods), _by_claim(mentions))
    ones, others = _distinct(met, mentions)
    alike = cosines(beside, ones, others)
    nearer = _nearer(mentions, ones, others, alike)

    def tables() -> Iterator[Table]:
        for start in range(0, len(ones), _AT_ONCE):
            some = slice(start, start + _AT_ONCE)
            first, second, own = ones[some], others[some], alike[some]
            pairs = zip(first.tolist(), second.tolist(), strict=True)
            told = [_told(mentions, periods, one, other) for one, other in pairs]
            yield np.column_stack([
                cosines(vectors, first, second),
                own, np.maximum(own, 0) ** 2,
                cosines(done, first, second),
                np.array(told, dtype=np.float64),
                np.minimum(_NEARER, nearer[some]), nearer[some] == 0,
                _lengths(mentions, first, second),
            ])  # fmt: skip

    return Pairs(ones=ones, others=others, tables=tables())


def _distinct(
    met: Iterable[tuple[int, int]], mentions: Sequence[EventMention]
) -> tuple[Numbers, Numbers]:
    """The pairs in order, each once; no mention with one that it overlaps."""
    total = max(1, len(mentions))
    ones, others = np.divmod(
        np.unique(np.fromiter((one * total + other for one, other in met), dtype=np.int64)), total
    )
    apart = np.array(
        [
            not _overlap(mentions[one], mentions[other])
            for one, other in zip(ones.tolist(), others.tolist(), strict=True)
        ],
        dtype=bool,
    )
    return ones[apart], others[apart]


def probabilities(table: Table) -> Table:
    """For each row the probability, 0 to 1, that both tell one event."""
    return probabilities_of(table, _weights())


def _by_meaning(mentions: Sequence[EventMention], beside: Vectors) -> Iterator[tuple[int, int]]:
    """Those of one time that are among the likest of either."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        if mention.value:
            holders[mention.value].append(number)
    for numbers in holders.values():
        if 1 < len(numbers) <= _BUSIEST:
            alike = beside[numbers] @ beside[numbers].T
            np.fill_diagonal(alike, -1)
            likest = np.argsort(-alike, axis=1, kind="stable")[:, :_NEAREST]
            for row, columns in enumerate(likest.tolist()):
                for column in columns:
                    if column != row:
                        yield _ordered(numbers[row], numbers[column])


def _by_keys(
    mentions: Sequence[EventMention], periods: Sequence[Period | None]
) -> Iterator[tuple[int, int]]:
    """Those that share a name, a word or a claim, and whose times may be one."""
    coarse = {one.value for one in mentions if one.value and precision_of(one.value) != "day"}
    holders: dict[tuple[str | None, str], list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        for time in _stands_under(mention, periods[number], coarse):
            for key in _keys(mention):
                holders[time, key].append(number)
    for number, mention in enumerate(mentions):
        for time in _looks_under(mention, periods[number]):
            for key in _keys(mention):
                for other in holders.get((time, key), ())[:_MET]:
                    if other != number:
                        yield _ordered(number, other)


def _keys(mention: EventMention) -> Iterator[str]:
    yield from mention.entities[:MOST]
    yield from mention.terms[:MOST]


def _by_claim(mentions: Sequence[EventMention]) -> Iterator[tuple[int, int]]:
    """Those of one claim, or of two that are probably one, whatever their times."""
    holders: dict[ClaimId, list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        if mention.claim:
            holders[mention.claim].append(number)
    for number, mention in enumerate(mentions):
        for claim in sorted(mention.related | ({mention.claim} if mention.claim else set())):
            for other in holders.get(claim, ())[:_MET]:
                if other != number:
                    yield _ordered(number, other)


def _stands_under(
    mention: EventMention, period: Period | None, coarse: set[str]
) -> Iterator[str | None]:
    """Its time, the longer times of the story that hold it, its day's names, any time at all."""
    yield mention.value or mention.named_day
    if period is not None:
        longer = {named(unit, period.first) for unit in _UNITS} & coarse - {mention.value or ""}
        yield from (value for value in longer if _holds(value, period))
        yield from mention.day_names
        yield _ANY


def _looks_under(mention: EventMention, period: Period | None) -> Iterator[str | None]:
    yield mention.value or mention.named_day
    if period is None and mention.named_day is None:
        yield _ANY
    elif period is not None and period.days == 1:
        beside = (days_from(period.first, by) for by in (-1, 1))
        yield from (day.isoformat() for day in beside if day)


def _holds(value: str, period: Period) -> bool:
    longer = period_of(value)
    return longer is not None and longer.holds(period)


def _ordered(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _overlap(one: EventMention, other: EventMention) -> bool:
    a, b = one.passage, other.passage
    return a.article == b.article and a.start < b.end and b.start < a.end


def _nearer(
    mentions: Sequence[EventMention], ones: Numbers, others: Numbers, alike: Table
) -> Numbers:
    """For each pair, how many mentions of the other's article either meets that are liker."""
    number: dict[ArticleId, int] = {}
    articles = np.array(
        [number.setdefault(one.passage.article, len(number)) for one in mentions], dtype=np.int64
    )
    both, there = np.concatenate([ones, others]), articles[np.concatenate([others, ones])]
    groups, values = both * len(number) + there, np.tile(alike, 2)
    order = np.lexsort((-values, groups))
    group, value, place = groups[order], values[order], np.arange(len(order))
    is_first = np.diff(group, prepend=-1) != 0
    is_less = is_first | (np.diff(value, prepend=0) != 0)
    liker = np.empty(len(order), dtype=np.int64)
    liker[order] = np.maximum.accumulate(place * is_less) - np.maximum.accumulate(place * is_first)
    found: Numbers = liker[: len(ones)] + liker[len(ones) :]
    return found


def _told(
    mentions: Sequence[EventMention], periods: Sequence[Period | None], one: int, other: int
) -> tuple[float, ...]:
    """What the two say of who, what and when, from "a name in common" to "one article"."""
    return (
        *_agreement(mentions[one], mentions[other]),
        *_times(mentions[one], mentions[other], periods[one], periods[other]),
        *_beside(mentions[one], mentions[other]),
    )


def _agreement(one: EventMention, other: EventMention) -> tuple[float, ...]:
    """In whom, in which words, in what is done to whom they agree."""
    who, others = set(one.entities), set(other.entities)
    words, more = set(one.terms), set(other.terms)
    same = one.action == other.action
    shared = len(words & more)
    return (
        not who.isdisjoint(others),
        len(who & others) > 1,
        bool(who - others and others - who),
        not one.people.isdisjoint(other.people),
        bool(one.people - other.people and other.people - one.people),
        not one.places.isdisjoint(other.places),
        bool(one.places and other.places) and one.places.isdisjoint(other.places),
        shared > 0,
        shared > 1,
        shared / max(1, min(len(words), len(more))),
        same,
        same and one.is_named,
        not same and one.is_named and other.is_named,
        not one.done_to.isdisjoint(other.done_to),
        one.affected is not None and one.affected == other.affected,
        one.planned != other.planned,
        one.planned and other.planned,
    )


def _times(
    one: EventMention, other: EventMention, first: Period | None, second: Period | None
) -> tuple[bool, ...]:
    if first is None or second is None:
        alone = first is not None or second is not None
        fits = not one.day_names.isdisjoint(other.day_names)
        return (False, False, False, False, alone, not alone, fits)
    same = one.value == other.value
    inside = not same and (first.holds(second) or second.holds(first))
    apart = (max(first.first, second.first) - min(first.last, second.last)).days
    return (same, inside, apart == 1, apart > 1, False, False, False)


def _beside(one: EventMention, other: EventMention) -> tuple[bool, ...]:
    own, others = {one.claim} - {None}, {other.claim} - {None}
    return (
        bool(own & others),
        bool(one.related & others or other.related & own),
        one.passage.article == other.passage.article,
    )


def _lengths(mentions: Sequence[EventMention], ones: Numbers, others: Numbers) -> Table:
    """Of the shorter and of the longer, in hundreds of characters."""
    lengths = np.array([len(mention.passage.text) / _HUNDRED for mention in mentions])
    return np.sort(np.column_stack([lengths[ones], lengths[others]]), axis=1)


def _weights() -> Model:
    return model_of("event_weights", FEATURES)
