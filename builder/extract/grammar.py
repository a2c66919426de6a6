"""Small questions about a parsed sentence that several extractors ask."""

from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token

from builder.model.article import Article, Passage
from builder.model.blanks import bare

_AFTER_NOUN = frozenset({"relcl", "acl", "appos", "punct", "conj", "cc", "advcl"})
_EDGES = ",;:"


def passage_of(article: Article, span: Span) -> Passage:
    """The span as a passage, without blanks, commas and colons at its edges.

    Boilerplate at an edge is blank in the span, though not in the article; a span of nothing else
    becomes an empty passage at its end.
    """
    text = span.text
    start, end = bare(text, 0, len(text), marks=_EDGES)
    return trimmed(article, span.start_char + start, span.start_char + end)


def trimmed(article: Article, start: int, end: int) -> Passage:
    """The passage from `start` to `end`, without blanks, commas and colons at its edges."""
    return article.passage(*bare(article.text, start, end, marks=_EDGES))


def span_over(doc: Doc, tokens: Iterable[Token]) -> Span:
    """The smallest span that holds all the tokens (at least one)."""
    places = [token.i for token in tokens]
    return doc[min(places) : max(places) + 1]


def noun_phrase(head: Token) -> Span:
    """The noun phrase of a head noun, without relative clauses and appositions after it."""
    start, end = head.i, head.i
    for child in head.children:
        if child.dep_ not in _AFTER_NOUN:
            # by its edges: walking the whole of a deeply nested phrase for each noun is quadratic
            start, end = min(start, child.left_edge.i), max(end, child.right_edge.i)
    return head.doc[start : end + 1]
