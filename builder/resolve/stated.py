"""Which claim a telling states: tellings and claims in, tellings with their claim out."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from builder.model.article import Passage
from builder.model.dossier import Claim
from builder.model.ids import ArticleId, ClaimId
from builder.model.spans import Spans, spans_of
from builder.resolve.telling import Telling

_MOST = 0.6  # of the longer of the two: a clause inside a long sentence states something else


def with_claim(tellings: Sequence[Telling], claims: Sequence[Claim]) -> list[Telling]:
    """The tellings, each with the claim of several articles that it states, if it is one."""
    stated: dict[ArticleId, list[tuple[Passage, ClaimId]]] = defaultdict(list)
    for claim in claims:
        if len({statement.passage.article for statement in claim.statements}) > 1:
            for statement in claim.statements:
                stated[statement.passage.article].append((statement.passage, claim.id))
    spans = {article: spans_of(found) for article, found in stated.items()}
    return [
        replace(telling, claim=_claim_of(telling.passage, spans[telling.passage.article]))
        if telling.passage.article in spans
        else telling
        for telling in tellings
    ]


def _claim_of(passage: Passage, stated: Spans[ClaimId]) -> ClaimId | None:
    found = {claim for place, claim in stated.over(passage) if _is_most(passage, place)}
    return found.pop() if len(found) == 1 else None


def _is_most(one: Passage, other: Passage) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared >= _MOST * max(one.end - one.start, other.end - other.start)
