"""Whether two statements of the same words tell parallel facts: "exports rose", "exports fell".

Asked only of those that share many of their words: there, what differs is what they tell. Two long
sentences may name other states, or hold words of opposite sense, and still tell one fact.
"""

from collections.abc import Set

from builder.knowledge import entries
from builder.resolve.claims.comparable import ComparableStatement
from builder.resolve.claims.dates import dates_differ
from builder.resolve.claims.figures import numbers_differ
from builder.text.terms import opposites

PARALLEL = 0.35  # cosine of the words that two share, from which a contrast is asked for
_NAMED = ("&", "@")  # terms of people and nations
_OFFICE = 4  # terms: "executive engineer of the department"
_HOLDING = frozenset({"be", "become", "remain", "serve", "act", "stay"})
_MEASURED = frozenset({"share", "money"})


def contrast(a: ComparableStatement, b: ComparableStatement) -> bool:
    """Whether the two tell opposite or parallel facts."""
    return (
        parted(a.terms.nations, b.terms.nations)
        or _swapped(a, b)
        or _opposed(frozenset(a.terms.all), frozenset(b.terms.all))
        or _numbered_apart(a, b)
        or parted(_scores(a), _scores(b))
        or parted(_ordinals(a), _ordinals(b))
        or _measure_other_things(a, b)
    )


def is_office_beside_deed(a: ComparableStatement, b: ComparableStatement) -> bool:
    """Whether one only tells whose office somebody holds, and the other what that person did.

    "The prime minister, Ana Ruiz" does not say that she signed.
    """
    return (_is_office(a) and _is_deed(b)) or (_is_office(b) and _is_deed(a))


def _is_office(statement: ComparableStatement) -> bool:
    own = [term for term in statement.terms.all if not term.startswith(_NAMED)]
    named = len(own) < len(statement.terms.all)
    return not statement.statement.core.has_verb and named and len(own) <= _OFFICE


def _is_deed(statement: ComparableStatement) -> bool:
    core = statement.statement.core
    return core.has_verb and _HOLDING.isdisjoint(core.predicate)


def parted(one: Set[str], other: Set[str]) -> bool:
    """Each names one that the other does not: "Chile welcomes it", "Peru welcomes it"."""
    return bool(one - other and other - one)


def _numbered_apart(a: ComparableStatement, b: ComparableStatement) -> bool:
    """Two days' figures, or one that comes on top: "five died", "another two died"."""
    apart = a.adds != b.adds or dates_differ(a.dates, b.dates)
    return apart and numbers_differ(a.quantities, b.quantities)


def _scores(statement: ComparableStatement) -> frozenset[str]:
    """As written: "Rovers beat Albion 3-1" and "Rovers beat City 2-0" are two matches."""
    text = statement.passage.text
    return frozenset(text[q.start : q.end] for q in statement.quantities if q.kind == "score")


def _ordinals(statement: ComparableStatement) -> frozenset[str]:
    """As in "a second pass over the crater", "a third pass"."""
    return frozenset(statement.key.split()).intersection(entries("numbers")["ordinals"])


def _swapped(a: ComparableStatement, b: ComparableStatement) -> bool:
    """Who did it to whom: "Ruiz sues Acme", "Acme sues Ruiz"."""
    return bool(
        (a.terms.subject & b.terms.object) - b.terms.subject
        and (b.terms.subject & a.terms.object) - a.terms.subject
    )


def _measure_other_things(a: ComparableStatement, b: ComparableStatement) -> bool:
    """Two shares or sums, each of what the other does not name: "arrivals rose by 40 percent"."""
    both = all(any(q.kind in _MEASURED for q in each.quantities) for each in (a, b))
    mine, yours = a.terms.subject, b.terms.subject
    return (
        both
        and bool(mine and yours)
        and mine.isdisjoint(b.terms.all)
        and yours.isdisjoint(a.terms.all)
    )


def _opposed(one: frozenset[str], other: frozenset[str]) -> bool:
    against, left = opposites(), other - one
    return any(term in against and against[term] & left for term in one - other)
