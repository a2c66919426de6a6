"""One timeline of the story: every article's tellings in; events, each told once, out.

Tellings join where they tell the same kind of action of the same people or places and their dates
agree: equal, or one inside the other. Tellings a day apart by different articles join too, and
show both dates. Work grows with the number of tellings: they meet through keys, not pair by pair.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice, takewhile

from builder import knowledge
from builder.model.article import Passage
from builder.model.dossier import Conflict, Event, EventPassage, Timex
from builder.model.findings import Findings, FoundEvent
from builder.model.ids import ArticleId, EntityId, EventId
from builder.overrides import Dated, Decisions, Drop
from builder.permalinks import Candidate, Permalinks
from builder.resolve.cast import Cast, Place
from builder.resolve.claims.terms import term, weight
from builder.resolve.edtf import edtf_of, interval
from builder.resolve.eventtext import actors_of, text_of
from builder.resolve.periods import period_of, precision_of
from builder.resolve.tellings import Telling, grouped
from builder.wording import words

_Spot = tuple[int, int, EntityId]
_ID_WORDS = 8


def events_of(
    findings: Sequence[Findings],
    timexes: Sequence[Timex],
    cast: Cast,
    decisions: Decisions,
    permalinks: Permalinks,
) -> tuple[Event, ...]:
    """The events of the story by date, the undated last."""
    tellings = _tellings(findings, timexes, cast)
    groups = grouped(tellings)
    ids = permalinks.assign("events", [_candidate(group) for group in groups])
    events = [_event(EventId(id_), group, cast) for id_, group in zip(ids, groups, strict=True)]
    decided = _decided(events, decisions)
    return tuple(sorted(decided, key=lambda event: (_begins(event.date), event.id)))


def _tellings(findings: Sequence[Findings], timexes: Sequence[Timex], cast: Cast) -> list[Telling]:
    at = {_place(timex.passage): timex for timex in timexes}
    nominals, names = _by_article(cast.nominals), _by_article(cast.names)
    return [
        replace(
            _telling(event, at, cast, nominals.get(found.article, ()), found.sentences),
            terms=_terms(event, names.get(found.article, ())),
        )
        for found in findings
        for event in found.events
    ]


def _by_article(nominals: Mapping[Place, EntityId]) -> dict[ArticleId, tuple[_Spot, ...]]:
    spots: dict[ArticleId, list[_Spot]] = defaultdict(list)
    for (article, start, end), entity in sorted(nominals.items()):
        spots[article].append((start, end, entity))
    return {article: tuple(found) for article, found in spots.items()}


def _described(passage: Passage, spots: Sequence[_Spot]) -> Iterator[EntityId]:
    """Who is described in the passage without a name: "the mayor"."""
    first = bisect_left(spots, passage.start, key=lambda spot: spot[0])
    for start, end, entity in islice(spots, first, None):
        if start >= passage.end:
            return
        if end <= passage.end:
            yield entity


def _terms(event: FoundEvent, names: Sequence[_Spot]) -> tuple[str, ...]:
    """The uncommon words of the event but its action, those of resolved names left out."""
    passage = event.passage
    first = bisect_left(names, passage.start, key=lambda spot: spot[0])
    within = takewhile(lambda spot: spot[0] < passage.end, islice(names, first, None))
    named = {
        word
        for start, end, _ in within
        for word in words(passage.text[start - passage.start : end - passage.start])
    }
    found = {term(lemma) for lemma in event.lemmas[1:] if lemma not in named}
    return tuple(sorted(each for each in found if weight(each) == 1))


def _telling(
    event: FoundEvent,
    timexes: Mapping[Place, Timex],
    cast: Cast,
    nominals: Sequence[_Spot],
    sentences: Sequence[Passage],
) -> Telling:
    timex = timexes.get(_place(event.time)) if event.time else None
    end = timexes.get(_place(event.until)) if event.until else None
    value = timex.value if timex and timex.value and precision_of(timex.value) else None
    entities = [*actors_of(event, cast, sentences), *cast.inside(event.passage)]
    entities.extend(_described(event.passage, nominals))
    who = tuple(dict.fromkeys(entities))
    return Telling(
        passage=event.passage,
        timex=timex,
        value=value.split("T")[0] if value else None,
        date=_date(value, end.value if end else None, event),
        planned=event.planned,
        action=_action(event.lemmas),
        entities=who,
        people=frozenset(entity for entity in who if cast.is_person(entity)),
        only=who[0] if len(who) == 1 and not cast.is_place(who[0]) else None,
        text=text_of(event, cast, sentences),
        pieced=bool(event.actors) + (bool(event.actors) and event.clause is None),
    )


def _date(value: str | None, end: str | None, event: FoundEvent) -> str | None:
    if value is None:
        return None
    if end is not None and (both := interval(value, end)):
        return both
    return edtf_of(value, event.modifier)


def _action(lemmas: Sequence[str]) -> str:
    return _actions().get(lemmas[0], lemmas[0]) if lemmas else ""


@cache
def _actions() -> Mapping[str, str]:
    return {
        word: group[0] for group in knowledge.entries("event_words")["actions"] for word in group
    }


def _event(id_: EventId, group: Sequence[Telling], cast: Cast) -> Event:
    main = _main(group)
    entities = tuple(dict.fromkeys(entity for telling in group for entity in telling.entities))
    return Event(
        id=id_,
        date=main.date,
        status="planned" if all(telling.planned for telling in group) else "past",
        text=main.text,
        people=tuple(entity for entity in entities if cast.is_person(entity)),
        places=tuple(entity for entity in entities if cast.is_place(entity)),
        claims=(),
        passages=tuple(EventPassage(passage=each.passage, timex=each.timex) for each in group),
        conflicts=_conflicts(group, main),
    )


def _main(group: Sequence[Telling]) -> Telling:
    """The telling that stands for all: of the finest, commonest, earliest date, the fullest."""
    votes = Counter(telling.value for telling in group)

    def rank(telling: Telling) -> tuple[int, int, str, int, int, int]:
        period = period_of(telling.value) if telling.value else None
        days = period.days if period else 10**6
        fullness = (telling.pieced, -len(telling.entities), len(telling.text))
        return (days, -votes[telling.value], telling.value or "", *fullness)

    return min(group, key=rank)


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
    text = " ".join(words(main.text)[:_ID_WORDS])
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


def _place(passage: Passage) -> Place:
    return (passage.article, passage.start, passage.end)
