"""Utterances: the same saying as several articles give it, or one article twice.

In: the quotes of a story. Out: the utterances, and the quotes with `utterance` filled in, their
pieces too. Two wordings are one saying when most of the rarer words of the shorter stand in the
longer: other translations, cuts and indirect speech share these. Candidates come from an inverted
index of rare words, so that work grows with the number of quotes, not with its square.
Deliberately missed: a saying retold in other words altogether.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from builder.model.ids import ArticleId, EntityId, UtteranceId
from builder.model.quotes import Quote, Utterance
from builder.overrides import Decisions, UtteranceDecision
from builder.permalinks import Candidate, Permalinks
from builder.resolve.clustering import Clusters
from builder.resolve.quotes.similarity import (
    Saying,
    Weights,
    likeness,
    sayings_of,
    weight,
    weights_of,
)
from builder.resolve.regrouping import Grouped, Regrouping

SAME_SPEAKER = 0.6  # share of the shorter saying's words, by weight, where the speaker is known
RETOLD = 0.5  # where the speaker is known, and one article retells what another may quote
OPEN_SPEAKER = 0.8  # where one of the two has no known speaker
_RARE_WORDS = 8  # of each saying that are looked up
_NEIGHBOURS = 20  # sayings looked at for each of them; the others meet through these
_WORDS_IN_ID = 6

_Place = tuple[int, int | None]


@dataclass(slots=True, kw_only=True)
class _Shared:
    """What the sayings of one utterance share, as far as it can keep another apart."""

    speakers: set[EntityId]
    centre: Saying
    """The member that stands for all: direct before indirect, then the longest."""
    wordings: dict[ArticleId, dict[tuple[object, ...], Saying]]
    """By article, one saying for each wording: what is said twice over is compared once."""


def _alone(saying: Saying) -> _Shared:
    wording = (saying.spoken, saying.speaker, saying.is_direct)
    return _Shared(
        speakers={saying.speaker} if saying.speaker else set(),
        centre=saying,
        wordings={saying.article: {wording: saying}},
    )


def _merged(one: _Shared, other: _Shared) -> _Shared:
    fewer, more = sorted((one, other), key=lambda shared: len(shared.wordings))
    more.speakers |= fewer.speakers
    more.centre = max(one.centre, other.centre, key=_standing)
    for article, theirs in fewer.wordings.items():
        more.wordings.setdefault(article, {}).update(theirs)
    return more


def _may_join(one: _Shared, other: _Shared, weights: Weights) -> bool:
    """Whether no two sayings of one article, and nothing in the two centres, are different."""
    if len(one.speakers | other.speakers) > 1:
        return False
    if not _is_like(one.centre, other.centre, weights, SAME_SPEAKER):
        return False
    fewer, more = sorted((one.wordings, other.wordings), key=len)
    return all(
        _may_be_one(mine, theirs, weights)
        for article, wordings in fewer.items()
        for mine in wordings.values()
        for theirs in more.get(article, {}).values()
    )


def _standing(saying: Saying) -> tuple[bool, int, int]:
    return saying.is_direct, len(saying.stems), -saying.quote


def utterances_of(
    quotes: Sequence[Quote], permalinks: Permalinks, decisions: Decisions | None = None
) -> tuple[tuple[Utterance, ...], tuple[Quote, ...]]:
    """The utterances in the order of their first quotes, and the quotes that now name them.

    Every quote that is no fragment belongs to one, also alone. `Utterance.quotes` holds a mixed
    quote too where only a piece of it belongs. A quote without a speaker keeps none.
    """
    sayings = list(sayings_of(quotes))
    groups = _grouped(sayings, quotes)
    if decisions is not None:
        wanted = decisions.of(UtteranceDecision)
        groups = _regrouping(quotes).decided(groups, wanted, decisions, permalinks)
    ids = permalinks.assign("utterances", [_candidate(group.items) for group in groups])
    utterances = tuple(
        _utterance(UtteranceId(id_), group, quotes) for id_, group in zip(ids, groups, strict=True)
    )
    places: dict[_Place, UtteranceId] = {
        (saying.quote, saying.piece): utterance.id
        for utterance, group in zip(utterances, groups, strict=True)
        for saying in group.items
    }
    return utterances, tuple(_named(quote, n, places) for n, quote in enumerate(quotes))


def _regrouping(quotes: Sequence[Quote]) -> Regrouping[Saying]:
    return Regrouping(
        kind="utterances",
        candidate=_candidate,
        passage=lambda saying: quotes[saying.quote].passage,
        part=lambda saying: quotes[saying.quote].id,
    )


def _grouped(sayings: Sequence[Saying], quotes: Sequence[Quote]) -> list[Grouped[Saying]]:
    """The sayings of each utterance, in order; a piece alone makes none."""
    weights = weights_of(sayings)
    clusters = Clusters(
        [_alone(saying) for saying in sayings],
        merge=_merged,
        may_join=lambda one, other: _may_join(one, other, weights),
    )
    for distance, first, second in sorted(_alike(sayings, weights)):
        clusters.join(first, second, "the rarer words of one stand in the other", 1 + distance)
    why = clusters.why([quotes[saying.quote].passage for saying in sayings])
    return [
        Grouped(items=tuple(sayings[m] for m in members), why=why.get(members[0], ()))
        for members in clusters.groups()
        if len({sayings[m].quote for m in members}) > 1
        or any(sayings[m].piece is None for m in members)
    ]


def _alike(sayings: Sequence[Saying], weights: Weights) -> Iterator[tuple[float, int, int]]:
    """Pairs that may be one saying, the nearest in words and length first when sorted."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, saying in enumerate(sayings):
        for stem in saying.stems:
            holders[stem].append(number)
    for number, saying in enumerate(sayings):
        for other in _near(saying, number, holders):
            pair = sayings[other]
            if pair.quote != saying.quote and _may_be_one(saying, pair, weights):
                shared = weight(saying.stems & pair.stems, weights)
                both = weight(saying.stems | pair.stems, weights)
                yield -shared / both, min(number, other), max(number, other)


def _near(saying: Saying, number: int, holders: Mapping[str, Sequence[int]]) -> list[int]:
    """The sayings that share one of the rarest words of this one that anyone shares."""
    shared = (stem for stem in saying.stems if len(holders[stem]) > 1)
    rare = sorted(shared, key=lambda stem: (len(holders[stem]), stem))[:_RARE_WORDS]
    return sorted({near for stem in rare for near in holders[stem][:_NEIGHBOURS]} - {number})


def _may_be_one(a: Saying, b: Saying, weights: Weights) -> bool:
    """Whether two sayings can be one, by speakers, numbers, negation and words."""
    known = a.speaker is not None and b.speaker is not None
    if known and a.speaker != b.speaker:
        return False
    if a.numbers and b.numbers and not a.numbers & b.numbers:
        return False  # "40 percent in the north", "60 percent in the south"
    if a.is_negated != b.is_negated and a.is_direct and b.is_direct:
        return False
    return _is_like(a, b, weights, SAME_SPEAKER if known else OPEN_SPEAKER)


def _is_like(a: Saying, b: Saying, weights: Weights, least: float) -> bool:
    """Whether the wordings are near enough; a retelling in another article may stray further."""
    repeated = a.article != b.article and a.speaker == b.speaker is not None
    if repeated and not (a.is_direct and b.is_direct):
        least = RETOLD
    return likeness(a, b, weights) >= least


def _candidate(group: Sequence[Saying]) -> Candidate:
    return Candidate(
        words=f"u {' '.join(group[0].spoken[:_WORDS_IN_ID])}",
        anchors=frozenset(f"{saying.article}: {' '.join(saying.spoken)}" for saying in group),
    )


def _utterance(id_: UtteranceId, group: Grouped[Saying], quotes: Sequence[Quote]) -> Utterance:
    members = sorted({saying.quote for saying in group.items})
    known = [saying.speaker for saying in group.items if saying.speaker is not None]
    return Utterance(
        id=id_,
        quotes=tuple(quotes[member].id for member in members),
        speaker=known[0] if known else None,
        why=group.why,
    )


def _named(quote: Quote, number: int, places: Mapping[_Place, UtteranceId]) -> Quote:
    pieces = tuple(
        replace(piece, utterance=places.get((number, place)))
        for place, piece in enumerate(quote.pieces)
    )
    return replace(quote, utterance=places.get((number, None)), pieces=pieces)
