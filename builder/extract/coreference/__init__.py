"""Coreference in one article: who is meant by a pronoun, a name or a noun phrase.

In: an `ArticleView`. Out: `References`, the one answer that quotes, statements, events and
encounters share. The article is read twice, in order, with one memory of who was mentioned and who
spoke: what the first reading gave to whom tells the second more of their sex. Each pronoun goes to
the likeliest of them, or to nobody. Noun phrases only take names that the article has described in
their words ("the coach" after "Roe, a coach").
Missed: what "it" and "they" stand for where that is no named body.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from spacy.tokens import Token

from builder.extract.article_view import ArticleView
from builder.extract.attribution import attributions_in
from builder.extract.coreference.discourse import Discourse
from builder.extract.coreference.features import KINDS
from builder.extract.coreference.noun_phrases import is_anaphoric, meant_by, whole_phrase
from builder.extract.coreference.pronouns import Ranked, calls_in, ranked, stands_for_words
from builder.extract.coreference.referent import Referent
from builder.extract.coreference.speeches import speeches_in
from builder.extract.grammar import passage_of
from builder.extract.mentions.name_phrases import name_of
from builder.extract.mentions.names import Name
from builder.extract.mentions.nominals import described_by
from builder.model.article import Passage
from builder.model.blanks import bare
from builder.model.findings import Reference

_MOST_LIKELY = 3  # antecedents kept


class References:
    """Whom the pronouns, names and noun phrases of one article stand for."""

    def __init__(self, view: ArticleView, pronouns: dict[int, Ranked]) -> None:
        """Take the pronouns as they were resolved in order, by their first character."""
        self._view = view
        self._pronouns = pronouns

    def of(self, head: Token) -> Reference:
        """The words of which the token is the head, with the names that they may stand for."""
        article = self._view.article
        if head.pos_ == "PRON":
            found = self._pronouns.get(head.idx, Ranked())
            return Reference(
                passage=passage_of(article, head.doc[head.i : head.i + 1]),
                form="nominal" if stands_for_words(head) else "pronoun",
                antecedents=tuple(self._antecedents(found)),
                confidence=found.confidence,
            )
        name = name_of(self._view, head)
        if name is not None:
            passage = article.passage(*bare(article.text, name.start_char, name.end_char))
            return Reference(passage=passage, form="name", antecedents=(passage,))
        likely = described_by(self._view, head)[:_MOST_LIKELY]
        found = self._pronouns.get(head.idx, Ranked())
        return Reference(
            passage=passage_of(article, whole_phrase(head)),
            form="nominal",
            antecedents=tuple(self._passages(likely or found.names)),
            confidence=1.0 if likely or not found.names else found.confidence,
        )

    def pronouns(self) -> Iterator[Reference]:
        """Every pronoun that stands for somebody named, in reading order."""
        for place, found in sorted(self._pronouns.items()):
            head = self._view.tokens[self._view.token_from(place)]
            if (found.names or found.noun) and head.pos_ == "PRON":
                yield self.of(head)

    def _antecedents(self, found: Ranked) -> Iterator[Passage]:
        """The names; of somebody without a name in this article the noun phrase."""
        yield from self._passages(found.names)
        if found.noun is not None:
            yield passage_of(self._view.article, whole_phrase(found.noun))

    def _passages(self, names: Sequence[Name]) -> Iterator[Passage]:
        for name in names:
            yield self._view.article.passage(name.span.start_char, name.span.end_char)


@lru_cache(maxsize=1)  # quotes, statements, events and encounters ask one after the other
def references_in(view: ArticleView) -> References:
    """Everyone meant in the article."""
    speeches = speeches_in(attributions_in(view))
    discourse = Discourse(view, speeches)
    found = list(read_pronouns(discourse))
    calls = calls_in(found)
    if len(calls) > 1:  # one alone tells nothing of the others
        discourse.begin(calls)
        found = list(read_pronouns(discourse))
    return References(view, {token.idx: each for token, each in found})


def read_pronouns(discourse: Discourse) -> Iterator[tuple[Token, Ranked]]:
    """Every pronoun, and every noun phrase that speaks in a pronoun's place, with who is meant."""
    found: dict[int, Ranked] = {}

    def choose(head: Token) -> Referent | None:
        found[head.i] = (
            ranked(discourse, head) if head.pos_ == "PRON" else meant_by(discourse, head)
        )
        return found[head.i].entity

    for head in in_order(discourse, choose):
        yield head, found[head.i]


def in_order(discourse: Discourse, choose: Callable[[Token], Referent | None]) -> Iterator[Token]:
    """Read the article: whatever `choose` has to find the antecedent of, as a reader meets it.

    Who speaks is asked before what is said. The memory takes whom `choose` answers with.
    """
    known: dict[int, Referent | None] = {}
    for token in discourse.stops:
        ahead = discourse.speaker_ahead(token)
        if ahead is not None and ahead.i not in known and ahead.lower_ in KINDS:
            known[ahead.i] = choose(ahead)
            discourse.foresee(ahead, known[ahead.i])
        discourse.advance(token)
        stands = token.lower_ in KINDS if token.pos_ == "PRON" else _speaks(discourse, token)
        if stands:
            entity = known[token.i] if token.i in known else choose(token)
            discourse.take(token, entity)
            yield token


def _speaks(discourse: Discourse, token: Token) -> bool:
    return bool(discourse.speeches_of(token)) and is_anaphoric(token)
