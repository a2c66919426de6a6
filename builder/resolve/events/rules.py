"""Tellings of one event that differ in their verb, in their status, or in how they date it.

In: mentions and the sets that same verbs made of them. Out: fewer clusters. "Rescuers pulled Mia
Keller from a school" and "Mia Keller was rescued from a school"; "will meet on Friday" and "agreed
a truce on Friday"; an article without a date of publication that says "on Friday". Two deeds that
both have a name ("arrested", "sentenced") are never one.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, islice, product

from builder.resolve.events.mention import MOST, ONCE, EventClusters, EventMention
from builder.resolve.times.periods import days_from, period_of

_Key = tuple[str, ...]
_Met = Sequence[tuple[int, int]]
_WIN = "win"
_BY_ONE = ONCE | {_WIN}  # nobody wins two matches a day, of two tournaments
_MOST_MET = 8  # mentions of one key that are compared; more is a crowd, not an event
_ENOUGH = 3  # names and words shared; a name and a word are not: "will address", "left parliament"
_TERMS = 3  # words of a deed without names that another may hold: "the war", "a vote on a merger"


def join_other_words(mentions: Sequence[EventMention], clusters: EventClusters) -> None:
    """Join what only other words keep apart."""
    _join_by_actor(mentions, clusters)
    _join_affected(mentions, clusters)
    _join_fuller(mentions, clusters)
    met = tuple(_met(mentions))
    _join_by_object(mentions, met, clusters)
    _join_planned(mentions, met, clusters)
    _join_by_day_named(mentions, met, clusters)


def _join_by_actor(mentions: Sequence[EventMention], clusters: EventClusters) -> None:
    """Nobody arrives twice a day: "flies to Borduria on Monday", "arrived in Szohod on Monday"."""
    rule = "one person does this once a day"
    first: dict[_Key, int] = {}
    for number, mention in enumerate(mentions):
        actor = next((who for who in mention.entities if who not in mention.places), None)
        if mention.value and mention.action in _BY_ONE and actor in mention.people:
            key = (mention.value, mention.action, actor)
            other = first.setdefault(key, number)
            apart = clusters.meet(number, other) or _elsewhere(mention, mentions[other])
            if not apart and not _wins_else(mention, mentions[other]):
                clusters.join(number, other, rule)


def _wins_else(one: EventMention, other: EventMention) -> bool:
    """Whether what is won differs: gold and silver, a cup and a vote."""
    both = one.action == _WIN and one.terms and other.terms
    return bool(both) and set(one.terms).isdisjoint(other.terms)


def _elsewhere(one: EventMention, other: EventMention) -> bool:
    """Whether both saw it, in places that differ: "visited Rome", "visited Milan"."""
    both = bool(one.places and other.places) and one.planned == other.planned
    return both and one.places.isdisjoint(other.places)


def _join_affected(mentions: Sequence[EventMention], clusters: EventClusters) -> None:
    """One thing, once: "A dam in the north burst on Monday", "the Kessel dam gave way".

    First those of one day, then those a day apart: then both dates are shown.
    """
    rule = "it happens to one thing once"
    holders: dict[_Key, list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        if mention.affected and mention.value:
            holders[mention.value, mention.action, mention.affected].append(number)
    for first, *others in holders.values():
        for other in others:
            if not _elsewhere(mentions[first], mentions[other]):
                clusters.join(first, other, rule)
    for (_, action, thing), (first, *_others) in sorted(holders.items()):
        for day in islice(_near(mentions[first]), 1, None):
            for other in holders.get((day, action, thing), ())[:1]:
                if not _elsewhere(mentions[first], mentions[other]) and not clusters.meet(
                    first, other
                ):
                    clusters.join(first, other, rule)


def _join_fuller(mentions: Sequence[EventMention], clusters: EventClusters) -> None:
    """All words of one stand in the other: "the war began", "the war in the east broke out".

    A day apart too: then both dates are shown.
    """
    rule = "all words of one stand in the other"
    holders: dict[tuple[str, str, _Key], list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        for value in _near(mention) if len(mention.terms) <= _TERMS else ():
            holders[value, mention.action, mention.terms].append(number)
    for number, mention in enumerate(mentions):
        for terms in _parts(mention.terms) if mention.value else ():
            for other in holders.get((mention.value or "", mention.action, terms), ())[:_MOST_MET]:
                if _holds(mention, mentions[other]) and not clusters.meet(number, other):
                    clusters.join(number, other, rule)


def _near(mention: EventMention) -> Iterator[str]:
    """Its date, the same first, and the days before and after it."""
    period = period_of(mention.value) if mention.value else None
    if mention.value:
        yield mention.value
    if period is not None and period.days == 1:
        beside = (days_from(period.first, by) for by in (-1, 1))
        yield from (day.isoformat() for day in beside if day)


def _join_by_object(mentions: Sequence[EventMention], met: _Met, clusters: EventClusters) -> None:
    """The same people and the same thing on one day: "put forward", "presented" a plan."""
    rule = "the same people and the same thing on one day"
    for one, other in met:
        told, repeated = mentions[one], mentions[other]
        if (
            told.value == repeated.value
            and _same_deed(told, repeated)
            and not clusters.meet(one, other)
        ):
            clusters.join(one, other, rule)


def _join_planned(mentions: Sequence[EventMention], met: _Met, clusters: EventClusters) -> None:
    """What one article announced and another saw: the one past event of that day that fits."""
    rule = "announced by one article, seen by another"
    past: dict[int, set[int]] = defaultdict(set)
    for one, other in met:
        told, repeated = mentions[one], mentions[other]
        if (
            told.value == repeated.value
            and told.planned != repeated.planned
            and _fits(told, repeated)
        ):
            number, done = (one, other) if told.planned else (other, one)
            past[number].add(done)
    for number, others in sorted(past.items()):
        clusters.join_only(number, others, rule)


def _join_by_day_named(
    mentions: Sequence[EventMention], met: _Met, clusters: EventClusters
) -> None:
    """The Friday of an article without a date is that of the one event that fits."""
    rule = "a day of the week named by an undated article, the only event that fits"
    dated: dict[int, set[int]] = defaultdict(set)
    for one, other in met:
        told, repeated = mentions[one], mentions[other]
        if (told.value is None) == (repeated.value is None):
            continue
        number, known = (one, other) if told.value is None else (other, one)
        if told.action == repeated.action or _same_deed(told, repeated) or _fits(told, repeated):
            dated[number].add(known)
    for number, others in sorted(dated.items()):
        clusters.join_only(number, others, rule)


def _met(mentions: Sequence[EventMention]) -> Iterator[tuple[int, int]]:
    """Tellings of different articles that share a day and two names, or a name and a word.

    Each dated one with those before it; then each that names its day with the dated ones.
    """
    holders: dict[_Key, list[int]] = defaultdict(list)
    for number in sorted(range(len(mentions)), key=lambda at: mentions[at].value is None):
        mention, met = mentions[number], set[int]()
        days = _days(mention)
        for key in _keys(mention) if days else ():
            met.update(holders[days[0], *key][:_MOST_MET])
            for day in days if mention.value else ():
                holders[day, *key].append(number)
        for other in sorted(met - {number}):
            if mentions[other].passage.article != mention.passage.article:
                yield other, number


def _keys(mention: EventMention) -> Iterator[_Key]:
    """Two names, a name and a word, two words; where nobody is named, one word."""
    who, words = sorted(mention.entities[:MOST]), mention.terms[:MOST]
    yield from combinations(who, 2)
    yield from product(who, words)
    yield from combinations(words, 2)
    yield from ((word,) for word in words if not mention.people)


def _same_deed(one: EventMention, other: EventMention) -> bool:
    """Whether two verbs may tell one deed: of the same people, done to the same thing."""
    shared = set(one.entities) & set(other.entities)
    same = set(one.entities) == set(other.entities) or len(shared) > 1
    words = len(set(one.terms) & set(other.terms))
    needed = 1 if one.people & other.people and _is_day(one) else 2
    return same and bool(shared) and words >= needed and _may_be_one_deed(one, other)


def _fits(one: EventMention, other: EventMention) -> bool:
    """Whether what was planned is what happened."""
    if not _may_be_one_deed(one, other):
        return False
    if len(one.people & other.people) > 1:
        return True
    if one.people and other.people:
        shared = len(set(one.entities) & set(other.entities))
        words = len(set(one.terms) & set(other.terms))
        return bool(one.people & other.people) and shared + words >= _ENOUGH
    alone = not one.people and not other.people
    held = _holds(one, other) or _holds(other, one)
    return held and (alone or min(len(one.terms), len(other.terms)) > 1)


def _may_be_one_deed(one: EventMention, other: EventMention) -> bool:
    return one.action == other.action or not (one.is_named and other.is_named)


def _holds(one: EventMention, other: EventMention) -> bool:
    """Whether all that the other names, and says in uncommon words, stands in the one."""
    return (
        bool(other.terms)
        and set(other.terms) <= set(one.terms)
        and set(other.entities) <= set(one.entities)
        and one.passage.article != other.passage.article
    )


def _parts(terms: Sequence[str]) -> Iterator[_Key]:
    for length in range(1, _TERMS + 1):
        yield from combinations(terms[:MOST], length)


def _is_day(mention: EventMention) -> bool:
    return len(_days(mention)) > 1


def _days(mention: EventMention) -> tuple[str, ...]:
    """Its date, and the names of the day where it is one."""
    period = period_of(mention.value) if mention.value else None
    if period is None or mention.value is None:
        return (mention.named_day,) if mention.named_day else ()
    if period.days > 1:
        return (mention.value,)
    day = period.first
    return (mention.value, str(day.isoweekday()), f"{day:%m-%d}")
