"""One statement with what the story knows of it: findings, entities and dates in, tellings out."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from operator import attrgetter

from builder.knowledge import entries
from builder.model.article import Article, Passage
from builder.model.events import Timex
from builder.model.findings import Findings, FoundQuote, FoundStatement
from builder.model.ids import ArticleId, EntityId, OutletId
from builder.model.spans import Spans, spans_of
from builder.resolve.claims.decontextualised import sentence_of
from builder.resolve.claims.occasions import Days, days_of
from builder.resolve.entities.index import EntityIndex
from builder.text.diff import words
from builder.text.quantities import Quantity, quantities_in
from builder.text.terms import Meant, Names, Terms, person_term, terms_of

_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_CALENDAR = re.compile(
    r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b(jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{1,2})\b"
    r"|\b(\d{1,2})\s+(jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)
_TODAY = frozenset({"today", "yesterday", "tomorrow", "tonight"})
_CLOCK = re.compile(r"T\d\d:\d\d$")
_ZONED = re.compile(r" (?:\(|GMT|UTC|[A-Z][a-z]+ time)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparableStatement:
    """A statement of one article, ready to be compared."""

    statement: FoundStatement
    key: str
    """Its words: what repeats it word for word has the same."""
    full: str
    """Its words, with the name of the person whom they only point to."""
    sentence: str
    """Its words as a sentence, with who is meant in brackets where the clause does not say it."""
    around: Passage
    """The whole sentence that it stands in."""
    terms: Terms
    dates: tuple[str, ...]
    """TIMEX3 values, in text order; for a date that nothing anchors, its own words ("friday")."""
    clocks: tuple[str, ...]
    """Times of day that it gives in its own place's time, as TIMEX3 values to the minute."""
    article_days: Days
    """Those that its article tells of and appeared on; empty where either is unknown."""
    quantities: tuple[Quantity, ...]
    weekday: bool
    """Whether its only date is a bare weekday, which articles of two weeks may resolve apart."""
    adds: bool
    """Whether a number of it comes on top of another: "another two people died"."""
    actor: EntityId | None
    attributed_to: EntityId | None
    via: OutletId | None
    asserted_by: Passage | None
    """The words for who asserts it, where they lead to nobody of the entities."""
    spoken_by: EntityId | None
    """Whose demand or denial it tells of: "she wants an inquiry", "Ruiz denied it"."""
    quoted: bool
    """Whether it stands between quotation marks."""

    @property
    def passage(self) -> Passage:
        """Where it stands."""
        return self.statement.passage

    @property
    def article(self) -> ArticleId:
        """Whose it is."""
        return self.statement.passage.article


def tellings_of(
    findings: Iterable[Findings],
    entities: EntityIndex,
    timexes: Sequence[Timex],
    published: Mapping[ArticleId, date],
    signed: Mapping[ArticleId, Article] | None = None,
) -> tuple[ComparableStatement, ...]:
    """All statements of the story, by article and place.

    `published` is the day of each dated article; `signed` are the articles whose text has signs
    that mean something else (Markdown, "&amp;").
    """
    names = _names_of(entities)
    outlets: dict[EntityId | None, OutletId] = {one.id: one.id for one in entities.outlets}
    dates: dict[ArticleId, list[tuple[Passage, Timex]]] = defaultdict(list)
    for timex in timexes:
        dates[timex.passage.article].append((timex.passage, timex))
    tellings: list[ComparableStatement] = []
    for found in sorted(findings, key=attrgetter("article")):
        known = _Known(
            signed=(signed or {}).get(found.article),
            entities=entities,
            names=names,
            outlets=outlets,
            quotes=spans_of((quote.passage, quote) for quote in found.quotes),
            sentences=spans_of((sentence, sentence) for sentence in found.sentences),
            dates=spans_of(dates[found.article]),
            days=_article_days(published.get(found.article), dates[found.article]),
        )
        for statement in found.statements:
            key = " ".join(words(statement.passage.text))
            if key:
                tellings.append(_telling(statement, key, known))
    return tuple(tellings)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    signed: Article | None
    entities: EntityIndex
    names: Names
    outlets: Mapping[EntityId | None, OutletId]
    quotes: Spans[FoundQuote]
    sentences: Spans[Passage]
    dates: Spans[Timex]
    days: Days


def _telling(statement: FoundStatement, key: str, known: _Known) -> ComparableStatement:
    quote = _quote_around(statement.passage, known)
    asserted, via, asserted_by = _asserted(statement, quote, known)
    left_out = _left_out(statement, known.entities)
    meant, quantities = _meant(statement, left_out), _quantities(statement.passage, known)
    sentence = sentence_of(statement, known.entities, known.signed)
    actor = _actor(statement, known.entities)
    return ComparableStatement(
        statement=statement,
        key=key,
        full=key if meant == Meant() else " ".join(words(sentence)),
        sentence=sentence,
        around=_sentence_around(statement.passage, known.sentences),
        terms=terms_of(statement.core, known.names, meant),
        dates=_dates(statement.passage, known.dates, spoken=_is_spoken(quote)),
        clocks=_clocks(statement.passage, known.dates),
        article_days=known.days,
        weekday=_is_weekday(statement.passage, known.dates),
        quantities=quantities,
        adds=bool(quantities) and _added().search(key) is not None,
        actor=actor,
        attributed_to=asserted,
        via=via,
        asserted_by=asserted_by,
        spoken_by=None if _spoken().isdisjoint(statement.core.predicate) else actor or left_out,
        quoted=_is_spoken(quote),
    )


def _article_days(published: date | None, dated: Iterable[tuple[Passage, Timex]]) -> Days:
    told = days_of(timex.value or "" for _, timex in dated)
    return told | {published.toordinal()} if told and published else frozenset()


def _sentence_around(passage: Passage, sentences: Spans[Passage]) -> Passage:
    around = sentences.around(passage)
    return around[-1][1] if around else passage


def _quote_around(passage: Passage, known: _Known) -> FoundQuote | None:
    around = known.quotes.around(passage)
    return around[-1][1] if around else None


def _is_spoken(quote: FoundQuote | None) -> bool:
    """Whether the words stand between quotation marks."""
    return quote is not None and quote.kind != "indirect"


def _left_out(statement: FoundStatement, entities: EntityIndex) -> EntityId | None:
    """The person behind the clause's pronoun or missing subject."""
    who = entities.who(statement.understood.reference) if statement.understood else None
    return who if who is not None and entities.is_person(who) else None


def _meant(statement: FoundStatement, who: EntityId | None) -> Meant:
    """The person whom the clause leaves out, as agent or patient."""
    if who is None:
        return Meant()
    term = (person_term(who),)
    return Meant(undergoing=term) if statement.actor is None else Meant(acting=term)


def _actor(statement: FoundStatement, entities: EntityIndex) -> EntityId | None:
    """The person who acts; "Russia's minister" is not Russia."""
    found = entities.who(statement.actor) if statement.actor else None
    return found if found is not None and entities.is_person(found) else None


def _asserted(
    statement: FoundStatement, quote: FoundQuote | None, known: _Known
) -> tuple[EntityId | None, OutletId | None, Passage | None]:
    """Who asserts it by its own sentence, else whose quote it lies in; an outlet only relays."""
    told = (statement.attributed_to, quote.speaker if quote else None)
    named = [reference for reference in told if reference is not None]
    relayed = statement.via or (quote.via if quote else None)
    asserted = next(filter(None, map(known.entities.who, named)), None)
    via = known.outlets.get(known.entities.at(relayed)) if relayed else None
    said = named[0].passage if named and asserted is None else None
    outlet = known.outlets.get(asserted) or _outlet_in(said, known)
    if outlet is not None:
        return None, via or outlet, None
    return asserted, via, said


def _outlet_in(said: Passage | None, known: _Known) -> OutletId | None:
    """The outlet in words like "the Norte news agency"."""
    return known.outlets.get(known.entities.at(said)) if said is not None else None


def _quantities(passage: Passage, known: _Known) -> tuple[Quantity, ...]:
    """All but those that only tell a day: "two days later"."""
    days = [
        (day.start - passage.start, day.end - passage.start)
        for day, timex in known.dates.inside(passage)
        if timex.type == "DATE"
    ]
    return tuple(
        quantity
        for quantity in quantities_in(passage.text)
        if not any(start <= quantity.start and quantity.end <= end for start, end in days)
    )


def _dates(passage: Passage, known: Spans[Timex], *, spoken: bool) -> tuple[str, ...]:
    """Days as stated; a bare clock ("at 9.40pm", "that evening") states no day.

    Nor does the "today" of somebody's own words, which an article of the next day still quotes.
    """
    values = (
        (timex.value or "".join(_calendar_words(timex.passage.text))).partition("T")[0]
        for _, timex in known.inside(passage)
        if (
            timex.type == "DATE" or (timex.type == "TIME" and _CALENDAR.search(timex.passage.text))
        )
        and not (spoken and timex.passage.text.lower() in _TODAY)
    )
    return tuple(dict.fromkeys(filter(None, values)))


def _clocks(passage: Passage, known: Spans[Timex]) -> tuple[str, ...]:
    """Not "2042 GMT", nor a time in words that another zone follows: "8.42pm Irish time"."""
    values = (
        timex.value or ""
        for day, timex in known.inside(passage)
        if timex.type == "TIME" and not _ZONED.match(passage.text, day.end - passage.start)
    )
    return tuple(dict.fromkeys(value for value in values if _CLOCK.search(value)))


def _is_weekday(passage: Passage, known: Spans[Timex]) -> bool:
    dates = [timex for _, timex in known.inside(passage) if timex.type == "DATE"]
    return len(dates) == 1 and _WEEKDAY.fullmatch(dates[0].passage.text) is not None


def _calendar_words(text: str) -> Iterator[str]:
    for match in _CALENDAR.finditer(text):
        yield " ".join(part.lower() for part in match.groups() if part)


@cache
def _spoken() -> frozenset[str]:
    return frozenset(map(str, entries("statement_verbs")["spoken"]))


@cache
def _added() -> re.Pattern[str]:
    number = "|".join(("[0-9][0-9,.]*", *map(str, entries("numbers")["words"])))
    return re.compile(
        rf"\b(?:another|a further|an additional|(?:{number}) (?:more|others?|further)(?! than))\b"
    )


def _names_of(entities: EntityIndex) -> Names:
    """Each word that only one person bears: "Petrovskiy" and "Petrovsky" are one term."""
    holders: dict[str, set[EntityId]] = defaultdict(set)
    for person in entities.people:
        for name in (person.name, *person.aliases):
            for word in words(name):
                holders[word].add(person.id)
    return {word: person_term(min(ids)) for word, ids in holders.items() if len(ids) == 1}
