"""How much each telling of a story has of each other: tellings in, matches by rarity out.

Each article is compared only with those with which it shares most rare terms, so that work grows
with the number of articles. What third articles have as well tells nothing of a pair. Missed on
purpose: a rewrite that shares neither a quote nor two sentences' words.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, product
from math import log, sqrt
from operator import itemgetter
from statistics import median

from builder.model.ids import ArticleId
from builder.resolve.lineages.telling import Sentence, Spoken, Telling
from builder.resolve.quotes.similarity import FEWEST_SHARED
from builder.text.terms import weight

_ALIKE = 0.30  # cosine of two sentences; below it, sentences of unrelated stories meet
_TELLS = 0.5  # weight of a term by which sentences may meet: "council", not "told" or a number
_FEWEST_SHARED = 2  # "The council has 60 members", "The council will meet on Thursday" share one
# What is taken for told by all where fewer than two third articles are there to ask: short reports
# of one event have two sentences alike by .37 at most, rewrites one to five (lineage_stories).
_ANYBODY = 0.25
_KIN_SHARE = 0.28  # of the longer one's sentences: a line's own articles are no background for it
_KIN_SENTENCES = 4
_HEARD = 0.55  # of a quote's weight: re-translations of one quote keep .55 to .96
_OTHER_SPEAKER = 0.6  # what is left of the likeness where two others speak, and words differ
_THE_SAME = 0.8
_NEAR = 12  # articles that each is compared with
_HOLDERS = 12  # articles that a term may point to; beyond, it tells no one apart
_FAINT = 0.1  # weight that the commonest word keeps

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Two sentences that tell alike, and how alike they are."""

    one: int
    other: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A quote of one article that the other has, as a quote too or in a sentence."""

    one: Spoken
    other: Spoken | Sentence
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weighed:
    """The sentences of an article as vectors of terms."""

    article: ArticleId
    sentences: tuple[frozenset[str], ...]
    squares: Weights
    """Of the weights of its terms."""
    places: Mapping[str, Sequence[int]]
    """For each telling term the sentences that have it."""
    lengths: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Compared:
    """How alike the sentences of two articles are."""

    matches: tuple[Match, ...]
    """One to one, the likest first."""
    best: Mapping[ArticleId, tuple[float, ...]]
    """For each of the two, how alike the likest sentence of the other is to each of its own."""


class Comparison:
    """The tellings of a story, weighed once, with what was compared so far."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        """Find for each telling those that share most with it."""
        weights = _weights([one.own_terms for each in tellings for one in each.sentences])
        self.tellings = {telling.article: telling for telling in tellings}
        self._near = _near(tellings)
        self._weighed = {telling.article: _weighed(telling, weights) for telling in tellings}
        self._quote_weights = _weights(
            [one.terms for each in tellings for one in each.spoken]
            + [one.all_terms for each in tellings for one in each.sentences]
        )
        self._compared: dict[tuple[ArticleId, ArticleId], _Compared] = {}

    def pairs(self) -> list[tuple[ArticleId, ArticleId]]:
        """The pairs of articles of which one is near to the other, each once."""
        near = ((one, other) for one, others in self._near.items() for other in others)
        return sorted({(min(pair), max(pair)) for pair in near})

    def matches(self, one: ArticleId, other: ArticleId) -> tuple[Match, ...]:
        """Sentences matched one to one, the likest first; `one` sorts before `other`."""
        return self._alike(one, other).matches

    def share(self, one: ArticleId, other: ArticleId) -> float:
        """Matched sentences among those of the longer article."""
        longer = max(len(self.tellings[each].told) for each in (one, other))
        return len(self.matches(one, other)) / longer if longer else 0.0

    def thirds(self, one: ArticleId, other: ArticleId) -> list[ArticleId]:
        """The articles near to the pair that are kin to neither."""
        near = sorted({*self._near[one], *self._near[other]} - {one, other})
        return [third for third in near if not (self._kin(one, third) or self._kin(other, third))]

    def told_by(self, article: ArticleId, sentence: int, thirds: Sequence[ArticleId]) -> float:
        """How alike the likest sentence of the middle one of other articles is."""
        best = [self._alike(article, third).best[article][sentence] for third in thirds]
        return median(best) if len(best) > 1 else _ANYBODY

    def heard(self, spoken: Spoken, telling: Telling) -> Heard | None:
        """The quote in the words of another article, where it has it."""
        if len(spoken.terms & telling.vocabulary) < FEWEST_SHARED:
            return None
        scores: Iterable[tuple[float, Spoken | Sentence]] = chain(
            ((self._said_alike(spoken, other), other) for other in telling.spoken),
            ((self._covered(spoken, other), other) for other in telling.sentences),
        )
        score, best = max(scores, key=itemgetter(0), default=(0.0, None))
        if best is None or score < _HEARD:
            return None
        return Heard(one=spoken, other=best, score=score)

    def _kin(self, one: ArticleId, other: ArticleId) -> bool:
        found = self.matches(*sorted((one, other)))
        return len(found) >= _KIN_SENTENCES and self.share(*sorted((one, other))) >= _KIN_SHARE

    def _alike(self, one: ArticleId, other: ArticleId) -> _Compared:
        pair = min(one, other), max(one, other)
        if pair not in self._compared:
            self._compared[pair] = _compared(*(self._weighed[article] for article in pair))
        return self._compared[pair]

    def _said_alike(self, one: Spoken, other: Spoken) -> float:
        both = one.terms & other.terms
        if len(both) < FEWEST_SHARED:
            return 0.0
        fewer = min(self._heft(one.terms), self._heft(other.terms))
        score = self._heft(both) / fewer
        apart = one.speaker and other.speaker and one.speaker != other.speaker
        return score * _OTHER_SPEAKER if apart and score < _THE_SAME else score

    def _covered(self, spoken: Spoken, sentence: Sentence) -> float:
        both = spoken.terms & sentence.all_terms
        if len(both) < FEWEST_SHARED:
            return 0.0
        return self._heft(both) / self._heft(spoken.terms)

    def _heft(self, terms: Iterable[str]) -> float:
        return sum([self._quote_weights[term] for term in sorted(terms)])


def _weights(units: Sequence[frozenset[str]]) -> Weights:
    held = Counter(term for unit in units for term in unit)
    return {
        term: log((len(units) + 1) / count) * max(weight(term), _FAINT)
        for term, count in held.items()
    }


def _near(tellings: Sequence[Telling]) -> dict[ArticleId, tuple[ArticleId, ...]]:
    holders: dict[str, list[ArticleId]] = defaultdict(list)
    for telling in tellings:
        for term in telling.vocabulary:
            holders[term].append(telling.article)
    near: dict[ArticleId, tuple[ArticleId, ...]] = {}
    for telling in tellings:
        shared: Counter[ArticleId] = Counter()
        for term in telling.vocabulary:
            if len(holders[term]) <= _HOLDERS:
                shared.update(holders[term])
        del shared[telling.article]
        ranked = sorted(shared, key=lambda article: (-shared[article], article))
        near[telling.article] = tuple(ranked[:_NEAR])
    return near


def _weighed(telling: Telling, weights: Weights) -> _Weighed:
    sentences = tuple(sentence.own_terms for sentence in telling.told)
    places: dict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(sentences):
        for term in own:
            if weight(term) >= _TELLS:
                places[term].append(number)
    squares = {term: weights[term] ** 2 for own in sentences for term in own}
    return _Weighed(
        article=telling.article,
        sentences=sentences,
        squares=squares,
        places=places,
        lengths=tuple(sqrt(sum([squares[term] for term in sorted(own)])) for own in sentences),
    )


def _compared(one: _Weighed, other: _Weighed) -> _Compared:
    best, back = [0.0] * len(one.lengths), [0.0] * len(other.lengths)
    found = []
    for (i, j), shared in _shared(one, other):
        score = shared / (one.lengths[i] * other.lengths[j])
        best[i], back[j] = max(best[i], score), max(back[j], score)
        if score >= _ALIKE:
            found.append(Match(one=i, other=j, score=score))
    found.sort(key=lambda match: (-match.score, match.one, match.other))
    return _Compared(
        matches=tuple(_one_to_one(found)),
        best={one.article: tuple(best), other.article: tuple(back)},
    )


def _shared(one: _Weighed, other: _Weighed) -> Iterator[tuple[tuple[int, int], float]]:
    """The sentences that share telling terms, and the squares of the weights of all they share."""
    both = one.places.keys() & other.places.keys()
    met = (product(one.places[term], other.places[term]) for term in both)
    for (i, j), telling in Counter(chain.from_iterable(met)).items():
        if telling >= _FEWEST_SHARED:
            shared = sorted(one.sentences[i] & other.sentences[j])
            yield (i, j), sum([one.squares[term] for term in shared])


def _one_to_one(ordered: Sequence[Match]) -> Iterable[Match]:
    ones: set[int] = set()
    others: set[int] = set()
    for match in ordered:
        if match.one not in ones and match.other not in others:
            ones.add(match.one)
            others.add(match.other)
            yield match
