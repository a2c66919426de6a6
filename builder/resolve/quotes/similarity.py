"""What a quote says, as words that can be compared: quotes in, sayings and their likeness out.

A saying is a whole quote or a marked piece of a mixed one. Likeness is the share, by weight, of
the shorter saying's content words that the longer one has: rare words weigh more.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log

from builder.knowledge import entries
from builder.model.ids import ArticleId, EntityId
from builder.model.quotes import Quote
from builder.text.diff import words
from builder.text.terms import stem, term

FRAGMENT_WORDS = 3  # a quote of no more words says too little to be compared
FEWEST_SHARED = 3  # content words; two may be a set phrase
_NEGATIONS = frozenset({"not", "no", "never", "nothing", "none", "nobody", "cannot"})

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
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


def sayings_of(quotes: Sequence[Quote]) -> Iterator[Saying]:
    """Every quote that is no fragment, and every piece with content words enough, in order."""
    for number, quote in enumerate(quotes):
        whole = _saying(quote, number, None, quote.passage.text)
        if len(whole.spoken) > FRAGMENT_WORDS:
            yield whole
        for place, piece in enumerate(quote.pieces):
            part = _saying(quote, number, place, piece.passage.text)
            if len(part.stems) >= FEWEST_SHARED:
                yield part


def content_terms(text: str) -> frozenset[str]:
    """The terms of a text's content words, without those that every saying has."""
    parts = (part for word in words(text) for part in word.split("-"))  # "pro-Ruiz" names Ruiz
    return frozenset(_term(part) for part in parts if part and part not in _function_words())


def weights_of(sayings: Sequence[Saying]) -> Weights:
    """A weight for each stem: the fewer sayings hold it, the more."""
    held = Counter(stem for saying in sayings for stem in saying.stems)
    return {stem: log(1 + len(sayings) / count) for stem, count in held.items()}


def likeness(a: Saying, b: Saying, weights: Weights) -> float:
    """How much of the shorter saying stands in the longer: 0 to 1."""
    shared = a.stems & b.stems
    telling = [each for each in shared if not each.startswith("@")]  # nations are in every saying
    if not telling or len(shared) < min(FEWEST_SHARED, len(a.stems), len(b.stems)):
        return 0.0
    return weight(shared, weights) / min(weight(a.stems, weights), weight(b.stems, weights))


def weight(stems: Iterable[str], weights: Weights) -> float:
    """The weight of the stems together, added in a fixed order."""
    return sum(weights[stem] for stem in sorted(stems))


def _saying(quote: Quote, number: int, piece: int | None, text: str) -> Saying:
    spoken = words(text)
    return Saying(
        quote=number,
        piece=piece,
        article=quote.passage.article,
        speaker=quote.speaker,
        spoken=spoken,
        stems=content_terms(text),
        numbers=frozenset(word for word in spoken if word[0].isdigit()),
        is_negated=any(word in _NEGATIONS or word.endswith("n't") for word in spoken),
        is_direct=quote.kind == "direct" or piece is not None,
    )


@cache
def _function_words() -> frozenset[str]:
    return frozenset(entries("function_words"))


@cache
def _term(word: str) -> str:
    """What the word has in common with others for the same: of translations, endings, nations."""
    word = word.removesuffix("'s")
    known = _rewordings()
    return known.get(word) or known.get(stem(word)) or term(word)


@cache
def _rewordings() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in entries("rewordings"):
        for word in group:
            found[word] = found[stem(word)] = f"~{group[0]}"
    return found
