"""Whom a pronoun stands for: the likeliest of those whom the article has mentioned, or nobody.

A candidate is ruled out by sex, number and grammar; the others are weighed by named features
(`features.py`) whose weights were learned from annotated articles (`data/pronoun_weights.yml`,
made by `benchmarks/pronouns.py`). The shares that come out add up to one with that of nobody.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import exp

from spacy.tokens import Token

from builder.extract.coreference.discourse import Discourse
from builder.extract.coreference.features import (
    KINDS,
    PERSONAL,
    Setting,
    candidates,
    features_of,
    features_of_nobody,
)
from builder.extract.coreference.referent import Call, Referent
from builder.extract.mentions.names import Name
from builder.knowledge import entries

_MOST_LIKELY = 3  # antecedents kept
_BY_WORDS = 0.8
_CHANCE = 0.05  # least share of an antecedent after the first


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """Whom a pronoun may stand for."""

    entity: Referent | None = None
    """The likeliest; `None` where it is likelier that nobody mentioned is meant."""
    names: tuple[Name, ...] = ()
    """Mentions by name, of the likeliest first; none where the likeliest has no name."""
    noun: Token | None = None
    """The noun by which the likeliest was mentioned, where it has no name."""
    confidence: float = 0.0
    """0 to 1: the share of the likeliest."""


def ranked(discourse: Discourse, pronoun: Token) -> Ranked:
    """The candidates for one pronoun, weighed."""
    if stands_for_words(pronoun):
        entity = discourse.last_to_speak(pronoun)
        names = () if entity is None else tuple(entity.names[-1:])
        return Ranked(entity=entity, names=names, confidence=_BY_WORDS)
    setting = Setting(discourse, pronoun)
    table, found = weights()[setting.kind], candidates(setting)
    if not found:
        return Ranked()
    scores = [_score(features_of(setting, entity), table) for entity in found]
    nobody = _score(features_of_nobody(setting, found), table)
    top = max([nobody, *scores])
    total = exp(nobody - top) + sum(exp(score - top) for score in scores)
    shares = [exp(score - top) / total for score in scores]
    order = sorted(range(len(found)), key=lambda at: -shares[at])
    first = order[0]
    best = found[first]
    if scores[first] <= nobody:
        return Ranked()
    if not best.names:
        return Ranked(entity=best, noun=best.noun, confidence=shares[first])
    likely = [found[at] for at in order[:_MOST_LIKELY] if shares[at] >= _CHANCE or at == first]
    names = tuple(name for entity in likely if entity.names for name in _shown(entity))
    return Ranked(entity=best, names=names, confidence=shares[first])


def stands_for_words(pronoun: Token) -> bool:
    """Whether it is what somebody has written: "Ruiz sent a letter. “I am sorry,” it read."""
    return pronoun.lower_ == "it" and pronoun.dep_ == "nsubj" and pronoun.head.lemma_ == "read"


def calls_in(found: Iterable[tuple[Token, Ranked]]) -> tuple[Call, ...]:
    """The pronouns for people, with whom they were understood to stand for."""
    return tuple(
        Call(at=token.idx, pronoun=KINDS[token.lower_], key=one.entity.key, share=one.confidence)
        for token, one in found
        if one.entity is not None and KINDS.get(token.lower_) in PERSONAL
    )


def _shown(entity: Referent) -> list[Name]:
    """The latest mention, and the latest in full where that one is a bare surname."""
    latest = entity.names[-1]
    full = (name for name in reversed(entity.names) if len(name.span) > 1)
    return list(dict.fromkeys((latest, next(full, latest))))


def _score(features: dict[str, float], weights: dict[str, float]) -> float:
    return sum(weights.get(name, 0.0) * value for name, value in features.items() if value)


@cache
def weights() -> dict[str, dict[str, float]]:
    """What each feature is worth, for each kind of pronoun."""
    table: dict[str, dict[str, float]] = entries("pronoun_weights")
    return table
