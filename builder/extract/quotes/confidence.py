"""How sure a quote and its speaker are: the measured share of right ones among those found alike.

A quote counts as right where its passage and the words that name its speaker are; the table of
bands against measured precision stands in `benchmarks/quotes.md`.
"""

from builder.extract.attribution.attribution import Attribution
from builder.extract.attribution.cues import kinds_of

# Shares of right ones on 528 annotated articles, rounded to the nearest 0.05; the numbers of cases
# stand beside them.
_MEASURED = {
    "after": 0.95,  # 1,879
    "split": 0.95,  # 845
    "label": 0.9,  # 27
    "turn": 0.85,  # none: as a label, for the annotations hold no interview
    "around": 0.85,  # 121
    "before comma": 0.85,  # 322
    "according": 0.8,  # 233
    "after mixed": 0.75,  # 86
    "before colon": 0.75,  # 156
    "clause": 0.75,  # 2,541
    "inverted": 0.75,  # none: as a clause
    "signed": 0.7,  # 13
    "floating": 0.65,  # 109
    "view": 0.65,  # 12
    "after any": 0.65,  # 9
    "before any": 0.6,  # 8
    "before": 0.6,  # 129
    "afterthought": 0.55,  # 16
    "rest": 0.45,  # 14
    "named": 0.35,  # 167: annotators took the object in ("it “a mistake”")
    "held": 0.3,  # 43: annotators took the noun in ("his claim that …")
    "alone": 0.1,  # 31: said by someone whom no rule finds
    "loose": 0.1,  # 15
}
_THOUGHT = 0.65  # clauses of "believe", "show", "ask" and the like: 66 of 100 of 475


def confidence_of(attribution: Attribution) -> float:
    """0 to 1: how often a quote found by the same rule is right."""
    measured = _MEASURED[attribution.how]
    if attribution.how == "clause" and attribution.cue is not None:
        kinds = kinds_of(attribution.cue)
        return measured if kinds & {"say", "tell"} else _THOUGHT
    return measured
