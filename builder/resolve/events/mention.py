"""One article's mention of an event, and clusters of those that tell the same.

Two clusters whose people or days say otherwise never become one.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from builder.model.article import Passage
from builder.model.events import Timex
from builder.model.ids import ClaimId, EntityId
from builder.resolve.clustering import Clusters
from builder.resolve.times.periods import period_of

_LONG = "-"  # what no day is called: a time of more than one
MOST = 6  # people and places of a clause that count for joining; more is a list of attendants


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """One article's mention of an event, with what it is joined by."""

    passage: Passage
    timex: Timex | None
    value: str | None
    """TIMEX3 date, without the time of day."""
    date: str | None
    """EDTF."""
    inferred: bool = False
    """Its day is told by the other articles that tell what this one tells on a weekday."""
    named_day: str | None = None
    """What an article says of a day that it does not let one date: `5` Friday, `09-24`."""
    planned: bool
    action: str
    is_named: bool = False
    """Whether its action has a name of its own: "arrest", "sign"; "pull" has none."""
    entities: tuple[EntityId, ...]
    """Who and what it names, its actors among them."""
    terms: tuple[str, ...] = ()
    """Its uncommon words, by what they mean, without names: "crane", "inspection"."""
    people: frozenset[EntityId] = frozenset()
    places: frozenset[EntityId] = frozenset()
    done_to: frozenset[EntityId] = frozenset()
    """The people to whom it is done: Ruiz in "Ruiz was fired" and in "the club fired Ruiz"."""
    affected: str | None = None
    """The thing to which it happens, where that happens to one thing once a day: "dam"."""
    claim: ClaimId | None = None
    """The claim that its words state."""
    related: frozenset[ClaimId] = frozenset()
    """The claims that probably tell the same."""
    text: str
    """The words to show."""
    pieced: int = 0
    """How far they are from a clause that stands so in the article: 0 it does, 2 it does not."""

    @property
    def day(self) -> datetime.date | None:
        """The one day that its date is."""
        period = period_of(self.value) if self.value else None
        return period.first if period is not None and period.days == 1 else None

    @property
    def day_names(self) -> frozenset[str]:
        """What its day may be called: "3" and "05-24"; nothing where it tells none."""
        period = period_of(self.value) if self.value else None
        if period is None:
            return frozenset({self.named_day} if self.named_day else ())
        day = period.first
        return frozenset({str(day.isoweekday()), f"{day:%m-%d}"} if period.days == 1 else {_LONG})


@dataclass(slots=True, kw_only=True)
class _Shared:
    """What the mentions of one event say, as far as it can keep another event apart."""

    members: list[int]
    people: set[EntityId]
    days: set[int]
    """The days that they tell, as ordinals."""
    claims: set[ClaimId]
    dated: set[str]
    """What its day is called by mentions with a date."""
    named: set[str]
    """What its day is called by mentions of articles that do not let one date it."""


class EventClusters(Clusters[_Shared]):
    """Mentions by number, joined where nothing in their people and days speaks against it."""

    def __init__(self, mentions: Sequence[EventMention]) -> None:
        """Leave every mention alone."""
        super().__init__(
            [_shared(number, each) for number, each in enumerate(mentions)],
            merge=_merged,
            may_join=_may_be_one,
        )


def _shared(number: int, mention: EventMention) -> _Shared:
    # nobody dies twice: there, days that differ are no other event
    undated = mention.value is None and mention.action != "die"
    return _Shared(
        members=[number],
        people=set(mention.people),
        days={mention.day.toordinal()} if mention.day else set(),
        claims={mention.claim} if mention.claim else set(),
        dated=set(mention.day_names if mention.value else ()),
        named=set(mention.day_names if undated else ()),
    )


def _merged(one: _Shared, other: _Shared) -> _Shared:
    fewer, more = sorted((one, other), key=lambda shared: len(shared.people))
    more.members.extend(fewer.members)
    more.people |= fewer.people
    more.days |= fewer.days
    more.claims |= fewer.claims
    more.dated |= fewer.dated
    more.named |= fewer.named
    return more


def _may_be_one(one: _Shared, other: _Shared) -> bool:
    return (
        _may_share_people(one.people, other.people)
        and not _are_days_apart(one, other)
        and not _is_another_day(one, other)
    )


def _is_another_day(one: _Shared, other: _Shared) -> bool:
    """Whether their days lie farther apart than one, and no claim says that both are of one."""
    days = one.days | other.days
    far = bool(one.days and other.days) and max(days) - min(days) > 1
    return far and one.claims.isdisjoint(other.claims)


def _are_days_apart(one: _Shared, other: _Shared) -> bool:
    """Whether an article's "Friday", which it does not date, is no day of the other's."""
    alike = {len(name) for name in one.named} == {len(name) for name in other.named}
    return (
        _clash(one.named, other.dated)
        or _clash(other.named, one.dated)
        or (alike and _clash(one.named, other.named))  # "5" and "05-24" are not alike
    )


def _clash(names: set[str], days: set[str]) -> bool:
    return bool(names and days) and names.isdisjoint(days)


def _may_share_people(one: set[EntityId], other: set[EntityId]) -> bool:
    """The court that sentenced Ruiz and, the same day, Okoye, is told of in two events."""
    return not one or not other or one <= other or other <= one or len(one & other) > 1
