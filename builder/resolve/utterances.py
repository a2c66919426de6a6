"""Utterances: the same saying as several articles give it, or one article twice.

In: the quotes of a story. Out: the utterances, and the quotes with `utterance` filled in, their
pieces too. Two wordings are one saying when most of the rarer words of the shorter stand in the
longer: other translations, cuts and indirect speech share these. Candidates come from an inverted
index of rare words, so that work grows with the number of quotes, not its square. Deliberately
missed: a saying retold in other words altogether.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

from builder.knowledge import entries
from builder.model.dossier import Quote, Utterance
from builder.model.ids import ArticleId, EntityId, UtteranceId
from builder.permalinks import Candidate, Permalinks
from builder.wording import words

SAME_SPEAKER = 0.6
OPEN_SPEAKER = 0.8
FEWEST_SHARED = 3
FRAGMENT_WORDS = 3
_RARE_WORDS = 8
_NEIGHBOURS = 20
_WORDS_IN_ID = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Saying:
    """A quote, or a piece of a mixed one, as its words."""

    quote: int
    piece: int | None
    article: ArticleId
    speaker: EntityId | None
    spoken: tuple[str, ...]
    stems: frozenset[str]
    numbers: frozenset[str]
    is_negated: bool
    is_direct: bool


class _Clusters:
    """Sayings joined so far, and what keeps two clusters apart."""

    def __init__(self, sayings: Sequence[_Saying], weights: Mapping[str, float]) -> None:
        self._sayings = sayings
        self._weights = weights
        self._cluster = list(range(len(sayings)))
        self.members: dict[int, list[int]] = {n: [n] for n in range(len(sayings))}

    def join(self, first: int, second: int) -> None:
        """Make the two clusters one, unless a member of one is known to differ from the other's."""
        a, b = self._cluster[first], self._cluster[second]
        if a == b or not self._fit(a, b):
            return
        if len(self.members[a]) < len(self.members[b]):
            a, b = b, a
        for member in self.members[b]:
            self._cluster[member] = a
        self.members[a] += self.members.pop(b)

    def _fit(self, a: int, b: int) -> bool:
        speakers = {self._sayings[m].speaker for m in (*self.members[a], *self.members[b])} - {
            None
        }
        if len(speakers) > 1:
            return False
        if likeness(self._centre(a), self._centre(b), self._weights) < SAME_SPEAKER:
            return False
        ours = defaultdict(list)
        for member in self.members[a]:
            ours[self._sayings[member].article].append(member)
        return all(
            _may_be_one(self._sayings[mine], self._sayings[theirs], self._weights)
            for theirs in self.members[b]
            for mine in ours[self._sayings[theirs].article]
        )

    def _centre(self, cluster: int) -> _Saying:
        """The member that stands for the cluster: direct before indirect, then the longest."""
        return max(
            (self._sayings[member] for member in self.members[cluster]),
            key=lambda saying: (saying.is_direct, len(saying.stems), -saying.quote),
        )


def utterances_of(
    quotes: Sequence[Quote], permalinks: Permalinks
) -> tuple[tuple[Utterance, ...], tuple[Quote, ...]]:
    """The utterances in the order of their first quotes, and the quotes that now name them."""
    sayings = list(_sayings(quotes))
    weights = _weights(sayings)
    clusters = _Clusters(sayings, weights)
    for _, first, second in sorted(_alike(sayings, weights)):
        clusters.join(first, second)
    kept = [
        sorted(members)
        for members in clusters.members.values()
        if any(sayings[m].piece is None for m in members) or len(members) > 1
    ]
    kept.sort()
    ids = permalinks.assign("utterances", [_candidate([sayings[m] for m in c]) for c in kept])
    of: dict[tuple[int, int | None], UtteranceId] = {
        (sayings[m].quote, sayings[m].piece): UtteranceId(id_)
        for id_, members in zip(ids, kept, strict=True)
        for m in members
    }
    utterances = tuple(
        _utterance(UtteranceId(id_), [sayings[m] for m in members], quotes)
        for id_, members in zip(ids, kept, strict=True)
    )
    return utterances, tuple(_named(quote, number, of) for number, quote in enumerate(quotes))


def _sayings(quotes: Sequence[Quote]) -> Iterator[_Saying]:
    for number, quote in enumerate(quotes):
        whole = _saying(quote, number, None, quote.passage.text)
        if len(whole.spoken) > FRAGMENT_WORDS:
            yield whole
        for place, piece in enumerate(quote.pieces):
            part = _saying(quote, number, place, piece.passage.text)
            if len(part.stems) >= FEWEST_SHARED:
                yield part


def _saying(quote: Quote, number: int, piece: int | None, text: str) -> _Saying:
    spoken = words(text)
    stems = frozenset(_stem(word) for word in spoken if word not in _function_words())
    return _Saying(
        quote=number,
        piece=piece,
        article=quote.passage.article,
        speaker=quote.speaker,
        spoken=spoken,
        stems=stems,
        numbers=frozenset(word for word in spoken if word[0].isdigit()),
        is_negated=any(
            word in {"not", "no", "never", "nothing", "none"} or word.endswith("n't")
            for word in spoken
        ),
        is_direct=quote.kind == "direct" or piece is not None,
    )


def _function_words() -> frozenset[str]:
    return frozenset(entries("function_words"))


def _stem(word: str) -> str:
    """The word without its commonest endings: enough to match "provides" with "providing"."""
    word = word.removesuffix("'s")
    for ending in (
        "ations",
        "ation",
        "ings",
        "ing",
        "edly",
        "ied",
        "ies",
        "ed",
        "es",
        "ly",
        "s",
        "e",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _weights(sayings: Sequence[_Saying]) -> dict[str, float]:
    """A weight for each stem: the fewer sayings hold it, the more."""
    held: dict[str, int] = defaultdict(int)
    for saying in sayings:
        for stem in saying.stems:
            held[stem] += 1
    return {stem: log(1 + len(sayings) / count) for stem, count in held.items()}


def likeness(a: _Saying, b: _Saying, weights: Mapping[str, float]) -> float:
    """How much of the shorter saying stands in the longer, by weight of words: 0 to 1."""
    shared = a.stems & b.stems
    if len(shared) < min(FEWEST_SHARED, len(a.stems), len(b.stems)) or not shared:
        return 0.0
    return _weight(shared, weights) / min(_weight(a.stems, weights), _weight(b.stems, weights))


def _weight(stems: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(weights[stem] for stem in sorted(stems))


def _may_be_one(a: _Saying, b: _Saying, weights: Mapping[str, float]) -> bool:
    """Whether two sayings can be the same one, by speakers, numbers, negation and words."""
    if a.speaker is not None and b.speaker is not None and a.speaker != b.speaker:
        return False
    if a.numbers and b.numbers and not a.numbers & b.numbers:
        return False
    if a.is_negated != b.is_negated and a.is_direct and b.is_direct:
        return False
    floor = SAME_SPEAKER if a.speaker == b.speaker is not None else OPEN_SPEAKER
    return likeness(a, b, weights) >= floor


def _alike(
    sayings: Sequence[_Saying], weights: Mapping[str, float]
) -> Iterator[tuple[float, int, int]]:
    """Pairs that may be one saying, with minus their likeness (overlap over both, so that the
    nearest in length come first)."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, saying in enumerate(sayings):
        shared_stems = [stem for stem in saying.stems]
        for stem in shared_stems:
            if len(holders[stem]) < _NEIGHBOURS or stem:
                holders[stem].append(number)
    for number, saying in enumerate(sayings):
        rare = sorted(
            (stem for stem in saying.stems if len(holders[stem]) > 1),
            key=lambda stem: (len(holders[stem]), stem),
        )[:_RARE_WORDS]
        near = sorted({other for stem in rare for other in holders[stem][:_NEIGHBOURS]} - {number})
        for other in near:
            pair = sayings[other]
            if pair.quote != saying.quote and _may_be_one(saying, pair, weights):
                both = _weight(saying.stems | pair.stems, weights)
                yield (
                    -_weight(saying.stems & pair.stems, weights) / both,
                    min(number, other),
                    max(number, other),
                )


def _candidate(sayings: Sequence[_Saying]) -> Candidate:
    return Candidate(
        words=f"u {' '.join(sayings[0].spoken[:_WORDS_IN_ID])}",
        anchors=frozenset(f"{saying.article}: {' '.join(saying.spoken)}" for saying in sayings),
    )


def _utterance(id_: UtteranceId, sayings: Sequence[_Saying], quotes: Sequence[Quote]) -> Utterance:
    members = sorted({saying.quote for saying in sayings})
    speakers = {saying.speaker for saying in sayings} - {None}
    return Utterance(
        id=id_,
        quotes=tuple(quotes[member].id for member in members),
        speaker=next(iter(speakers), None),
    )


def _named(quote: Quote, number: int, of: Mapping[tuple[int, int | None], UtteranceId]) -> Quote:
    pieces = tuple(
        replace(piece, utterance=of.get((number, place)))
        for place, piece in enumerate(quote.pieces)
    )
    return replace(quote, utterance=of.get((number, None)), pieces=pieces)
