"""What to check: doubtful speakers, names left open, what was taken for one and what may be.

In: the story. Out: a page for whoever corrects the machine, or doubts it. Deliberately missed:
what the machine is sure of and wrong about; only a reader of the articles finds that.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from builder.model.ids import ClaimId
from builder.model.quotes import Quote
from builder.model.why import Why
from builder.render.index import DossierIndex
from builder.render.page import Page
from builder.render.page_links import Evidence, Link, PageLinks
from builder.render.pages.claims import by_reach
from builder.render.pages.entities import AmbiguousRow, ambiguous_row
from builder.render.parts.quote_groups import is_unsure
from builder.render.parts.wording_rows import speaker_notes
from builder.render.phrases import counted, shortened

ADDRESS = "review/"
MOST_QUOTES = 200  # rows: an afternoon's work; those corrected make room for the next
MOST_JOINS = 100
MOST_NEAR = 100
_LONGEST = 160  # characters of a quote: enough to know it again


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsureQuote:
    """A quote whose speaker is doubtful or not known."""

    text: str
    speaker: Link | None
    notes: tuple[str, ...]
    confidence: str
    id: str
    """What a decision calls it by."""
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinRow:
    """Two names, quotes or statements that were taken for one, and why."""

    of: Link
    one: Evidence
    one_text: str
    other: Evidence
    other_text: str
    rule: str
    score: str
    """Empty where the rule measures nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NearRow:
    """Two claims or people that are probably one, and the decision that would merge them."""

    one: Link
    other: Link
    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """The page."""

    summary: str
    quotes: tuple[UnsureQuote, ...]
    more: int
    """Unsure quotes that are not shown."""
    names: tuple[AmbiguousRow, ...]
    joins: tuple[JoinRow, ...]
    more_joins: int
    """Joins that are not shown."""
    near: tuple[NearRow, ...]
    more_near: int
    """Pairs that are not shown."""


def review_page(story: DossierIndex) -> Page:
    """Quotes by confidence, the lowest first; then the names that fit several or none."""
    here = PageLinks(story=story, address=ADDRESS)
    unsure = unsure_quotes(story.dossier.quotes)
    near = [*_named_otherwise(story, here), *_near(story, here)]
    joins = sorted(_joins(story, here), key=lambda row: row.score or "1")
    view = ReviewView(
        summary=review_words(story),
        quotes=tuple(_row(quote, here) for quote in unsure[:MOST_QUOTES]),
        more=max(len(unsure) - MOST_QUOTES, 0),
        names=tuple(ambiguous_row(found, here) for found in story.dossier.ambiguous),
        joins=tuple(joins[:MOST_JOINS]),
        more_joins=max(len(joins) - MOST_JOINS, 0),
        near=tuple(near[:MOST_NEAR]),
        more_near=max(len(near) - MOST_NEAR, 0),
    )
    return Page(
        address=ADDRESS, kind="list", title="What to check", template="review", view=view,
        description=f"What the machine is least sure of: {view.summary}", searched=False,
    )  # fmt: skip


def unsure_quotes(quotes: Iterable[Quote]) -> list[Quote]:
    """The quotes with a doubtful speaker or none, the least sure first; a split one once."""
    unsure: dict[tuple[str, str], Quote] = {}
    for quote in quotes:
        if quote.speaker is None or is_unsure(quote):
            unsure.setdefault((quote.passage.article, quote.group or quote.id), quote)
    return sorted(unsure.values(), key=lambda quote: (quote.confidence, quote.passage))


def review_words(story: DossierIndex) -> str:
    """How much there is to check, in a sentence."""
    unsure = unsure_quotes(story.dossier.quotes)
    nobody = sum(quote.speaker is None for quote in unsure)
    return (
        f"{counted(len(unsure) - nobody, 'quote')} with an inferred or doubtful speaker, "
        f"{counted(nobody, 'quote')} with none, "
        f"{counted(len(story.dossier.ambiguous), 'name')} left open."
    )


def _named_otherwise(story: DossierIndex, here: PageLinks) -> Iterator[NearRow]:
    """People whom articles may only name differently: two values of a difference in name."""
    for claim in by_reach(story.dossier.claims):
        for difference in claim.differences if len(claim.people) > 1 else ():
            named = {
                person
                for person in claim.people
                for value in difference.values
                if difference.kind == "name" and value.value == story.entities[person].name
            }
            for one, other in combinations(sorted(named), 2):
                yield NearRow(
                    one=here.entity(one),
                    other=here.entity(other),
                    decision=f"- {{same: [{one}, {other}], why: …}}",
                )


def _near(story: DossierIndex, here: PageLinks) -> Iterator[NearRow]:
    """Claims that are probably one, those first that come first to each other."""
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for claim in by_reach(story.dossier.claims):
        for place, id_ in enumerate(claim.related):
            places[min(claim.id, id_), max(claim.id, id_)].append(place)
    for one, other in sorted(places, key=lambda pair: (-len(places[pair]), sum(places[pair]))):
        yield NearRow(
            one=here.claim(story.claims[ClaimId(one)]),
            other=here.claim(story.claims[ClaimId(other)]),
            decision=f"- {{claim: {one}, merge: [{other}], why: …}}",
        )


def _joins(story: DossierIndex, here: PageLinks) -> Iterator[JoinRow]:
    """Names spelled in two ways, and claims whose statements were joined, with the reason."""
    dossier = story.dossier
    for entity in (*dossier.people, *dossier.organisations):
        for why in entity.why:
            yield _join(here.entity(entity.id), why, here)
    for claim in dossier.claims:
        for why in claim.why:
            yield _join(here.claim(claim), why, here)


def _join(of: Link, why: Why, here: PageLinks) -> JoinRow:
    return JoinRow(
        of=of,
        one=here.evidence(why.one),
        one_text=shortened(here.wording(why.one), _LONGEST),
        other=here.evidence(why.other),
        other_text=shortened(here.wording(why.other), _LONGEST),
        rule=why.rule,
        score="" if why.score is None else f"{why.score:.2f}",
    )


def _row(quote: Quote, here: PageLinks) -> UnsureQuote:
    return UnsureQuote(
        text=shortened(here.wording(quote.passage), _LONGEST),
        speaker=here.entity(quote.speaker) if quote.speaker else None,
        notes=speaker_notes([quote], here),
        confidence=f"{quote.confidence:.2f}",
        id=quote.id,
        evidence=here.evidence(quote.passage),
    )
