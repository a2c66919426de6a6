"""People whose age or name the articles give differently: findings and people in, statements out.

"Ana Ruiz, 61", "Anna Ruz (62)": such words stand inside clauses about something else, so they are
statements of their own, one for each article. Two people of no common article are one person who
is named differently if their names are alike and they have one age or office. Left out on purpose:
what only transliterations write differently, and ages that articles give half a year apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations, product
from operator import attrgetter

from builder import naming
from builder.model.article import Passage
from builder.model.claims import DifferenceKind
from builder.model.entities import Entity
from builder.model.findings import Core, Findings, FoundName, FoundStatement
from builder.model.ids import ArticleId, EntityId
from builder.resolve.claims.slots import Slot, Value
from builder.resolve.clustering import plain_clusters
from builder.resolve.entities.index import EntityIndex
from builder.resolve.people.alike import heard, may_be_miswritten, office
from builder.text.ages import age_beside

_FULL = 2  # words of a full name
_ONE_AGE = timedelta(days=183)  # in which few have a birthday, and a wrong age is a wrong age


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """How the articles give one person's name and age, and where they differ."""

    statements: tuple[FoundStatement, ...]
    """One for each article, in order."""
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """How one article gives a person's name and, where it does, age."""

    statement: FoundStatement
    name: str
    """In full, as this article writes it."""
    age: float | None
    """In years."""

    @property
    def article(self) -> ArticleId:
        return self.statement.passage.article


def differing_particulars(
    findings: Iterable[Findings],
    texts: Mapping[ArticleId, str],
    published: Mapping[ArticleId, date],
    entities: EntityIndex,
) -> Iterator[Particulars]:
    """The people whose age or name differs, by id."""
    roles = {
        (name.passage.article, name.passage.start): name
        for found in findings
        for name in found.names
    }
    people = [
        _Person.of(person, texts, roles)
        for person in sorted(entities.people, key=attrgetter("id"))
    ]
    for same in _same_people([one for one in people if one.told]):
        told = sorted((told for one in same for told in one.told), key=_place)
        if not _names(told):
            told = [one for one in told if one.age is not None]
        slots = (*_names(told), *_ages(told, published))
        if slots:
            yield Particulars(statements=tuple(one.statement for one in told), slots=slots)


def with_statements(
    findings: Iterable[Findings], statements: Iterable[FoundStatement]
) -> tuple[Findings, ...]:
    """The findings that have some of these statements, with these in place of their own."""
    own: dict[ArticleId, list[FoundStatement]] = defaultdict(list)
    for statement in sorted(statements, key=lambda one: one.passage):
        own[statement.passage.article].append(statement)
    return tuple(
        replace(found, statements=tuple(own[found.article]))
        for found in findings
        if found.article in own
    )


def _names(told: Sequence[_Given]) -> tuple[Slot, ...]:
    """The names that differ, each as the first article writes it."""
    groups: list[list[int]] = []
    for index, one in enumerate(told):
        fitting = (group for group in groups if _is_one_name(told[group[0]].name, one.name))
        group = next(fitting, None)
        if group is None:
            groups.append([index])
        else:
            group.append(index)
    return _slot("name", {told[group[0]].name: group for group in groups})


def _ages(told: Sequence[_Given], published: Mapping[ArticleId, date]) -> tuple[Slot, ...]:
    """The ages that differ, in years."""
    groups: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(told):
        if one.age is not None:
            groups[f"{one.age:.0f}"].append(index)
    days = sorted(published[one.article] for one in told if one.article in published)
    return _slot("number", groups) if not days or days[-1] - days[0] < _ONE_AGE else ()


def _slot(kind: DifferenceKind, groups: Mapping[str, Sequence[int]]) -> tuple[Slot, ...]:
    values = (Value(wording=wording, statements=tuple(own)) for wording, own in groups.items())
    return (Slot(kind=kind, values=tuple(values)),) if len(groups) > 1 else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Person:
    id: EntityId
    told: tuple[_Given, ...]
    """One for each article that gives the full name or the age."""
    articles: frozenset[ArticleId]
    offices: frozenset[frozenset[str]]

    @property
    def ages(self) -> frozenset[float]:
        return frozenset(one.age for one in self.told if one.age is not None)

    @property
    def keys(self) -> frozenset[tuple[str, ...]]:
        return frozenset(naming.key(one.name) for one in self.told)

    @classmethod
    def of(
        cls,
        person: Entity,
        texts: Mapping[ArticleId, str],
        names: Mapping[tuple[ArticleId, int], FoundName],
    ) -> "_Person":
        mentions: dict[ArticleId, list[Passage]] = defaultdict(list)
        for mention in person.mentions:
            mentions[mention.article].append(mention)
        told = (_told(own, texts[article], names) for article, own in mentions.items())
        offices = (office(role.text) for role in person.roles)
        return cls(
            id=person.id,
            told=tuple(one for one in told if one is not None),
            articles=frozenset(mentions),
            offices=frozenset(filter(None, offices)),
        )


def _told(
    mentions: Sequence[Passage], text: str, names: Mapping[tuple[ArticleId, int], FoundName]
) -> _Given | None:
    """The name as its fullest mention has it; the age, where a mention has it."""
    full = max(mentions, key=lambda one: (len(naming.words(one.text)), -one.start))
    aged = ((one, age_beside(text, one.start, one.end)) for one in mentions)
    place, age = next(((one, age) for one, age in aged if age is not None), (full, None))
    if age is None and len(naming.words(full.text)) < _FULL:
        return None
    start, end = (place.start, place.end) if age is None else (age.start, age.end)
    found = names.get((place.article, place.start))
    role = found.role if found else None
    if role is not None and role.end <= start and not text[role.end : start].strip():
        start = role.start
    passage = Passage(article=place.article, start=start, end=end, text=text[start:end])
    statement = FoundStatement(
        passage=passage,
        score=1.0,
        reasons=("number",) if age is not None else (),
        core=Core(subject=tuple(full.text.split()), has_verb=False),
    )
    return _Given(statement=statement, name=full.text, age=age.years if age else None)


def _same_people(people: Sequence[_Person]) -> Iterator[list[_Person]]:
    """The people, with those who are probably one together."""
    blocks: dict[str | float, list[int]] = defaultdict(list)
    for number, one in enumerate(people):
        words = {word for key in one.keys for word in (key[0], key[-1])}
        ages = one.ages if max(map(len, one.keys)) < _FULL else ()
        for block in (*words, *ages):
            blocks[block].append(number)
    same = plain_clusters(len(people))
    for block in blocks.values():
        for place, other in combinations(block, 2):
            if _is_misnamed(people[place], people[other]):
                same.join(place, other, "named otherwise")
    for group in same.groups():
        together = [people[number] for number in group]
        articles = frozenset[ArticleId]().union(*(one.articles for one in together))
        if sum(len(one.articles) for one in together) == len(articles):
            yield together
        else:  # one may be either of two whom an article tells apart
            yield from ([one] for one in together)


def _is_misnamed(one: _Person, other: _Person) -> bool:
    """Whether two are one whom some articles name otherwise: no article has both."""
    givens = (told.name.split()[0] for each in (one, other) for told in each.told)
    return (
        one.articles.isdisjoint(other.articles)
        and naming.may_be_one(givens)
        and any(may_be_miswritten(*pair) for pair in product(one.keys, other.keys))
        and not (one.ages.isdisjoint(other.ages) and one.offices.isdisjoint(other.offices))
    )


def _is_one_name(one: str, other: str) -> bool:
    """Whether both may be one name: with a title, initials, a short form, other accents."""
    mine, yours = heard(naming.key(one)), heard(naming.key(other))
    both = set(mine) & set(yours)  # "Ana Ruiz MP", "Weeping Ana Ruiz"
    parts = len(both) >= min(_FULL, len(set(mine)), len(set(yours)))
    ends = [sorted((name[0], name[-1])) for name in (mine, yours)]
    if parts or "".join(mine) == "".join(yours) or ends[0] == ends[1]:
        return True
    last = min(mine[-1], yours[-1], key=len)
    if len(last) == 1 and mine[0] == yours[0] and mine[-1][0] == yours[-1][0]:
        return True  # "Martin A."
    firsts = [naming.words(name)[0] for name in (one, other)]
    rows = [set(naming.nickname_rows(first)) for first in firsts]
    initial = any("." in first or len(first) == 1 for first in firsts)
    short = not rows[0].isdisjoint(rows[1]) or (initial and firsts[0][0] == firsts[1][0])
    return short and (mine[-1] == yours[-1] or min(map(len, (mine, yours))) < _FULL)


def _place(told: _Given) -> Passage:
    return told.statement.passage
