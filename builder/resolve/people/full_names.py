"""Names of two words and more, grouped into people: the frame that short names are hung into."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from builder import naming
from builder.model.why import Why
from builder.resolve.clustering import plain_clusters
from builder.resolve.entities.mentions import Mention
from builder.resolve.people.classification import Form, forms_of
from builder.resolve.people.full_namesakes import told_apart
from builder.resolve.people.match_rules import is_description, same_people


@dataclass(frozen=True, slots=True, kw_only=True)
class FullName:
    """One person's mentions by full name, and the words that may stand for the person alone."""

    mentions: tuple[Mention, ...]
    surnames: frozenset[str]
    givens: frozenset[str]
    keys: frozenset[tuple[str, ...]]
    why: tuple[Why, ...] = ()
    apart: str = ""
    """What tells the person from another of the same full name: an age, a role."""


def full_names(mentions: Sequence[Mention]) -> tuple[tuple[FullName, ...], tuple[Mention, ...]]:
    """People by their full names, and the mentions left: single words, initials, things.

    Also full names that two people bear.
    """
    found, short = forms_of(mentions)
    told = told_apart(found)
    forms = told.forms
    people = plain_clusters(len(forms))
    for one, other, rule in same_people(forms):
        people.join(one, other, rule)
    why = people.why([form.mentions[0].passage for form in forms])
    lone = Counter(
        m.key[0] for m in short if len(m.key) == 1 and (m.titled or m.label == "PERSON")
    )
    names = tuple(
        _full_name([forms[number] for number in group], lone, why.get(group[0], ()))
        for group in people.groups()
    )
    namesakes = (_full_name([form], lone, ()) for form in told.namesakes)
    left = sorted((*short, *told.open), key=lambda mention: mention.passage)
    return (*names, *namesakes), tuple(left)


def _full_name(group: Sequence[Form], lone: Counter[str], why: Sequence[Why]) -> FullName:
    surnames: set[str] = set()
    givens: set[str] = set()
    for form in group:
        if any(len(g.key) < len(form.key) and is_description(g, form) for g in group):
            continue
        first, last = form.key[0], form.key[-1]
        surnames.update(word for word in form.key[1:] if len(word) > 1 and word == last)
        givens.add(first)
        # "Kim" stands alone for "Kim Yuna": the family name comes first. ECB+ dev has too few such
        # names to tell (.971 with either half of the rule): the rows of the tests hold it.
        if not naming.is_given_name(first) or lone[first] > lone[last]:
            surnames.add(first)
        givens.update(
            word for word in form.key[1:-1] if len(word) > 1 and word not in naming.PARTICLES
        )
    return FullName(
        mentions=tuple(mention for form in group for mention in form.mentions),
        surnames=frozenset(surnames),
        givens=frozenset(givens - surnames) | frozenset(g for g in givens if len(g) > 1),
        keys=frozenset(form.key for form in group),
        why=tuple(why),
        apart=next((form.apart for form in group if form.apart), ""),
    )
