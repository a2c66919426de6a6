"""How much two statements say the same: tellings in, a score and a veto out.

The score joins two views of the core with its numbers masked: the terms that both share, and the
letters of their words (names spelled two ways, compounds). The veto keeps apart what shares most
of its words and still is another fact.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from math import fsum, sqrt

from builder.resolve.claims.tellings import Telling
from builder.resolve.claims.terms import opposites, weight
from builder.resolve.claims.values import dates_differ, numbers_differ

ALIKE = 0.53  # set on pairs of headlines, see benchmarks/claims.md
_SPELLING = 0.6  # "zelenski" and "zelensk" .77; "putin" and "puti" .86; "trump" and "trust" .40
_PREFIX = 4
_SHORTEST = 5
_IN_PASSING = 0.7  # "the agreements signed hold …" does not tell that they were signed
_BONUS = 0.15
_TELLS = 0.5
_UNTOLD = 0.5  # "Two dead", "which was met with doubt": no predicate that could be compared
# by how much of what is told stands in the other as well; on headlines, whose parses are poor, any
# cost between 0.05 and 0.1 is as good
_COSTS = ((0.1, 0.15), (0.3, 0.1), (0.5, 0.03))
_HOPELESS = 0.25  # of the terms shared; no pair below reached the threshold by its letters
_FAR = 0.12  # below, no two names spelled otherwise bring them near: their words are not compared
_GRAMS = (2, 3, 4)
_COMMON = 0.08  # a term of every twelfth statement of the story tells little about any
_STORY = 20  # statements: below, how common a term is in the story cannot be told


class Likeness:
    """Compares the distinct statements of one story."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        """Weigh each term by how common it is in news and in this story."""
        seen = Counter(term for telling in tellings for term in telling.terms.all)
        total = len(tellings)
        self._tellings = tellings
        self._weights = {
            term: weight(term) * (_rarity(count / total) if total >= _STORY else 1.0)
            for term, count in seen.items()
        }
        self._own = [frozenset(telling.terms.all) for telling in tellings]
        self._sizes = [fsum(map(self.weight, own)) for own in self._own]

    def score(self, one: int, other: int) -> float:
        """0 to 1: how much of what either says both say."""
        a, b = self._tellings[one], self._tellings[other]
        shared = self._terms(one, other)
        if shared < _HOPELESS:
            return shared
        alike = (shared + _letters(a.key, b.key)) / 2
        told = (self._told(a, b) + self._told(b, a)) / 2
        return alike - self._missed(told) + _BONUS * self._same_deed(a, b)

    def apart(self, one: int, other: int) -> bool:
        """Whether the two are different facts, however alike."""
        a, b = self._tellings[one], self._tellings[other]
        return (
            a.statement.core.negated != b.statement.core.negated
            or _named_apart(a, b)
            or _swapped(a, b)
            or _opposed(a.terms.all, b.terms.all)
            or (numbers_differ(a.quantities, b.quantities) and dates_differ(a.dates, b.dates))
        )

    def weight(self, term: str) -> float:
        """What sharing the term is worth in this story."""
        return self._weights.get(term, 0.0)

    def _same_deed(self, a: Telling, b: Telling) -> bool:
        """Whether both tell that someone did one thing to one thing: "signed … agreements"."""
        verbs = a.terms.predicate & b.terms.predicate
        things = a.terms.object & b.terms.object & a.terms.told
        return all(any(self.weight(term) >= _TELLS for term in part) for part in (verbs, things))

    def _told(self, one: Telling, other: Telling) -> float:
        """How much of what the one tells of its subject the other tells; verbs weigh double."""
        told = sorted(one.terms.told)
        if sum(map(self.weight, told)) < _TELLS:
            return _UNTOLD
        total = found = 0.0
        for term in told:
            verbal = term in one.terms.predicate
            worth = self.weight(term) * (2 if verbal else 1)
            total += worth
            found += worth * self._standing(term, other, verbal=verbal)
        return found / total

    @staticmethod
    def _standing(term: str, other: Telling, *, verbal: bool) -> float:
        if term in other.terms.told:
            return 1.0
        if term in other.terms.all:
            return _IN_PASSING if verbal else 1.0
        return _likest(term, other.terms.all)[0]

    @staticmethod
    def _missed(told: float) -> float:
        """What it costs: "Ruiz signed on Monday", "Ruiz spoke on Monday" share all but that."""
        return next((cost for share, cost in _COSTS if told < share), 0.0)

    def _terms(self, one: int, other: int) -> float:
        first, second = self._own[one], self._own[other]
        total = self._sizes[one] + self._sizes[other]
        both = first & second
        shared = 2 * fsum(map(self.weight, both))
        if total == 0 or shared < _FAR * total:
            return shared / total if total else 0.0
        left = sorted(second - both)
        for term in sorted(first - both):
            alike, likest = _likest(term, left)
            if alike > 0:
                shared += (self.weight(term) + self.weight(likest)) * alike
                left.remove(likest)
        return shared / total


def _rarity(share: float) -> float:
    return 1.0 - 0.6 * min(1.0, share / _COMMON)


def _named_apart(a: Telling, b: Telling) -> bool:
    """Each names one whom the other does not: "Chile welcomes it", "Peru welcomes it"."""
    for mine, yours in (
        (a.terms.nations, b.terms.nations),
        (a.terms.people, b.terms.people),
    ):
        if mine - yours and yours - mine:
            return True
    return False


def _swapped(a: Telling, b: Telling) -> bool:
    """Who did it to whom: "Ruiz sues Acme", "Acme sues Ruiz"."""
    return bool(
        (a.terms.subject & b.terms.object) - b.terms.subject
        and (b.terms.subject & a.terms.object) - a.terms.subject
    )


def _opposed(one: Sequence[str], other: Sequence[str]) -> bool:
    first, second = set(one), set(other)
    left = second - first
    return any((term, found) in opposites() for term in first - second for found in left)


def _likest(term: str, others: Sequence[str]) -> tuple[float, str]:
    """The word that may be the same spelled otherwise, among those of the same first letter."""
    near = (found for found in others if found[0] == term[0])
    return max(((_spelled_alike(term, found), found) for found in near), default=(0.0, ""))


@lru_cache(maxsize=200_000)
def _spelled_alike(one: str, other: str) -> float:
    """0, or how alike two words are that may be one name or one stem."""
    if one[0] in "=@&#" or min(len(one), len(other)) < _PREFIX:
        return 0.0
    begin = 0
    while begin < min(len(one), len(other)) and one[begin] == other[begin]:
        begin += 1
    if begin >= _PREFIX and begin / max(len(one), len(other)) >= _SPELLING:
        return 0.8
    if min(len(one), len(other)) < _SHORTEST:
        return 0.0
    first = {one[i : i + 3] for i in range(len(one) - 2)}
    second = {other[i : i + 3] for i in range(len(other) - 2)}
    alike = 2 * len(first & second) / (len(first) + len(second))
    return alike if alike >= _SPELLING else 0.0


def _letters(one: str, other: str) -> float:
    (a, length), (b, width) = _profile(one), _profile(other)
    if len(a) > len(b):
        a, b = b, a
    shared = sum(a[gram] * b[gram] for gram in a.keys() & b.keys())
    return shared / (length * width)


@lru_cache(maxsize=4096)
def _profile(text: str) -> tuple[Counter[str], float]:
    """Its runs of letters, and the length of that vector."""
    padded = f" {text} "
    grams = Counter(padded[i : i + size] for size in _GRAMS for i in range(len(padded) - size + 1))
    return grams, sqrt(sum(count * count for count in grams.values()))
