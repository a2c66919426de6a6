"""What speaks for two statements telling one fact, as named numbers: statements in, a table out.

How a pair compares with the other pairs of its two articles counts as much as how alike the two
are: of what an article says, the statement nearest to another's is most likely its match.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from builder.resolve.claims.comparable import ComparableStatement
from builder.resolve.claims.dates import dates_differ
from builder.resolve.claims.similarity import Likeness
from builder.text.diff import words
from builder.text.embeddings import vectors_of
from builder.text.quantities import agree
from builder.text.terms import term, weight

Table = NDArray[np.float64]
Numbers = NDArray[np.int64]
FEATURES = (
    "shared words", "shared words, squared",
    "meaning", "meaning, squared",
    "shared words times meaning",
    "shared words of the sentences",
    "meaning of the sentences",
    "nearest from one side", "nearest from both sides",
    "nearer than the next, from one side", "nearer than the next, from both sides",
    "no next",
    "one number in common", "a number in one alone",
    "days that fit",
    "the same actor", "other actors", "other people", "denied in one",
    "shared deed and things", "shared deed and things, squared",
)  # fmt: skip
"""The columns of the table, in order."""
_STORY = 20  # statements: below, how common a term is in the story cannot be told
Bag = Mapping[str, float]


class Comparison:
    """The statements of one story, measured once."""

    def __init__(
        self, statements: Sequence[ComparableStatement], sentences: Sequence[str]
    ) -> None:
        """Take the statements, and the sentence that each stands in."""
        self.statements = statements
        self.likeness = Likeness(statements)
        self._bags = _weighed([one.terms.all for one in statements])
        self._sentence_bags = _weighed([tuple(map(term, words(text))) for text in sentences])
        self._vectors = vectors_of([one.sentence for one in statements])
        self._sentence_vectors = vectors_of(sentences)
        articles = sorted({one.article for one in statements})
        places = {article: place for place, article in enumerate(articles)}
        self._articles = np.array([places[one.article] for one in statements], dtype=np.int64)

    def table(self, ones: Numbers, others: Numbers) -> Table:
        """One row for each pair, one column for each of `FEATURES`."""
        shared = self._shared(self._bags, ones, others)
        meaning = _cosines(self._vectors, ones, others)
        likeness = np.array([self.likeness.score(*pair) for pair in _pairs(ones, others)])
        return np.column_stack([
            shared, shared**2, meaning, meaning**2, shared * meaning,
            self._shared(self._sentence_bags, ones, others),
            _cosines(self._sentence_vectors, ones, others),
            *self._standing((shared + meaning) / 2, ones, others),
            *np.array([self._agreement(*pair) for pair in _pairs(ones, others)]).T,
            likeness, likeness**2,
        ])  # fmt: skip

    def _shared(self, bags: Sequence[Bag], ones: Numbers, others: Numbers) -> Table:
        """How much of their words two texts share: the cosine of the weighed terms."""
        return np.array([_dot(bags[one], bags[other]) for one, other in _pairs(ones, others)])

    def _standing(self, alike: Table, ones: Numbers, others: Numbers) -> tuple[Table, ...]:
        """How a pair stands among all pairs of either statement with the other's article.

        1 for the nearest, 1/2 for the next, and so on; and how much nearer than the next it is,
        below zero where it is not the nearest: each from the better side, and from the worse.
        Nothing where the other article has no other statement.
        """
        total, there = len(alike), self._articles[np.concatenate([others, ones])]
        groups = np.concatenate([ones, others]) * (self._articles.max(initial=0) + 1) + there
        near, ahead = _ranked(groups, np.concatenate([alike, alike]))
        has_next = np.bincount(self._articles)[there] > 1
        near, ahead = near * has_next, ahead * has_next
        sides = (near[:total], near[total:]), (ahead[:total], ahead[total:])
        compared = (pick(*side) for side in sides for pick in (np.maximum, np.minimum))
        return *compared, ~(has_next[:total] | has_next[total:])

    def _agreement(self, one: int, other: int) -> tuple[bool, ...]:
        """Numbers, days, actors, people, denials."""
        a, b = self.statements[one], self.statements[other]
        mine, yours = a.quantities, b.quantities
        known = a.actor is not None and b.actor is not None
        return (
            any(agree(one, other) == "same" for one in mine for other in yours),
            bool(mine) != bool(yours),
            bool(a.dates and b.dates) and not dates_differ(a.dates, b.dates),
            known and a.actor == b.actor,
            known and a.actor != b.actor,
            self.likeness.people_differ(one, other),
            a.statement.core.negated != b.statement.core.negated,
        )


def _weighed(texts: Sequence[Sequence[str]]) -> list[Bag]:
    """Each text's terms with what they weigh, rare ones more, to a length of 1."""
    seen = Counter(found for text in texts for found in set(text))
    total = len(texts)

    def worth(found: str) -> float:
        if total < _STORY:
            return weight(found)
        return weight(found) * log((total + 1) / (seen[found] + 0.5))

    known = {found: worth(found) for found in seen}
    return [_unit({found: known[found] for found in text}) for text in texts]


def _unit(bag: dict[str, float]) -> Bag:
    size = sqrt(sum(value * value for value in bag.values()))
    return {found: value / size for found, value in sorted(bag.items())} if size else {}


def _dot(one: Bag, other: Bag) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum([value * other[found] for found, value in one.items() if found in other])


def _cosines(vectors: NDArray[np.float32], ones: Numbers, others: Numbers) -> Table:
    found: Table = np.einsum("ij,ij->i", vectors[ones], vectors[others]).astype(np.float64)
    return found


def _ranked(groups: Numbers, alike: Table) -> tuple[Table, Table]:
    """For each row, by its group: one over its rank, and how far it is ahead of the next."""
    order = np.lexsort((-alike, groups))
    group, value = groups[order], alike[order]
    starts = np.concatenate([[True], group[1:] != group[:-1]]) if len(group) else np.array([])
    first = np.flatnonzero(starts)
    size = np.diff(np.append(first, len(group)))
    rank = np.arange(len(group)) - np.repeat(first, size)
    best = value[first]
    second = np.where(size > 1, value[np.minimum(first + 1, max(len(value) - 1, 0))], 0.0)
    ahead = value - np.where(rank == 0, np.repeat(second, size), np.repeat(best, size))
    near, lead = np.empty(len(group)), np.empty(len(group))
    near[order], lead[order] = 1 / (1 + rank), ahead
    return near, lead


def _pairs(ones: Numbers, others: Numbers) -> Iterable[tuple[int, int]]:
    return zip(ones.tolist(), others.tolist(), strict=True)
