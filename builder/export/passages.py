"""Passages as plain data."""

from typing import Any

from builder.model.article import Passage

Row = dict[str, Any]


def placed(passage: Passage) -> Row:
    """A passage with the article that it stands in."""
    return {"article": passage.article, **span(passage)}


def span(passage: Passage) -> Row:
    """A passage whose article is known from what it stands in."""
    return {"start": passage.start, "end": passage.end, "text": passage.text}


def span_or_none(passage: Passage | None) -> Row | None:
    """The same; nothing for nothing."""
    return None if passage is None else span(passage)
