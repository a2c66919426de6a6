"""How much two statements say the same by hand-set weights: statements in, a score out.

It joins two views of the core with its numbers masked: the terms that both share, and the letters
of their words (names spelled two ways, compounds). One feature among others: without it one pair
in fifty fewer is joined at the same precision.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from math import fsum

from builder.resolve.claims.bags import STORY
from builder.resolve.claims.comparable import ComparableStatement
from builder.resolve.claims.weights import TELLS, Told, Weighed, weighed
from builder.text.ngrams import letters_alike, likest
from builder.text.terms import rarity, weight

_IN_PASSING = 0.7  # "the agreements signed hold …" does not tell that they were signed
# for one deed told in two long sentences; 9 of 798 claims that several articles of 28 stories
# share come together by it, and headlines score .908 with 0, .909 with 0.1, .908 with 0.2
_BONUS = 0.15
_UNTOLD = 0.5  # "Two dead", "which was met with doubt": no predicate that could be compared
# by how much of what is told stands in the other as well. Headlines: without it P .876 R .940,
# with half P .903 R .924, with this P .916 R .900, with half as much again P .922 R .864; a claim
# that joins two facts is worse than two claims of one
_COSTS = ((0.1, 0.15), (0.3, 0.1), (0.5, 0.03))
_HOPELESS = 0.25  # of the terms shared; no pair below reached the threshold by its letters
_FAR = 0.2  # below, no names spelled otherwise bring them near: of 2,300 pairs joined none was
_REMEMBERED = 20_000  # statements
_BEYOND = 0.5  # letters go beyond terms by .44 in 999 of 1,000 pairs of 28 stories, by .55 at most


class Likeness:
    """Compares the distinct statements of one story."""

    def __init__(self, tellings: Sequence[ComparableStatement]) -> None:
        """Weigh each term by how common it is in news and in this story."""
        seen = Counter([term for telling in tellings for term in telling.terms.all])
        total = len(tellings)
        self.weights = {
            term: weight(term) * (rarity(count / total) if total >= STORY else 1.0)
            for term, count in seen.items()
        }
        self._tellings = tellings
        self._weighed = lru_cache(maxsize=_REMEMBERED)(self._weigh)

    def score(self, one: int, other: int, *, least: float = 0.0) -> float:
        """0 to 1: how much of what either says both say.

        A pair that cannot reach `least` is not measured to the end: it gets some score below.
        """
        shared = self._shared(one, other)
        if shared < _HOPELESS:
            return shared
        bonus = _BONUS * self._same_deed(one, other)
        highest = (shared + min(1.0, shared + _BEYOND)) / 2 + bonus
        if highest < least:
            return highest
        missed = self._missed(one, other)
        if highest - missed < least:
            return highest - missed
        letters = letters_alike(self._tellings[one].full, self._tellings[other].full)
        return (shared + letters) / 2 - missed + bonus

    def _weigh(self, number: int) -> Weighed:
        return weighed(self._tellings[number].terms, self.weights)

    def _shared(self, one: int, other: int) -> float:
        """The weight of the terms that both have, names spelled otherwise included."""
        first, second = self._weighed(one), self._weighed(other)
        total = first.size + second.size
        both = first.all & second.all
        shared = 2 * fsum([self.weights[term] for term in both])
        if total == 0 or shared < _FAR * total:
            return shared / total if total else 0.0
        taken = set(both)
        for letter, terms in first.spelled.items():
            for term in terms if letter in second.spelled else ():
                if term not in both:
                    left = [found for found in second.spelled[letter] if found not in taken]
                    alike, found = likest(term, left)
                    if alike > 0:
                        shared += (self.weights[term] + self.weights[found]) * alike
                        taken.add(found)
        return shared / total

    def _same_deed(self, one: int, other: int) -> bool:
        """Whether both tell that someone did one thing to one thing: "signed … agreements"."""
        a, b = self._tellings[one].terms, self._tellings[other].terms
        verbs = a.predicate & b.predicate
        if not verbs:
            return False
        things = a.object & b.object & a.told
        return all(any(self.weights[term] >= TELLS for term in part) for part in (verbs, things))

    def _missed(self, one: int, other: int) -> float:
        """What it costs: "Ruiz signed on Monday", "Ruiz spoke on Monday" share all but that."""
        told = (self._told(one, other) + self._told(other, one)) / 2
        return next((cost for share, cost in _COSTS if told < share), 0.0)

    def _told(self, one: int, other: int) -> float:
        """Share of one statement's predicate and object, by weight, that the other has too."""
        told, terms = self._weighed(one), self._tellings[other].terms.told
        if not told.told:
            return _UNTOLD
        found = 0.0
        for part in told.told:
            standing = 1.0 if part.term in terms else _standing(part, self._weighed(other))
            found += part.worth * standing
        return found / told.told_size


def _standing(told: Told, other: Weighed) -> float:
    """How far the other statement, which does not tell it, still has the term."""
    if told.term in other.all:
        return _IN_PASSING if told.is_verb else 1.0
    return likest(told.term, other.spelled.get(told.term[0], ()))[0]
