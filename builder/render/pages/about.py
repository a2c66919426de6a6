"""About the dossier: how it was made, what is automatic, how to report a mistake."""

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from builder.render.index import DossierIndex
from builder.render.page import Page
from builder.render.page_links import Link, PageLinks
from builder.render.pages.review import ADDRESS, review_words
from builder.render.phrases import counted, listed

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
    has_form: bool
    """Whether every page says where to report a mistake in it."""
    version: str
    """The builder's; empty where it is not installed."""


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
        has_form=story.settings.corrections is not None,
        version=_version(),
    )
    return Page(
        address="about/", kind="about", title="About this dossier", template="about", view=view,
        description="How this dossier was made, and how to report a mistake.",
        linked={"@type": "AboutPage", "name": "About this dossier"},
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
