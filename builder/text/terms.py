"""A statement as terms that survive rewriting and re-translation: lemmas in, weighted terms out.

Words of one meaning become one term, a nation and its people and capital become one, endings are
cut, numbers are one term. Missed on purpose: words of several meanings, which keep to themselves.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product

from builder.knowledge import entries
from builder.model.findings import Core
from builder.model.ids import EntityId

NUMBER = "#"
_EMPTY, _WEAK, _NUMBER, _FULL = 0.1, 0.5, 0.3, 1.0
# "invasion" and "invade", "denouncing" and "denounce", "technological" and "technology" meet
_ENDINGS = (
    "isations", "izations", "isation", "ization", "ational", "fulness", "iveness", "ousness",
    "ations", "ation", "ments", "ment", "ically", "ities", "ional", "ings", "ness", "ing", "ian",
    "ean", "ese", "ion", "ity", "ive", "ous", "ers", "ies", "ied", "ish", "al", "an", "ed", "er",
    "es", "ic", "ly", "or", "e", "s", "y",
)  # fmt: skip
_INFLECTIONS = (("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"),
    ("ing", ""), ("ing", "e"), ("'s", ""), ("’s", ""))  # fmt: skip
_SHORTEST_STEM = 4
Names = Mapping[str, str]
"""For each word that names only one person of the story, that person's term."""
_COMMON = 0.08  # a term of every twelfth statement of the story tells little about any
_LOST = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """Terms of the people whom a statement points to: "he" in "he sold Acme", "he was jailed"."""

    acting: tuple[str, ...] = ()
    undergoing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The terms of a statement by the part that they play."""

    subject: frozenset[str]
    object: frozenset[str]
    predicate: frozenset[str]
    told: frozenset[str]
    """What the statement tells of its subject: predicate and object, without names."""
    all: tuple[str, ...]
    """Each once, sorted."""

    @property
    def nations(self) -> frozenset[str]:
        """The nations among them."""
        return frozenset([term for term in self.all if term[0] == "@"])

    @property
    def people(self) -> frozenset[str]:
        """The people among them."""
        return frozenset([term for term in self.all if term[0] == "&"])


def terms_of(core: Core, names: Names, meant: Meant) -> Terms:
    """The terms of a statement's core, and of the person whom its words only point to."""
    verbs, things = core.predicate, core.object
    for verb, thing in product(core.predicate, core.object):
        if f"{verb} {thing}" in _meanings():  # "lost their lives"
            verbs, things = (verb, thing), tuple(one for one in core.object if one != thing)
    subject = frozenset((*terms(core.subject, names), *meant.acting))
    object_ = frozenset((*terms(things, names), *meant.undergoing))
    predicate = frozenset(terms(verbs, names))
    rest = terms(core.others, names)
    return Terms(
        subject=subject,
        object=object_,
        predicate=predicate,
        told=frozenset([found for found in predicate | object_ if found[0] not in "@&"]),
        all=tuple(sorted(subject.union(predicate, object_, rest))),
    )


def person_term(id_: EntityId) -> str:
    """The term of a person."""
    return f"&{id_}"


def terms(lemmas: Iterable[str], names: Names) -> Iterator[str]:
    """The terms of words in a row; phrases of two words count as one."""
    meanings, before = _meanings(), ""
    for word in lemmas:
        phrase = f"{before} {word}"
        if before and phrase in meanings:
            yield meanings[phrase]
            before = ""
            continue
        if before:
            yield names.get(before) or term(before)
        before = word
    if before:
        yield names.get(before) or term(before)


@cache
def term(word: str) -> str:
    """The term of one word."""
    if any(character.isdigit() for character in word) and not word[0].isalpha():
        return NUMBER
    for form in (word, *_bases(word)):
        if form in _meanings():
            return _meanings()[form]
    return stem(word)


@cache
def weight(term: str) -> float:
    """What sharing the term is worth, by how common its word is in news at large."""
    if term == NUMBER:
        return _NUMBER
    return _common().get(term, _FULL)


@cache
def stem(word: str) -> str:
    """The word without its endings, as far as four letters remain."""
    if word.endswith("ies"):
        word = f"{word[:-3]}y"
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return stem(word[: -len(ending)])
    return word


@cache
def opposites() -> Mapping[str, frozenset[str]]:
    """For each term that has opposites those with which it cannot tell the same fact."""
    found: dict[str, set[str]] = defaultdict(set)
    for pair in entries("opposites"):
        one, other = (term(str(word)) for word in pair)
        found[one].add(other)
        found[other].add(one)
    return {one: frozenset(others) for one, others in found.items()}


def _bases(word: str) -> Iterator[str]:
    for ending, base in _INFLECTIONS:
        if word.endswith(ending) and len(word) - len(ending) > 1:
            yield word[: -len(ending)] + base


@cache
def _meanings() -> dict[str, str]:
    """For each word or phrase its term; the first group that has it wins."""
    found: dict[str, str] = {}
    for nation, names in sorted(_nations().items()):
        for word in names:
            found.setdefault(word.lower(), f"@{nation}")
    for group in entries("synonyms"):
        for word in group:
            found.setdefault(str(word), f"={group[0]}")
    return found


def _nations() -> dict[str, tuple[str, ...]]:
    nations: dict[str, tuple[str, ...]] = {
        nation: (nation, *forms.get("demonyms", ()), *forms.get("aliases", ()))
        for nation, forms in entries("demonyms").items()
    }
    spellings = {name: group for group in entries("transliterations")["places"] for name in group}
    for capital, nation in entries("capitals")["capitals"].items():
        names = spellings.get(capital, (capital,))  # "Kyiv", "Kiev"
        nations[nation] = (*nations.get(nation, (nation,)), *names)
    return nations


@cache
def _common() -> dict[str, float]:
    words = entries("common_words")
    weights = {term(str(word)): _WEAK for word in words["weak"]}
    return weights | {term(str(word)): _EMPTY for word in words["empty"]}


def rarity(share: float) -> float:
    """What a term tells that this share of a story's statements or sentences has: 0.4 to 1."""
    return 1.0 - _LOST * min(1.0, share / _COMMON)
