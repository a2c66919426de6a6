"""People whose age or name the articles give differently: findings and people in, statements out.

"Ana Ruiz, 61", "Anna Ruz (62)": such words stand inside clauses about something else, so they are
statements of their own, one for each article. Two people of no common article are one person who
is named differently if their names are alike and they have one age or office. Left out on purpose:
what only transliterations write differently, and ages that articles give half a year apart.
"""

import re
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
from builder.resolve.people.descriptions import Described, described
from builder.text.quantities import quantities_in
from builder.text.spelling import likeness

_BEFORE, _BEHIND = 40, 12  # characters around a name in which its age is looked for
_AGE_BEHIND = re.compile(r"\s*[,(]\s*(?:aged\s+)?")
_MAY_TELL_AGE = re.compile(r"\d|year-old|, [a-z-]+[,.]")  # what is read costs a hundred times this
_VOWELS = re.compile(r"(?<=.)[aeiouyh]|(.)(?=\1)")
_HEARD = str.maketrans("zwckq", "jvkkk")
_FULL = 2  # words of a full name
_ALIKE = 0.5  # share of letters: "Hatayama" and "Hayama"
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
    """The findings with these statements in place of their own."""
    own: dict[ArticleId, list[FoundStatement]] = defaultdict(list)
    for statement in sorted(statements, key=lambda one: one.passage):
        own[statement.passage.article].append(statement)
    return tuple(replace(found, statements=tuple(own[found.article])) for found in findings)


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
    offices: frozenset[Described]

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
        offices = (described(role.text) for role in person.roles)
        return cls(
            id=person.id,
            told=tuple(one for one in told if one is not None),
            articles=frozenset(mentions),
            offices=frozenset(one for one in offices if one is not None),
        )


def _told(
    mentions: Sequence[Passage], text: str, names: Mapping[tuple[ArticleId, int], FoundName]
) -> _Given | None:
    """The name as its fullest mention has it; the age, where a mention has it."""
    full = max(mentions, key=lambda one: (len(naming.words(one.text)), -one.start))
    aged = ((one, *_age_at(one, text)) for one in mentions)
    place, start, end, age = next(
        ((one, start, end, age) for one, start, end, age in aged if age is not None),
        (full, full.start, full.end, None),
    )
    if age is None and len(naming.words(full.text)) < _FULL:
        return None
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
    return _Given(statement=statement, name=full.text, age=age)


def _age_at(name: Passage, text: str) -> tuple[int, int, float | None]:
    """Where the name and the age beside it begin and end, and the age in years."""
    start, end = max(0, name.start - _BEFORE), name.end + _BEHIND
    around = text[start:end]
    for found in quantities_in(around) if _MAY_TELL_AGE.search(around) else ():
        if found.kind == "age" and not found.bound and found.low is None:
            first, last = start + found.start, start + found.end
            if first >= name.end and _AGE_BEHIND.fullmatch(text[name.end : first]):
                return name.start, last + text.startswith(")", last), found.value
            if last <= name.start and not text[last : name.start].strip():
                return first, name.end, found.value
    return name.start, name.end, None


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
        yield [people[number] for number in group]


def _is_misnamed(one: _Person, other: _Person) -> bool:
    """Whether two are one whom some articles name otherwise: no article has both."""
    sexes = {naming.sex(told.name.split()[0]) for each in (one, other) for told in each.told}
    return (
        one.articles.isdisjoint(other.articles)
        and len(sexes - {None}) <= 1
        and any(_are_alike(*pair) for pair in product(one.keys, other.keys))
        and not (one.ages.isdisjoint(other.ages) and one.offices.isdisjoint(other.offices))
    )


def _are_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one may be the other miswritten: "Harriet Cho", "Hannah Cho", but "Prince Roe"."""
    ends = ((one[0], other[0]), (one[-1], other[-1]))
    return all(a[0] == b[0] or likeness(a, b) >= _ALIKE for a, b in ends) and (
        any(a == b for a, b in ends) or len(one) == len(other) == 1
    )


def _is_one_name(one: str, other: str) -> bool:
    """Whether both may be one name: with a title, initials, a short form, other accents."""
    mine, yours = _heard(one), _heard(other)
    parts = set(mine) <= set(yours) or set(yours) <= set(mine)
    ends = [sorted((name[0], name[-1])) for name in (mine, yours)]
    if parts or "".join(mine) == "".join(yours) or ends[0] == ends[1]:
        return True
    firsts = [naming.words(name)[0] for name in (one, other)]
    rows = [set(naming.nickname_rows(first)) for first in firsts]
    initial = any("." in first or len(first) == 1 for first in firsts)
    short = not rows[0].isdisjoint(rows[1]) or (initial and firsts[0][0] == firsts[1][0])
    return short and (mine[-1] == yours[-1] or min(map(len, (mine, yours))) < _FULL)


def _heard(name: str) -> list[str]:
    """Its words without what transliterations write differently: vowels, "h", double letters."""
    heard = (naming.sound(word).translate(_HEARD) for word in naming.key(name))
    return [_VOWELS.sub("", word) for word in heard]


def _place(told: _Given) -> Passage:
    return told.statement.passage
