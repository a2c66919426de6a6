"""One timeline of the story: every article's mentions in; events, each told once, out.

Tellings join where they tell the same kind of action of the same people or places and their dates
agree: equal, or one inside the other. Tellings a day apart by different articles join too, and
show both dates. Work grows with the number of mentions: they meet through keys, not pair by pair.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from builder.model.events import Conflict, Event, EventPassage
from builder.model.ids import ArticleId, EventId
from builder.overrides import Dated, Decisions, Drop, EventDecision
from builder.permalinks import Candidate, Permalinks
from builder.resolve.entities.index import EntityIndex
from builder.resolve.events.coreference import EventGroup, grouped
from builder.resolve.events.mention import EventMention
from builder.resolve.regrouping import Regrouping
from builder.resolve.times.periods import period_of, precision_of
from builder.text.diff import words

_Named = tuple[ArticleId, str, bool]
"""An article, how it names a day, and whether that lies ahead."""
_ID_WORDS = 8
_RELATIVE = re.compile(
    r"(?i)\b(?:ago|today|yesterday|tomorrow|tonight|last|this|next|earlier|later|same|following|"
    r"previous|before|after|overnight)\b"
)


def events_of(
    mentions: Sequence[EventMention],
    entities: EntityIndex,
    decisions: Decisions,
    permalinks: Permalinks,
) -> tuple[Event, ...]:
    """The events that the mentions tell, by date, the undated last.

    What no article tells any time of ("Ruiz resigned") is no entry of its own.
    """
    groups = [group for group in _groups(mentions) if any(one.timex for one in group.items)]
    groups = _REGROUPING.decided(groups, decisions.of(EventDecision), decisions, permalinks)
    ids = permalinks.assign("events", [_candidate(group.items) for group in groups])
    events = [
        replace(_event(EventId(id_), group.items, entities), why=group.why)
        for id_, group in zip(ids, groups, strict=True)
    ]
    decided = _decided(events, decisions)
    return tuple(sorted(decided, key=lambda event: (_begins(event.date), event.id)))


def _groups(mentions: Sequence[EventMention]) -> tuple[EventGroup, ...]:
    """The mentions of each event; what one tells of an article's Friday dates its others."""
    groups = grouped(mentions)
    days = _days_known(group.items for group in groups)
    return grouped([_inferred(mention, days) for mention in mentions]) if days else groups


def _days_known(groups: Iterable[Sequence[EventMention]]) -> dict[_Named, str]:
    """The day that an article's "on Friday" is, where other articles date what it tells."""
    days: dict[_Named, set[str]] = defaultdict(set)
    for group in groups:
        dated = {mention.value for mention in group if mention.value and _is_day(mention.value)}
        for mention in group if len(dated) == 1 else ():
            if mention.value is None and mention.named_day:
                days[mention.passage.article, mention.named_day, mention.planned] |= dated
    return {key: min(found) for key, found in days.items() if len(found) == 1}


def _inferred(mention: EventMention, days: Mapping[_Named, str]) -> EventMention:
    if mention.value is not None or mention.named_day is None:
        return mention
    day = days.get((mention.passage.article, mention.named_day, mention.planned))
    if day is None:
        return mention
    return replace(mention, value=day, date=f"{day}?", inferred=True)


def _is_day(value: str) -> bool:
    return precision_of(value) == "day"


def _event(id_: EventId, group: Sequence[EventMention], entities: EntityIndex) -> Event:
    main = _main(group)
    named = tuple(dict.fromkeys(entity for mention in group for entity in mention.entities))
    return Event(
        id=id_,
        date=main.date,
        status="planned" if all(mention.planned for mention in group) else "past",
        text=_shown(group, main).text,
        people=tuple(entity for entity in named if entities.is_person(entity)),
        places=tuple(entity for entity in named if entities.is_place(entity)),
        claims=(),
        passages=tuple(EventPassage(passage=each.passage, timex=each.timex) for each in group),
        conflicts=_conflicts(group, main),
    )


def _main(group: Sequence[EventMention]) -> EventMention:
    """The mention that dates all: of the finest, commonest, earliest date, the fullest."""
    votes = Counter(mention.value for mention in group)

    def rank(mention: EventMention) -> tuple[int, int, str, bool, bool, tuple[int, ...]]:
        period = period_of(mention.value) if mention.value else None
        days, value = period.days if period else 10**6, mention.value or ""
        return (
            days,
            -votes[mention.value],
            value,
            mention.inferred,
            mention.planned,
            _fullness(mention),
        )

    return min(group, key=rank)


def _shown(group: Sequence[EventMention], main: EventMention) -> EventMention:
    """The mention whose words stand for all: what happened, not what was to happen.

    Best of the same date, in a clause that stands so, and without "yesterday" or "two days later".
    """

    def rank(mention: EventMention) -> tuple[bool, bool, bool, tuple[int, ...]]:
        said = mention.timex.passage.text if mention.timex else ""
        relative = _RELATIVE.search(said) is not None
        return (mention.planned, mention.value != main.value, relative, _fullness(mention))

    return min(group, key=rank)


def _fullness(mention: EventMention) -> tuple[int, ...]:
    return (mention.pieced, -len(mention.entities), len(mention.text))


def _conflicts(group: Sequence[EventMention], main: EventMention) -> tuple[Conflict, ...]:
    dates: dict[str, list[int]] = defaultdict(list)
    for number, mention in enumerate(group):
        if mention.date and mention.value and not _agree(mention.value, main.value):
            dates[mention.date].append(number)
    if dates and main.date:
        dates[main.date] = [n for n, mention in enumerate(group) if mention.date == main.date]
    return tuple(
        Conflict(date=date, passages=tuple(numbers)) for date, numbers in sorted(dates.items())
    )


def _agree(one: str, other: str | None) -> bool:
    first, second = period_of(one), period_of(other) if other else None
    return first is None or second is None or first.holds(second) or second.holds(first)


def _candidate(group: Sequence[EventMention]) -> Candidate:
    main = _main(group)
    text = " ".join(words(_shown(group, main).text)[:_ID_WORDS])
    return Candidate(
        words=f"e {main.date or ''} {text}",
        anchors=frozenset(
            f"{mention.passage.article} {' '.join(words(mention.passage.text))}"
            for mention in group
        ),
    )


_REGROUPING: Regrouping[EventMention] = Regrouping(
    kind="events",
    candidate=_candidate,
    passage=lambda mention: mention.passage,
    part=lambda mention: mention.passage.article,
)


def _decided(events: Sequence[Event], decisions: Decisions) -> list[Event]:
    dropped, dated = decisions.about(Drop), decisions.about(Dated)
    kept = []
    for event in events:
        if event.id in dropped:
            decisions.matched(dropped[event.id])
            continue
        decision = dated.get(event.id)
        if decision is not None:
            decisions.matched(decision)
        kept.append(event if decision is None else replace(event, date=decision.to))
    return kept


def _begins(edtf: str | None) -> str:
    """What to sort by: the first day; the undated come last."""
    if edtf is None:
        return "~"
    first = edtf.removeprefix("../")
    return first.split("/")[0].rstrip("~?%").replace("X", "0")
