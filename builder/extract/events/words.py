"""The words of events, by kind."""

from functools import cache

from builder import knowledge


@cache
def named_deeds() -> frozenset[str]:
    """Verbs and nouns that say by themselves what kind of deed it is: "shell", "arrest"."""
    return frozenset(
        word for group in knowledge.entries("event_words")["actions"] for word in group
    )


@cache
def words_of(kind: str) -> frozenset[str]:
    """The words of one kind in `event_words.yml`."""
    return frozenset(knowledge.entries("event_words")[kind])
