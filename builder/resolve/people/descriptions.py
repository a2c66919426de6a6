"""Noun phrases that stand for a person, resolved by the roles that articles give people.

"The Chilean president" is whoever the article, else the story, calls so, if that is one person.
"The premier" prefers the person of exactly that word to one of the same office ("prime minister").
"His Peruvian counterpart" is the only Peruvian person of the last other's office.
"The 38-year-old" is the only person of the article whom any article gives that age.
Deliberately left open: plurals, indefinite phrases ("an official"), and roles of two people.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache

from builder import naming
from builder.model.article import Passage
from builder.model.entities import Entity
from builder.model.ids import ArticleId, EntityId

ROLES_KEPT = 50_000  # roles and noun phrases, each of which is asked for several times
LONGEST = 200  # characters of a phrase worth reading
_WORD = re.compile(r"[^\W\d_](?:[\w.]|[-’'](?=\w))*")
_PLAIN = frozenset({
    "the", "this", "that", "his", "her", "their", "its", "our", "my", "top", "then", "former",
    "ex", "late", "new", "current", "old", "own", "said", "same", "and", "s", "right", "left",
    "long-time", "longtime", "veteran",
})  # fmt: skip
_INDEFINITE = frozenset({
    "a", "an", "one", "another", "some", "any", "several", "two", "three", "many", "no",
})  # fmt: skip
_CUTS = frozenset({
    "of", "for", "in", "at", "who", "from", "to", "on", "with", "whose", "that", "overseeing",
})  # fmt: skip
_GENERIC = frozenset({
    "company", "firm", "group", "agency", "organisation", "organization", "body",
})  # fmt: skip

_OF_AGE = re.compile(r"(?:the |this )?(\d{1,3})-year-old(?: [\w-]+)?", re.IGNORECASE)
_THE_FIRM = frozenset({"the company", "the firm"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What a role or a noun phrase says: the office, the countries, the other words."""

    heads: tuple[str, ...]
    """Most exact first: "prime minister", "minister"."""
    nations: frozenset[str]
    others: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Role:
    person: EntityId
    described: Described


@dataclass(frozen=True, slots=True, kw_only=True)
class Descriptions:
    """Who is called what, by article and in the whole story."""

    here: Mapping[ArticleId, tuple[_Role, ...]] = field(default_factory=dict)
    story: tuple[_Role, ...] = ()
    nations: Mapping[EntityId, frozenset[str]] = field(default_factory=dict)
    present: Mapping[ArticleId, tuple[tuple[int, EntityId], ...]] = field(default_factory=dict)
    """People by article in reading order, with where they are named."""
    bodies: Mapping[EntityId, str] = field(default_factory=dict)
    """Names of organisations."""
    ages: Mapping[EntityId, Set[float]] = field(default_factory=dict)
    """In years, as told beside people's names anywhere in the story."""
    alone: Mapping[ArticleId, EntityId] = field(default_factory=dict)
    """The only organisation that an article names."""

    def who(self, passage: Passage, antecedents: Sequence[EntityId] = ()) -> EntityId | None:
        """The person that the phrase stands for; with none, the antecedent that fits it."""
        words = words_of(passage.text)
        if not words or words[0].lower() in _INDEFINITE:
            return None
        if age := _OF_AGE.fullmatch(passage.text):
            return self._of_age(passage.article, float(age[1]))
        if "counterpart" in (word.lower() for word in words):
            return self._counterpart(passage, words)
        asked = described(passage.text)
        if asked is None:
            # "the company" of an article that names one body; "the local agency" may be another
            bare = " ".join(words).casefold() in _THE_FIRM
            alone = self.alone.get(passage.article) if bare else None
            return self._body(words, antecedents) or alone
        for roles in (self.here.get(passage.article, ()), self.story):
            fits = self._fits(asked, roles)
            if fits:
                return (
                    fits[0]
                    if len(fits) == 1
                    else next((a for a in antecedents if a in fits), None)
                )
        return None

    def _fits(self, asked: Described, roles: Sequence[_Role]) -> list[EntityId]:
        """The people of the office asked for: of exactly that word, else of one like it."""
        exact, like = [], []
        for role in roles:
            if not self._agrees(asked, role):
                continue
            if asked.heads[0] in role.described.heads:
                exact.append(role.person)
            elif naming.alike(asked.heads[0]).intersection(role.described.heads):
                like.append(role.person)
        for found in (exact, like):
            sure = [p for p in found if asked.nations <= self.nations.get(p, frozenset())]
            if sure or found:
                return list(dict.fromkeys(sure or found))
        return []

    def _agrees(self, asked: Described, role: _Role) -> bool:
        nations = self.nations.get(role.person, frozenset())
        if asked.nations and nations and not asked.nations & nations:
            return False
        lesser = not asked.others & naming.LESSER and role.described.others & naming.LESSER
        return not lesser and asked.others <= role.described.others

    def _counterpart(self, passage: Passage, words: Sequence[str]) -> EntityId | None:
        nations = {state for word in words if (state := naming.state_of(word))}
        people = self.present.get(passage.article, ())
        before = [person for place, person in people if place < passage.start]
        other = next(
            (p for p in reversed(before) if not nations & self.nations.get(p, frozenset())), None
        )
        fits = {p for _, p in people if nations & self.nations.get(p, frozenset()) and p != other}
        if len(fits) > 1 and other is not None:
            offices = self._offices(other)
            fits = {p for p in fits if offices & self._offices(p)}
        return next(iter(fits)) if len(fits) == 1 else None

    def _of_age(self, article: ArticleId, years: float) -> EntityId | None:
        people = {person for _, person in self.present.get(article, ())}
        fits = [person for person in people if years in self.ages.get(person, ())]
        return fits[0] if len(fits) == 1 else None

    def _offices(self, person: EntityId) -> frozenset[str]:
        heads = (r.described.heads[0] for r in self.story if r.person == person)
        return frozenset(word for head in heads for word in naming.alike(head))

    def _body(self, words: Sequence[str], antecedents: Sequence[EntityId]) -> EntityId | None:
        """The body meant by "the ministry" after "the Ministry of Health"."""
        head = words[-1].lower()
        for entity in antecedents:
            name = self.bodies.get(entity)
            if name and (head in _GENERIC or head in name.lower().split()):
                return entity
        return None


@lru_cache(maxsize=ROLES_KEPT)
def described(text: str) -> Described | None:
    """What a role or a noun phrase says, `None` where it has no word for what a person is."""
    words = words_of(text)
    at = next((n for n, word in enumerate(words) if word.lower() in _CUTS and n), len(words))
    head = next((n for n in range(at - 1, -1, -1) if naming.title(words[n])), None)
    if head is None:
        return None
    plain = naming.title(words[head]) or ""
    if naming.is_plural(plain):
        return None  # "the presidents"
    before = words[head - 1].lower() if head else ""
    pair = f"{before} {plain}"
    paired = naming.title(pair) is not None or len(naming.alike(pair)) > 1
    of = words[at:] if at < len(words) else []
    kept = [*words[: head - 1 if paired else head], *words[head + 1 : at], *of]
    nations = frozenset(state for word in kept if (state := naming.state_of(word)))
    others = frozenset(
        word.lower() for word in kept
        if not naming.state_of(word) and word.lower() not in _PLAIN and word.lower() not in _CUTS
        and (word.lower() in naming.LESSER or not naming.title(word))
    )  # fmt: skip
    return Described(heads=(pair, plain) if paired else (plain,), nations=nations, others=others)


def words_of(text: str) -> list[str]:
    """The words of a role or a noun phrase, without possessive endings."""
    return [word.removesuffix("'s").removesuffix("’s") for word in _WORD.findall(text[:LONGEST])]


def descriptions_of(
    people: Iterable[Entity],
    roles: Mapping[EntityId, Sequence[Passage]],
    organisations: Iterable[Entity],
    ages: Mapping[EntityId, Set[float]],
) -> Descriptions:
    """The index of all roles of all people; `roles` has each once for every article."""
    bodies = tuple(organisations)
    here: dict[ArticleId, list[_Role]] = defaultdict(list)
    nations: dict[EntityId, set[str]] = defaultdict(set)
    present: dict[ArticleId, list[tuple[int, EntityId]]] = defaultdict(list)
    for person in people:
        for passage in roles.get(person.id, ()):
            found = described(passage.text)
            if found is not None:
                here[passage.article].append(_Role(person=person.id, described=found))
                nations[person.id] |= found.nations
        for mention in person.mentions:
            present[mention.article].append((mention.start, person.id))
    return Descriptions(
        here={article: tuple(roles) for article, roles in here.items()},
        story=tuple(role for roles in here.values() for role in roles),
        nations={person: frozenset(found) for person, found in nations.items()},
        present={article: tuple(sorted(spots)) for article, spots in present.items()},
        bodies={body.id: body.name for body in bodies},
        ages=ages,
        alone=_alone(bodies),
    )


def _alone(bodies: Iterable[Entity]) -> dict[ArticleId, EntityId]:
    named: dict[ArticleId, set[EntityId]] = defaultdict(set)
    for body in bodies:
        for mention in body.mentions:
            named[mention.article].add(body.id)
    return {article: next(iter(ids)) for article, ids in named.items() if len(ids) == 1}
