"""How sure a quote and its resolved speaker are: the measured share of right ones resolved alike.

The extraction knows how sure the passage and the words for the speaker are; here it is known whom
those words mean, or that nobody could tell. The shares were counted on twenty-two annotated
stories, eight of them written after the rules; `python -m benchmarks.quotes_confidence --stories`
prints them in bands.
"""

from typing import Final

from builder.model.findings import Form, FoundQuote

# The shares of right ones, rounded to the nearest 0.05; the numbers of cases stand beside them.
_SOMEBODY: Final[dict[Form, float]] = {
    "name": 0.95,  # 815
    "pronoun": 0.95,  # 584
    "nominal": 0.75,  # 115: as on the stories that no rule or weight had seen, elsewhere 0.85
}
_NOBODY: Final[dict[Form, float]] = {
    "name": 0.05,  # 19: one that no person or body bears
    "pronoun": 0.1,  # 93
    "nominal": 0.4,  # 314: "officials", or an office whose holder the article names
}
_DOUBTFUL: Final = 0.75  # 88: speakers that are inferred, or of quotes found in the ways below
_WITHOUT_CUE: Final = (0.5, 0.7)
"""The extraction's confidences of what no verb of saying stands beside, at least and below."""


def confidence_of(found: FoundQuote, *, resolved: bool) -> float:
    """0 to 1: how often the words and the speaker of such a quote are right.

    Of one that nobody is named for (`resolved` is false): how often nobody can be.
    """
    if found.speaker is None:
        return found.confidence
    if not resolved:
        return _NOBODY[found.speaker.form]
    share = _SOMEBODY[found.speaker.form]
    least, most = _WITHOUT_CUE
    doubtful = found.speaker_inferred or least <= found.confidence < most
    return min(share, _DOUBTFUL) if doubtful else share
