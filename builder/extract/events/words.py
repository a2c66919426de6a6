"""The words of events, by kind."""

from functools import cache

from spacy.tokens import Token

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


def is_one_of(verb: Token, kind: str) -> bool:
    """Whether the verb, alone or with its particle ("put off"), is listed under `kind`."""
    particles = (c.lower_ for c in verb.rights if c.dep_ in {"prt", "advmod"})
    phrases = (verb.lemma_, *(f"{verb.lemma_} {particle}" for particle in particles))
    return any(phrase in words_of(kind) for phrase in phrases)
