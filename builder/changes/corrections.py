"""Claims that an edited article words otherwise in one place: the record and the story in.

"Nine were hurt" that becomes "Ten were hurt" is one claim that was updated, not one that was
withdrawn and another that is new. Deliberately missed: whatever changed in more than one place,
for that may be another fact.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from builder.changes.articles import Arrivals
from builder.changes.snapshot import told_by
from builder.changes.wording import short
from builder.model.dossier import Dossier
from builder.model.ids import ArticleId, ClaimId, EventId
from builder.published import Published, PublishedClaim
from builder.text.diff import compare, words

_LONGEST = 4  # words that stand in place of others: "about 1,200 people" for "some 900 people"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A claim as it was, and what now stands in it for what stood there."""

    was: PublishedClaim
    before: str
    now: str
    article: ArticleId
    """The article that was edited."""


def corrections_of(
    before: Published, dossier: Dossier, arrivals: Arrivals
) -> Mapping[ClaimId, Correction]:
    """The claims of which an edited article says something else in one place, by their ids now."""
    ids = {claim.id for claim in dossier.claims}
    gone = [claim for claim in before.claims if claim.id not in ids]
    known = {claim.id: claim for claim in before.claims}
    edited = sorted(id_ for id_, kind in arrivals.kinds.items() if kind == "changed")
    found: dict[ClaimId, Correction] = {}
    for claim in dossier.claims if edited else ():
        same, told = known.get(claim.id), told_by(claim)
        corrections = (
            Correction(was=was, before=swap[0], now=swap[1], article=article)
            for was in ([same] if same else gone)
            for article in edited
            if (swap := _swap(was.told.get(article, ""), told.get(article, "")))
        )
        if correction := next(corrections, None):
            found[claim.id] = correction
            if not same:
                gone.remove(correction.was)
    return found


def corrected_events(
    before: Published, dossier: Dossier, corrected: Mapping[ClaimId, Correction]
) -> Mapping[EventId, EventId]:
    """Entries of the timeline that tell what a claim corrects: their ids now, and those before."""
    swaps = {(found.before, found.now) for found in corrected.values()}
    ids, known = {event.id for event in dossier.events}, {event.id for event in before.events}
    gone = [event for event in before.events if event.id not in ids] if swaps else []
    return {
        event.id: was.id
        for event in dossier.events
        for was in gone
        if event.id not in known
        and event.date == was.date
        and _swap(was.title, short(event.text)) in swaps
    }


def _swap(before: str, now: str) -> tuple[str, str] | None:
    """The only words told that others stand for now, where most around them stay.

    Of a statement that begins or ends elsewhere now, those that it shares with the other.
    """
    was, told = before.split(), now.split()
    length = min(len(was), len(told))
    pairs = [(was, told), (was[-length:], told[-length:]), (was[:length], told[:length])]
    return next(filter(None, (_only(" ".join(a), " ".join(b)) for a, b in pairs)), None)


def _only(before: str, now: str) -> tuple[str, str] | None:
    runs = compare(before, now)
    removed, added, same = (
        [run.text for run in runs if run.kind == kind] for kind in ("removed", "added", "same")
    )
    if len(removed) != 1 or len(added) != 1:
        return None
    longest = max(len(words(removed[0])), len(words(added[0])))
    kept = sum(len(words(text)) for text in same)
    if longest > _LONGEST or kept <= longest:
        return None
    return removed[0].strip(), added[0].strip()
