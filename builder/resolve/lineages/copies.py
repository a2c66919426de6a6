"""Copies and near copies: outlines in, alignments that show one text twice out.

Near-linear: an article meets only those that share rare pairs of terms with it, and one that
nearly repeats another is compared with nothing else.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from builder.model.ids import ArticleId
from builder.resolve.lineages.alignment import (
    NEARLY_THE_SAME,
    Alignment,
    Outline,
    aligned,
    weights_of,
)
from builder.resolve.lineages.sources import Source

# A rewrite in few words of its own follows in 5 of 6 sentences; short reports of one accident or
# one court case in up to 5 of 8, alike by .50 to .61.
_SHARE = 0.6
_SAME_WORDS = 0.66
_NARRATED = 4  # sentences in the reporters' own words: a shared speech is no shared report
_SHARE_UNDER_ONE_WIRE = 0.25
_NARRATED_UNDER_ONE_WIRE = 2
_COMPARED = 4  # articles compared in full with each: those with which it shares most
_HOLDERS = 12  # articles that a pair of terms may point to; beyond, it tells no one apart


def copies_among(
    outlines: Sequence[Outline], credits_: Mapping[ArticleId, Source | None]
) -> tuple[list[Alignment], list[ArticleId]]:
    """Alignments that show a copy, and the articles that repeat no other: to be compared on.

    A thousand copies of one report are compared with the first, not with each other.
    """
    weights = weights_of(outlines)
    holders: dict[str, list[Outline]] = defaultdict(list)
    links: list[Alignment] = []
    distinct: list[ArticleId] = []
    for outline in outlines:
        alignments = [aligned(outline, other, weights) for other in _likely(outline, holders)]
        kin = [found for found in alignments if _shows_copy(found, credits_)]
        links.extend(kin)
        if not any(_repeats(found, outline) for found in kin):
            distinct.append(outline.article)
            for feature in sorted(outline.features):
                holders[feature].append(outline)
    return links, distinct


def _likely(outline: Outline, holders: Mapping[str, list[Outline]]) -> list[Outline]:
    shared: Counter[ArticleId] = Counter()
    others: dict[ArticleId, Outline] = {}
    for feature in sorted(outline.features):
        near = holders.get(feature, ())
        if len(near) <= _HOLDERS:
            for other in near:
                shared[other.article] += 1
                others[other.article] = other
    ranked = sorted(shared, key=lambda article: (-shared[article], article))
    return [others[article] for article in ranked[:_COMPARED]]


def _shows_copy(found: Alignment, credits_: Mapping[ArticleId, Source | None]) -> bool:
    if found.share == 1 and found.likeness >= NEARLY_THE_SAME:
        # a newsletter line that two short reports end with is no copy of the longer one
        return len(found.pairs) > 1 or found.of_other == 1
    one, other = credits_[found.article], credits_[found.other]
    if one is not None and other is not None and one.outlet == other.outlet:
        return found.share >= _SHARE_UNDER_ONE_WIRE and found.narrated >= _NARRATED_UNDER_ONE_WIRE
    return found.share >= _SHARE and found.narrated >= _NARRATED and found.likeness >= _SAME_WORDS


def _repeats(found: Alignment, outline: Outline) -> bool:
    return found.likeness >= NEARLY_THE_SAME and len(found.pairs) >= NEARLY_THE_SAME * len(
        outline.sentences
    )
