"""The front page: the story, and before any list, where the reports differ."""

from collections.abc import Sequence
from dataclasses import dataclass

from builder.changes import newest_first
from builder.model.claims import Claim
from builder.render.index import DossierIndex
from builder.render.page import Page
from builder.render.page_links import Link, PageLinks
from builder.render.pages.articles import Published, published
from builder.render.pages.claims import ClaimRow, claim_rows
from builder.render.pages.entities import EntityRow, by_prominence, entity_row
from builder.render.pages.timeline import story_span
from builder.render.parts.calendar_sections import by_date
from builder.render.parts.contrasts import Contrast
from builder.render.parts.event_views import EventView, event_views
from builder.render.parts.informativeness import contrasts, disputed
from builder.render.phrases import counted, plural, sentence, spelled

_DOORS = (
    ("all claims", "claims/"),
    ("all people", "people/"),
    ("the whole timeline", "timeline/"),
    ("who carries what", "coverage/"),
    ("what each article brought", "changes/"),
)
_CLAIMS, _PEOPLE, _ARTICLES, _EVENTS = 8, 6, 5, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure and what it counts."""

    figure: str
    noun: str
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontView:
    """The page."""

    title: str
    deck: str
    facts: tuple[Figure, ...]
    span: str
    contrasts: tuple[Contrast, ...]
    agreement: str
    """What stands there where there is nothing to contrast."""
    claims: tuple[ClaimRow, ...]
    people: tuple[EntityRow, ...]
    articles: tuple[Published, ...]
    events: tuple[EventView, ...]
    doors: tuple[Link, ...]
    """The other lists."""


def front_page(story: DossierIndex, ranked: Sequence[Claim]) -> Page:
    """The front page; `ranked` are all claims, the most reported first."""
    here = PageLinks(story=story, address="")
    dossier = story.dossier
    events = by_date(dossier.events)
    quoted = [
        person for person in by_prominence(dossier.people, story) if story.said_by.get(person.id)
    ]
    view = FrontView(
        title=dossier.title,
        deck=story.settings.summary or dossier.summary or _deck(story),
        facts=_facts(story),
        span=story_span(events),
        contrasts=contrasts(story, here),
        agreement=_agreement(story),
        claims=claim_rows([claim for claim in ranked if claim.page][:_CLAIMS], here),
        people=tuple(entity_row(person, here) for person in quoted[:_PEOPLE]),
        articles=tuple(
            published(record.id, here) for record in newest_first(dossier.articles)[:_ARTICLES]
        ),
        events=event_views([event for event in events if event.date][-_EVENTS:], here),
        doors=tuple(Link(text=text, url=here.to(address)) for text, address in _DOORS),
    )
    return Page(
        address="", kind="front", title=dossier.title, template="front", view=view,
        description=view.deck,
        linked={"@type": "WebSite", "name": dossier.title, "description": view.deck},
    )  # fmt: skip


def _deck(story: DossierIndex) -> str:
    articles = len(story.articles)
    sources = story.sources(story.articles)
    differing = disputed(story.dossier.claims)
    verb = "reports" if articles == 1 else "report"
    if not articles:
        return "No article reports this story yet."
    words = f"{sentence(spelled(articles))} {plural(articles, 'article')} {verb} this story"
    words += f", from {spelled(sources)} independent {plural(sources, 'source')}"
    if differing:
        words += f"; on {counted(differing, 'claim')} they differ"
    return f"{words}."


def _agreement(story: DossierIndex) -> str:
    if len(story.articles) < 2:  # noqa: PLR2004 - two make a comparison
        return "One article has nothing to be compared with: add another to see where they differ."
    if disputed(story.dossier.claims):
        return "No difference that fits a card: the claims below say on what articles differ."
    return "On numbers, dates and names no two articles were found to differ."


def _facts(story: DossierIndex) -> tuple[Figure, ...]:
    dossier = story.dossier
    differing = disputed(dossier.claims)
    return (
        _fact(len(story.articles), "article"),
        _fact(story.sources(story.articles), "independent source"),
        _fact(len(dossier.people), "person"),
        _fact(len(dossier.quotes), "quote", more=f"in {counted(len(story.sayings), 'utterance')}"),
        _fact(len(dossier.claims), "claim", more=f", {differing:,} disputed" if differing else ""),
    )


def _fact(number: int, noun: str, more: str = "") -> Figure:
    return Figure(figure=f"{number:,}", noun=plural(number, noun), more=more)
