"""Names taken apart: what counts as the same word, a title, a country. Strings in, strings out.

Extraction and resolution both ask these questions; the answers rest on `builder/data/` alone.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from builder import knowledge

LONGEST = 80  # characters of a name worth taking apart; longer ones are kept whole
_MARKS = re.compile(r"[’'`ʼ‘.]")
_WORD = re.compile(r"[^\s\-‐‑–]+")
_NICKNAME = re.compile(r"\s[\"“”‘’'(][^\"“”()]{1,30}[\"“”’')](?=\s)")
_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
# Chinese, Cantonese and Korean syllables as romanised: an onset, vowels, a coda.
_SYLLABLE = re.compile(
    r"(?:zh|ch|ts|sh|gw|kw|hs|ng|hw|gy|hy|my|[bpmfdtnlgkhwsjyzcrxq])?[aeiou]{1,3}(?:ng|[nmkptlh])?"
)
_ENGLISH = frozenset({
    "a", "an", "at", "bank", "can", "din", "down", "far", "fun", "hit", "in", "it", "lap", "led",
    "like", "long", "look", "man", "men", "no", "not", "on", "out", "own", "pan", "park", "run",
    "sea", "set", "sin", "so", "tax", "tea", "ten", "tie", "tin", "to", "top", "up", "wait", "win",
    "wing", "won",
})  # fmt: skip
PARTICLES = frozenset({
    "de", "da", "das", "do", "dos", "del", "della", "di", "du", "la", "le", "les", "van", "von",
    "der", "den", "ter", "ten", "zu", "zum", "af", "av", "al", "el", "bin", "ibn", "bint", "ben",
    "abu", "y", "e", "st",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownOutlet:
    """One row of the register of outlets."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: str | None = None
    country: str | None = None
    url: str | None = None
    style: str | None = None
    common: bool = False
    """Its name is also a common word or another thing's name: it needs a cue."""


def words(name: str) -> tuple[str, ...]:
    """The words of a name as written, hyphens parting them, honorifics and suffixes left out."""
    bare = _NICKNAME.sub("", _POSSESSIVE.sub("", name[:LONGEST]))  # Al "The Fox" Roe
    found = tuple(_WORD.findall(bare))
    while len(found) > 1 and is_honorific(found[0]):
        found = found[1:]
    while len(found) > 1 and is_suffix(found[-1].strip(",")):
        found = found[:-1]
    return tuple(word.strip(",") for word in found if word.strip(","))


def generation(name: str) -> str | None:
    """The suffix that tells father from son ("Jr", "III"), folded."""
    last = fold(_WORD.findall(name[-12:])[-1]) if _WORD.search(name[-12:]) else ""
    same = {"junior": "jr", "senior": "sr"}
    return same.get(last, last) if last in _honorifics("generations") else None


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Small letters without accents, apostrophes and stops: "Sinéad" and "SINEAD" are one."""
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)
    ).casefold()
    return _MARKS.sub("", plain.replace("ł", "l").replace("ø", "o").replace("ı", "i"))


@lru_cache(maxsize=65536)
def spelling(word: str) -> str:
    """One key for all transliterations: Zelensky, Zelenskiy and Zelenskyy; Sergei and Sergey."""
    folded = fold(word)
    known = _spellings().get(folded)
    if known:
        return known
    for ending, instead in knowledge.entries("transliterations")["endings"]:
        if folded.endswith(ending) and len(folded) > len(ending) + 1:
            folded = folded[: -len(ending)] + instead
            break
    return _spellings().get(folded, folded)


def nickname_rows(given: str) -> tuple[int, ...]:
    """The rows of nicknames that a given name stands in; two names alike share one."""
    return _nicknames().get(fold(given), ())


def key(name: str) -> tuple[str, ...]:
    """The words of a name by their spelling keys: what two mentions are compared by."""
    return tuple(spelling(word) for word in words(name))


def is_honorific(word: str) -> bool:
    """Whether the word is a form of address before a name ("Mr", "Dr.")."""
    return word[:1].isupper() and fold(word) in _honorifics("before")


def is_suffix(word: str) -> bool:
    """Whether the word follows a name without being part of it ("Jr", "PhD")."""
    return word[:1].isupper() and fold(word) in _honorifics("after")


@lru_cache(maxsize=16384)
def title(words_: str) -> str | None:
    """The plain form of a title or noun for a person ("Ministers" and "PM" too), else `None`."""
    folded = words_.casefold().strip(".")
    if words_.strip(".") in knowledge.entries("titles")["abbreviations"]:
        return str(knowledge.entries("titles")["abbreviations"][words_.strip(".")])
    for prefix in ("ex-", "vice-", "co-", "then-", "sub-"):
        if folded.startswith(prefix) and folded not in _titles():
            folded = folded.removeprefix(prefix)
    return folded if folded in _titles() else None


@lru_cache(maxsize=16384)
def is_office(word: str) -> bool:
    """Whether a capitalised word is an office or rank that stands right before a name."""
    plain = title(word)
    return plain is not None and (plain in _offices() or len(word) < len(plain))


@cache
def alike(head: str) -> frozenset[str]:
    """All words that the word may stand for: "premier" for "prime minister", "leader" for both."""
    table = knowledge.entries("titles")
    wide = {head, *table["wider"].get(head, ())}
    return frozenset(wide.union(*(row for row in table["alike"] if wide.intersection(row))))


@lru_cache(maxsize=16384)
def country(word: str) -> str | None:
    """The country that a name, short name or demonym stands for; capital letters count."""
    return _countries().get(word)


def is_demonym(word: str) -> bool:
    """Whether the word means people or things of a country ("Chinese")."""
    return word in _demonyms()


def is_people(word: str) -> bool:
    """Whether the word means people of a country, a faith or a party ("Sikh")."""
    return is_demonym(word) or word in _known("peoples")


def known_body(name: str) -> bool:
    """Whether a well-known company or institution has this name."""
    return name.rstrip(".") in _known("known")


def is_owner(word: str) -> bool:
    """Whether a body may be named as theirs: "People's Party", "Magistrates' Court"."""
    return word in _known("owners")


def is_generic(word: str) -> bool:
    """Whether the word alone names nothing, however it is written: "Court", "Education"."""
    return word in _known("generic") or (
        marks(word) in {"heads", "places"} and not known_body(word)
    )


def is_thing_noun(word: str) -> bool:
    """Whether a name right beside the word is rather a thing's than a person's ("film")."""
    return word in _known("nouns")


@lru_cache(maxsize=16384)
def known_place(name: str) -> bool:
    """Whether a country, state, capital or large city has this name."""
    return fold(name) in _places()


def is_state_short(word: str) -> bool:
    """Whether the word is a state's or province's name cut short ("Calif.", "N. Y.")."""
    return word.replace(" ", "").strip(".") in knowledge.entries("cities")["short"]


@lru_cache(maxsize=16384)
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


def stands_for(name: str) -> str | None:
    """What stands behind the name of a capital or a seat of government, from general knowledge."""
    table = knowledge.entries("capitals")
    seat = table["seats"].get(name)
    if seat:
        return f"often stands for {seat}"
    state = table["capitals"].get(_capital_spelling(name))
    return f"capital of {state}; often stands for its government" if state else None


def state_of(name: str) -> str | None:
    """The country of a country's or capital's name or of a demonym ("Beijing" is China's)."""
    return country(name) or knowledge.entries("capitals")["capitals"].get(_capital_spelling(name))


def is_syllable(word: str) -> bool:
    """Whether the word may be half of a given name as in "Ka-keung", "Hyeon-woo", "Ing-wen"."""
    return bool(_SYLLABLE.fullmatch(word.casefold())) and word.casefold() not in _ENGLISH


def is_given_name(word: str) -> bool:
    """Whether the word is known as a given name."""
    return fold(word) in _given_names()


Sex = Literal["male", "female"]


@lru_cache(maxsize=16384)
def sex(word: str) -> Sex | None:
    """The sex that an honorific or a given name speaks for, `None` where it may be either."""
    return _sexes().get(fold(word))


Beginning = Literal["places", "bodies", "things"]
NameWord = Literal["suffixes", "heads", "places", "things"]


def begins(word: str) -> Beginning | None:
    """What a name that begins with this word is: "Lake Alba", "FC Alba", "Operation Alba"."""
    kinds: tuple[Beginning, ...] = ("places", "bodies", "things")
    return next((kind for kind in kinds if word.strip(".") in _known(f"{kind}_before")), None)


def marks(word: str) -> NameWord | None:
    """What a name that ends in this word is: a company, an institution, a place, a thing."""
    return _name_words().get(word.strip("."))


@cache
def outlets() -> tuple[KnownOutlet, ...]:
    """The register of outlets that ships with the package."""
    return tuple(
        KnownOutlet(**{**row, "aliases": tuple(row.get("aliases", ()))})
        for row in knowledge.entries("outlets")
    )


@cache
def outlet_names() -> dict[str, KnownOutlet]:
    """Every name and alias in the register."""
    return {name: row for row in reversed(outlets()) for name in (*row.aliases, row.name)}


def _capital_spelling(name: str) -> str:
    found = _place_spellings().get(fold(name), name)
    return found if found in knowledge.entries("capitals")["capitals"] else name


@cache
def _honorifics(kind: str) -> frozenset[str]:
    return frozenset(fold(word) for word in knowledge.entries("honorifics")[kind])


@cache
def _titles() -> frozenset[str]:
    table = knowledge.entries("titles")
    singular = {*table["titles"], *table["people"], *table["abbreviations"].values()}
    plural = {re.sub(r"(?:man)$", "men", word) for word in singular} | {f"{w}s" for w in singular}
    return frozenset(singular | plural)


@cache
def _offices() -> frozenset[str]:
    return frozenset(knowledge.entries("titles")["titles"])


@cache
def _spellings() -> dict[str, str]:
    rows: Sequence[Sequence[str]] = knowledge.entries("transliterations")["names"]
    return {fold(name): fold(row[0]) for row in rows for name in row}


@cache
def _place_spellings() -> dict[str, str]:
    rows: Sequence[Sequence[str]] = knowledge.entries("transliterations")["places"]
    return {fold(name): row[0] for row in rows for name in row}


@cache
def _nicknames() -> dict[str, tuple[int, ...]]:
    table: dict[str, tuple[int, ...]] = {}
    for number, row in enumerate(knowledge.entries("nicknames")):
        for name in row:
            table[fold(name)] = (*table.get(fold(name), ()), number)
    return table


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
        *_country_names(), *cities["cities"], *cities["states"],
        *knowledge.entries("capitals")["capitals"], *_place_spellings(),
    )  # fmt: skip
    return frozenset(fold(name) for name in names)


@cache
def _given_names() -> frozenset[str]:
    rows = knowledge.entries("given_names").values()
    return frozenset(fold(name) for row in rows for name in row) | {
        fold(name) for row in knowledge.entries("nicknames") for name in row
    }


@cache
def _sexes() -> dict[str, Sex]:
    sexes: tuple[Sex, ...] = ("male", "female")
    tables = (knowledge.entries("given_names"), knowledge.entries("honorifics"))
    return {fold(word): one for table in tables for one in sexes for word in table[one]}


@cache
def _known(kind: str) -> frozenset[str]:
    return frozenset(knowledge.entries("organisations")[kind])


@cache
def _name_words() -> dict[str, NameWord]:
    kinds: tuple[NameWord, ...] = ("things", "places", "suffixes", "heads")
    table = knowledge.entries("organisations")
    return {word: kind for kind in kinds for word in table[kind]}
