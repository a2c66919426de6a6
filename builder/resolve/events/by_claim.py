"""Which mentions tell one event since claims tell them alike: mentions in, joined clusters out."""

from collections import defaultdict
from collections.abc import Sequence

from builder.model.ids import ClaimId
from builder.resolve.events.mention import EventClusters, EventMention
from builder.resolve.times.periods import period_of

_NEAR = 10  # days between two dates of one claim: the 9th and the 19th
_AGAIN = frozenset({"visit", "meet"})  # what people do on several days of a story
_MOST = 12  # mentions of one claim that a mention is compared with


def join_by_claim(mentions: Sequence[EventMention], clusters: EventClusters) -> None:
    """What claims tell alike of one day: "the crane fell on Monday", "Monday's collapse".

    Of one claim, days that lie near are one event whose dates conflict; of two that are probably
    one, a day inside a longer time.
    """
    holders: dict[ClaimId, list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        if mention.when and mention.claim:
            holders[mention.claim].append(number)
    for number, mention in enumerate(mentions):
        for claim in sorted(mention.related | ({mention.claim} if mention.claim else set())):
            same = claim == mention.claim
            rule = "one claim" if same else "claims that are probably one"
            for other in holders.get(claim, ())[:_MOST]:
                if (
                    _is_one_time(mention, mentions[other], near=same)
                    and _tells_no_other_deed(mention, mentions[other])
                    and not clusters.meet(number, other)
                ):
                    clusters.join(number, other, rule)


def says_no_other(one: EventMention, other: EventMention) -> bool:
    """Whether one names all whom the other names: two who praised her on one day are two."""
    who, others = set(one.entities) - one.places, set(other.entities) - other.places
    return one.planned == other.planned and (who <= others or others <= who)


def _tells_no_other_deed(one: EventMention, other: EventMention) -> bool:
    """Whether neither has a deed, a place or a person where the other has another."""
    if one.is_named and other.is_named and one.action != other.action:
        return False
    if one.places and other.places and one.places.isdisjoint(other.places):
        return False
    return says_no_other(one, other)


def _is_one_time(one: EventMention, other: EventMention, *, near: bool) -> bool:
    """Whether both are on one day, on days that lie near, or one inside the other's time."""
    if one.when == other.when:
        return True
    first, second = (period_of(each.value) if each.value else None for each in (one, other))
    if first is None or second is None:
        return False
    if first.holds(second) or second.holds(first):
        return True
    # "Rovers beat Albion on Saturday", "Rovers beat City on Tuesday": each has a word of its own
    words, others = set(one.terms), set(other.terms)
    apart = max(first.first, second.first) - min(first.last, second.last)
    again = one.action in _AGAIN or other.action in _AGAIN
    return near and not again and apart.days <= _NEAR and (words <= others or others <= words)
