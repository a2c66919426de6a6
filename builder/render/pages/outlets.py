"""The list of outlets: publishers first, then those only cited, then articles without one."""

from dataclasses import dataclass

from builder import links
from builder.model.entities import Outlet
from builder.render.index import DossierIndex
from builder.render.page import Page
from builder.render.page_links import Link, PageLinks
from builder.render.phrases import counted


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRow:
    """An outlet in the list."""

    anchor: str
    who: Link
    kind: str
    facts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletsView:
    """The list of outlets."""

    summary: str
    publishers: tuple[OutletRow, ...]
    cited: tuple[OutletRow, ...]
    unstated: tuple[Link, ...]


def outlets_page(story: DossierIndex) -> Page:
    """Publishers first, then those only cited, then the articles whose outlet nobody stated."""
    here = PageLinks(story=story, address="outlets/")
    outlets = story.dossier.outlets
    publishers = [outlet for outlet in outlets if outlet.articles]
    cited = [outlet for outlet in outlets if not outlet.articles]
    unstated = [record.id for record in story.dossier.articles if record.outlet is None]
    summary = "No article states its outlet"
    if publishers:
        summary = f"{counted(len(publishers), 'outlet')} published articles"
    if cited:
        verb = "is" if len(cited) == 1 else "are"
        other = "other" if publishers else "outlet"
        summary += f", {counted(len(cited), other)} {verb} cited in them"
    summary += "."
    view = OutletsView(
        summary=summary,
        publishers=tuple(_row(outlet, here) for outlet in publishers),
        cited=tuple(_row(outlet, here) for outlet in cited),
        unstated=tuple(here.article(id_) for id_ in unstated),
    )
    return Page(
        address="outlets/", kind="list", title="Outlets", template="outlets", view=view,
        description=summary,
    )  # fmt: skip


def _row(outlet: Outlet, here: PageLinks) -> OutletRow:
    return OutletRow(
        anchor=links.anchor("name", outlet.id),
        who=here.entity(outlet.id),
        kind=outlet.kind or "",
        facts=" · ".join(facts_of(outlet)),
    )


def facts_of(outlet: Outlet) -> tuple[str, ...]:
    """What it published, and where it is cited."""
    facts = [f"published {counted(len(outlet.articles), 'article')}"] if outlet.articles else []
    citing = {citation.passage.article for citation in outlet.citations}
    facts += [f"cited in {counted(len(citing), 'article')}"] if citing else []
    return tuple(facts) or ("named by no article: worked out from the style of a credit",)
