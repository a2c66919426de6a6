"""What to check: the quotes whose speaker is least sure first, and the names left open.

In: the story. Out: a page for whoever corrects the machine, or doubts it. Deliberately missed:
what the machine is sure of and wrong about; only a reader of the articles finds that.
"""

from dataclasses import dataclass

from builder.model.quotes import Quote
from builder.render.index import DossierIndex
from builder.render.page import Page
from builder.render.page_links import Evidence, Link, PageLinks
from builder.render.pages.entities import AmbiguousRow, ambiguous_row
from builder.render.parts.quote_groups import is_unsure
from builder.render.parts.wording_rows import speaker_notes
from builder.render.phrases import counted, shortened

ADDRESS = "review/"
MOST_QUOTES = 200  # rows: an afternoon's work; those corrected make room for the next
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
class ReviewView:
    """The page."""

    summary: str
    quotes: tuple[UnsureQuote, ...]
    more: int
    """Unsure quotes that are not shown."""
    names: tuple[AmbiguousRow, ...]


def review_page(story: DossierIndex) -> Page:
    """Quotes by confidence, the lowest first; then the names that fit several or none."""
    here = PageLinks(story=story, address=ADDRESS)
    unsure = unsure_quotes(story)
    view = ReviewView(
        summary=review_words(story),
        quotes=tuple(_row(quote, here) for quote in unsure[:MOST_QUOTES]),
        more=max(len(unsure) - MOST_QUOTES, 0),
        names=tuple(ambiguous_row(found, here) for found in story.dossier.ambiguous),
    )
    return Page(
        address=ADDRESS, kind="list", title="What to check", template="review", view=view,
        description=f"What the machine is least sure of: {view.summary}", searched=False,
    )  # fmt: skip


def unsure_quotes(story: DossierIndex) -> list[Quote]:
    """The quotes with a doubtful speaker or none, the least sure first; a split one once."""
    unsure: dict[tuple[str, str], Quote] = {}
    for quote in story.dossier.quotes:
        if quote.speaker is None or is_unsure(quote):
            unsure.setdefault((quote.passage.article, quote.group or quote.id), quote)
    return sorted(unsure.values(), key=lambda quote: (quote.confidence, quote.passage))


def review_words(story: DossierIndex) -> str:
    """How much there is to check, in a sentence."""
    unsure = unsure_quotes(story)
    nobody = sum(quote.speaker is None for quote in unsure)
    return (
        f"{counted(len(unsure) - nobody, 'quote')} with an inferred or doubtful speaker, "
        f"{counted(nobody, 'quote')} with none, "
        f"{counted(len(story.dossier.ambiguous), 'name')} left open."
    )


def _row(quote: Quote, here: PageLinks) -> UnsureQuote:
    return UnsureQuote(
        text=shortened(here.wording(quote.passage), _LONGEST),
        speaker=here.entity(quote.speaker) if quote.speaker else None,
        notes=speaker_notes([quote]),
        confidence=f"{quote.confidence:.2f}",
        id=quote.id,
        evidence=here.evidence(quote.passage),
    )
