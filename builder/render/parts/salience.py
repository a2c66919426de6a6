"""Whether two values side by side tell a reader something: values in, yes or no out.

Deliberately missed: what words mean beyond a table of synonyms. A rewrite's "supplies" for
"shipments" is passed over; so is, now and then, a difference that a reader would have liked.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from builder.knowledge import entries
from builder.model.dossier import Dossier
from builder.text import diff
from builder.text.spelling import likeness

_ALIKE = 0.7  # "technical" and "technological" .82; "illegal" and "illegitimate" .63
_ENDINGS = ("", "s", "es", "d", "ed", "ing", "ly")
_MARKS = (("“", "”"), ("„", "“"), ("«", "»"), ('"', '"'))


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Judges values of one story, whose names it knows."""

    names: frozenset[str]
    """The words of every name in the story."""

    def named(self, value: str) -> bool:
        """Whether the value holds a name: "Mayor Ruiz", not "the mayor" nor "ARMED robbers"."""
        return any(
            word[:1].isupper() and word.casefold() in self.names
            for word in value.replace("’", " ").replace("'", " ").replace("-", " ").split()
        )

    def is_news(self, one: str, other: str) -> bool:
        """Whether each says what the other does not, and one is no description of the other."""
        return bool(
            min(own_words(one, other)) and self.named(one) == self.named(other)
        )  # "the two countries" for "Arland and Borland" is the same


def teller_of(dossier: Dossier) -> Teller:
    """The judge of a dossier's values."""
    entities = (*dossier.people, *dossier.organisations, *dossier.places)
    spellings = [(found.name, *found.aliases) for found in entities]
    spellings += [(found.name, *found.aliases) for found in dossier.outlets]
    names = (name for several in spellings for name in several)
    words = frozenset(word for name in names for word in _split(name))
    return Teller(names=words - _empty_words())  # "The Harbour Board" makes no name of "the"


def own_words(one: str, other: str) -> tuple[int, int]:
    """How many telling words each has that the other has neither so nor alike."""
    mine, yours = telling_words(one), telling_words(other)
    return _unlike(mine, yours), _unlike(yours, mine)


def telling_words(text: str) -> tuple[str, ...]:
    """The words that carry content, in order."""
    return tuple(word for word in _split(text) if word not in _empty_words())


def inside_marks(text: str, value: str) -> str | None:
    """What stands between quotation marks around the value; `None` where none do."""
    at = text.find(value)
    if at < 0:
        return None
    for opening, closing in _MARKS:
        start = text.rfind(opening, 0, at + 1)
        end = text.find(closing, at + len(value) - 1)
        if start >= 0 and closing not in text[start + 1 : at + 1]:
            return text[start + 1 : end if end > 0 else None].strip()
    return None


@cache
def _empty_words() -> frozenset[str]:
    """Words that carry grammar, and those that deny: "hardly" for "not" is no news."""
    return frozenset(entries("function_words")) | {"no", "not", "never"}


def _split(text: str) -> Iterable[str]:
    return (part for word in diff.words(text) for part in word.split("-"))


def _unlike(words: Iterable[str], others: Iterable[str]) -> int:
    return sum(not any(_same(word, other) for other in others) for word in words)


def _same(word: str, other: str) -> bool:
    word, other = _in_digits(word), _in_digits(other)
    if word == other or _groups(word) & _groups(other):
        return True
    if word.isdigit() or other.isdigit():
        return False
    return likeness(word, other) >= _ALIKE


def _in_digits(word: str) -> str:
    """A number as figures ("thirty" as "30"): how it is spelled is a house's style."""
    return str(entries("numbers")["words"].get(word, word))


@cache
def _groups(word: str) -> frozenset[int]:
    """The groups of synonyms that the word may belong to, whatever its ending."""
    table = _synonyms()
    stems = [word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)]
    return frozenset(table[form] for stem in stems for form in (stem, f"{stem}e") if form in table)


@cache
def _synonyms() -> dict[str, int]:
    return {word: number for number, group in enumerate(entries("synonyms")) for word in group}
