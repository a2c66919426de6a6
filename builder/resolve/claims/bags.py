"""Texts as bags of their terms, rare ones weighing more: texts in, how much pairs share out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log, sqrt

import numpy as np

from builder.resolve.claims.arrays import Numbers, Table
from builder.text.terms import weight

STORY = 20  # statements: below, how common a term is in the story cannot be told
Bag = Mapping[str, float]


class Bags:
    """The terms of the texts of one story, weighed once."""

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        """Take the terms of each text."""
        self._bags = _weighed(texts)

    def shared(self, ones: Numbers, others: Numbers) -> tuple[Table, Table]:
        """How much of their words two texts share: the cosine of the weighed terms.

        And what the term that weighs most in both weighs in the one where it weighs less.
        """
        found = [
            _common(self._bags[one], self._bags[other])
            for one, other in zip(ones.tolist(), others.tolist(), strict=True)
        ]
        table = np.array(found, dtype=np.float64).reshape(-1, 2)
        return table[:, 0], table[:, 1]


def _weighed(texts: Sequence[Sequence[str]]) -> list[Bag]:
    """Each text's terms with what they weigh, to a length of 1."""
    seen = Counter(found for text in texts for found in set(text))
    total = len(texts)

    def worth(found: str) -> float:
        if total < STORY:
            return weight(found)
        return weight(found) * log((total + 1) / (seen[found] + 0.5))

    known = {found: worth(found) for found in seen}
    return [_unit({found: known[found] for found in text}) for text in texts]


def _unit(bag: dict[str, float]) -> Bag:
    size = sqrt(sum(value * value for value in bag.values()))
    return {found: value / size for found, value in sorted(bag.items())} if size else {}


def _common(one: Bag, other: Bag) -> tuple[float, float]:
    if len(one) > len(other):
        one, other = other, one
    both = [(value, other[found]) for found, value in one.items() if found in other]
    if not both:
        return 0.0, 0.0
    return sum([a * b for a, b in both]), max(map(min, both))
