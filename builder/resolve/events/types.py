"""What kind of deed a verb tells: "toured" and "arrived" are visits."""

from collections.abc import Mapping, Sequence
from functools import cache

from builder import knowledge


def action_of(lemmas: Sequence[str], subject: str | None = None) -> str:
    """The name of what the lemmas of an event tell, the verb (or noun) first.

    A quake strikes, whether it "jolted" a town or "killed" nine.
    """
    verb = "strike" if _strikes(lemmas, subject) else "".join(lemmas[:1])
    return _names().get(verb, verb)


def affects(lemmas: Sequence[str], subject: str | None) -> bool:
    """Whether it befalls one thing once a day, or one force does it: "burst", "the quake hit"."""
    return action_of(lemmas) in _words("befalls") or _strikes(lemmas, subject)


def has_name(lemmas: Sequence[str]) -> bool:
    """Whether the deed is of a kind that has a name: "arrested"; "pulled" may be anything."""
    return bool(lemmas) and lemmas[0] in _names()


def _strikes(lemmas: Sequence[str], subject: str | None) -> bool:
    return subject in _words("forces") and lemmas[0] in _words("impacts")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(knowledge.entries("event_words")[kind])


@cache
def _names() -> Mapping[str, str]:
    return {
        word: group[0] for group in knowledge.entries("event_words")["actions"] for word in group
    }
