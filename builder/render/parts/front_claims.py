"""Which claims tell the story: all claims in, the few that a reader is told first out.

Deliberately missed: what a sentence is worth to this story. Claims that most independent sources
tell come first; a clause that cannot stand alone ("This was welcomed") is left to its own page.
"""

import re
from collections.abc import Sequence

from builder.model.claims import Claim
from builder.render.index import DossierIndex
from builder.render.pages.claims import articles_of, differing_on, own_voice
from builder.render.parts.dates import UNDATED, Key, When, day, when

_TOLD = frozenset({"asserted", "attributed", "planned"})
_POINTING = re.compile(
    r"(?:this|that|these|those|he|she|it|they|we|i|you|his|her|hers|their|its|our|my|your|such|both"
    r"|one|another|others|which|who|whose|but|and|or)\b",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"(?:[A-Z][\w.’'-]* ?){1,5}, (?:\d+|an?|the|his|her)\b"
)  # "Ana Ruiz, 51, a teacher"
_FINITE = frozenset({
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may",
    "might", "must", "shall", "should", "does", "do", "did", "isn’t", "aren’t", "wasn’t",
    "weren’t", "hasn’t", "haven’t", "hadn’t", "won’t", "cannot", "can’t", "couldn’t", "didn’t",
})  # fmt: skip
_SHORTEST, _LONGEST = 4, 40  # words: "Xi visited Russia"; more is no sentence to begin with


def best_told(claims: Sequence[Claim]) -> list[Claim]:
    """The claims that stand alone and that no article tells otherwise, in the order given.

    Of several sources, where there are such at all.
    """
    whole = [claim for claim in claims if claim.page and _stands_alone(claim)]
    agreed = [claim for claim in whole if not differing_on(claim) and not claim.verdict]
    return [claim for claim in agreed if claim.independent_sources > 1] or agreed


def is_sure(claim: Claim) -> bool:
    """Whether several sources tell it, one in its own voice, and no figure in it has moved."""
    return claim.independent_sources > 1 and not claim.updates and bool(own_voice(claim))


def in_order_of_time(claims: Sequence[Claim], story: DossierIndex) -> list[Claim]:
    """Claims by the day of what they tell, else by the day on which it was first told."""
    return sorted(claims, key=lambda claim: (_day(claim, story), claim.id))


def happened(claim: Claim, story: DossierIndex) -> When | None:
    """When it happened, or is to; since when a figure is told; `None` where no article tells."""
    if claim.updates:
        return day(claim.updates[-1].as_of)
    dates = [when(event.date) for event in story.events_of.get(claim.id, ())]
    known = [date for date in dates if date and date.first != UNDATED]
    return min(known, key=lambda date: date.first, default=None)


def _stands_alone(claim: Claim) -> bool:
    """Whether it is a sentence that one understands without the one before it."""
    words = claim.text.replace("'", "’").casefold().split()
    if not _SHORTEST <= len(words) <= _LONGEST or _POINTING.match(claim.text):
        return False
    if any(found.status not in _TOLD for found in claim.statements):
        return False
    if _WHO.match(claim.text):
        return False
    told = [found for found in claim.statements if found.passage.text in claim.text]
    happens = any("event" in found.reasons for found in told or claim.statements)
    return happens or not _FINITE.isdisjoint(words)


def _day(claim: Claim, story: DossierIndex) -> Key:
    date = happened(claim, story)
    if date:
        return date.first
    told = [story.articles[article].dated for article in articles_of(claim)]
    first = min((found for found in told if found), default=None)
    return (first.year, first.month, first.day) if first else UNDATED
