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
from builder.extract.subjects import SUBJECTS
from builder.knowledge import entries

Kind = Literal["person", "group", "other"]
Gender = Literal["he", "she"]

_GROUP_LABELS = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC"})
_NUMBERS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"})
_BESIDE = frozenset({"compound", "amod", "poss", "nmod"})
PRONOUN_OF: dict[naming.Sex, Gender] = {"male": "he", "female": "she"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One mention of a name: the tokens of the name alone."""

    span: Span
    key: str
    """What mentions of the same bearer share: the last word of the name."""
    others: frozenset[str]
    """Keys of others whom a bare surname may mean as well."""
    kind: Kind
    roles: frozenset[str]
    """Lemmas of the titles and descriptions beside it: "president", "director", "chinese"."""
    gender: Gender | None
    """What a form of address or a noun beside it tells: "Mr Roe", "his wife, Ana"."""
    given_gender: Gender | None
    """What the given name suggests."""
    is_subject: bool
    is_outside: bool


@lru_cache(maxsize=1)
def names_of(reading: ArticleView) -> tuple[Name, ...]:
    """Every run of proper nouns, in order; bare surnames take kind and gender of full names."""
    runs = [(run, name_within(run)) for run in _runs(reading)]
    alone = frozenset(_last_word(name) for _, name in runs if _is_one_word(name))
    found = [_name(reading, run, name, alone) for run, name in runs]
    return tuple(_shared([name for name in found if name is not None]))


def _runs(reading: ArticleView) -> Iterator[tuple[Token, ...]]:
    tokens, mark_of, start = reading.tokens, reading.mark_of, -1
    for at, token in enumerate(tokens):
        proper = token.pos_ == "PROPN" or _joins(tokens, at)
        if start >= 0 and (not proper or mark_of[at] != mark_of[start] or token.is_sent_start):
            yield tokens[start:at]
            start = -1
        if start < 0 and proper:
            start = at
    if start >= 0:
        yield tokens[start:]


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is the hyphen of a double name: "Ruiz-Roe", which the tokenizer parts."""
    if tokens[at].text != "-" or not 0 < at < len(tokens) - 1 or tokens[at].whitespace_:
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    return not before.whitespace_ and before.pos_ == after.pos_ == "PROPN"


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
    return word in _honorifics() or word in _titles() or naming.is_office(token.text)


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
        key=_last_word(name),
        others=frozenset(),
        kind=_kind(name, head, before),
        roles=words,
        gender=_gender(_nouns_beside(head), before),
        given_gender=_gender((), given),
        is_subject=head.dep_ in SUBJECTS,
        is_outside=reading.is_outside(head),
    )


def _is_one_word(name: Iterable[Token]) -> bool:
    words = tuple(name)
    return all(token.text == "-" for token in words[1::2]) and len(words) % 2 == 1


def _last_word(name: Sequence[Token]) -> str:
    """The family name: the last word, with what a hyphen joins to it."""
    first = len(name) - 1
    while first >= 2 and name[first - 1].text == "-":  # noqa: PLR2004 - a word and its hyphen
        first -= 2
    return "".join(token.lower_ for token in name[first:])


def _gender(nouns: Iterable[str], names: Iterable[str]) -> Gender | None:
    """What descriptions tell, and forms of address or a given name, if they agree."""
    found = {_nouns().get(word) for word in nouns} | {naming.sex(word) for word in names}
    found.discard(None)
    sex = found.pop() if len(found) == 1 else None
    return None if sex is None else PRONOUN_OF[sex]


def gender_of(noun: Token) -> Gender | None:
    """What a noun tells of the person it stands for: "the spokeswoman"."""
    sex = _nouns().get(noun.lemma_.lower())
    return None if sex is None else PRONOUN_OF[sex]


@cache
def _nouns() -> dict[str, naming.Sex]:
    table: dict[naming.Sex, list[str]] = entries("gendered_nouns")
    return {noun: sex for sex, nouns in table.items() for noun in nouns}


def _kind(name: Sequence[Token], head: Token, before: Sequence[str]) -> Kind:
    label = head.ent_type_
    titled = any(word in _titles() or word in _honorifics() for word in before)
    short = len(name) > 1 and naming.abbreviates_body([token.text for token in name])
    given = len(name) > 1 and naming.is_given_name(name[0].text) and not short
    body = ends_as_body(name)
    if titled or given or (label == "PERSON" and not body):
        return "person"
    return "group" if label in _GROUP_LABELS or body else "other"


def ends_as_body(name: Sequence[Token]) -> bool:
    """Whether its last word makes it a body's: "Indraval Infra"."""
    return len(name) > 1 and naming.marks(name[-1].text) in {"heads", "suffixes"}


def _nouns_beside(head: Token) -> Iterator[str]:
    """Lemmas of the nouns in apposition to it or compounded with it, without whose they are."""
    for child in head.children:
        if child.dep_ == "appos" or (child.dep_ in {"compound", "nmod"} and child.i < head.i):
            yield child.lemma_.lower()
    if head.dep_ == "appos":
        yield head.head.lemma_.lower()


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
    """Bare names with what the article's full names tell of them: who bears them, kind and sex.

    A bare surname that several bear is whoever a title's sex leaves ("Mr Roe"), else the last
    named of them. A bare given name is the one person of the article who has it.
    """
    bearers: dict[str, dict[str, list[Name]]] = defaultdict(lambda: defaultdict(list))
    given: dict[str, set[str]] = defaultdict(set)
    genders: dict[str, set[Gender | None]] = defaultdict(set)
    for name in names:
        genders[name.key].add(name.gender)
        if name.kind == "person" and not _is_one_word(name.span):
            bearers[name.key][name.span[0].lower_].append(name)
            given[name.span[0].lower_].add(name.key)
    sexes = {
        key: {
            first: _of_all(one.gender or one.given_gender for one in full)
            for first, full in own.items()
        }
        for key, own in bearers.items()
    }
    latest: dict[str, str] = {}
    for name in names:
        key, first, fits = name.key, name.span[0].lower_, list[str]()
        if _is_one_word(name.span) and key in bearers:
            fits = [one for one, sex in sexes[key].items() if name.gender in {None, sex}]
            before = latest.get(key, "")
            first = before if before in fits or len(fits) != 1 else fits[0]
        elif _is_one_word(name.span) and len(given.get(key, ())) == 1:
            (key,) = given[key]
        elif _is_one_word(name.span) or name.kind != "person":
            yield name
            continue
        latest[key] = first
        full, alone = bearers[key].get(first, ()), len(bearers[key]) == 1
        titled = _of_all(genders[key]) if alone else None
        yield replace(
            name,
            kind="person",
            gender=_of_all(one.gender for one in full) or name.gender or titled,
            given_gender=_of_all(one.given_gender for one in full),
            key=key if alone or not first else f"{first} {key}",
            others=frozenset(f"{one} {key}" for one in fits if one != first),
        )


def _of_all(told: Iterable[Gender | None]) -> Gender | None:
    """The one sex that is told, if only one is."""
    found = set(told) - {None}
    return found.pop() if len(found) == 1 else None
