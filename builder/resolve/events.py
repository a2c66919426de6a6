"""One timeline of the story: every article's tellings in; events, each told once, out.

Tellings join where they tell the same kind of action of the same people or places and their dates
agree: equal, or one inside the other. Tellings a day apart by different articles join too, and
show both dates. Work grows with the number of tellings: they meet through keys, not pair by pair.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from builder.model.dossier import Conflict, Event, EventPassage
from builder.model.ids import ArticleId, EventId
from builder.overrides import Dated, Decisions, Drop
from builder.permalinks import Candidate, Permalinks
from builder.resolve.cast import Cast
from builder.resolve.periods import period_of, precision_of
from builder.resolve.telling import Telling
from builder.resolve.tellings import grouped
from builder.wording import words

_Named = tuple[ArticleId, str, bool]
"""An article, how it names a day, and whether that lies ahead."""
_ID_WORDS = 8
_RELATIVE = re.compile(
    r"(?i)\b(?:ago|today|yesterday|tomorrow|tonight|last|this|next|earlier|later|same|following|"
    r"previous|before|after|overnight)\b"
)


def events_of(
    tellings: Sequence[Telling], cast: Cast, decisions: Decisions, permalinks: Permalinks
) -> tuple[Event, ...]:
    """The events that the tellings tell, by date, the undated last."""
    groups = _groups(tellings)
    ids = permalinks.assign("events", [_candidate(group) for group in groups])
    events = [_event(EventId(id_), group, cast) for id_, group in zip(ids, groups, strict=True)]
    decided = _decided(events, decisions)
    return tuple(sorted(decided, key=lambda event: (_begins(event.date), event.id)))


def _groups(tellings: Sequence[Telling]) -> tuple[tuple[Telling, ...], ...]:
    """The tellings of each event; what one tells of an article's Friday dates its others."""
    groups = grouped(tellings)
    days = _days_known(groups)
    return grouped([_inferred(telling, days) for telling in tellings]) if days else groups


def _days_known(groups: Iterable[Sequence[Telling]]) -> dict[_Named, str]:
    """The day that an article's "on Friday" is, where other articles date what it tells."""
    days: dict[_Named, set[str]] = defaultdict(set)
    for group in groups:
        dated = {telling.value for telling in group if telling.value and _is_day(telling.value)}
        for telling in group if len(dated) == 1 else ():
            if telling.value is None and telling.named_day:
                days[telling.passage.article, telling.named_day, telling.planned] |= dated
    return {key: min(found) for key, found in days.items() if len(found) == 1}


def _inferred(telling: Telling, days: Mapping[_Named, str]) -> Telling:
    if telling.value is not None or telling.named_day is None:
        return telling
    day = days.get((telling.passage.article, telling.named_day, telling.planned))
    if day is None:
        return telling
    return replace(telling, value=day, date=f"{day}?", inferred=True)


def _is_day(value: str) -> bool:
    return precision_of(value) == "day"


def _event(id_: EventId, group: Sequence[Telling], cast: Cast) -> Event:
    main = _main(group)
    entities = tuple(dict.fromkeys(entity for telling in group for entity in telling.entities))
    return Event(
        id=id_,
        date=main.date,
        status="planned" if all(telling.planned for telling in group) else "past",
        text=_shown(group, main).text,
        people=tuple(entity for entity in entities if cast.is_person(entity)),
        places=tuple(entity for entity in entities if cast.is_place(entity)),
        claims=(),
        passages=tuple(EventPassage(passage=each.passage, timex=each.timex) for each in group),
        conflicts=_conflicts(group, main),
    )


def _main(group: Sequence[Telling]) -> Telling:
    """The telling that dates all: of the finest, commonest, earliest date, the fullest."""
    votes = Counter(telling.value for telling in group)

    def rank(telling: Telling) -> tuple[int, int, str, bool, bool, tuple[int, ...]]:
        period = period_of(telling.value) if telling.value else None
        days, value = period.days if period else 10**6, telling.value or ""
        return (
            days,
            -votes[telling.value],
            value,
            telling.inferred,
            telling.planned,
            _fullness(telling),
        )

    return min(group, key=rank)


def _shown(group: Sequence[Telling], main: Telling) -> Telling:
    """The telling whose words stand for all: what happened, not what was to happen.

    Best of the same date, in a clause that stands so, and without "yesterday" or "two days later".
    """

    def rank(telling: Telling) -> tuple[bool, bool, bool, tuple[int, ...]]:
        said = telling.timex.passage.text if telling.timex else ""
        relative = _RELATIVE.search(said) is not None
        return (telling.planned, telling.value != main.value, relative, _fullness(telling))

    return min(group, key=rank)


def _fullness(telling: Telling) -> tuple[int, ...]:
    return (telling.pieced, -len(telling.entities), len(telling.text))


def _conflicts(group: Sequence[Telling], main: Telling) -> tuple[Conflict, ...]:
    dates: dict[str, list[int]] = defaultdict(list)
    for number, telling in enumerate(group):
        if telling.date and telling.value and not _agree(telling.value, main.value):
            dates[telling.date].append(number)
    if dates and main.date:
        dates[main.date] = [n for n, telling in enumerate(group) if telling.date == main.date]
    return tuple(
        Conflict(date=date, passages=tuple(numbers)) for date, numbers in sorted(dates.items())
    )


def _agree(one: str, other: str | None) -> bool:
    first, second = period_of(one), period_of(other) if other else None
    return first is None or second is None or first.holds(second) or second.holds(first)


def _candidate(group: Sequence[Telling]) -> Candidate:
    main = _main(group)
    text = " ".join(words(_shown(group, main).text)[:_ID_WORDS])
    return Candidate(
        words=f"e {main.date or ''} {text}",
        anchors=frozenset(
            f"{telling.passage.article} {' '.join(words(telling.passage.text))}"
            for telling in group
        ),
    )


def _decided(events: Sequence[Event], decisions: Decisions) -> list[Event]:
    dropped = {decision.drop: decision for decision in decisions.of(Drop)}
    dated = {decision.date: decision for decision in decisions.of(Dated)}
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
