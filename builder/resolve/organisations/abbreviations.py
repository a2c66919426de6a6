"""Short names of organisations with the long ones that they stand for.

In: the mentions of a story in reading order, and the function that makes a thing's key. Out: keys
of acronyms with those of their long forms ("Group of Seven (G7)", "Alba Motors (ABMT)"), and the
passages of tickers that say nothing of the firm before them ("Alba Motors (QX)").
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from builder import naming
from builder.model.article import Passage
from builder.resolve.entities.mentions import Mention

_SKIPPED = frozenset({"of", "for", "and", "the", "on", "in", "to", "at", "de", "&"})
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], start=2
    )
} | {"twenty": "20"}
ACRONYM = 3  # letters; two fit too many long forms
TICKER = 5  # letters
NEAR = 3  # characters between a long form and the bracketed acronym

Keys = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Acronyms:
    """Which short names stand for which long ones, by key, and which stand for nothing."""

    long_forms: Mapping[str, str]
    empty: frozenset[Passage]


def acronyms_of(mentions: Sequence[Mention], key_of: Keys) -> Acronyms:
    """The acronyms of a story."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    empty: set[Passage] = set()
    for before, mention in _bracketed(mentions):
        short, long = mention.passage.text, before.passage.text
        if shortens(short, long) or (before.label == "ORG" and _is_ticker(short, long)):
            found[key_of(short)][key_of(long)] += 1
        elif before.label == "ORG" and _is_symbol(short, long):
            empty.add(mention.passage)
    given = {
        short: min(longs, key=lambda key: (-longs[key], key)) for short, longs in found.items()
    }
    return Acronyms(long_forms={**_unexplained(mentions, key_of), **given}, empty=frozenset(empty))


def shortens(short: str, long: str) -> bool:
    """Whether the letters are the first ones of the long name's words: "G7", "Group of Seven"."""
    letters = re.sub(r"[^\w]", "", short).casefold()
    initials = _initials(long)
    place = 0
    for letter in letters:
        place = initials.find(letter, place) + 1
        if not place:
            return len(letters) > 1 and letters == initials[: len(letters)]
    return len(letters) > 1


def _bracketed(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Each mention alone in brackets, with the one right before it."""
    for before, mention in pairwise(mentions):
        gap = mention.passage.start - before.passage.end
        if mention.bracketed and mention.article == before.article and 0 < gap <= NEAR:
            yield before, mention


def _unexplained(mentions: Sequence[Mention], key_of: Keys) -> dict[str, str]:
    """Acronyms of the only long form with these initials that an article names beside them."""
    longs: dict[str, set[str]] = defaultdict(set)
    where: dict[str, set[str]] = defaultdict(set)
    shorts: dict[str, str] = {}
    for mention in mentions:
        name = mention.passage.text
        key = key_of(name)
        where[key].add(mention.article)
        bare = re.sub(r"\W", "", name)
        if bare.isupper() and len(bare) > 1 and " " not in name:
            shorts[key] = bare.casefold()
        elif mention.label in {"ORG", None}:
            longs[_initials(name)].add(key)
    return {
        short: next(iter(longs[letters]))
        for short, letters in sorted(shorts.items())
        if len(longs.get(letters, ())) == 1
        and (len(letters) >= ACRONYM or letters[-1].isdigit())
        and where[short] & where[next(iter(longs[letters]))]
    }


def _initials(name: str) -> str:
    words = [word for word in re.findall(r"\w+", name) if word.casefold() not in _SKIPPED]
    return "".join(_NUMBERS.get(word.casefold(), word[0].casefold()) for word in words)


def _is_symbol(short: str, long: str) -> bool:
    """Whether it may be a ticker; "(BQG)" after an agency is rather its name in its language."""
    agency = naming.marks(long.rsplit(maxsplit=1)[-1]) == "heads"
    return short.isupper() and len(short) <= TICKER and not agency


def _is_ticker(short: str, long: str) -> bool:
    """Whether the letters stand in the name in this order: "ABMT" in "Alba Motors"."""
    if not (short.isupper() and 1 < len(short) <= TICKER and short[0] == long[0].upper()):
        return False
    letters = iter(long.upper())
    return all(letter in letters for letter in short)
