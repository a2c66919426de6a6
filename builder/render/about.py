"""About the dossier: how it was made, what is automatic, how to report a mistake; and its data."""

from dataclasses import dataclass

from builder.render.coverage import CSV
from builder.render.here import Here, Link
from builder.render.page import Page
from builder.render.prose import counted, listed
from builder.render.story import Story

DOSSIER = "data/dossier.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutView:
    """The page."""

    title: str
    counts: str
    unstated: tuple[str, ...]
    unsure: str
    data: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class DataView:
    """The page of files for re-use."""

    files: tuple[tuple[Link, str], ...]


def about_page(story: Story) -> Page:
    """How the dossier was made."""
    here = Here(story=story, address="about/")
    view = AboutView(
        title=story.dossier.title,
        counts=_counts(story),
        unstated=_unstated(story),
        unsure=_unsure(story),
        data=Link(text="data", url=here.to("data/")),
    )
    return Page(
        address="about/", kind="about", title="About this dossier", template="about", view=view,
        description="How this dossier was made, and how to report a mistake.",
    )  # fmt: skip


def data_page(story: Story, *, has_feed: bool, feed: str) -> Page:
    """The files for re-use."""
    here = Here(story=story, address="data/")
    files = [
        (DOSSIER, "everything: articles, people, quotes, claims, events, each with its passages"),
        (CSV, "claims and the articles that carry them, one row each, for a spreadsheet"),
    ]
    files += [(feed, "what each article brought, as an Atom feed")] if has_feed else []
    view = DataView(
        files=tuple(
            (Link(text=name.rsplit("/", 1)[-1], url=here.to(name)), words) for name, words in files
        )
    )
    return Page(
        address="data/", kind="data", title="Data", template="data", view=view,
        description="The dossier as files for re-use.", searched=False,
    )  # fmt: skip


def _counts(story: Story) -> str:
    dossier = story.dossier
    return listed(
        [
            counted(len(dossier.articles), "article"),
            counted(len(dossier.people), "person"),
            counted(len(dossier.organisations), "organisation"),
            counted(len(dossier.places), "place"),
            counted(len(dossier.quotes), "quote"),
            counted(len(dossier.claims), "claim"),
            counted(len(dossier.events), "event"),
        ]
    )


def _unstated(story: Story) -> tuple[str, ...]:
    records = story.dossier.articles
    missing = {
        "outlet": sum(record.outlet is None for record in records),
        "date of publication": sum(record.published is None for record in records),
        "address of the original": sum(record.article.metadata.url is None for record in records),
    }
    return tuple(
        f"{counted(number, 'article')} without {what}"
        for what, number in missing.items()
        if number
    )


def _unsure(story: Story) -> str:
    unsure = sum(found.is_unsure for said in story.sayings for found in said.wordings)
    nobody = sum(said.speaker is None for said in story.sayings)
    return (
        f"{counted(unsure, 'wording')} with an inferred or doubtful speaker, "
        f"{counted(nobody, 'utterance')} with none, "
        f"{counted(len(story.dossier.ambiguous), 'name')} left open."
    )
