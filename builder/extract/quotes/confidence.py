"""How sure a quote and its speaker are: the measured share of right ones among those found alike.

A quote counts as right where its passage and the words that name its speaker are; the table of
bands against measured precision stands in `benchmarks/quotes.md`.
"""

from builder.extract.quotes.cues import kinds_of
from builder.extract.quotes.draft import Draft

# Shares of right ones on 528 annotated articles, rounded to the nearest 0.05; the numbers of cases
# stand beside them.
_MEASURED = {
    "after": 0.95,  # 1,874
    "split": 0.95,  # 846
    "signed": 0.9,  # 5: too few to say 1
    "label": 0.85,  # 27
    "turn": 0.85,  # as a label: the annotations hold no interview
    "around": 0.85,  # 121
    "according": 0.8,  # 234
    "before comma": 0.85,  # 311
    "before colon": 0.75,  # 155
    "floating": 0.6,  # 135
    "clause": 0.75,  # 2,554
    "view": 0.75,
    "held": 0.75,
    "inverted": 0.75,
    "after mixed": 0.6,  # 109
    "after any": 0.6,  # 5
    "before any": 0.6,  # 10
    "afterthought": 0.55,  # 9
    "before": 0.55,  # 129
    "rest": 0.45,  # 15
    "named": 0.3,  # 154: annotators took the object in ("it “a mistake”")
    "alone": 0.1,  # 26: said by someone whom no rule finds
    "loose": 0.1,  # 23
}
_THOUGHT = 0.65  # clauses of "believe", "show", "ask" and the like: 63 of 100 of 491


def confidence_of(draft: Draft) -> float:
    """0 to 1: how often a quote found by the same rule is right."""
    measured = _MEASURED[draft.how]
    if draft.how == "clause" and draft.cue is not None:
        kinds = kinds_of(draft.cue)
        return measured if kinds & {"say", "tell"} else _THOUGHT
    return measured
