"""What speaks for two statements telling one fact, as named numbers: statements in, a table out.

How a pair compares with the other pairs of its two articles counts as much as how alike the two
are: of what an article says, the statement nearest to another's is most likely its match.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from builder.resolve.arrays import Numbers, Table, cosines
from builder.resolve.claims.agreement import AGREEMENT, Agreement
from builder.resolve.claims.bags import STORY, Bags
from builder.resolve.claims.blocking import Blocking
from builder.resolve.claims.comparable import ComparableStatement
from builder.resolve.claims.near_words import NearWords
from builder.resolve.claims.nearest import nearest_pairs
from builder.resolve.claims.similarity import Likeness
from builder.resolve.claims.standing import STANDING, standing
from builder.text.diff import words
from builder.text.embeddings import Vectors, vectors_of
from builder.text.terms import term

FEATURES = (
    "shared words", "shared words, squared", "rarest shared word",
    "meaning", "meaning, squared",
    "shared words times meaning",
    "shared words of the sentences",
    "meaning of the sentences",
    "meaning beside the story's", "meaning beside the story's, squared",
    *STANDING,
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
_TOLL = 0.5  # more, where both give a toll of one kind: "nine died", "the toll rose to 23"
_MOST = 20  # pairs of a statement that are weighed, more only from the other side
_AT_ONCE = 20_000  # pairs that are weighed at a time
_STATEMENTS = 500  # whose pairs are looked at at a time
_SMALLEST = 1e-9  # a statement that says only what all say has no length


class Comparison:
    """The statements of one story, measured once."""

    def __init__(
        self, statements: Sequence[ComparableStatement], sentences: Sequence[str]
    ) -> None:
        """Take the statements, and the sentence that each stands in."""
        self._statements = statements
        self._likeness = Likeness(statements)
        self._bags = Bags([one.terms.all for one in statements])
        self._sentence_bags = Bags([tuple(map(term, words(text))) for text in sentences])
        vectors = vectors_of([one.sentence for one in statements])
        self._beside = _Beside(vectors)
        self._vectors = vectors.astype(np.float16)  # half as much memory
        self._sentence_vectors = vectors_of(sentences).astype(np.float16)
        self._near_words = NearWords([one.sentence for one in statements])
        self._agreement = Agreement(statements)
        self._lengths = np.array([max(1, len(one.terms.all)) for one in statements])
        articles = [one.article for one in statements]
        self._articles = np.unique(articles, return_inverse=True)[1].astype(np.int64)

    def candidates(self) -> tuple[Numbers, Numbers]:
        """Pairs of different articles that share rare terms or mean alike, in order.

        What has little of either is dropped unweighed.
        """
        total = len(self._statements)
        terms = [one.terms for one in self._statements]
        near = nearest_pairs(self._vectors, self._articles)
        blocking = Blocking(terms, self._likeness.weights)
        kept = _Likest(total)
        for first in range(0, total, _STATEMENTS):
            end = first + _STATEMENTS
            own = near[slice(*np.searchsorted(near, [first * total, end * total]))]
            pairs = np.union1d(own, blocking.pairs(first, end))
            alike = self._hopes(*np.divmod(pairs, total))
            kept.add(pairs[alike > _HOPELESS], alike[alike > _HOPELESS])
        return kept.pairs()

    def _hopes(self, ones: Numbers, others: Numbers) -> Table:
        """How alike the pairs are at first sight; nothing within one article."""
        if len(self._statements) <= STORY:
            alike = np.ones(len(ones))
        else:
            alike = self._beside.cosines(ones, others, cosines(self._vectors, ones, others))
            alike += self._bags.shared(ones, others)[0]
            alike += self._sentence_bags.shared(ones, others)[0]
            alike += _TOLL * self._agreement.one_toll(ones, others)
        alike[self._articles[ones] == self._articles[others]] = 0
        return alike

    def tables(self, ones: Numbers, others: Numbers) -> Iterator[Table]:
        """A row for each pair, in order, some at a time; a column for each of `FEATURES`."""
        known = self._known(ones, others)
        for start in range(0, len(ones), _AT_ONCE):
            some = slice(start, start + _AT_ONCE)
            yield self._table(ones[some], others[some], known[some])

    def _known(self, ones: Numbers, others: Numbers) -> Table:
        """What is measured of all pairs together: how they stand among each other."""
        shared, rarest = self._bags.shared(ones, others)
        meaning = cosines(self._vectors, ones, others)
        stand = standing(self._articles, ones, others, (shared + meaning) / 2)
        return np.column_stack([shared, rarest, meaning, stand])

    def _table(self, ones: Numbers, others: Numbers, known: Table) -> Table:
        shared, rarest, meaning, *stand = known.T
        own = self._beside.cosines(ones, others, meaning)
        worded = self._near_words.found(ones, others), self._near_words.found(others, ones)
        pairs = zip(ones.tolist(), others.tolist(), strict=True)
        likeness = np.array([self._likeness.score(*pair) for pair in pairs])
        shorter = np.minimum(self._lengths[ones], self._lengths[others])
        longer = np.maximum(self._lengths[ones], self._lengths[others])
        return np.column_stack([
            shared, shared**2, rarest, meaning, meaning**2, shared * meaning,
            self._sentence_bags.shared(ones, others)[0],
            cosines(self._sentence_vectors, ones, others),
            own, own**2,
            *stand,
            np.log(shorter), shorter / longer,
            likeness, likeness**2,
            np.maximum(*worded), np.minimum(*worded),
            self._agreement.table(ones, others),
        ])  # fmt: skip


class _Beside:
    """How alike vectors are once what all of them have in common is taken away."""

    def __init__(self, vectors: Vectors) -> None:
        """Measure what they have in common, and each without it."""
        common = vectors.mean(axis=0) if len(vectors) > STORY else np.zeros(vectors.shape[1])
        self._common = vectors @ common
        self._all = float(common @ common)
        squares = np.einsum("ij,ij->i", vectors, vectors) - 2 * self._common + self._all
        self._sizes = np.sqrt(np.maximum(squares, _SMALLEST))

    def cosines(self, ones: Numbers, others: Numbers, meaning: Table) -> Table:
        """The cosines of pairs, given those of their plain vectors."""
        alike = meaning - self._common[ones] - self._common[others] + self._all
        found: Table = alike / (self._sizes[ones] * self._sizes[others])
        return found


class _Likest:
    """The pairs that are among the likest of either of their statements."""

    def __init__(self, total: int) -> None:
        """Take how many statements there are."""
        self._total = max(1, total)
        self._pairs, self._alike = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.float32)]
        self._room = _AT_ONCE

    def add(self, pairs: Numbers, alike: Table) -> None:
        """Take pairs, as `first * total + second`; let go of what is not among the likest."""
        self._pairs.append(pairs)
        self._alike.append(alike.astype(np.float32))
        self._room -= len(pairs)
        if self._room < 0:
            self._let_go()

    def pairs(self) -> tuple[Numbers, Numbers]:
        """All of them, in order."""
        self._let_go()
        return np.divmod(self._pairs[0], self._total)

    def _let_go(self) -> None:
        pairs, alike = np.concatenate(self._pairs), np.concatenate(self._alike)
        both = np.concatenate(np.divmod(pairs, self._total)).astype(np.int32)
        order = np.lexsort((-np.tile(alike, 2), both))
        first = np.flatnonzero(np.diff(both[order], prepend=-1))
        rank = np.arange(len(both)) - np.repeat(first, np.diff(first, append=len(both)))
        likest = np.zeros(len(both), dtype=bool)
        likest[order] = rank < _MOST
        kept = likest[: len(pairs)] | likest[len(pairs) :]
        self._pairs, self._alike = [pairs[kept]], [alike[kept]]
        self._room = max(_AT_ONCE, int(kept.sum()))
