"""Noun phrases for people, and whom they describe: "the coach", of "Roe, a coach".

Several are nobody: "the authors" are more than the one whom the article names.
"""

from bisect import bisect_left
from functools import cache

from spacy.tokens import Token

from builder import naming
from builder.extract.article_view import ArticleView
from builder.extract.mentions.names import Name, gender_of, names_of
from builder.knowledge import entries

_FARTHEST = 30  # names back
_BESIDE = frozenset({"compound", "amod", "poss"})
_NO_MENTION = frozenset({"compound", "amod", "attr", "appos", "nmod", "npadvmod", "oprd"})
_INDEFINITE = frozenset({"a", "an", "one", "another", "some", "any", "no"})
_PLURAL = frozenset({"NNS", "NNPS"})


def is_person_noun(token: Token) -> bool:
    """Whether the token is the head of a phrase for people, and no mere description of others."""
    if token.pos_ != "NOUN" or token.dep_ in _NO_MENTION:
        return False
    return naming.title(token.lemma_) is not None or gender_of(token) is not None


def is_speaking_person(token: Token) -> bool:
    """Whether a noun that is known to speak stands for people: no body, no document."""
    return token.pos_ == "NOUN" and not _not_people() & {token.lemma_.lower(), token.lower_}


def names_body(noun: Token) -> bool:
    """Whether the noun is part of the names of the bodies that it stands for: "commission"."""
    return noun.lemma_.lower() in _bodies()["named"]


@cache
def _bodies() -> dict[str, frozenset[str]]:
    return {kind: frozenset(nouns) for kind, nouns in entries("body_nouns").items()}


@cache
def _not_people() -> frozenset[str]:
    documents = entries("reporting_nouns")
    return frozenset().union(*_bodies().values(), documents["words"], documents["works"])


def described_by(view: ArticleView, head: Token) -> list[Name]:
    """The names that the article has described by this noun, likeliest first.

    Before all by the words that both descriptions share, then by nearness.
    """
    if head.tag_ in _PLURAL or any(child.lower_ in _INDEFINITE for child in head.lefts):
        return []
    names = names_of(view)
    at = bisect_left(names, head.i, key=lambda name: name.span.start)
    wanted = head.lemma_.lower()
    told = {child.lemma_.lower() for child in head.lefts if child.dep_ in _BESIDE}
    found = {
        name.key: (len(told & name.roles), name)
        for name in names[max(0, at - _FARTHEST) : at]
        if wanted in name.roles and naming.LESSER.isdisjoint(name.roles - told)
    }
    ranked = sorted(found.values(), key=lambda held: (-held[0], -held[1].span.start))
    return [name for _, name in ranked]
