"""Which words are the same word: accents, transliterations, suffixes and honorifics left out."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from builder import knowledge

REMEMBERED = 65_536  # names: each is asked for at every mention
SHORTEST_SOUND = 4  # letters: "Eric" and "Erik" are one, "Wei" and "Wey" are not
LONGEST = 80  # characters of a name worth taking apart; longer ones are kept whole
_MARKS = re.compile(r"[’'`ʼ‘.]")
_WORD = re.compile(r"[^\s\-‐‑–]+")
_LETTERS = str.maketrans({
    "ł": "l", "ø": "o", "ı": "i", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe",
})  # fmt: skip
_NICKNAME = re.compile(r"\s[\"“”‘’'(][^\"“”()]{1,30}[\"“”’')](?=\s)")
_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
PARTICLES = frozenset(knowledge.entries("name_words")["particles"])


@lru_cache(maxsize=REMEMBERED)
def words(name: str) -> tuple[str, ...]:
    """The words of a name as written, hyphens parting them, honorifics and suffixes left out."""
    bare = _NICKNAME.sub("", _POSSESSIVE.sub("", name[:LONGEST]))  # Al "The Fox" Roe
    found = tuple(_WORD.findall(bare))
    while len(found) > 1 and is_honorific(found[0]):
        found = found[1:]
    while len(found) > 1 and is_suffix(found[-1].strip(",")):
        found = found[:-1]
    return tuple(word.strip(",") for word in found if word.strip(","))


@lru_cache(maxsize=REMEMBERED)
def generation(name: str) -> str | None:
    """The suffix that tells father from son ("Jr", "III"), folded."""
    last = fold(_WORD.findall(name[-12:])[-1]) if _WORD.search(name[-12:]) else ""
    same = {"junior": "jr", "senior": "sr"}
    return same.get(last, last) if last in _honorifics("generations") else None


def nickname_in(name: str) -> str | None:
    """The nickname that stands in quotation marks inside a name: Al "The Fox" Roe."""
    match = _NICKNAME.search(name[:LONGEST])
    return match[0].strip(" \"“”‘’'()") if match else None


@lru_cache(maxsize=REMEMBERED)
def fold(word: str) -> str:
    """Small letters without accents, apostrophes and stops: "Sinéad" and "SINEAD" are one."""
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)
    ).casefold()
    return _MARKS.sub("", plain.translate(_LETTERS))


@lru_cache(maxsize=REMEMBERED)
def spelling(word: str) -> str:
    """One key for transliterations: Petrovsky, Petrovskiy and Petrovskyy; Andrei and Andrey."""
    folded = fold(word)
    known = _spellings().get(folded)
    if known:
        return known
    for ending, instead in knowledge.entries("transliterations")["endings"]:
        if folded.endswith(ending) and len(folded) > len(ending) + 1:
            folded = folded[: -len(ending)] + instead
            break
    return _spellings().get(folded, folded)


def transliterated(word: str) -> str | None:
    """The first spelling of a name that is known in several ("Mykhailo"), folded."""
    return _spellings().get(fold(word))


@lru_cache(maxsize=REMEMBERED)
def sound(key_: str) -> str:
    """What a spelling key sounds like: the same for Viktor and Victor.

    Short words, and syllables of Chinese and Korean names, differ by every letter.
    """
    if len(key_) < SHORTEST_SOUND:
        return key_
    for pattern, instead in _sounds():
        key_ = pattern.sub(instead, key_)
    return key_


def key(name: str) -> tuple[str, ...]:
    """The words of a name by their spelling keys: what two mentions are compared by."""
    return tuple(spelling(word) for word in words(name))


def is_honorific(word: str) -> bool:
    """Whether the word is a form of address before a name ("Mr", "Dr.")."""
    return word[:1].isupper() and fold(word) in _honorifics("before")


def is_suffix(word: str) -> bool:
    """Whether the word follows a name without being part of it ("Jr", "PhD")."""
    return word[:1].isupper() and fold(word) in _honorifics("after")


@cache
def _honorifics(kind: str) -> frozenset[str]:
    return frozenset(fold(word) for word in knowledge.entries("honorifics")[kind])


@cache
def _sounds() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows: Sequence[Sequence[str]] = knowledge.entries("transliterations")["sounds"]
    return tuple((re.compile(pattern), instead) for pattern, instead in rows)


@cache
def _spellings() -> dict[str, str]:
    rows: Sequence[Sequence[str]] = knowledge.entries("transliterations")["names"]
    return {fold(name): fold(row[0]) for row in rows for name in row}
