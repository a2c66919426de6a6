"""Whether two statements of one claim tell of different people or bodies: tellings in, yes or no.

Missed on purpose: who "the minister" is where the story does not tell; that decides nothing.
"""

from functools import cache

from builder.knowledge import entries
from builder.resolve.claims.comparable import ComparableStatement
from builder.resolve.entities.index import EntityIndex
from builder.text.diff import words
from builder.text.spelling import likeness
from builder.text.terms import weight

ONE_NAME = (
    0.75  # "Oleksandr Hrytsenko" and "Olexandr Hritsenko" .86; "Ana Ruiz" and "Eva Diaz" .50
)
# "both sides agreed" names no one else than "Acme agreed"
_COLLECTIVE = (("both",), ("all",), ("each",), ("some",), ("many",), ("several",), ("two",))
_NAMING = 0.5  # weight of a term that tells who acts


def actor_is_told(telling: ComparableStatement) -> bool:
    """Whether the statement says who acts: a name, an office, a body; "the port" is none."""
    actor = telling.statement.actor
    if actor is None or actor.form == "pronoun" or not telling.terms.subject:
        return False
    told = words(actor.passage.text)
    if told[:1] in _COLLECTIVE:
        return False
    return actor.form == "name" or any(_is_someone(word) for word in told)


def same_actor(one: ComparableStatement, other: ComparableStatement) -> bool:
    """By who it is, else unless each names an actor of whom the other statement says nothing."""
    if one.actor is not None and one.actor == other.actor:
        return True
    if _speaks_for(one, other) or _speaks_for(other, one) or _is_office_of(one, other):
        return True
    if one.actor is None or other.actor is None:
        if _spelled_alike(one, other):
            return True
        if one.terms.subject & other.terms.subject & one.terms.nations:
            return True  # "Egypt's leader", "Egypt": which of its men, the entities would know
    mine, yours = _telling_terms(one), _telling_terms(other)
    if not mine or not yours:
        return True
    return not (mine.isdisjoint(other.terms.all) and yours.isdisjoint(one.terms.all))


def actor_shown(telling: ComparableStatement, entities: EntityIndex) -> str:
    """The person's name, else the words of the whole noun phrase."""
    if telling.actor is not None:
        return entities.name(telling.actor)
    return telling.statement.actor.passage.text if telling.statement.actor else ""


def _is_someone(word: str) -> bool:
    singular = f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
    return word in _someone() or singular in _someone()


@cache
def _someone() -> frozenset[str]:
    """Words for people, their offices, and the bodies that they act in."""
    titles, bodies = entries("titles"), entries("organisations")["heads"]
    names = (*titles["titles"], *titles["people"], *bodies)
    return frozenset(word for name in names for word in words(str(name)))


def _speaks_for(one: ComparableStatement, other: ComparableStatement) -> bool:
    """Whom one tells as acting, the other only quotes: "Li affirmed that …", "…, said Li"."""
    return one.actor is not None and one.actor == other.attributed_to


def _is_office_of(one: ComparableStatement, other: ComparableStatement) -> bool:
    """An office without a name may be that of the person whom the other names."""
    if (one.actor is None) == (other.actor is None):
        return False
    office = other if one.actor is not None else one
    reference = office.statement.actor
    if reference is None or office.terms.people:
        return False
    last = words(reference.passage.text)[-1:]
    return bool(last) and last[0] in _offices()


@cache
def _offices() -> frozenset[str]:
    return frozenset(words(str(title))[-1] for title in entries("titles")["titles"])


def _spelled_alike(one: ComparableStatement, other: ComparableStatement) -> bool:
    a, b = one.statement.actor, other.statement.actor
    if a is None or b is None:
        return False
    return likeness(a.passage.text.casefold(), b.passage.text.casefold()) >= ONE_NAME


def _telling_terms(telling: ComparableStatement) -> frozenset[str]:
    """What tells the actor: "Russia's minister" by "minister", where the nation is not all."""
    naming = frozenset(term for term in telling.terms.subject if weight(term) >= _NAMING)
    return naming - telling.terms.nations or naming
