"""What kind of deed a verb tells: "toured" and "arrived" are visits."""

from collections.abc import Mapping, Sequence
from functools import cache

from builder import knowledge


def action_of(lemmas: Sequence[str]) -> str:
    """The name of what the lemmas of an event tell, the verb (or noun) first."""
    return _names().get(lemmas[0], lemmas[0]) if lemmas else ""


def has_name(lemmas: Sequence[str]) -> bool:
    """Whether the deed is of a kind that has a name: "arrested"; "pulled" may be anything."""
    return bool(lemmas) and lemmas[0] in _names()


@cache
def _names() -> Mapping[str, str]:
    return {
        word: group[0] for group in knowledge.entries("event_words")["actions"] for word in group
    }
