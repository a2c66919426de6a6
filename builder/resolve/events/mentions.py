"""What each article tells of the events of a story: its findings and times in, mentions out."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from builder.model.article import Passage
from builder.model.dossier import Timex
from builder.model.findings import Findings, FoundEvent, FoundTime
from builder.model.ids import ArticleId, EntityId
from builder.resolve.entities.index import EntityIndex, Place
from builder.resolve.events.mention import EventMention
from builder.resolve.events.types import action_of, befalls, has_name
from builder.resolve.events.wording import actors_of, object_meant, person_meant, text_of
from builder.resolve.times.calendar import precision_of
from builder.resolve.times.edtf import edtf_of, interval
from builder.text.diff import words
from builder.text.terms import term, weight

_Spot = tuple[int, int, EntityId]


def event_mentions_of(
    findings: Sequence[Findings], timexes: Sequence[Timex], entities: EntityIndex
) -> list[EventMention]:
    """The mentions of the story, in the order of its articles."""
    at = {_place(timex.passage): timex for timex in timexes}
    nominals, names = _by_article(entities.nominals), _by_article(entities.names)
    said = {time.passage: time for found in findings for time in found.times}
    return [
        replace(
            _mention(event, at, entities, nominals.get(found.article, ()), found.sentences),
            terms=_terms(event, names.get(found.article, ())),
            named_day=_named_day(said.get(event.time)) if event.time else None,
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


def _mention(
    event: FoundEvent,
    timexes: Mapping[Place, Timex],
    entities: EntityIndex,
    nominals: Sequence[_Spot],
    sentences: Sequence[Passage],
) -> EventMention:
    timex = timexes.get(_place(event.time)) if event.time else None
    end = timexes.get(_place(event.until)) if event.until else None
    value = timex.value if timex and timex.value and precision_of(timex.value) else None
    named = [*actors_of(event, entities, sentences), *entities.inside(event.passage)]
    named.extend(_described(event.passage, nominals))
    if (him := object_meant(event, entities, sentences)) is not None:
        named.append(him)
    who = tuple(dict.fromkeys(named))
    text, action = text_of(event, entities, sentences), action_of(event.lemmas, event.befallen)
    return EventMention(
        passage=event.passage,
        timex=timex,
        value=value.split("T")[0] if value else None,
        date=_date(value, end.value if end else None, event),
        planned=event.planned,
        action=action,
        is_named=has_name(event.lemmas),
        entities=who,
        people=frozenset(entity for entity in who if entities.is_person(entity)),
        places=frozenset(entity for entity in who if entities.is_place(entity)),
        done_to=frozenset(filter(entities.is_person, _done_to(event, entities, sentences))),
        befallen=term(event.befallen)
        if event.befallen and befalls(event.lemmas, event.befallen)
        else None,
        only=who[0] if len(who) == 1 and not entities.is_place(who[0]) else None,
        text=text,
        pieced=("[" in text) + (bool(event.actors) and event.clause is None),
    )


def _done_to(
    event: FoundEvent, entities: EntityIndex, sentences: Sequence[Passage]
) -> Iterator[EntityId]:
    for passage in event.objects:
        meant = person_meant(passage, entities, sentences)
        yield from entities.inside(passage) if meant is None else (meant,)


def _named_day(time: FoundTime | None) -> str | None:
    """All that the article says of the day: "on Friday", "on 24 May"."""
    if time is None:
        return None
    expression = time.expression
    stated = expression.value or expression.direction or expression.unit or expression.nth
    if stated or expression.anchor == "mentioned":
        return None
    if expression.month and expression.day:
        return f"{expression.month:02}-{expression.day:02}"
    return str(expression.weekday) if expression.weekday and not expression.month else None


def _date(value: str | None, end: str | None, event: FoundEvent) -> str | None:
    if value is None:
        return None
    if end is not None and (both := interval(value, end)):
        return both
    if event.modifier == "about" and "T" in value:
        return edtf_of(value)  # "at about 10 pm on Monday": the day is sure
    return edtf_of(value, event.modifier)


def _place(passage: Passage) -> Place:
    return (passage.article, passage.start, passage.end)
