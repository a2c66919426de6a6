"""Names in one article as speakers are resolved against them: who may "he" or "the coach" be?

In: an `ArticleView`. Out: every name outside and inside marks, in reading order, without titles,
with what the article says of its bearer right beside it. It finds only what this needs: the
story's names are found by `builder.extract.names`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from spacy.tokens import Span, Token

from builder import naming
from builder.extract.article_view import ArticleView
from builder.extract.grammar import SUBJECTS
from builder.knowledge import entries

Kind = Literal["person", "group", "other"]
Gender = Literal["he", "she"]

_GROUP_LABELS = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC"})
_NUMBERS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"})
_BESIDE = frozenset({"compound", "amod", "poss", "nmod"})
_PRONOUNS: dict[naming.Sex, Gender] = {"male": "he", "female": "she"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One mention of a name: the tokens of the name alone."""

    span: Span
    key: str
    """What mentions of the same bearer share: the last word of the name."""
    kind: Kind
    roles: frozenset[str]
    """Lemmas of the titles and descriptions beside it: "president", "director", "chinese"."""
    gender: Gender | None
    is_subject: bool
    is_outside: bool


@lru_cache(maxsize=1)
def names_of(reading: ArticleView) -> tuple[Name, ...]:
    """Every run of proper nouns, in order; bare surnames take kind and gender of full names."""
    runs = [(run, name_within(run)) for run in _runs(reading)]
    alone = frozenset(name[0].lower_ for _, name in runs if len(name) == 1)
    found = [_name(reading, run, name, alone) for run, name in runs]
    return tuple(_shared([name for name in found if name is not None]))


def _runs(reading: ArticleView) -> Iterator[tuple[Token, ...]]:
    tokens, mark_of, start = reading.tokens, reading.mark_of, -1
    for at, token in enumerate(tokens):
        proper = token.pos_ == "PROPN"
        if start >= 0 and (not proper or mark_of[at] != mark_of[start] or token.is_sent_start):
            yield tokens[start:at]
            start = -1
        if start < 0 and proper:
            start = at
    if start >= 0:
        yield tokens[start:]


def name_within(run: tuple[Token, ...]) -> tuple[Token, ...]:
    """The run without honorifics and titles: "Prime Minister Ana Ruiz" is Ana Ruiz."""
    first, last = 0, len(run) - 1
    if run[last].ent_type_ == "PERSON":
        first = next(at for at, token in enumerate(run) if token.ent_type_ == "PERSON")
    while first < last and _is_title(run[first]):
        first += 1
    return run[first:]


def is_capitalised(name: Iterable[Token]) -> bool:
    """Whether a word of it has a capital: "the youth international" names nobody."""
    return any(token.text[0].isupper() for token in name)


def _is_title(token: Token) -> bool:
    word = token.lower_.rstrip(".")
    return word in _honorifics() or word in _titles()


@cache
def _honorifics() -> frozenset[str]:
    return frozenset(word.casefold() for word in entries("honorifics")["before"])


@cache
def _titles() -> frozenset[str]:
    return frozenset(word for title in entries("titles")["titles"] for word in title.split())


def _name(
    reading: ArticleView, run: tuple[Token, ...], name: tuple[Token, ...], alone: frozenset[str]
) -> Name | None:
    """The name in the run; a word that stands alone elsewhere is a family name ("Li" of Li Na)."""
    if len(name) == 1 and name[0].lower_ in _titles():
        return None  # "the Prime Minister" names an office
    if name[-1].ent_type_ in _NUMBERS or not is_capitalised(name):
        return None  # "March", "the coast guard"
    before = [token.lower_.rstrip(".") for token in run[: -len(name)]]
    span = reading.doc[name[0].i : name[-1].i + 1]
    head = name[0] if len(name) == 1 else span.root
    words = _described(head).union(before)
    given = [name[0].text] if len(name) > 1 and name[0].lower_ not in alone else []
    return Name(
        span=span,
        key=name[-1].lower_,
        kind=_kind(name, head, before),
        roles=words,
        gender=_gender(words, before) or (_gender((), given) if given else None),
        is_subject=head.dep_ in SUBJECTS,
        is_outside=reading.is_outside(head),
    )


def _gender(nouns: Iterable[str], names: Iterable[str]) -> Gender | None:
    """What descriptions tell, and forms of address or a given name, if they agree."""
    found = {_nouns().get(word) for word in nouns} | {naming.sex(word) for word in names}
    found.discard(None)
    sex = found.pop() if len(found) == 1 else None
    return None if sex is None else _PRONOUNS[sex]


def gender_of(noun: Token) -> Gender | None:
    """What a noun tells of the person it stands for: "the spokeswoman"."""
    sex = _nouns().get(noun.lemma_.lower())
    return None if sex is None else _PRONOUNS[sex]


@cache
def _nouns() -> dict[str, naming.Sex]:
    table: dict[naming.Sex, list[str]] = entries("gendered_nouns")
    return {noun: sex for sex, nouns in table.items() for noun in nouns}


def _kind(name: Sequence[Token], head: Token, before: Sequence[str]) -> Kind:
    label = head.ent_type_
    titled = any(word in _titles() or word in _honorifics() for word in before)
    if label == "PERSON" or titled or (len(name) > 1 and naming.is_given_name(name[0].text)):
        return "person"
    return "group" if label in _GROUP_LABELS else "other"


def _described(head: Token) -> frozenset[str]:
    """Lemmas of the nouns that stand by the name: "the Peruvian premier, Roe"; "Roe, a coach"."""
    children = list(head.children)
    nouns = [child for child in children if child.dep_ == "appos"]
    if head.dep_ == "appos":
        nouns.append(head.head)
    found = {
        child.lemma_.lower() for child in children if child.dep_ in _BESIDE and child.i < head.i
    }
    for noun in nouns:
        found |= {noun.lemma_.lower(), *(c.lemma_.lower() for c in noun.lefts if not c.is_stop)}
    return frozenset(found)


def _shared(names: Sequence[Name]) -> Iterator[Name]:
    """Bare surnames are persons where a full name of a person ends with them; likewise gender.

    Where a man and a woman bear the surname, it tells a gender only beside a title: "Mr Roe".
    Where one bears it, the title tells that of the full name too.
    """
    genders: dict[str, set[Gender]] = defaultdict(set)
    bearers: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if name.kind == "person":
            genders[name.key] |= set() if name.gender is None else {name.gender}
            bearers[name.key] |= {name.span[0].lower_} if len(name.span) > 1 else set()
    for name in names:
        known = genders.get(name.key, set())
        shared = name.gender or (min(known) if len(known) == 1 else None)
        if len(name.span) == 1 and name.key in genders:
            yield replace(name, kind="person", gender=shared)
        elif name.kind == "person" and len(bearers[name.key]) == 1:
            yield replace(name, gender=shared)
        else:
            yield name
