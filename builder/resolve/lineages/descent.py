"""Whether two articles are one report: the features of a pair in, a link with its evidence out.

A logistic regression, with weights that `benchmarks/lineages.py` learned, and a guard that no
weight may overrule.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp

from builder.knowledge import entries
from builder.model.article import Passage
from builder.model.ids import ArticleId
from builder.model.why import Why
from builder.resolve.lineages.features import PairFeatures
from builder.resolve.lineages.wordings import in_both, there

PROBABLE = 0.65
_FEWEST_PASSAGES = 2  # of the reporters' own words: a shared interview is no shared report
EXCLUSIVE = "exclusive quote"
_RULE = "rare passages and quotes that no third report has"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two articles of one report, and why they are taken for it."""

    one: ArticleId
    other: ArticleId
    probability: float
    quote: str
    """A quote that both have, in words; empty where they share none."""
    count: str
    """How much both have alike, in words; empty where it is a quote alone."""
    shared: tuple[tuple[Passage, Passage], ...]
    """What both have alike."""
    why: Why


def link_of(pair: PairFeatures, weights: Mapping[str, float]) -> Link | None:
    """The link of two articles, where they are probably one report."""
    chance = probability(pair.values, weights)
    if chance < PROBABLE or not may_be_one(pair):
        return None
    quotes = tuple((quote.heard.one.passages[0], there(quote.heard)) for quote in pair.quotes)
    return Link(
        one=pair.one,
        other=pair.other,
        probability=chance,
        quote=_quote(pair),
        count=_count(pair),
        shared=(*pair.passages, *quotes),
        why=_why(pair, chance),
    )


def may_be_one(pair: PairFeatures) -> bool:
    """The guard: a press release is no report, and shared quotes alone do not make one."""
    enough = len(pair.passages) >= _FEWEST_PASSAGES or pair.values["exclusive"] > 0
    return enough and not pair.has_release


def probability(values: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """0 to 1, by weights that hold one for each feature, and `intercept`."""
    total = weights["intercept"] + sum([weights[name] * values[name] for name in sorted(values)])
    return 1 / (1 + exp(-total))


@cache
def weights_that_ship() -> Mapping[str, float]:
    """The weights that ship."""
    return {name: float(weight) for name, weight in entries("lineage_weights").items()}


def _quote(pair: PairFeatures) -> str:
    """The first exclusive quote as both have it, else the one that tells most."""
    exclusive = [quote for quote in pair.quotes if quote.is_exclusive]
    for quote in (*exclusive, *pair.quotes)[:1]:
        return f"{EXCLUSIVE if quote.is_exclusive else 'shared quote'}: {in_both(quote.heard)}"
    return ""


def _count(pair: PairFeatures) -> str:
    if not pair.passages:
        return ""
    of = "sentence" if len(pair.passages) == 1 else "sentences"
    return (
        f"{len(pair.passages)} {of} of {pair.one} and {pair.other} tell alike what no third "
        "article has"
    )


def _why(pair: PairFeatures, chance: float) -> Why:
    if pair.quotes:
        heard = pair.quotes[0].heard
        return Why(one=heard.one.passages[0], other=there(heard), rule=_RULE, score=chance)
    one, other = pair.passages[0]
    return Why(one=one, other=other, rule=_RULE, score=chance)
