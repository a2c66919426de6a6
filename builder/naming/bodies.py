"""Words that tell what a name is: an organisation's, a place's, a people's, a thing's."""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from builder import knowledge
from builder.naming.given import is_given_name
from builder.naming.places import is_demonym
from builder.naming.spellings import fold

Beginning = Literal["places", "bodies", "things"]
NameWord = Literal["suffixes", "heads", "places", "things"]


def marks(word: str) -> NameWord | None:
    """What a name that ends in this word is: a company, an institution, a place, a thing."""
    return _name_words().get(word.strip("."))


def is_legal_form(word: str) -> bool:
    """Whether the word ends a company's name alone: "Corp", "Ltd."."""
    return fold(word) in _legal_forms()


def begins(word: str) -> Beginning | None:
    """What a name that begins with this word is: "Lake Alba", "FC Alba", "Operation Alba"."""
    kinds: tuple[Beginning, ...] = ("places", "bodies", "things")
    return next((kind for kind in kinds if word.strip(".") in _known(f"{kind}_before")), None)


def known_body(name: str) -> bool:
    """Whether a well-known company or institution has this name."""
    return name.rstrip(".") in _known("known")


def ends_as_body(name: str) -> bool:
    """Whether the last word makes it an outlet's or a body's: "Evening Post", not "Emily Post"."""
    words = name.split()
    return is_masthead(name) or (
        len(words) > 1 and marks(words[-1]) == "heads" and not is_given_name(words[0])
    )


def abbreviates_body(words: Sequence[str]) -> bool:
    """Whether the last word is the short form that ends a body's name: "Arda FM", "Alba NV"."""
    first, last = words[0], words[-1]
    return last.isupper() and not first.isupper() and marks(last) in {"suffixes", "heads"}


def is_masthead(name: str) -> bool:
    """Whether the last word makes the name of two words or more an outlet's: "Evening Post"."""
    words = name.split()
    endings = knowledge.entries("citation_words")["named_so"]
    return len(words) > 1 and words[-1].strip(".") in endings and not is_given_name(words[0])


def is_founder(word: str) -> bool:
    """Whether the surname is a well-known company's name too: "Ford"."""
    return word in _known("founders")


def is_people(word: str) -> bool:
    """Whether the word means people of a country, a faith or a party ("Sikh")."""
    return is_demonym(word) or word in _known("peoples")


def is_generic(word: str) -> bool:
    """Whether the word alone names nothing, however it is written: "Court", "Education"."""
    return word in _known("generic") or (
        marks(word) in {"heads", "places"} and not known_body(word)
    )


def is_numbered(word: str) -> bool:
    """Whether the word is a team's by its number: "76ers"."""
    return word[:1].isdigit() and word.endswith("ers") and word[:-3].isdecimal()


def full_word(word: str) -> str:
    """The full word for a team's or city's short one: "76ers" for "Sixers"; others as they are."""
    found: str = _short_words().get(word, word)
    return found


def is_owner(word: str) -> bool:
    """Whether a body may be named as theirs: "People's Party", "Magistrates' Court"."""
    return word in _known("owners")


def is_thing_noun(word: str) -> bool:
    """Whether a name right beside the word is rather a thing's than a person's ("film")."""
    return word in _known("nouns")


def is_body_noun(noun: str) -> bool:
    """Whether the common noun means a body that acts and speaks: "union", "airline"."""
    return noun in _body_nouns()


def is_product_noun(word: str) -> bool:
    """Whether a name right before the word is rather a product's than a company's ("app")."""
    return word in _known("products")


@cache
def _body_nouns() -> frozenset[str]:
    return frozenset().union(*knowledge.entries("body_nouns").values())


@cache
def _short_words() -> dict[str, str]:
    return dict(knowledge.entries("organisations")["short_words"])


@cache
def _legal_forms() -> frozenset[str]:
    return frozenset(knowledge.entries("name_words")["legal"]) - {"co", "sa", "se", "spa", "ag"}


@cache
def _known(kind: str) -> frozenset[str]:
    return frozenset(knowledge.entries("organisations")[kind])


@cache
def _name_words() -> dict[str, NameWord]:
    kinds: tuple[NameWord, ...] = ("things", "places", "suffixes", "heads")
    table = knowledge.entries("organisations")
    return {word: kind for kind in kinds for word in table[kind]}
