"""The words that make a clause less than fact: the lists of `builder/data` in, sets out."""

from collections.abc import Mapping
from functools import cache
from typing import cast

from builder.knowledge import entries
from builder.model.findings import Status


@cache
def verbs_of(kind: str) -> frozenset[str]:
    """The lemmas of a kind of governing verb, some with a particle or preposition."""
    return frozenset(entries("statement_verbs")[kind])


@cache
def reporting(*kinds: str) -> frozenset[str]:
    """The lemmas of these kinds of reporting verb."""
    return frozenset().union(*(entries("reporting_verbs")[kind] for kind in kinds))


@cache
def words_of(kind: str) -> frozenset[str]:
    """A plain list of words that are no verbs."""
    return frozenset(entries("truth_words")[kind])


@cache
def first_words_of(kind: str) -> frozenset[str]:
    """With what the phrases of a list begin."""
    return frozenset(phrase.partition(" ")[0] for phrase in words_of(kind))


@cache
def statuses(kind: str) -> Mapping[str, Status]:
    """The status that each noun, adjective, adverb or modal gives."""
    lists = cast("Mapping[Status, list[str]]", entries("truth_words")[kind])
    return {word: status for status, words in lists.items() for word in words}
