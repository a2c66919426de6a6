"""About the dossier: how it was made, what is automatic, how to report a mistake; and its data."""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from builder.render.index import DossierIndex
from builder.render.page import Page
from builder.render.page_links import Link, PageLinks
from builder.render.pages.changes import FEED
from builder.render.pages.coverage import CSV
from builder.render.pages.review import ADDRESS, review_words
from builder.render.phrases import counted, listed

DOSSIER = "data/dossier.json"
_SCHEMA = "data/dossier.schema.json"
FILES = {
    DOSSIER: "everything: articles, people, quotes, claims, events, each with its sentences",
    _SCHEMA: "what each of its keys holds, as a JSON Schema, to check it and to make types from",
    CSV: "claims and the articles that carry them, one row each, for a spreadsheet",
    "data/timeline.ics": "the timeline, for a calendar",
    "data/timeline.json": "the timeline, for TimelineJS and other programs",
    FEED: "what each article brought, as an Atom feed",
}
_DISTRIBUTION = "story-dossier"


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutView:
    """The page."""

    title: str
    counts: str
    unstated: tuple[str, ...]
    unsure: str
    review: Link
    data: Link
    version: str
    """The builder's; empty where it is not installed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataView:
    """The page of files for re-use."""

    files: tuple[tuple[Link, str], ...]


def about_page(story: DossierIndex) -> Page:
    """How the dossier was made."""
    here = PageLinks(story=story, address="about/")
    view = AboutView(
        title=story.dossier.title,
        counts=_counts(story),
        unstated=_unstated(story),
        unsure=review_words(story),
        review=Link(text="what to check", url=here.to(ADDRESS)),
        data=Link(text="data", url=here.to("data/")),
        version=_version(),
    )
    return Page(
        address="about/", kind="about", title="About this dossier", template="about", view=view,
        description="How this dossier was made, and how to report a mistake.",
    )  # fmt: skip


def data_page(story: DossierIndex, names: Iterable[str]) -> Page:
    """The files for re-use, by their names under `docs/`; known ones first, in that order."""
    here = PageLinks(story=story, address="data/")
    known = list(FILES)
    files = [
        (name, FILES.get(name, "more of the dossier, for programs"))
        for name in sorted(
            names, key=lambda name: (known.index(name) if name in FILES else len(known), name)
        )
    ]
    view = DataView(
        files=tuple(
            (Link(text=name.rsplit("/", 1)[-1], url=here.to(name)), words) for name, words in files
        )
    )
    return Page(
        address="data/", kind="data", title="Data", template="data", view=view,
        description="The dossier as files for re-use.", searched=False,
    )  # fmt: skip


def _version() -> str:
    try:
        return version(_DISTRIBUTION)
    except PackageNotFoundError:
        return ""


def _counts(story: DossierIndex) -> str:
    dossier = story.dossier
    figures = (
        (len(dossier.articles), "article"),
        (len(dossier.people), "person"),
        (len(dossier.organisations), "organisation"),
        (len(dossier.places), "place"),
        (len(story.sayings), "quote"),
        (len(dossier.claims), "claim"),
        (len(dossier.events), "event"),
    )
    return listed([counted(number, noun) for number, noun in figures if number]) or "nothing yet"


def _unstated(story: DossierIndex) -> tuple[str, ...]:
    records = story.dossier.articles
    missing = {
        "the outlet": sum(record.outlet is None for record in records),
        "the date of publication": sum(record.published is None for record in records),
        "the address of the original": sum(
            record.article.metadata.url is None for record in records
        ),
    }
    return tuple(
        f"{what} of {counted(number, 'article')}" for what, number in missing.items() if number
    )
