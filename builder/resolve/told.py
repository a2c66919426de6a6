"""What each article tells of the events of a story: its findings and times in, tellings out."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from builder.model.article import Passage
from builder.model.dossier import Timex
from builder.model.findings import Findings, FoundEvent, FoundTime
from builder.model.ids import ArticleId, EntityId
from builder.resolve.actions import action_of, befalls, has_name
from builder.resolve.cast import Cast, Place
from builder.resolve.claims.terms import term, weight
from builder.resolve.edtf import edtf_of, interval
from builder.resolve.eventtext import actors_of, object_meant, person_meant, text_of
from builder.resolve.periods import precision_of
from builder.resolve.telling import Telling
from builder.wording import words

_Spot = tuple[int, int, EntityId]


def tellings_of(
    findings: Sequence[Findings], timexes: Sequence[Timex], cast: Cast
) -> list[Telling]:
    """The tellings of the story, in the order of its articles."""
    at = {_place(timex.passage): timex for timex in timexes}
    nominals, names = _by_article(cast.nominals), _by_article(cast.names)
    said = {time.passage: time for found in findings for time in found.times}
    return [
        replace(
            _telling(event, at, cast, nominals.get(found.article, ()), found.sentences),
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
    if (him := object_meant(event, cast, sentences)) is not None:
        entities.append(him)
    who = tuple(dict.fromkeys(entities))
    text, action = text_of(event, cast, sentences), action_of(event.lemmas, event.befallen)
    return Telling(
        passage=event.passage,
        timex=timex,
        value=value.split("T")[0] if value else None,
        date=_date(value, end.value if end else None, event),
        planned=event.planned,
        action=action,
        is_named=has_name(event.lemmas),
        entities=who,
        people=frozenset(entity for entity in who if cast.is_person(entity)),
        places=frozenset(entity for entity in who if cast.is_place(entity)),
        done_to=frozenset(filter(cast.is_person, _done_to(event, cast, sentences))),
        befallen=term(event.befallen)
        if event.befallen and befalls(event.lemmas, event.befallen)
        else None,
        only=who[0] if len(who) == 1 and not cast.is_place(who[0]) else None,
        text=text,
        pieced=("[" in text) + (bool(event.actors) and event.clause is None),
    )


def _done_to(event: FoundEvent, cast: Cast, sentences: Sequence[Passage]) -> Iterator[EntityId]:
    for passage in event.objects:
        meant = person_meant(passage, cast, sentences)
        yield from cast.inside(passage) if meant is None else (meant,)


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
