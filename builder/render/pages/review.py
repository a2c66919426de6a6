"""What to check: doubtful speakers, names left open, what was taken for one and what may be.

In: the story. Out: a page for whoever corrects the machine, or doubts it. Deliberately missed:
what the machine is sure of and wrong about; only a reader of the articles finds that.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from builder.model.claims import Claim
from builder.model.entities import Entity
from builder.model.ids import ClaimId, EntityId
from builder.model.quotes import Quote
from builder.model.why import Why
from builder.questions import Question, is_open, questions_of
from builder.questions.question import OPEN, line_of
from builder.render.index import DossierIndex
from builder.render.page import Page
from builder.render.page_links import Evidence, Link, PageLinks
from builder.render.parts.wording_rows import speaker_notes
from builder.render.phrases import counted, listed, shortened

ADDRESS = "review/"
MOST_ASKED = 30  # rows of a kind: an hour's work; those answered make room for the next
_LONGEST = 160  # characters of a quote: enough to know it again


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsureQuote:
    """A quote whose speaker is doubtful or not known."""

    text: str
    speaker: Link | None
    notes: tuple[str, ...]
    confidence: str
    lines: tuple[str, ...]
    """What to write into `editorial.yml`."""
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedRow:
    """A question with its passages, and what to write."""

    asks: str
    evidence: tuple[Evidence, ...]
    lines: tuple[str, ...]


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
    """Two claims or people that are probably one, and the decisions that join or part them."""

    one: Link
    other: Link
    lines: tuple[str, ...]
    apart: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """The page."""

    summary: str
    quotes: tuple[UnsureQuote, ...]
    more: int
    """Unsure quotes that are not shown."""
    names: tuple[AskedRow, ...]
    more_names: int
    """Names that are not shown."""
    joins: tuple[JoinRow, ...]
    more_joins: int
    """Joins that are not shown."""
    near: tuple[NearRow, ...]
    more_near: int
    """Pairs that are not shown."""
    differences: tuple[AskedRow, ...]
    more_differences: int
    """Differences that are not shown."""
    missing: tuple[str, ...]


def review_page(story: DossierIndex) -> Page:
    """The open questions by kind, as `dossier review` asks them, and what was taken for one."""
    here = PageLinks(story=story, address=ADDRESS)
    asked = questions_of(story.dossier)
    spoken = [one for one in asked if one.kind in {"damaging", "speaker"}]
    quotes = {quote.passage: quote for quote in story.dossier.quotes}
    names = [_asked(one, here) for one in asked if one.kind == "name"]
    differences = [_asked(one, here) for one in asked if one.kind == "difference"]
    near = [one for one in asked if one.kind == "same"]
    joins = sorted(_joins(story), key=lambda join: _score(join[1]) or "1")
    view = ReviewView(
        summary=review_words(story),
        quotes=tuple(_row(one, quotes[one.passages[0]], here) for one in spoken[:MOST_ASKED]),
        more=max(len(spoken) - MOST_ASKED, 0),
        names=tuple(names[:MOST_ASKED]),
        more_names=max(len(names) - MOST_ASKED, 0),
        joins=tuple(_join(of, why, here) for of, why in joins[:MOST_ASKED]),
        more_joins=max(len(joins) - MOST_ASKED, 0),
        near=tuple(_near(one, here) for one in near[:MOST_ASKED]),
        more_near=max(len(near) - MOST_ASKED, 0),
        differences=tuple(differences[:MOST_ASKED]),
        more_differences=max(len(differences) - MOST_ASKED, 0),
        missing=tuple(one.asks.replace("`", "") for one in asked if one.kind == "missing"),
    )
    return Page(
        address=ADDRESS, kind="list", title="What to check", template="review", view=view,
        description=f"What the machine is least sure of: {view.summary}",
    )  # fmt: skip


def unsure_quotes(quotes: Iterable[Quote]) -> Sequence[Quote]:
    """The quotes whose speaker is open, a split one once."""
    unsure: dict[tuple[str, str], Quote] = {}
    for quote in filter(is_open, quotes):
        unsure.setdefault((quote.passage.article, quote.group or quote.id), quote)
    return tuple(unsure.values())


def review_words(story: DossierIndex) -> str:
    """How much there is to check, in a sentence."""
    unsure = unsure_quotes(story.dossier.quotes)
    nobody = sum(quote.speaker is None for quote in unsure)
    open_names = len(story.dossier.ambiguous)
    parts = [
        (len(unsure) - nobody, "quote", "whose speaker is a guess or in doubt"),
        (nobody, "quote", "without a speaker"),
        (open_names, "name", "that may mean several people, or nobody known"),
    ]
    told = [f"{counted(number, noun)} {what}" for number, noun, what in parts if number]
    return f"{listed(told)}." if told else "No speaker and no name is in doubt."


def _near(question: Question, here: PageLinks) -> NearRow:
    _, *ids = question.id.split("/")
    claims = here.story.claims
    one, other = (
        here.claim(claims[ClaimId(id_)]) if id_ in claims else here.entity(EntityId(id_))
        for id_ in ids
    )
    parting = question.reject.decisions if question.reject else ()
    apart = [line_of({**decision, "why": OPEN}) for decision in parting]
    return NearRow(one=one, other=other, lines=question.lines, apart=" ".join(apart))


def _asked(question: Question, here: PageLinks) -> AskedRow:
    return AskedRow(
        asks=question.asks, evidence=here.proofs(question.passages), lines=question.lines
    )


def _joins(story: DossierIndex) -> Iterator[tuple[Entity | Claim, Why]]:
    """Names spelled in two ways, and claims whose statements were joined, with the reason."""
    dossier = story.dossier
    joined: tuple[Entity | Claim, ...] = (
        *dossier.people, *dossier.organisations, *dossier.claims,
    )  # fmt: skip
    return ((one, why) for one in joined for why in one.why)


def _join(of: Entity | Claim, why: Why, here: PageLinks) -> JoinRow:
    return JoinRow(
        of=here.claim(of) if isinstance(of, Claim) else here.entity(of.id),
        one=here.evidence(why.one),
        one_text=shortened(here.wording(why.one), _LONGEST),
        other=here.evidence(why.other),
        other_text=shortened(here.wording(why.other), _LONGEST),
        rule=why.rule,
        score=_score(why),
    )


def _score(why: Why) -> str:
    return "" if why.score is None else f"{why.score:.2f}"


def _row(question: Question, quote: Quote, here: PageLinks) -> UnsureQuote:
    return UnsureQuote(
        text=shortened(here.wording(quote.passage), _LONGEST),
        speaker=here.entity(quote.speaker) if quote.speaker else None,
        notes=speaker_notes([quote], here),
        confidence=f"{quote.confidence:.2f}",
        lines=question.lines,
        evidence=here.evidence(quote.passage),
    )
