"""When articles were published where nobody stated it: their own date lines, their story.

In: articles, findings, lineages, entities. Out: for each article without a stated date what can be
inferred, with its evidence in words. Safe are only: a date that the article prints; the one day of
all dated articles that descend from the same report; the one day of all articles that tell the
same deed of the same people with the same weekday. All else stays open.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from builder.model.article import Article
from builder.model.findings import Findings
from builder.model.ids import ArticleId, EntityId
from builder.model.records import Lineage
from builder.resolve.entities.index import EntityIndex
from builder.resolve.events.types import action_of
from builder.resolve.times.periods import period_of

_Deed = tuple[str, int, bool, tuple[EntityId, ...]]
"""A deed, a weekday, whether it is still to come, and two who are named with it: one alone does
much on a Monday."""
_MOST = 6  # people and places of a clause that count; more is a list of attendants
_WITNESSES = 3  # articles that the evidence names
_YEARS = (-1, 0, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inferred:
    """A date of publication that nobody stated."""

    date: date
    evidence: str


def inferred_dates(
    articles: Sequence[Article],
    findings: Sequence[Findings],
    lineages: Sequence[Lineage],
    entities: EntityIndex,
) -> dict[ArticleId, Inferred]:
    """What can be inferred, by article; those with a stated date are left out."""
    stated = {
        article.id: article.metadata.published
        for article in articles
        if article.metadata.published is not None
    }
    found: dict[ArticleId, Inferred] = {}
    undated = [each for each in findings if each.article not in stated]
    for each in undated:
        if (printed := _printed(each, stated)) is not None:
            found[each.article] = printed
    known = {**stated, **{id_: inferred.date for id_, inferred in found.items()}}
    deeds = _deeds(findings, known, entities)
    for each in undated:
        if each.article not in found:
            inferred = _by_lineage(each, lineages, known) or _by_deed(each, deeds, entities)
            if inferred is None or _overtakes(each, deeds, entities):
                continue
            if not _is_later_told(each, inferred.date):
                found[each.article] = inferred
    return found


def _printed(found: Findings, stated: Mapping[ArticleId, date]) -> Inferred | None:
    if found.printed is None:
        return None
    text, expression = found.printed.passage.text, found.printed.expression
    if expression.value is not None:
        period = period_of(expression.value)
        evidence = f"the article's own date line, “{text}”"
        return Inferred(date=period.first, evidence=evidence) if period else None
    day = _in_nearest_year(expression.month, expression.day, sorted(set(stated.values())))
    evidence = f"the article's date line, “{text}”, in the year of the story's dated articles"
    return None if day is None else Inferred(date=day, evidence=evidence)


def _in_nearest_year(month: int | None, day: int | None, near: Sequence[date]) -> date | None:
    """The day of that name nearest to the story's dates, `None` where the story has none."""
    if not near:
        return None
    middle = near[len(near) // 2]
    periods = [period_of(f"{middle.year + by:04}-{month:02}-{day:02}") for by in _YEARS]
    days = [period.first for period in periods if period is not None]
    return min(days, key=lambda each: abs((each - middle).days), default=None)


def _by_lineage(
    found: Findings, lineages: Sequence[Lineage], known: Mapping[ArticleId, date]
) -> Inferred | None:
    wires = (line for line in lineages if line.kind == "wire")
    line = next((line for line in wires if found.article in line.articles), None)
    dated = {id_: known[id_] for id_ in line.articles if id_ in known} if line else {}
    if len(set(dated.values())) != 1:
        return None
    evidence = f"the date of {_listed(dated)}, from the same report"
    return Inferred(date=min(dated.values()), evidence=evidence)


def _by_deed(
    found: Findings, deeds: Mapping[_Deed, Mapping[ArticleId, date]], entities: EntityIndex
) -> Inferred | None:
    dated: dict[ArticleId, date] = {}
    for deed in _weekday_deeds(found, entities):
        dated.update(deeds.get(deed, {}))
    if len(set(dated.values())) != 1:
        return None
    evidence = f"the date of {_listed(dated)}, which tell the same deed on the same weekday"
    return Inferred(date=min(dated.values()), evidence=evidence)


def _deeds(
    findings: Sequence[Findings], known: Mapping[ArticleId, date], entities: EntityIndex
) -> dict[_Deed, dict[ArticleId, date]]:
    deeds: dict[_Deed, dict[ArticleId, date]] = defaultdict(dict)
    for each in findings:
        for deed in _weekday_deeds(each, entities) if each.article in known else ():
            if len(deeds[deed]) <= _WITNESSES:
                deeds[deed][each.article] = known[each.article]
    return deeds


def _weekday_deeds(found: Findings, entities: EntityIndex) -> Iterator[_Deed]:
    weekdays = {time.passage: time.expression.weekday for time in found.times}
    for event in found.events:
        weekday = weekdays.get(event.time) if event.time else None
        named = (entities.inside(passage) for passage in (*event.actors, event.passage))
        who = sorted({entity for each in named for entity in each})[:_MOST]
        for pair in combinations(who, 2) if weekday and event.lemmas else ():
            yield action_of(event.lemmas), weekday or 0, event.planned, pair


def _listed(articles: Iterable[ArticleId]) -> str:
    return ", ".join(sorted(articles)[:_WITNESSES])


def _overtakes(
    found: Findings, deeds: Mapping[_Deed, Mapping[ArticleId, date]], entities: EntityIndex
) -> bool:
    """Whether it tells as past what another article only announces: then it is younger."""
    told = _weekday_deeds(found, entities)
    return any((deed, day, True, who) in deeds for deed, day, planned, who in told if not planned)


def _is_later_told(found: Findings, day: date) -> bool:
    """Whether the article tells as past what lies after that day: then it is younger."""
    told = (
        period_of(time.expression.value)
        for time in found.times
        if time.tense == "past" and time.type == "DATE" and time.expression.value
    )
    return any(period.first > day for period in told if period is not None)
