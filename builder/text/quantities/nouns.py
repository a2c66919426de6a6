"""Which noun a number counts, guessed without a parse: the words after it in, a singular out.

A number above one counts a plural, so the first plural within three words is taken, one that only
describes left out ("14 former sports coaches said": coach); "23 dead" counts no noun. After "one",
a part or a hyphen it is the first word that is no adjective by its ending. Missed: compounds in
the singular ("one pharmacy chain": pharmacy), nouns more than three words away.
"""

from functools import cache, lru_cache

from builder.knowledge import entries
from builder.text.quantities.lexicon import irregular, small_numbers, words
from builder.text.quantities.tokens import Token, past_hyphen

WINDOW = (
    3  # words: of the nouns counted in news, "14 former French army officers" is the rare far one
)
_ADJECTIVES = ("ed", "al", "ous", "ive", "ful", "less", "ible", "able", "ic", "ing", "ary")
_LONGEST_NOUN = 4  # letters: "ring" and "deed" are nouns, "fired" is none
_SHORTEST = 3  # letters of a plural: "gas", "bus" and "is" are none
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"),
    ("zzes", "zz"), ("oes", "o"), ("s", ""))  # fmt: skip
_NEVER = ("ss", "us", "is", "'s")


def words_after(tokens: list[Token], end: int) -> tuple[Token, ...]:
    """Up to three words after the number; "of the" before them is passed over."""
    place = past_hyphen(tokens, end)
    if tokens[place].low == "of" or tokens[place].low in words("articles"):
        place += tokens[place].low == "of"
        while tokens[place].low in words("articles") or tokens[place].low.endswith("'s"):
            place += 1
        place += _is_number(tokens[place])  # "three of the 90 crew"
    found: list[Token] = []
    while len(found) < WINDOW and tokens[place].word:
        if tokens[place].low in _stops():
            break
        found.append(tokens[place])
        place = past_hyphen(tokens, place + 1)
    return tuple(found)


def noun_of(after: tuple[Token, ...], *, plural: bool) -> str | None:
    """The noun among the words after a number; `plural` where only a plural can be counted."""
    for token in after:
        if is_plural(token.low) and token.low not in words("describing_plurals"):
            return singular(token.low)
    for token in () if plural else after:
        adjective = token.low.endswith(_ADJECTIVES) and len(token.low) > _LONGEST_NOUN
        if not token.capital and not adjective:
            return token.low
    return None


def _is_number(token: Token) -> bool:
    return token.figure or token.low in small_numbers()


@lru_cache(maxsize=65536)
def is_plural(word: str) -> bool:
    """Whether the word looks like a plural: by ending, or by the table."""
    if word in irregular() or word in words("people"):
        return True
    if word in words("not_plural") or word.endswith(_NEVER):
        return False
    return word.endswith("s") and len(word) > _SHORTEST


def singular(word: str) -> str:
    """The singular of a word that looks like a plural."""
    known = irregular().get(word)
    if known or word in words("people"):
        return known or word
    for ending, instead in _ENDINGS:
        if word.endswith(ending):
            return word[: -len(ending)] + instead
    return word


@cache
def _stops() -> frozenset[str]:
    return words("no_noun").union(map(str, entries("function_words")))
