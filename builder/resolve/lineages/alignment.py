"""Whether one article follows another, sentence by sentence: two outlines in, an alignment out.

Rewriting and re-translation change the words and drop sentences, but keep the order in which
things are told. Missed on purpose: a rewrite that also reorders.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from builder.model.article import Article, Passage
from builder.model.findings import Findings
from builder.model.ids import ArticleId
from builder.text.diff import words
from builder.text.terms import rarity, terms, weight

ALIKE = (
    0.4  # of their weighted terms: unrelated reports of one event stay under .3 for most sentences
)
NEARLY_THE_SAME = 0.9
_FEWEST_TERMS = 3  # "He did not elaborate." follows everything
_TELLS = 0.5
_QUOTED = 0.5  # of a sentence inside marks: the speech is shared, not the report
_OPENING = "“«"
_MARK = re.compile(r"([“”«»\"])")

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlined:
    """A sentence as the terms it tells."""

    passage: Passage
    terms: tuple[str, ...]
    """In the order of the text."""
    distinct: tuple[str, ...]
    """Each once, sorted."""
    is_quote: bool


@dataclass(frozen=True, kw_only=True)
class Outline:
    """An article as the terms of its sentences."""

    article: ArticleId
    sentences: tuple[Outlined, ...]

    @cached_property
    def features(self) -> frozenset[str]:
        """Pairs of neighbouring terms: what a rewrite still has in common with its source."""
        return frozenset(
            f"{one} {other}"
            for sentence in self.sentences
            for one, other in zip(sentence.terms, sentence.terms[1:], strict=False)
        )

    @cached_property
    def places(self) -> Mapping[str, tuple[int, ...]]:
        """For each term the sentences that have it."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, sentence in enumerate(self.sentences):
            for term in sentence.distinct:
                found[term].append(number)
        return {term: tuple(numbers) for term, numbers in found.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Which sentences of one article follow which of the other, in the same order."""

    article: ArticleId
    other: ArticleId
    pairs: tuple[tuple[Outlined, Outlined], ...]
    of: int
    """Sentences of `article`, the shorter of the two."""
    of_other: int
    """Sentences of `other`."""
    likeness: float
    """How alike the aligned sentences are on average."""

    @property
    def share(self) -> float:
        """Aligned sentences among all of the shorter article."""
        return len(self.pairs) / self.of if self.of else 0.0

    @property
    def narrated(self) -> int:
        """Aligned sentences that are the reporters' own words."""
        return sum(not (one.is_quote or other.is_quote) for one, other in self.pairs)


def outline_of(article: Article, findings: Findings) -> Outline:
    """The article's sentences as terms, without headings and those that tell too little."""
    sentences = (
        _outlined(passage)
        for passage in findings.sentences
        if not article.has_heading(passage.start, passage.end)
    )
    return Outline(
        article=article.id,
        sentences=tuple(one for one in sentences if len(one.distinct) >= _FEWEST_TERMS),
    )


def weights_of(outlines: Iterable[Outline]) -> Weights:
    """Term weights for this story; frequent terms weigh less."""
    distinct = {sentence.distinct for outline in outlines for sentence in outline.sentences}
    seen = Counter(term for own in distinct for term in own)
    return {term: weight(term) * rarity(count / len(distinct)) for term, count in seen.items()}


def aligned(one: Outline, other: Outline, weights: Weights) -> Alignment:
    """The longest run of sentences, alike one by one, that both tell in the same order."""
    if len(one.sentences) > len(other.sentences):
        one, other = other, one
    alike = sorted(_alike(one, other, weights), key=lambda pair: (pair[0], -pair[1]))
    run = [alike[number] for number in rising([pair[1] for pair in alike])]
    return Alignment(
        article=one.article,
        other=other.article,
        pairs=tuple((one.sentences[i], other.sentences[j]) for i, j, _ in run),
        of=len(one.sentences),
        of_other=len(other.sentences),
        likeness=sum(score for _, _, score in run) / len(run) if run else 0.0,
    )


def _outlined(passage: Passage) -> Outlined:
    own = tuple([term for term in terms(words(passage.text), {}) if weight(term) >= _TELLS])
    return Outlined(
        passage=passage,
        terms=own,
        distinct=tuple(sorted(set(own))),
        is_quote=_is_quote(passage.text),
    )


def _alike(one: Outline, other: Outline, weights: Weights) -> Iterator[tuple[int, int, float]]:
    sizes = [_weigh(sentence, weights) for sentence in other.sentences]
    for number, sentence in enumerate(one.sentences):
        shared: dict[int, float] = defaultdict(float)
        for term in sentence.distinct:
            for place in other.places.get(term, ()):
                shared[place] += weights[term]
        size = _weigh(sentence, weights)
        for place, both in sorted(shared.items()):
            if 2 * both >= ALIKE * (size + sizes[place]):
                yield number, place, 2 * both / (size + sizes[place])


def _weigh(sentence: Outlined, weights: Weights) -> float:
    return sum([weights[term] for term in sentence.distinct])


def rising(places: Sequence[int]) -> list[int]:
    """Indexes of the longest strictly rising run (patience sorting)."""
    ends: list[int] = []
    heights: list[int] = []
    before: list[int | None] = []
    for number, place in enumerate(places):
        height = bisect_left(heights, place)
        before.append(ends[height - 1] if height else None)
        if height == len(ends):
            ends.append(number)
            heights.append(place)
        else:
            ends[height], heights[height] = number, place
    run: list[int] = []
    at = ends[-1] if ends else None
    while at is not None:
        run.append(at)
        at = before[at]
    return run[::-1]


def _is_quote(text: str) -> bool:
    inside, count = False, 0
    for number, part in enumerate(_MARK.split(text)):
        if number % 2:  # a mark
            inside = not inside if part == '"' else part in _OPENING
        count += inside * len(part)
    return count > _QUOTED * len(text)
