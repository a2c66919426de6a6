"""Given names: known ones, their sex, their short forms, and syllables that make them."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Literal

from builder import knowledge
from builder.naming.spellings import REMEMBERED, fold, transliterated

# Chinese, Cantonese and Korean syllables as romanised: an onset, vowels, a coda.
_SYLLABLE = re.compile(
    r"(?:zh|ch|ts|sh|gw|kw|hs|ng|hw|gy|hy|my|[bpmfdtnlgkhwsjyzcrxq])?[aeiou]{1,3}(?:ng|[nmkptlh])?"
)
_SYLLABLES = re.compile(rf"(?:{_SYLLABLE.pattern}){{1,2}}")
_ENGLISH = frozenset(knowledge.entries("name_words")["english"])
Sex = Literal["male", "female"]
PRONOUNS: dict[str, Sex] = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
"""The personal pronouns of one person, with the sex that each speaks for."""


def is_given_name(word: str) -> bool:
    """Whether the word is known as a given name."""
    return not _given_names().isdisjoint((fold(word), transliterated(word)))


def is_syllable(word: str) -> bool:
    """Whether the word may be half of a given name as in "Ka-keung", "Hyeon-woo", "Ing-wen"."""
    return bool(_SYLLABLE.fullmatch(word.casefold())) and word.casefold() not in _ENGLISH


def is_family_first(words: Sequence[str]) -> bool:
    """Whether the words are a Chinese, Korean or Vietnamese name, family name first."""
    given = words[1:]
    return (
        0 < len(given) <= 2  # noqa: PLR2004 - "Wu Lei", "Choi Min Ho"
        and fold(words[0]) in _family_names()
        and all(_SYLLABLES.fullmatch(word.casefold()) for word in given)
        and not any(word.casefold() in _ENGLISH for word in given)
    )


@lru_cache(maxsize=REMEMBERED)
def sex(word: str) -> Sex | None:
    """The sex that an honorific or a given name speaks for, `None` where it may be either."""
    return _sexes().get(fold(word))


def may_be_one(givens: Iterable[str]) -> bool:
    """Whether one person may bear the given names: they are not a man's and a woman's."""
    return len({sex(given) for given in givens} - {None}) <= 1


def pronoun_sex(word: str) -> Sex | None:
    """The sex that a pronoun speaks for: "he", "her"."""
    return PRONOUNS.get(word.casefold())


def nickname_rows(given: str) -> tuple[int, ...]:
    """The rows of nicknames that a given name stands in; two names alike share one."""
    return _nicknames().get(fold(given), ())


@cache
def _given_names() -> frozenset[str]:
    rows = knowledge.entries("given_names").values()
    return frozenset(fold(name) for row in rows for name in row) | {
        fold(name) for row in knowledge.entries("nicknames") for name in row
    }


@cache
def _family_names() -> frozenset[str]:
    return frozenset(fold(name) for name in knowledge.entries("name_words")["family_first"])


@cache
def _sexes() -> dict[str, Sex]:
    sexes: tuple[Sex, ...] = ("male", "female")
    tables = (knowledge.entries("given_names"), knowledge.entries("honorifics"))
    return {fold(word): one for table in tables for one in sexes for word in table[one]}


@cache
def _nicknames() -> dict[str, tuple[int, ...]]:
    table: dict[str, tuple[int, ...]] = {}
    for number, row in enumerate(knowledge.entries("nicknames")):
        for name in row:
            table[fold(name)] = (*table.get(fold(name), ()), number)
    return table
