"""How sure a quote and its speaker are: the measured share of right ones among those found alike.

A quote counts as right where its passage and the words that name its speaker are; the table of
bands against measured precision stands in `benchmarks/quotes.md`.
"""

from builder.extract.quotes.cues import kinds_of
from builder.extract.quotes.draft import Draft

# Shares of right ones on 528 annotated articles, rounded to the nearest 0.05; the numbers of cases
# stand beside them.
_MEASURED = {
    "after": 0.95,  # 1,877
    "split": 0.95,  # 710
    "signed": 0.9,  # 5: too few to say 1
    "label": 0.85,  # 27
    "around": 0.85,  # 122
    "according": 0.8,  # 245
    "before comma": 0.8,  # 323
    "before colon": 0.8,  # 156
    "floating": 0.8,  # 283
    "clause": 0.75,  # 3,092
    "view": 0.75,
    "inverted": 0.75,
    "after mixed": 0.6,  # 109
    "after any": 0.6,  # 5
    "before any": 0.6,  # 10
    "afterthought": 0.55,  # 9
    "before": 0.55,  # 131
    "rest": 0.45,  # 15
    "named": 0.3,  # 155: annotators took the object in ("it “a mistake”")
    "alone": 0.1,  # 37: said by someone whom no rule finds
    "loose": 0.1,  # 23
}
_THOUGHT = 0.55  # clauses of "believe", "show", "ask" and the like: 54 of 100


def confidence_of(draft: Draft) -> float:
    """0 to 1: how often a quote found by the same rule is right."""
    measured = _MEASURED[draft.how]
    if draft.how == "clause" and draft.cue is not None:
        kinds = kinds_of(draft.cue)
        return measured if kinds & {"say", "tell"} else _THOUGHT
    return measured
