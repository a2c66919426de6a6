"""Quotes that the machine missed and the editor adds: findings in, the same with these out.

The words must stand in the article. With quotation marks around them they are a direct quote, in
the reporter's words an indirect one. Deliberately missed: a quote of which only parts are marked.
"""

from collections.abc import Sequence
from dataclasses import replace

from builder.links import passage_anchor
from builder.model.article import Article, Passage
from builder.model.findings import Findings, FoundQuote
from builder.overrides import AddedQuote, Decisions
from builder.text.places import CLOSING, OPENING, places_of, with_marks


def with_added(
    articles: Sequence[Article], findings: Sequence[Findings], decisions: Decisions
) -> tuple[Findings, ...]:
    """The findings with the quotes of the editor, each noted in its decision by its place."""
    texts = {article.id.lower(): article for article in articles}
    found = {one.article: one for one in findings}
    for decision in decisions.of(AddedQuote):
        article = texts.get(decision.quote.lower())
        passage = None if article is None else _passage(article, decision.text)
        if article is None or passage is None:
            gone = "an article that is not there" if article is None else "words that it lacks"
            todo = "Write the article's id, and its very words."
            decisions.refused(decision, f"speaks of {gone}.", todo=todo)
            decisions.means(decision, ())
        elif any(_meets(passage, one.passage) for one in found[article.id].quotes):
            what = "gives words that are part of a quote already."
            todo = "Say who said them with `speaker:` and these words."
            decisions.refused(decision, what, todo=todo)
            decisions.means(decision, ())
        else:
            found[article.id] = _with(found[article.id], passage)
            place = passage_anchor(passage.start, passage.end)
            decisions.means(decision, (f"{article.id}#{place}",))
    return tuple(found[one.article] for one in findings)


def _passage(article: Article, words: str) -> Passage | None:
    """Where the words first stand, with the quotation marks around them."""
    for start, end in places_of(words, article.text)[:1]:
        return article.passage(*with_marks(start, end, article.text))
    return None


def _with(found: Findings, passage: Passage) -> Findings:
    direct = passage.text[0] in OPENING and passage.text[-1] in CLOSING
    added = FoundQuote(passage=passage, kind="direct" if direct else "indirect", confidence=1.0)
    return replace(
        found, quotes=tuple(sorted((*found.quotes, added), key=lambda quote: quote.passage))
    )


def _meets(one: Passage, other: Passage) -> bool:
    return one.start < other.end and other.start < one.end
