"""Pages from the dossier: Markdown, and the few other files that pages need. No disk, no MkDocs.

In: the dossier and the settings. Out: file names under `docs/`, and contents. Each kind of page is
a module that chooses, sorts and links (a frozen view) and a template that prints it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from builder.changes import Changes
from builder.model.claims import Claim
from builder.model.dossier import Dossier
from builder.render.index import DossierIndex, story_of
from builder.render.page import Page, printed
from builder.render.pages.about import about_page
from builder.render.pages.article import article_page
from builder.render.pages.articles import articles_page
from builder.render.pages.cards import claim_card, person_card, story_card
from builder.render.pages.changes import FEED, changes_feed, changes_page
from builder.render.pages.claim import claim_page
from builder.render.pages.claims import by_reach, claims_page
from builder.render.pages.coverage import COLUMNS, CSV, coverage_csv, coverage_page
from builder.render.pages.data import DataFile, data_page
from builder.render.pages.entities import entities_page
from builder.render.pages.entity import entity_page
from builder.render.pages.front import front_page
from builder.render.pages.llms import FILE as LLMS
from builder.render.pages.llms import llms_txt
from builder.render.pages.network import network_page
from builder.render.pages.outlet import outlet_page
from builder.render.pages.outlets import outlets_page
from builder.render.pages.redirects import moved_pages
from builder.render.pages.review import review_page
from builder.render.pages.timeline import timeline_pages
from builder.render.parts.passage_notes import taken_from
from builder.render.search import SEARCH, Entry, page_entry, search_index
from builder.settings import Settings


def pages_of(
    dossier: Dossier,
    settings: Settings,
    exports: Mapping[str, DataFile] = MappingProxyType({}),
    changes: Changes = Changes(is_first=True),  # noqa: B008 - frozen
) -> Iterator[tuple[str, str]]:
    """Every generated file, its name under `docs/` and its contents, made when its turn comes.

    Pages, redirects, index, CSV and feed. `exports` are the data files that others make, for the
    list of them; `changes` is what changed since the dossier was last published.
    """
    story = story_of(dossier, settings)
    ranked = by_reach(dossier.claims)
    table, feed = coverage_csv(story, ranked), changes_feed(story, changes)
    files = {CSV: DataFile(size=len(table.encode()), columns=COLUMNS)}
    yield CSV, table
    if feed is not None:
        files[FEED] = DataFile(size=len(feed.encode()))
        yield FEED, feed
    data = {**exports, **files}
    shown, names = list[Entry](), set[str]()
    pages = _noted(_pages(story, ranked, data, changes), shown)
    made = printed(pages, dossier.title)
    for name, text in made.files:
        names.add(name)
        yield name, text
    yield SEARCH, search_index(story, shown, made.moved)
    yield LLMS, llms_txt(story, ranked, data)
    yield from moved_pages(story, names | {*files, SEARCH, LLMS}).items()


def _noted(pages: Iterable[Page], shown: list[Entry]) -> Iterator[Page]:
    """The pages; of those that search finds by their titles, the entries are added to `shown`."""
    for page in pages:
        if entry := page_entry(page):
            shown.append(entry)
        yield page


def _pages(
    story: DossierIndex,
    ranked: Sequence[Claim],
    data: Mapping[str, DataFile],
    changes: Changes,
) -> Iterator[Page]:
    yield replace(front_page(story, ranked, changes), card=story_card(story))
    yield from timeline_pages(story)
    yield coverage_page(story, ranked)
    yield coverage_page(story, ranked, "source")
    yield network_page(story)
    yield changes_page(story, changes)
    yield about_page(story)
    yield review_page(story)
    yield data_page(story, data)
    yield from _lists(story)
    yield from _items(story)


def _lists(story: DossierIndex) -> Iterable[Page]:
    dossier = story.dossier
    return (
        entities_page("person", dossier.people, story),
        entities_page("organisation", dossier.organisations, story),
        entities_page("place", dossier.places, story),
        outlets_page(story),
        claims_page(story),
        articles_page(story),
    )


def _items(story: DossierIndex) -> Iterator[Page]:
    dossier = story.dossier
    ranked, taken = by_reach(dossier.claims), taken_from(story)
    for entity in (*dossier.people, *dossier.organisations, *dossier.places):
        if entity.page:
            page = entity_page(entity, story)
            is_person = entity.kind == "person"
            yield replace(page, card=person_card(entity, story)) if is_person else page
    yield from (outlet_page(outlet, ranked, story) for outlet in dossier.outlets)
    for claim in dossier.claims:
        if claim.page:
            yield replace(claim_page(claim, story), card=claim_card(claim, story))
    yield from (article_page(record, taken, story) for record in dossier.articles)
