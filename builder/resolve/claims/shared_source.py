"""The one source that all reports of a claim name: tellings in, who or which words out.

Missed on purpose: "officials", "analysts", "a spokesman" in two reports, who may be two.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from builder.knowledge import entries
from builder.model.article import Passage
from builder.model.ids import ArticleId, EntityId, LineageId
from builder.resolve.claims.comparable import ComparableStatement
from builder.text.diff import words
from builder.text.terms import term, weight

_NAMING = 1.0  # weight of a word that tells one source from others: "customs", "Kantar"
# "court documents", "customs documents" are two
_RECORDS = frozenset({
    "data", "figures", "numbers", "statistics", "document", "documents", "papers", "records",
    "files", "filings", "statement", "statements", "survey", "surveys", "poll", "polls", "study",
    "studies", "research", "sources", "witnesses", "reports", "footage", "images", "video",
})  # fmt: skip


def relayed_by(
    tellings: Sequence[ComparableStatement], lineage: Mapping[ArticleId, LineageId]
) -> EntityId | None:
    """Whom each source names as its own; a rewrite need not repeat it, nor may it name another."""
    named: dict[str, set[EntityId | None]] = defaultdict(set)
    for telling in tellings:
        named[_source(telling, lineage)].add(telling.via or telling.attributed_to)
    sources = [found - {None} for found in named.values()]
    common = sources[0] if all(found == sources[0] for found in sources) else set()
    return next(iter(common)) if len(common) == 1 else None


def relayed_in_words(
    tellings: Sequence[ComparableStatement], lineage: Mapping[ArticleId, LineageId]
) -> str | None:
    """The words for it where it is nobody of the story: "customs data", "the coast guard"."""
    if any(telling.via or telling.attributed_to for telling in tellings):
        return None
    phrases = [telling.asserted_by for telling in tellings if telling.asserted_by is not None]
    naming = {_source(telling, lineage) for telling in tellings if telling.asserted_by is not None}
    sources = {_source(telling, lineage) for telling in tellings}
    if not phrases or naming != sources:
        return None
    if not frozenset.intersection(*(frozenset(_naming(phrase)) for phrase in phrases)):
        return None
    texts = (" ".join(phrase.text.split()) for phrase in phrases)
    return min(texts, key=lambda text: (len(text), text))


def _source(telling: ComparableStatement, lineage: Mapping[ArticleId, LineageId]) -> str:
    return lineage.get(telling.article) or telling.article


def _naming(phrase: Passage) -> Iterator[str]:
    """The terms that tell which source it is."""
    for word in words(phrase.text):
        found = term(word.removesuffix("'s"))
        if word in _bodies() or (
            weight(found) >= _NAMING and word not in _RECORDS and found not in _anybody()
        ):
            yield found


@cache
def _bodies() -> frozenset[str]:
    return frozenset(str(name).casefold() for name in entries("organisations")["heads"])


@cache
def _anybody() -> frozenset[str]:
    """The terms for people of whom there are many."""
    titles = entries("titles")
    return frozenset(term(words(str(name))[-1]) for name in (*titles["titles"], *titles["people"]))
