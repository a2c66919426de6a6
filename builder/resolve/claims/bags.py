"""Texts as bags of their terms, rare ones weighing more: texts in, how much pairs share out."""

from collections import Counter
from collections.abc import Sequence
from math import log

import numpy as np

from builder.resolve.arrays import Numbers, Table, by_number
from builder.text.embeddings import unit_rows
from builder.text.terms import weight

STORY = 20  # statements: below, how common a term is in the story cannot be told
_MOST = 60  # terms of a text that are compared, the heaviest; a list of names is no sentence


class Bags:
    """The terms of the texts of one story, weighed once."""

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        """Take the terms of each text."""
        worth = _worth_in(texts)
        self._number = {found: number for number, found in enumerate(worth)}
        kept = [sorted(set(text), key=lambda term: (-worth[term], term))[:_MOST] for text in texts]
        width = max(map(len, kept), default=0)
        # the terms of a text by number, a row each, filled up with one that weighs nothing
        self._terms = np.full((len(texts), width), len(worth), dtype=np.int32)
        self._worth = np.zeros((len(texts), width), dtype=np.float32)
        for row, own in enumerate(kept):
            self._terms[row, : len(own)] = [self._number[term] for term in own]
            self._worth[row, : len(own)] = [worth[term] for term in own]
        self._worth = unit_rows(self._worth)

    def shared(self, ones: Numbers, others: Numbers) -> tuple[Table, Table]:
        """How much of their words two texts share: the cosine of the weighed terms.

        And what the term that weighs most in both weighs in the one where it weighs less.
        """
        alike, rarest = np.zeros(len(ones)), np.zeros(len(ones))
        held = np.zeros(len(self._number) + 1, dtype=np.float32)
        for one, rows in by_number(ones):
            held[self._terms[one]] = self._worth[one]
            there, worth = held[self._terms[others[rows]]], self._worth[others[rows]]
            alike[rows] = (there * worth).sum(axis=1)
            rarest[rows] = np.minimum(there, worth).max(axis=1, initial=0)
            held[self._terms[one]] = 0
        return alike, rarest


def _worth_in(texts: Sequence[Sequence[str]]) -> dict[str, float]:
    """Each term with what it weighs in this story."""
    seen = Counter(found for text in texts for found in set(text))
    total = len(texts)
    if total < STORY:
        return {found: weight(found) for found in seen}
    return {found: weight(found) * log((total + 1) / (seen[found] + 0.5)) for found in seen}
