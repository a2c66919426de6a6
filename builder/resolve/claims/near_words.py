"""How far the words of one text stand in another, in these or near words: texts in, shares out.

"The dam burst" and "the barrier gave way" share no term; each word of either has a near one in
the other. A word counts by how rare it is in the story. Missed: who did it to whom.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from builder.resolve.arrays import Numbers, Table, by_number
from builder.text.diff import words
from builder.text.embeddings import unit_rows, vectors_of
from builder.text.terms import stem, weight

_UNRELATED = 0.25  # cosine of two words below which they have nothing in common
_OTHER_NUMBER = 0.5  # a figure stands where another does: the figure may have been updated
_SMALLEST = 1e-9  # words that all texts have weigh nothing
_WIDTH = 64  # of the 256 numbers of a vector, the first tell most: they are principal components
_LIGHT = 0.1  # what a word of no meaning weighs: "the", "of", "was"
_MOST = 60  # words of a text that are compared; a list of names is no sentence


class NearWords:
    """The words of the texts of one story, measured once."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Take the texts by number."""
        told = [
            [word for word in dict.fromkeys(words(text)) if weight(stem(word)) > _LIGHT][:_MOST]
            for text in texts
        ]
        known = sorted({word for own in told for word in own})
        place = {word: at for at, word in enumerate(known)}
        stems = [stem(word) for word in known]
        seen = Counter(found for own in told for found in {stem(word) for word in own})
        total = len(texts) + 1
        self._vectors = unit_rows(vectors_of(known)[:, :_WIDTH])
        self._stems = np.unique(stems, return_inverse=True)[1] if known else np.zeros(0, int)
        self._numbers = np.array([any(map(str.isdigit, word)) for word in known], dtype=bool)
        self._worth = np.array([
            weight(found) * np.log(total / (seen[found] + 0.5)) if found in seen else 0.0
            for found in stems
        ]).clip(0)  # fmt: skip
        self._texts = [np.array([place[word] for word in own], dtype=np.int64) for own in told]

    def found(self, ones: Numbers, others: Numbers) -> Table:
        """How much of the first text of each pair, by weight, stands in the second: 0 to 1."""
        share = np.zeros(len(ones))
        for one, rows in by_number(ones):
            own = self._texts[one]
            beside = [self._texts[other] for other in others[rows].tolist()]
            held = np.array([len(other) > 0 for other in beside])
            if len(own) and held.any():
                worth = self._worth[own]
                best = self._nearest(own, [other for other in beside if len(other)])
                share[rows[held]] = worth @ best / max(worth.sum(), _SMALLEST)
        return share

    def _nearest(self, own: Numbers, beside: Sequence[Numbers]) -> Table:
        """For each of the words, and each of the texts, how near its nearest word is."""
        there = np.concatenate(beside)
        near = self._vectors[own] @ self._vectors[there].T
        near -= _UNRELATED
        near /= 1 - _UNRELATED
        np.clip(near, 0, 1, out=near)
        near[np.ix_(self._numbers[own], self._numbers[there])] = _OTHER_NUMBER
        near[self._stems[own][:, None] == self._stems[there]] = 1
        starts = np.cumsum([0, *map(len, beside[:-1])])
        found: Table = np.maximum.reduceat(near, starts, axis=1).astype(np.float64)
        return found
