"""Which claims tell the story: all claims in, the few that a reader is told first out.

Deliberately missed: what a sentence is worth to this story. Claims that most independent sources
tell come first; a clause that cannot stand alone ("This was welcomed") is left to its own page.
"""

import re
from collections.abc import Sequence

from builder.model.claims import Claim
from builder.render.index import DossierIndex
from builder.render.pages.claims import articles_of, differing_on, own_articles
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
    """Whether several sources tell it without naming whom they have it from; no figure moved."""
    own = own_articles(claim)
    return sum(not own.isdisjoint(same) for same in claim.sources) > 1 and not claim.updates


def lead_of(told: Sequence[Claim], most: int, story: DossierIndex) -> list[Claim]:
    """The first claims that are sure, and the figure that changed, in order of time."""
    moved = [claim for claim in told if claim.updates][:1]
    still = [claim for claim in told if not claim.updates]
    new = [claim for claim in still if not _is_background(claim, story)] or still
    sure = [claim for claim in new if is_sure(claim)] or new
    chosen = [*moved, *sure[: most - len(moved)]]
    return sorted(
        chosen, key=lambda claim: (_day(claim, story), not happened(claim, story), claim.id)
    )


def happened(claim: Claim, story: DossierIndex) -> When | None:
    """When it happened, or is to; since when a figure is told.

    `None` where no article tells, or where it stands in a sentence that tells of several days.
    """
    if claim.updates:
        return day(claim.updates[-1].as_of)
    dates = [when(event.date) for event in story.events_of.get(claim.id, ())]
    known = [date for date in dates if date and date.first != UNDATED]
    return known[0] if len({date.first for date in known}) == 1 else None


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


def _is_background(claim: Claim, story: DossierIndex) -> bool:
    """Whether it is of a year long before the story: "built in 1998"."""
    date = happened(claim, story)
    told = [record.dated.year for record in story.articles.values() if record.dated]
    return date is not None and bool(told) and date.first[0] < min(told) - 1


def _day(claim: Claim, story: DossierIndex) -> Key:
    """The day of what it tells, else that on which it was first told."""
    date = happened(claim, story)
    if date:
        return date.first
    told = [story.articles[article].dated for article in articles_of(claim)]
    first = min((found for found in told if found), default=None)
    return (first.year, first.month, first.day) if first else UNDATED
