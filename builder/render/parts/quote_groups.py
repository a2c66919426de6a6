"""What someone said, as each article words it: quotes and utterances in, sayings out.

A saying is an utterance, or a quote that belongs to none. Parts of a split quote, and pieces of a
mixed one, are one wording of their article.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from builder.model.article import Article, Passage
from builder.model.dossier import Dossier
from builder.model.ids import ArticleId, EntityId, QuoteId, UtteranceId
from builder.model.quotes import Quote
from builder.text import diff

_Any = TypeVar("_Any")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One article's words for a saying."""

    article: ArticleId
    passages: tuple[Passage, ...]
    quotes: tuple[Quote, ...]
    text: str
    """The parts as one text, as they are meant, cuts marked."""

    @property
    def quote(self) -> Quote:
        """The first of its quotes."""
        return self.quotes[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One thing said, with every article's wording in reading order."""

    id: UtteranceId | QuoteId
    speaker: EntityId | None
    wordings: tuple[Wording, ...]
    central: Wording
    """The wording that shares most with the others: what they are compared with."""

    @property
    def articles(self) -> tuple[ArticleId, ...]:
        """The articles that have it, each once."""
        return tuple(dict.fromkeys(found.article for found in self.wordings))

    @property
    def differs(self) -> bool:
        """Whether two wordings do not have the same words."""
        return len({diff.words(found.text) for found in self.wordings}) > 1


def sayings_of(dossier: Dossier) -> tuple[Saying, ...]:
    """All sayings, utterances first, in the dossier's order."""
    quotes = {quote.id: quote for quote in dossier.quotes}
    articles = {record.id: record.article for record in dossier.articles}
    whole = [
        _saying(utterance.id, utterance.speaker, wordings)
        for utterance in dossier.utterances
        if (wordings := _wordings(_parts(utterance.id, utterance.quotes, quotes), articles))
    ]
    told = {quote.id for saying in whole for found in saying.wordings for quote in found.quotes}
    groups: dict[tuple[ArticleId, str], list[tuple[Quote, Passage]]] = defaultdict(list)
    for quote in dossier.quotes:
        if quote.id not in told:
            key = (quote.passage.article, quote.group or quote.id)
            groups[key].append((quote, quote.passage))
    alone = [
        _saying(parts[0][0].id, parts[0][0].speaker, _wordings(parts, articles))
        for parts in groups.values()
    ]
    return (*whole, *alone)


def most_central(items: Sequence[_Any], text: Callable[[_Any], str]) -> _Any:
    """The item whose words most items have; the first of equals.

    A word counts as often as items have it, over the item's length: near to the mean overlap of
    all pairs, in linear time. Its own words count too, so that of two the fuller is taken: the
    other then shows as cut, not the fuller as added to.
    """
    bags = [frozenset(diff.words(text(item))) for item in items]
    held = Counter(word for bag in bags for word in bag)
    usual = sum(map(len, bags)) / max(len(bags), 1)
    best = max(
        range(len(items)),
        key=lambda at: (
            sum(held[word] for word in bags[at]) / (len(bags[at]) + usual + 1),
            -at,
        ),
    )
    return items[best]


def _parts(
    id_: UtteranceId, members: Iterable[QuoteId], quotes: Mapping[QuoteId, Quote]
) -> list[tuple[Quote, Passage]]:
    found: list[tuple[Quote, Passage]] = []
    for quote in (quotes[member] for member in members if member in quotes):
        pieces = [piece.passage for piece in quote.pieces if piece.utterance == id_]
        if quote.utterance == id_ or not pieces:
            pieces = [_own_part(quote, id_)]
        found.extend((quote, piece) for piece in pieces)
    return found


def _own_part(quote: Quote, id_: UtteranceId) -> Passage:
    """The quote up to the first piece of another utterance, where its own piece comes first."""
    whole = quote.passage
    other = [piece.passage.start for piece in quote.pieces if piece.utterance not in {None, id_}]
    own = [piece.passage.end for piece in quote.pieces if piece.utterance in {None, id_}]
    if not other or not own or own[0] > min(other):
        return whole
    end = max(end for end in own if end <= min(other))
    return replace(whole, end=end, text=whole.text[: end - whole.start])


def _wordings(
    parts: Iterable[tuple[Quote, Passage]], articles: Mapping[ArticleId, Article]
) -> tuple[Wording, ...]:
    groups: dict[tuple[ArticleId, str], list[tuple[Quote, Passage]]] = defaultdict(list)
    for quote, passage in parts:
        groups[passage.article, quote.group or quote.id].append((quote, passage))
    return tuple(
        _wording(members, articles[article])
        for (article, _), members in sorted(groups.items(), key=lambda group: group[1][0][1])
    )


def _wording(members: Sequence[tuple[Quote, Passage]], article: Article) -> Wording:
    passages = tuple(sorted(passage for _, passage in members))
    return Wording(
        article=article.id,
        passages=passages,
        quotes=tuple({quote.id: quote for quote, _ in members}.values()),
        text=" … ".join(article.wording(found.start, found.end) for found in passages),
    )


def _saying(
    id_: UtteranceId | QuoteId,
    speaker: EntityId | None,
    wordings: tuple[Wording, ...],
) -> Saying:
    spoken = [found for found in wordings if found.quote.kind == "direct"]
    return Saying(
        id=id_,
        speaker=speaker,
        wordings=wordings,
        central=most_central(spoken or wordings, lambda found: found.text),
    )
