"""The front page: the story first, then where reports differ, what is sure and who speaks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from builder.changes import Changes
from builder.model.claims import Claim
from builder.render.index import DossierIndex
from builder.render.page import Page
from builder.render.page_links import Link, PageLinks
from builder.render.pages.changes import Change, newest_changes
from builder.render.pages.claims import ClaimRow, claim_row
from builder.render.pages.timeline import story_span
from builder.render.parts.calendar_sections import by_date
from builder.render.parts.contrasts import Contrast
from builder.render.parts.dates import When
from builder.render.parts.event_views import EventView, event_views
from builder.render.parts.front_claims import best_told, happened, is_sure, lead_of
from builder.render.parts.independence import Reckoning, article_reckoning
from builder.render.parts.informativeness import contrasts, disputed, quoted_otherwise
from builder.render.parts.series import Series, series_of
from builder.render.parts.speakers import Speaker, speakers_of
from builder.render.phrases import counted, plural, sentence, spelled

_DOORS = (
    ("all claims", "claims/"),
    ("all people", "people/"),
    ("the whole timeline", "timeline/"),
    ("who carries what", "coverage/"),
    ("what each article brought", "changes/"),
)
_LEAD, _SURE, _PEOPLE, _ARTICLES, _EVENTS = 5, 6, 6, 4, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure and what it counts."""

    figure: str
    noun: str
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim with the time that it tells of."""

    row: ClaimRow
    when: When | None
    moved: bool
    """Whether it tells a figure that changed: not all of its sources give the newest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontView:
    """The page."""

    title: str
    deck: str
    """The editor's words; empty without any where claims tell the story."""
    lead: tuple[Told, ...]
    """Without a summary, the claims that most sources tell, in order of time."""
    facts: tuple[Figure, ...]
    sources: str
    """How many independent sources there are; they open their reckoning."""
    reckoning: Reckoning | None
    span: str
    sure: tuple[Told, ...]
    contrasts: tuple[Contrast, ...]
    agreement: str
    """What stands there where there is nothing to contrast."""
    series: tuple[Series, ...]
    speakers: tuple[Speaker, ...]
    worded: tuple[Contrast, ...]
    """Quotes that are given in different words."""
    changes: tuple[Change, ...]
    events: tuple[EventView, ...]
    doors: tuple[Link, ...]
    """The other lists."""


def front_page(story: DossierIndex, ranked: Sequence[Claim], changes: Changes) -> Page:
    """The front page; `ranked` are all claims, the most reported first."""
    here = PageLinks(story=story, address="")
    dossier = story.dossier
    events = by_date(dossier.events)
    summary = story.settings.summary or dossier.summary or ""
    told = best_told(ranked)
    lead = [] if summary else lead_of(told, _LEAD, story)
    sure = [claim for claim in told if is_sure(claim) and claim not in lead][:_SURE]
    sources = story.sources(story.articles)
    deck = summary or ("" if lead else _deck(story))
    view = FrontView(
        title=dossier.title,
        deck=deck,
        lead=_told(lead, here),
        facts=_facts(story),
        sources=counted(sources, "independent source") if story.articles else "",
        reckoning=article_reckoning(story.articles, here) if len(story.articles) > 1 else None,
        span=story_span(events),
        sure=_told(sure, here),
        contrasts=contrasts(story, here),
        agreement=_agreement(story),
        series=series_of(dossier.claims, here),
        speakers=speakers_of(here, _PEOPLE),
        worded=quoted_otherwise(story, here),
        changes=newest_changes(story, changes, here, _ARTICLES),
        events=event_views([event for event in events if event.date][-_EVENTS:], here),
        doors=tuple(Link(text=text, url=here.to(address)) for text, address in _DOORS),
    )
    description = deck or " ".join(f"{row.row.title.text.rstrip('. ')}." for row in view.lead)
    return Page(
        address="", kind="front", title=dossier.title, template="front", view=view,
        description=description,
        linked={"@type": "WebSite", "name": dossier.title, "description": description},
    )  # fmt: skip


def _told(claims: Iterable[Claim], here: PageLinks) -> tuple[Told, ...]:
    return tuple(
        Told(
            row=claim_row(claim, here),
            when=happened(claim, here.story),
            moved=bool(claim.updates),
        )
        for claim in claims
    )


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
    differing = disputed(story.dossier.claims)
    if len(story.articles) < 2:  # noqa: PLR2004 - two make a comparison
        return "So far one article reports this: there is nothing to compare it with."
    if differing:
        return f"The articles differ on {counted(differing, 'claim')}; its page tells how."
    return "On numbers, dates and names no two articles were found to differ."


def _facts(story: DossierIndex) -> tuple[Figure, ...]:
    """What there is how many of; what there is none of is left out."""
    dossier = story.dossier
    differing = disputed(dossier.claims)
    figures = (
        (len(story.articles), "article", ""),
        (len(dossier.people), "person", ""),
        (len(story.sayings), "quote", ""),
        (len(dossier.claims), "claim", f", {differing:,} disputed" if differing else ""),
    )
    return tuple(
        Figure(figure=f"{number:,}", noun=plural(number, noun), more=more)
        for number, noun, more in figures
        if number
    )
