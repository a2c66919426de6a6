"""Countries, their peoples and capitals, and large cities: what is known of a place's name."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from builder import knowledge
from builder.naming.spellings import REMEMBERED, fold


@lru_cache(maxsize=REMEMBERED)
def country(word: str) -> str | None:
    """The country that a name, short name or demonym stands for; capital letters count."""
    return _countries().get(word)


def is_demonym(word: str) -> bool:
    """Whether the word means people or things of a country ("Chinese")."""
    return word in _demonyms()


@lru_cache(maxsize=REMEMBERED)
def state_of(name: str) -> str | None:
    """The country of a country's or capital's name or of a demonym ("Lima" is Peru's)."""
    return country(name) or knowledge.entries("capitals")["capitals"].get(_capital_spelling(name))


@lru_cache(maxsize=REMEMBERED)
def stands_for(name: str) -> str | None:
    """What stands behind the name of a capital or a seat of government, from general knowledge."""
    table = knowledge.entries("capitals")
    seat = table["seats"].get(name)
    if seat:
        return f"often stands for {seat}"
    state = table["capitals"].get(_capital_spelling(name))
    return f"capital of {state}; often stands for its government" if state else None


def is_seat(name: str) -> bool:
    """Whether it is a seat of power by name alone ("Whitehall"), no city that stands for one."""
    return name in knowledge.entries("capitals")["seats"]


@lru_cache(maxsize=REMEMBERED)
def known_place(name: str) -> bool:
    """Whether a country, region, state, capital or large city has this name."""
    return fold(name) in _places()


def is_state_short(word: str) -> bool:
    """Whether the word is a state's or province's name cut short ("Calif.", "N. Y.")."""
    return state_in_full(word) is not None


def state_in_full(word: str) -> str | None:
    """The state or province that a short form behind a town's name stands for ("Calif.")."""
    found: str | None = knowledge.entries("cities")["short"].get(word.replace(" ", "").strip("."))
    return found


@lru_cache(maxsize=REMEMBERED)
def place_name(name: str) -> str:
    """The key of a place: Kiev and Kyiv are one, the US and the United States too."""
    bare = re.sub(r"^[Tt]he\s+", "", name)
    return fold(
        country(bare) if bare in _country_names() else _place_spellings().get(fold(bare), bare)
    )


def is_body(name: str) -> bool:
    """Whether a name that stands among countries is an organisation's (the United Nations)."""
    row = knowledge.entries("demonyms").get(country(name) or "", {})
    return name in _country_names() and row.get("kind") == "organisation"


def _capital_spelling(name: str) -> str:
    found = _place_spellings().get(fold(name), name)
    return found if found in knowledge.entries("capitals")["capitals"] else name


@cache
def _countries() -> dict[str, str]:
    return {
        word: name
        for name, row in knowledge.entries("demonyms").items()
        for word in (name, *row.get("aliases", ()), *row.get("demonyms", ()))
    }


@cache
def _country_names() -> frozenset[str]:
    return frozenset(
        word
        for name, row in knowledge.entries("demonyms").items()
        for word in (name, *row.get("aliases", ()))
    )


@cache
def _demonyms() -> frozenset[str]:
    return (
        frozenset(
            word
            for row in knowledge.entries("demonyms").values()
            for word in row.get("demonyms", ())
        )
        - _country_names()
    )


@cache
def _places() -> frozenset[str]:
    cities = knowledge.entries("cities")
    names = (
        *_country_names(), *cities["cities"], *cities["states"], *knowledge.entries("regions"),
        *knowledge.entries("capitals")["capitals"], *_place_spellings(),
    )  # fmt: skip
    return frozenset(fold(name) for name in names)


@cache
def _place_spellings() -> dict[str, str]:
    rows: Sequence[Sequence[str]] = knowledge.entries("transliterations")["places"]
    return {fold(name): row[0] for row in rows for name in row}
