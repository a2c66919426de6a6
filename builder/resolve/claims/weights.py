"""A statement measured once, before it is compared with many: its terms in, their weights out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import fsum

from builder.text.ngrams import may_be_spelled
from builder.text.terms import Terms

TELLS = 0.5  # weight of a term that carries meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A term of what the statement tells of its subject, and what it is worth; verbs double."""

    term: str
    worth: float
    is_verb: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """The terms of a statement by what they weigh in the story."""

    all: frozenset[str]
    size: float
    """What all of them weigh together."""
    spelled: Mapping[str, tuple[str, ...]]
    """By first letter, those that another statement may spell otherwise."""
    told: tuple[Told, ...]
    """Empty where it tells too little to be compared: "Two dead"."""
    told_size: float


def weighed(terms: Terms, weights: Mapping[str, float]) -> Weighed:
    """The terms with the weights that they have in this story."""
    own = frozenset(terms.all)
    told = tuple(_told(terms, weights))
    return Weighed(
        all=own,
        size=fsum([weights[term] for term in own]),
        spelled=_by_letter(terms.all),
        told=told,
        told_size=sum([one.worth for one in told]),
    )


def _told(terms: Terms, weights: Mapping[str, float]) -> Iterator[Told]:
    told = sorted(terms.told)
    if sum([weights[term] for term in told]) >= TELLS:
        for term in told:
            is_verb = term in terms.predicate
            yield Told(term=term, worth=weights[term] * (2 if is_verb else 1), is_verb=is_verb)


def _by_letter(terms: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for term in terms:
        if may_be_spelled(term):
            found[term[0]].append(term)
    return {letter: tuple(own) for letter, own in found.items()}
