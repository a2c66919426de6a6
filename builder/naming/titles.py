"""Titles and nouns for what a person is: their plain forms, and which mean the same."""

import re
from functools import cache, lru_cache

from builder import knowledge
from builder.naming.spellings import REMEMBERED

LESSER = frozenset(knowledge.entries("name_words")["lesser"])
"""Words that make an office that of somebody below: "the mayor" is not her deputy."""


@lru_cache(maxsize=REMEMBERED)
def title(words_: str) -> str | None:
    """The plain form of a title or noun for a person ("Ministers" and "PM" too), else `None`."""
    folded = words_.casefold().strip(".")
    if words_.strip(".") in knowledge.entries("titles")["abbreviations"]:
        return str(knowledge.entries("titles")["abbreviations"][words_.strip(".")])
    for prefix in ("ex-", "vice-", "co-", "then-", "sub-", "great-", "step-"):
        if folded.startswith(prefix) and folded not in _titles():
            folded = folded.removeprefix(prefix)
    return folded if folded in _titles() or _ends_so(folded) else None


def is_plural(plain: str) -> bool:
    """Whether a title or noun for a person, in small letters, means several: "coaches"."""
    return plain not in _singular() and (
        plain in _titles() or (plain.endswith("s") and _ends_so(plain))
    )


def _ends_so(word: str) -> bool:
    """Whether the word is made as those for a person's trade are: "cosmologists"."""
    return word.removesuffix("s").endswith(_endings()) and word.isalpha()


@lru_cache(maxsize=REMEMBERED)
def is_office(word: str) -> bool:
    """Whether a capitalised word is an office or rank that stands right before a name."""
    plain = title(word)
    return plain is not None and (plain in _offices() or len(word) < len(plain))


def may_be_firm(plain: str) -> bool:
    """Whether the noun, in its plain form, fits a company or a club too ("maker", "rival")."""
    return plain in _firms()


@cache
def alike(head: str) -> frozenset[str]:
    """All words that the word may stand for: "premier" for "prime minister", "leader" for both."""
    table = knowledge.entries("titles")
    wide = {head, *table["wider"].get(head, ())}
    return frozenset(wide.union(*(row for row in table["alike"] if wide.intersection(row))))


@cache
def _titles() -> frozenset[str]:
    return _singular().union(*map(_plurals, _singular()))


@cache
def _singular() -> frozenset[str]:
    table = knowledge.entries("titles")
    return frozenset({*table["titles"], *table["people"], *table["abbreviations"].values()})


def _plurals(word: str) -> tuple[str, ...]:
    irregular = re.sub(r"man$", "men", word), re.sub(r"(?<=[^aeiou])y$", "ies", word)
    return (*irregular, f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s")


@cache
def _endings() -> tuple[str, ...]:
    return tuple(knowledge.entries("titles")["endings"])


@cache
def _firms() -> frozenset[str]:
    return frozenset(knowledge.entries("titles")["firms_too"])


@cache
def _offices() -> frozenset[str]:
    return frozenset(knowledge.entries("titles")["titles"])
