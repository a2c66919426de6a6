"""Which mentions tell one event: mentions in, groups of them out.

Tellings meet through keys (date, kind of action, two people or places), so that work grows with
their number; only what is the one possible partner joins across different precision.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, islice, product

from builder.model.why import Why
from builder.resolve.events.by_claim import join_by_claim, says_no_other
from builder.resolve.events.mention import MOST, ONCE, EventClusters, EventMention
from builder.resolve.events.rules import join_other_words
from builder.resolve.times.periods import Period, named, period_of, precision_of

_UNITS = ("week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century")
_Who = tuple[str, ...]
_Key = tuple[str | None, str, _Who]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventGroup:
    """The mentions of one event, and what joined them."""

    mentions: tuple[EventMention, ...]
    why: tuple[Why, ...]


def grouped(mentions: Sequence[EventMention]) -> tuple[EventGroup, ...]:
    """The mentions of each event together, groups in order of their first mention."""
    clusters = EventClusters(mentions)
    _join_equal(mentions, clusters)
    _join_single(mentions, clusters)
    _join_by_sufferer(mentions, clusters)
    join_by_claim(mentions, clusters)
    _join_inside(mentions, clusters)
    _join_neighbours(mentions, clusters)
    _join_undated(mentions, clusters)
    join_other_words(mentions, clusters)
    why = clusters.why([mention.passage for mention in mentions])
    return tuple(
        EventGroup(mentions=tuple(mentions[number] for number in group), why=why.get(group[0], ()))
        for group in clusters.groups()
    )


def _join_equal(mentions: Sequence[EventMention], clusters: EventClusters) -> None:
    """The same date (or none), the same action, two people, places or words shared."""
    rule = "the same date and action, two people, places or words shared"
    first: dict[_Key, int] = {}
    for number, mention in enumerate(mentions):
        shared = (*_pairs(mention), *(_word_pairs(mention) if mention.value else ()))
        for who in shared:
            clusters.join(
                first.setdefault((mention.value, mention.action, who), number), number, rule
            )


def _join_single(mentions: Sequence[EventMention], clusters: EventClusters) -> None:
    """One name is enough where only one event of that day fits: "Ruiz arrived on Monday"."""
    rule = "the same day and action, the only event of that name"
    first: dict[_Key, int] = {}
    holders: dict[_Key, set[int]] = defaultdict(set)
    for number, mention in enumerate(mentions):
        if mention.only and mention.when and mention.action in ONCE:
            key = (mention.when, mention.action, (mention.only,))
            clusters.join(first.setdefault(key, number), number, rule)
    for number, mention in enumerate(mentions):
        for entity in mention.entities[:MOST]:
            holders[mention.when, mention.action, (entity,)].add(number)
    for number, mention in enumerate(mentions):
        if mention.only and mention.when:
            key = (mention.when, mention.action, (mention.only,))
            if _is_loose(number, holders, key, mentions):
                clusters.join_only(number, holders[key], rule)


def _is_loose(
    number: int, holders: Mapping[_Key, set[int]], key: _Key, mentions: Sequence[EventMention]
) -> bool:
    """Whether its words speak against none: "Ruiz won gold" is not "Ruiz won silver"."""
    if key[1] in ONCE or not mentions[number].terms:
        return True
    others = islice((n for n in holders[key] if n != number), MOST)
    return not any(mentions[n].terms and mentions[n].only for n in others)


def _join_by_sufferer(mentions: Sequence[EventMention], clusters: EventClusters) -> None:
    """Done to one person on one day: "Ruiz was fired on Monday", "Rovers fired Ruiz on Monday"."""
    rule = "the same done to one person on one day"
    first: dict[_Key, int] = {}
    for number, mention in enumerate(mentions):
        for person in sorted(mention.done_to) if mention.when else ():
            other = first.setdefault((mention.when, mention.action, (person,)), number)
            if says_no_other(mention, mentions[other]):
                clusters.join(other, number, rule)


def _join_inside(mentions: Sequence[EventMention], clusters: EventClusters) -> None:
    """A day inside a week, a week inside a month: where only one event of the longer time fits."""
    rule = "a day inside a longer time, the only event that fits"
    asked = {each.value for each in mentions if each.value and precision_of(each.value) != "day"}
    longer = {value: asked & _longer(value) for value in {each.value for each in mentions}}
    holders: dict[_Key, set[int]] = defaultdict(set)
    coarse = []
    for number, mention in enumerate(mentions):
        for value in longer[mention.value]:
            for who in _keys(mention):
                holders[value, mention.action, who].add(number)
        if mention.value and precision_of(mention.value) != "day":
            coarse.append((_length(mention.value), number))
    for _, number in sorted(coarse):
        mention = mentions[number]
        clusters.join_only(number, _found(number, mention, holders, clusters), rule)


def _join_neighbours(mentions: Sequence[EventMention], clusters: EventClusters) -> None:
    """The same on Monday by one article, on Tuesday by another: one event whose dates conflict."""
    rule = "the same action a day apart, told by different articles"
    days: dict[tuple[int, str, _Who], list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        day = _day(mention)
        for who in _pairs(mention) if day else ():
            days[day, mention.action, who].append(number)
    for (day, action, who), numbers in sorted(days.items()):
        for number in numbers:
            for other in days.get((day + 1, action, who), ())[:1]:
                if not clusters.meet(number, other):
                    clusters.join(number, other, rule)


def _join_undated(mentions: Sequence[EventMention], clusters: EventClusters) -> None:
    """A mention without a date joins the one dated event that fits."""
    rule = "told without a date, the only event that fits"
    holders: dict[_Key, set[int]] = defaultdict(set)
    for number, mention in enumerate(mentions):
        for who in _keys(mention) if mention.value else ():
            holders[None, mention.action, who].add(number)
    for number, mention in enumerate(mentions):
        if mention.value is None:
            clusters.join_only(number, _found(number, mention, holders, clusters), rule)


def _found(
    number: int, mention: EventMention, holders: Mapping[_Key, set[int]], clusters: EventClusters
) -> set[int]:
    """The events that meet by two who take part, else by the one who did what is done once."""
    for keys in (_pairs(mention), _singles(mention)):
        met = (holders.get((mention.value, mention.action, who), ()) for who in keys)
        roots = {clusters.root(other) for numbers in met for other in numbers} - {
            clusters.root(number)
        }
        if roots:
            return roots
    return set()


def _keys(mention: EventMention) -> Iterator[_Who]:
    """Blocking keys for matching mentions whose dates differ in precision."""
    return chain(_pairs(mention), _singles(mention))


def _singles(mention: EventMention) -> Iterator[_Who]:
    return ((person,) for person in sorted(mention.people) if mention.action in ONCE)


def _pairs(mention: EventMention) -> Iterator[_Who]:
    """Two who take part, or one of them with a word: what makes a deed the same."""
    who = sorted(mention.entities[:MOST])
    yield from combinations(who, 2)
    yield from product(who, mention.terms[:MOST])


def _word_pairs(mention: EventMention) -> Iterator[_Who]:
    """Two words, for deeds of the unnamed: "the crane had passed an inspection"."""
    return combinations(sorted(mention.terms[:MOST]), 2)


def _longer(value: str | None) -> set[str]:
    """The weeks, months, quarters, years … that the date lies in."""
    period = period_of(value) if value else None
    if period is None:
        return set()
    names = {named(unit, period.first) for unit in _UNITS} - {value}
    return {name for name in names if _holds(name, period)}


def _holds(name: str, period: Period) -> bool:
    longer = period_of(name)
    return longer is not None and longer.holds(period)


def _length(value: str) -> int:
    period = period_of(value)
    return period.days if period else 0


def _day(mention: EventMention) -> int:
    period = period_of(mention.value) if mention.value else None
    return period.first.toordinal() if period and period.days == 1 else 0
