"""The words of events, by kind."""

from functools import cache

from builder import knowledge


@cache
def words_of(kind: str) -> frozenset[str]:
    """The words of one kind in `event_words.yml`."""
    return frozenset(knowledge.entries("event_words")[kind])
