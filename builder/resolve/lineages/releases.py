"""Statements that several articles draw on: compared pairs in, the words that they share out.

Words count where an article gives them to a statement, or where one of the two is the press
release itself. Articles of one report share its words anyway and are passed over. Missed on
purpose: facts of a release retold without a quote.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from builder.model.article import Passage
from builder.model.ids import ArticleId, EntityId
from builder.model.why import Why
from builder.resolve.clustering import plain_clusters
from builder.resolve.entities.index import EntityIndex
from builder.resolve.lineages.comparison import Heard
from builder.resolve.lineages.families import Family
from builder.resolve.lineages.features import PairFeatures, SharedQuote
from builder.resolve.lineages.telling import Spoken
from builder.resolve.lineages.wordings import in_both, there

_RULE = "words given to a statement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """Articles that have the same words of a statement."""

    articles: tuple[ArticleId, ...]
    passages: tuple[Passage, ...]
    """The words in each, in the order of the articles."""
    inferred: bool
    """Whether no article says that they come from a statement."""
    evidence: str
    why: tuple[Why, ...]


def releases_in(
    pairs: Sequence[PairFeatures], families: Sequence[Family], entities: EntityIndex
) -> tuple[Release, ...]:
    """The releases, by their first articles; those of the same articles are one."""
    line = {article: number for number, each in enumerate(families) for article in each.articles}
    shared = [
        quote
        for pair in pairs
        if line[pair.one] != line[pair.other]
        for quote in pair.quotes
        if quote.is_statement
    ]
    by_articles: dict[tuple[ArticleId, ...], list[SharedQuote]] = defaultdict(list)
    for group in _same_words(shared):
        articles = {passage.article for quote in group for passage in _passages(quote.heard)}
        by_articles[tuple(sorted(articles))] += group
    return tuple(
        _release(articles, quotes, _retold(articles, pairs), entities)
        for articles, quotes in sorted(by_articles.items())
    )


def _retold(
    articles: Sequence[ArticleId], pairs: Sequence[PairFeatures]
) -> Iterator[tuple[Passage, Passage]]:
    """What articles that quote the press release itself have from it in its own words."""
    for pair in pairs:
        if pair.has_release and {pair.one, pair.other} <= set(articles):
            yield from pair.passages


def _same_words(shared: Sequence[SharedQuote]) -> Iterator[list[SharedQuote]]:
    """The quotes that are one saying, in whichever articles."""
    at: dict[Passage, int] = {}
    clusters = plain_clusters(len(shared))
    for number, quote in enumerate(shared):
        for passage in (quote.heard.one.passages[0], there(quote.heard)):
            first = at.setdefault(passage, number)
            clusters.join(first, number, _RULE, quote.heard.score)
    for members in clusters.groups():
        yield [shared[member] for member in members]


def _passages(heard: Heard) -> tuple[Passage, ...]:
    other = heard.other.passages if isinstance(heard.other, Spoken) else (heard.other.passage,)
    return (*heard.one.passages, *other)


def _release(
    articles: tuple[ArticleId, ...],
    quotes: Sequence[SharedQuote],
    retold: Iterable[tuple[Passage, Passage]],
    entities: EntityIndex,
) -> Release:
    passages = {passage for quote in quotes for passage in _passages(quote.heard)}
    passages.update(chain.from_iterable(retold))
    return Release(
        articles=articles,
        passages=tuple(sorted(passages)),
        inferred=not any(_is_told(quote) for quote in quotes),
        evidence=f"{_whose(quotes, entities)}: {in_both(quotes[0].heard)}",
        why=tuple(
            Why(
                one=quote.heard.one.passages[0], other=there(quote.heard), rule=_RULE,
                score=quote.heard.score,
            )
            for quote in quotes
        ),
    )  # fmt: skip


def _is_told(quote: SharedQuote) -> bool:
    both = (quote.heard.one, quote.heard.other)
    return any(said.is_statement for said in both if isinstance(said, Spoken))


def _whose(quotes: Sequence[SharedQuote], entities: EntityIndex) -> str:
    known: Mapping[EntityId | str | None, str] = {
        one.id: one.name for one in (*entities.people, *entities.organisations)
    }
    for quote in quotes:
        for said in (quote.heard.one, quote.heard.other):
            if isinstance(said, Spoken) and said.speaker in known:
                return f"statement of {known[said.speaker]}"
    return "words of one statement"
