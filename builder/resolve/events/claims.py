"""Which claims the timeline states: mentions or events and claims in, the same with theirs out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from builder.model.article import Passage
from builder.model.claims import Claim
from builder.model.events import Event
from builder.model.ids import ArticleId, ClaimId
from builder.model.spans import Spans, spans_of
from builder.resolve.events.mention import EventMention

_Stated = Mapping[ArticleId, Spans[ClaimId]]
_MOST = 0.4  # of the longer of the two: a clause inside a long sentence states something else
_PART = 0.25  # of an event: a name and an age inside it tell nothing of what happened


def with_claim(mentions: Sequence[EventMention], claims: Sequence[Claim]) -> list[EventMention]:
    """The mentions, each with the claim that it states, if it is one, and those near it."""
    stated = _stated(claims)
    related = {claim.id: frozenset(claim.related) for claim in claims}
    found = [
        _claim_of(mention.passage, stated[mention.passage.article])
        if mention.passage.article in stated
        else None
        for mention in mentions
    ]
    return [
        replace(mention, claim=claim, related=related[claim]) if claim else mention
        for mention, claim in zip(mentions, found, strict=True)
    ]


def with_claims(events: Sequence[Event], claims: Sequence[Claim]) -> tuple[Event, ...]:
    """The events, each with the claims whose statements stand where it is told."""
    stated = _stated(claims)
    return tuple(replace(event, claims=_claims_at(event, stated)) for event in events)


def _stated(claims: Iterable[Claim]) -> _Stated:
    found: dict[ArticleId, list[tuple[Passage, ClaimId]]] = defaultdict(list)
    for claim in claims:
        for statement in claim.statements:
            found[statement.passage.article].append((statement.passage, claim.id))
    return {article: spans_of(passages) for article, passages in found.items()}


def _claims_at(event: Event, stated: _Stated) -> tuple[ClaimId, ...]:
    told = (each.passage for each in event.passages if each.passage.article in stated)
    found = {
        claim
        for passage in told
        for place, claim in stated[passage.article].over(passage)
        if _shared(passage, place) >= _PART * (passage.end - passage.start)
    }
    return tuple(sorted(found))


def _claim_of(passage: Passage, stated: Spans[ClaimId]) -> ClaimId | None:
    found = {claim for place, claim in stated.over(passage) if _is_most(passage, place)}
    return found.pop() if len(found) == 1 else None


def _is_most(one: Passage, other: Passage) -> bool:
    return _shared(one, other) >= _MOST * max(one.end - one.start, other.end - other.start)


def _shared(one: Passage, other: Passage) -> int:
    """Characters that both hold."""
    return min(one.end, other.end) - max(one.start, other.start)
