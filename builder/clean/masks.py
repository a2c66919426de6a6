"""Passages that the editor says are no article text: articles in, the same with these marked out.

They are boilerplate from then on: nothing is read from them, and the article is read again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from builder.model.article import Article
from builder.overrides import Decisions, Mask
from builder.text.places import places_of, with_marks

Span = tuple[int, int]


def masked(articles: Sequence[Article], decisions: Decisions) -> list[Article]:
    """The articles; every place where the words of a `mask` decision stand is boilerplate."""
    by_id = {article.id.lower(): article for article in articles}
    for mask in decisions.of(Mask):
        article = by_id.get(mask.mask.lower())
        if article is None:
            what = "speaks of an article that is not there."
            decisions.refused(mask, what, todo="Write the article's id as on its page.")
        elif places := places_of(mask.text, article.text):
            marked = [with_marks(*place, article.text) for place in places]
            by_id[article.id.lower()] = _without(article, marked)
            decisions.matched(mask)
        else:
            what = "has words that do not stand in the article."
            decisions.refused(mask, what, todo="Copy them from the article's file.")
    return [by_id[article.id.lower()] for article in articles]


def _without(article: Article, places: Sequence[Span]) -> Article:
    def left(spans: Iterable[Span]) -> tuple[Span, ...]:
        return tuple(span for span in spans if not _meets(span, places))

    headline = article.headline
    return replace(
        article,
        boilerplate=_united((*article.boilerplate, *places)),
        bylines=left(article.bylines),
        headings=left(article.headings),
        headline=None if headline and _meets(headline, places) else headline,
    )


def _meets(span: Span, places: Iterable[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in places)


def _united(spans: Iterable[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return tuple(found)
