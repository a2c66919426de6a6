"""What speaks for two statements telling one fact, as named numbers: statements in, a table out.

How a pair compares with the other pairs of its two articles counts as much as how alike the two
are: of what an article says, the statement nearest to another's is most likely its match.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from builder.resolve.claims.agreement import AGREEMENT, Agreement
from builder.resolve.claims.arrays import Numbers, Table
from builder.resolve.claims.bags import STORY, Bags
from builder.resolve.claims.blocking import candidate_pairs
from builder.resolve.claims.comparable import ComparableStatement
from builder.resolve.claims.near_words import NearWords
from builder.resolve.claims.nearest import nearest_pairs
from builder.resolve.claims.similarity import Likeness
from builder.resolve.claims.standing import Standing
from builder.text.diff import words
from builder.text.embeddings import Vectors, unit_rows, vectors_of
from builder.text.terms import term

FEATURES = (
    "shared words", "shared words, squared", "rarest shared word",
    "meaning", "meaning, squared",
    "shared words times meaning",
    "shared words of the sentences",
    "meaning of the sentences",
    "meaning beside the story's", "meaning beside the story's, squared",
    "nearest from one side", "nearest from both sides",
    "nearer than the next, from one side", "nearer than the next, from both sides",
    "no next", "how alike the two articles are",
    "length of the shorter", "length of the shorter by the longer's",
    "shared deed and things", "shared deed and things, squared",
    "words in near words, of one", "words in near words, of both",
    *AGREEMENT,
)  # fmt: skip
"""The columns of the table, in order.

"Beside the story's": once what all statements of the story have in common is taken away.
"""

SHARED = FEATURES.index("shared words")
# Cosines of shared terms, of the sentences' terms and of meanings, added: of six stories two pairs
# in three lie below, none of the 600 that joined and one in eleven of those that tell one fact
_HOPELESS = 0.17
_MOST = 20  # pairs of a statement that are weighed, more only from the other side
_AT_ONCE = 20_000  # pairs that are looked at a time


class Comparison:
    """The statements of one story, measured once."""

    def __init__(
        self, statements: Sequence[ComparableStatement], sentences: Sequence[str]
    ) -> None:
        """Take the statements, and the sentence that each stands in."""
        self._statements = statements
        self.likeness = Likeness(statements)
        self._bags = Bags([one.terms.all for one in statements])
        self._sentence_bags = Bags([tuple(map(term, words(text))) for text in sentences])
        self._vectors = vectors_of([one.sentence for one in statements])
        self._own_vectors = _beside(self._vectors)
        self._sentence_vectors = vectors_of(sentences)
        self._near_words = NearWords([one.sentence for one in statements])
        self._agreement = Agreement(statements)
        self._lengths = np.array([max(1, len(one.terms.all)) for one in statements])
        articles = [one.article for one in statements]
        self._articles = np.unique(articles, return_inverse=True)[1].astype(np.int64)

    def candidates(self) -> Numbers:
        """Pairs of different articles that share rare terms or mean alike, one row a pair, sorted.

        What has little of either is dropped unweighed.
        """
        found = np.concatenate([
            candidate_pairs([one.terms for one in self._statements], self.likeness.weights),
            nearest_pairs(self._vectors, self._articles),
        ])  # fmt: skip
        total = max(1, len(self._statements))
        numbered = np.unique(found[:, 0] * total + found[:, 1])
        kept, measured = [np.zeros(0, dtype=np.int64)], [np.zeros(0)]
        for some in range(0, len(numbered), _AT_ONCE):
            pairs = numbered[some : some + _AT_ONCE]
            alike = self._hopes(*np.divmod(pairs, total))
            kept.append(pairs[alike > _HOPELESS])
            measured.append(alike[alike > _HOPELESS])
        ones, others = np.divmod(np.concatenate(kept), total)
        likest = _among_the_likest(ones, others, np.concatenate(measured))
        return np.column_stack([ones[likest], others[likest]])

    def _hopes(self, ones: Numbers, others: Numbers) -> Table:
        """How alike the pairs are at first sight; nothing within one article."""
        if len(self._statements) <= STORY:
            alike = np.ones(len(ones))
        else:
            alike = _cosines(self._own_vectors, ones, others)
            alike += self._bags.shared(ones, others)[0]
            alike += self._sentence_bags.shared(ones, others)[0]
        alike[self._articles[ones] == self._articles[others]] = 0
        return alike

    def table(self, ones: Numbers, others: Numbers) -> Table:
        """One row for each pair, one column for each of `FEATURES`."""
        shared, rarest = self._bags.shared(ones, others)
        meaning = _cosines(self._vectors, ones, others)
        own = _cosines(self._own_vectors, ones, others)
        worded = self._near_words.found(ones, others), self._near_words.found(others, ones)
        standing = Standing(self._articles, ones, others)
        pairs = zip(ones.tolist(), others.tolist(), strict=True)
        likeness = np.array([self.likeness.score(*pair) for pair in pairs])
        shorter = np.minimum(self._lengths[ones], self._lengths[others])
        longer = np.maximum(self._lengths[ones], self._lengths[others])
        return np.column_stack([
            shared, shared**2, rarest, meaning, meaning**2, shared * meaning,
            self._sentence_bags.shared(ones, others)[0],
            _cosines(self._sentence_vectors, ones, others),
            own, own**2,
            *standing.columns((shared + meaning) / 2),
            standing.no_next(), standing.articles_alike((shared + meaning) / 2),
            np.log(shorter), shorter / longer,
            likeness, likeness**2,
            np.maximum(*worded), np.minimum(*worded),
            *self._agreement.table(ones, others).T,
        ])  # fmt: skip


def _beside(vectors: Vectors) -> Vectors:
    """The vectors without what all of them have in common."""
    if len(vectors) <= STORY:
        return vectors
    return unit_rows(vectors - vectors.mean(axis=0))


def _among_the_likest(ones: Numbers, others: Numbers, alike: Table) -> NDArray[np.bool_]:
    """Whether a pair is one of the likest of either statement."""
    both, twice = np.concatenate([ones, others]), np.tile(alike, 2)
    order = np.lexsort((-twice, both))
    starts = np.searchsorted(both[order], both[order])
    likest = np.zeros(len(both), dtype=bool)
    likest[order] = np.arange(len(both)) - starts < _MOST
    found: NDArray[np.bool_] = likest[: len(ones)] | likest[len(ones) :]
    return found


def _cosines(vectors: Vectors, ones: Numbers, others: Numbers) -> Table:
    found = np.zeros(len(ones))
    for some in range(0, len(ones), _AT_ONCE):
        rows = slice(some, some + _AT_ONCE)
        found[rows] = np.einsum("ij,ij->i", vectors[ones[rows]], vectors[others[rows]])
    return found
