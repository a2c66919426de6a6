"""What each article tells of the events of a story: its findings and times in, mentions out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from builder.model.article import Passage
from builder.model.events import Timex
from builder.model.findings import Findings, FoundEvent, FoundTime
from builder.model.ids import EntityId
from builder.resolve.entities.index import EntityIndex
from builder.resolve.entities.named import Place
from builder.resolve.events.mention import EventMention
from builder.resolve.events.types import action_of, affects, has_name
from builder.resolve.events.wording import actors_of, object_meant, text_of
from builder.resolve.times.edtf import edtf_of, interval
from builder.resolve.times.periods import precision_of
from builder.text.diff import words
from builder.text.terms import term, weight


def event_mentions_of(
    findings: Sequence[Findings], timexes: Sequence[Timex], entities: EntityIndex
) -> list[EventMention]:
    """The mentions of the story, in the order of its articles."""
    at = {_place(timex.passage): timex for timex in timexes}
    said = {time.passage: time for found in findings for time in found.times}
    return [
        replace(
            _mention(event, at, entities),
            terms=_terms(event, entities),
            named_day=_named_day(said.get(event.time)) if event.time else None,
        )
        for found in findings
        for event in found.events
    ]


def _terms(event: FoundEvent, entities: EntityIndex) -> tuple[str, ...]:
    """The uncommon words of the event but its action, those of resolved names left out."""
    passage = event.passage
    named = {
        word
        for name, _ in entities.names_in(passage)
        for word in words(passage.text[name.start - passage.start : name.end - passage.start])
    }
    found = {term(lemma) for lemma in event.lemmas[1:] if lemma not in named}
    return tuple(sorted(each for each in found if weight(each) == 1))


def _mention(
    event: FoundEvent,
    timexes: Mapping[Place, Timex],
    entities: EntityIndex,
) -> EventMention:
    timex = timexes.get(_place(event.time)) if event.time else None
    end = timexes.get(_place(event.until)) if event.until else None
    value = timex.value if timex and timex.value and precision_of(timex.value) else None
    named = [*actors_of(event, entities), *entities.inside(event.passage)]
    named.extend(entities.described_in(event.passage))
    if (him := object_meant(event, entities)) is not None:
        named.append(him)
    who = tuple(dict.fromkeys(named))
    text, action = text_of(event, entities), action_of(event.lemmas, event.affected)
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
        done_to=frozenset(filter(entities.is_person, _done_to(event, entities))),
        affected=term(event.affected)
        if event.affected and affects(event.lemmas, event.affected)
        else None,
        text=text,
        pieced=("[" in text) + (bool(event.actors) and event.clause is None),
    )


def _done_to(event: FoundEvent, entities: EntityIndex) -> Iterator[EntityId]:
    for passage in event.objects:
        meant = entities.meant(passage)
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
