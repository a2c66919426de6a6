"""One article's mention of an event, and sets of those that tell the same.

In: mentions. Out: which of them stand together; two sets whose people say otherwise never do.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from builder.model.article import Passage
from builder.model.dossier import Timex
from builder.model.ids import ClaimId, EntityId
from builder.resolve.clustering import Clusters
from builder.resolve.times.calendar import period_of

_NONE = frozenset[str]()
_LONG = "-"  # what no day is called: a time of more than one
MOST = 6  # people and places of a clause that count for joining; more is a list of attendants
ONCE = frozenset({  # what nobody does, or has done to them, twice a day
    "visit", "die", "resign", "arrest", "elect", "sentence", "convict", "inaugurate",
})  # fmt: skip


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
    befallen: str | None = None
    """The thing to which it happens, where that happens to one thing once a day: "dam"."""
    claim: ClaimId | None = None
    """The claim of several articles that its words state."""
    only: EntityId | None = None
    """The one who takes part, where it is one and no place."""
    text: str
    """The words to show."""
    pieced: int = 0
    """How far they are from a clause that stands so in the article: 0 it does, 2 it does not."""

    @property
    def day_names(self) -> frozenset[str]:
        """What its day may be called: "3" and "05-24"; nothing where it tells none."""
        period = period_of(self.value) if self.value else None
        if period is None:
            return frozenset({self.named_day} if self.named_day else ())
        day = period.first
        return frozenset({str(day.isoweekday()), f"{day:%m-%d}"} if period.days == 1 else {_LONG})

    @property
    def when(self) -> str | None:
        """Its date, else what its article calls the day, past and planned ones apart."""
        if self.value is not None or self.named_day is None:
            return self.value
        return f"{self.named_day} planned" if self.planned else self.named_day


class Sets:
    """Tellings by number, each alone at first; the least number of a set is its root."""

    def __init__(self, mentions: Sequence[EventMention]) -> None:
        """Leave every mention alone."""
        self._clusters = Clusters(len(mentions))
        self._people = [mention.people for mention in mentions]
        self._dated = [each.day_names if each.value else _NONE for each in mentions]
        self._named = [  # nobody dies twice: there, days that differ are no other event
            _NONE if each.value or each.action == "die" else each.day_names for each in mentions
        ]
        self._articles = [{mention.passage.article} for mention in mentions]

    def root(self, number: int) -> int:
        """The least number of the set that the mention is in."""
        return self._clusters.root(number)

    def groups(self) -> tuple[tuple[int, ...], ...]:
        """Every set in ascending order."""
        return self._clusters.groups()

    def meet(self, one: int, other: int) -> bool:
        """Whether one article tells something of both."""
        return bool(self._articles[self.root(one)] & self._articles[self.root(other)])

    def join(self, one: int, other: int) -> None:
        """Make one set of two, unless their people or days say that it is not the same."""
        first, second = sorted((self.root(one), self.root(other)))
        if first == second or self._are_days_apart(first, second):
            return
        if _may_be_one(self._people[first], self._people[second]):
            self._clusters.join(first, second)
            self._people[first] |= self._people[second]
            self._dated[first] |= self._dated[second]
            self._named[first] |= self._named[second]
            self._articles[first] |= self._articles[second]

    def _are_days_apart(self, one: int, other: int) -> bool:
        """Whether an article's "Friday", which it does not date, is no day of the other's."""
        named, others = self._named[one], self._named[other]
        alike = {len(name) for name in named} == {len(name) for name in others}  # "5" and "05-24"
        return (
            _clash(named, self._dated[other])
            or _clash(others, self._dated[one])
            or (alike and _clash(named, others))
        )

    def join_only(self, number: int, others: set[int]) -> None:
        """Join the mention to the one other set that fits, where it is one."""
        roots = {self.root(other) for other in others} - {self.root(number)}
        if len(roots) == 1:
            self.join(number, roots.pop())


def _clash(names: frozenset[str], days: frozenset[str]) -> bool:
    return bool(names and days) and names.isdisjoint(days)


def _may_be_one(one: frozenset[EntityId], other: frozenset[EntityId]) -> bool:
    """The court that sentenced Ruiz and, the same day, Okoye, is told of in two events."""
    return not one or not other or one <= other or other <= one or len(one & other) > 1
