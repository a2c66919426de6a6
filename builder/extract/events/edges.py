"""What an event's words begin and end with: no link to the sentence before, no open bracket.

In: the span of a clause. Out: the span to show. "Additionally, he sang (1999-2003" loses its first
word and gains the bracket that closes. Deliberately missed: brackets that close far behind.
"""

from functools import cache
from itertools import islice

from spacy.tokens import Span

from builder.extract.events.words import words_of

_CLOSES = {"(": ")", "[": "]", "“": "”", '"': '"'}
_NEAR = 3  # tokens to what closes: "platforms," and then the mark


def edged(span: Span) -> Span:
    """The span without linking words at its start, its brackets and marks closed at its end."""
    return _closed(_unlinked(span))


def _unlinked(span: Span) -> Span:
    """Without "Meanwhile," or "Prior to that,"; "Instead of Rome, …" says something."""
    comma = next((at for at, token in enumerate(islice(span, _longest())) if token.text == ","), 0)
    if comma and span[:comma].text.lower() in words_of("links") and len(span) > comma + 1:
        return span[comma + 1 :]
    return span


@cache
def _longest() -> int:
    return 1 + max(len(link.split()) for link in words_of("links"))


def _closed(span: Span) -> Span:
    said = span.text
    for opening, closing in _CLOSES.items():
        if opening not in said or not _is_open(span, opening, closing):
            continue
        after = span.doc[span.end : min(span.end + _NEAR, span.sent.end)]
        found = next((token for token in after if token.text == closing), None)
        if found is not None:
            span = span.doc[span.start : found.i + 1]
    return span


def _is_open(span: Span, opening: str, closing: str) -> bool:
    opened = sum(token.text == opening for token in span)
    if opening == closing:
        return opened % 2 == 1
    return opened > sum(token.text == closing for token in span)
