"""What someone said very often: sayings in; the most reported whole, the others folded by claim.

A folded saying keeps its anchor, its words and its articles; the wordings side by side stand on
the page of its claim.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from builder import links
from builder.model.claims import Claim
from builder.render.page_links import Evidence, Link, PageLinks
from builder.render.parts.quote_groups import Saying
from builder.render.parts.wording_rows import SayingView, notes_of, saying_view
from builder.render.phrases import shortened

MOST_WHOLE = 25  # some 50 kB, with the wordings of each
_LEAST_FOLDED = 10  # fewer are not worth a fold
_LONGEST_CLAIM = 110  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class FoldedSaying:
    """A saying in a fold."""

    anchor: str
    text: str
    notes: tuple[str, ...]
    sources: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """The sayings that belong to one claim, or to none that has a page."""

    title: str
    claim: Link | None
    sayings: tuple[FoldedSaying, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """All that someone said."""

    whole: tuple[SayingView, ...]
    folds: tuple[Fold, ...]


def words_of(sayings: Sequence[Saying], here: PageLinks) -> Words:
    """The sayings, those with most sources first; many of them in folds, the largest first."""
    ranked = here.story.by_sources(sayings)
    whole = len(ranked) if len(ranked) < MOST_WHOLE + _LEAST_FOLDED else MOST_WHOLE
    groups: dict[str, list[Saying]] = {}
    claims: dict[str, Claim] = {}
    for saying in ranked[whole:]:
        claim = _claim_of(saying, here)
        groups.setdefault(claim.id if claim else "", []).append(saying)
        if claim:
            claims[claim.id] = claim
    order = sorted(groups, key=lambda id_: (not id_, -len(groups[id_]), id_))
    return Words(
        whole=tuple(saying_view(saying, here) for saying in ranked[:whole]),
        folds=tuple(_fold(claims.get(id_), groups[id_], here) for id_ in order),
    )


def _claim_of(saying: Saying, here: PageLinks) -> Claim | None:
    """The most reported claim with a page that a statement inside the saying belongs to."""
    found = [
        claim
        for wording in saying.wordings
        for claim in here.story.claims_in.get(wording.article, ())
        if claim.page and _is_in(claim, saying)
    ]
    return max(found, key=lambda claim: (claim.independent_sources, claim.id), default=None)


def _is_in(claim: Claim, saying: Saying) -> bool:
    return any(
        passage.article == statement.passage.article
        and passage.start < statement.passage.end
        and statement.passage.start < passage.end
        for statement in claim.statements
        for wording in saying.wordings
        for passage in wording.passages
    )


def _fold(claim: Claim | None, sayings: Sequence[Saying], here: PageLinks) -> Fold:
    return Fold(
        title=shortened(claim.text, _LONGEST_CLAIM) if claim else "On other matters",
        claim=here.claim(claim, "The claim and its wordings") if claim else None,
        sayings=tuple(_folded(saying, here) for saying in sayings),
    )


def _folded(saying: Saying, here: PageLinks) -> FoldedSaying:
    return FoldedSaying(
        anchor=links.anchor("said", saying.id),
        text=saying.central.text,
        notes=notes_of(saying.central.quotes, here),
        sources=here.proofs(wording.passages[0] for wording in saying.wordings),
    )
