"""Pages from the dossier: Markdown, and the few other files that pages need. No disk, no MkDocs.

In: the dossier and the settings. Out: contents by file name under `docs/`. Each kind of page is
a module that chooses, sorts and links (a frozen view) and a template that prints it.
"""

from collections.abc import Iterable, Iterator

from builder.model.dossier import Dossier
from builder.render.about import DOSSIER, about_page, data_page
from builder.render.article import article_page
from builder.render.articles import articles_page
from builder.render.changes import FEED, changes_feed, changes_page
from builder.render.claim import claim_page
from builder.render.claims import by_reach, claims_page
from builder.render.coverage import CSV, coverage_csv, coverage_page
from builder.render.entities import entities_page
from builder.render.entity import entity_page
from builder.render.front import front_page
from builder.render.moved import moved_pages
from builder.render.network import network_page
from builder.render.outlet import outlet_page
from builder.render.outlets import outlets_page
from builder.render.page import Page, printed
from builder.render.review import review_page
from builder.render.story import Story, story_of
from builder.render.taken import taken_from
from builder.render.timeline import timeline_page
from builder.settings import Settings


def pages_of(
    dossier: Dossier, settings: Settings, exports: Iterable[str] = (DOSSIER,)
) -> dict[str, str]:
    """Every generated file by its name under `docs/`: pages, redirects, CSV and feed.

    `exports` are the names of the data files that others make, for the list of them.
    """
    story = story_of(dossier, settings)
    ranked = by_reach(dossier.claims)
    feed = changes_feed(story)
    pages = printed(
        [
            front_page(story, ranked),
            timeline_page(story),
            coverage_page(story, ranked),
            network_page(story),
            changes_page(story),
            about_page(story),
            review_page(story),
            data_page(story, [*exports, CSV, *([FEED] if feed is not None else [])]),
            *_lists(story),
            *_items(story),
        ]
    )
    pages[CSV] = coverage_csv(story, ranked)
    if feed is not None:
        pages[FEED] = feed
    return pages | moved_pages(story, frozenset(pages))


def _lists(story: Story) -> Iterable[Page]:
    dossier = story.dossier
    return (
        entities_page("person", dossier.people, story),
        entities_page("organisation", dossier.organisations, story),
        entities_page("place", dossier.places, story),
        outlets_page(story),
        claims_page(story),
        articles_page(story),
    )


def _items(story: Story) -> Iterator[Page]:
    dossier = story.dossier
    ranked, taken = by_reach(dossier.claims), taken_from(story)
    for entity in (*dossier.people, *dossier.organisations, *dossier.places):
        if entity.page:
            yield entity_page(entity, story)
    yield from (outlet_page(outlet, ranked, story) for outlet in dossier.outlets)
    yield from (claim_page(claim, story) for claim in dossier.claims if claim.page)
    yield from (article_page(record, taken, story) for record in dossier.articles)
