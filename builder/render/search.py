"""What a reader's search looks through: the dossier in, one small file of entries out.

An entry is a person, organisation, place, outlet, claim, quote, event, article or page. Its text
has a line for each spelling or wording, whole and as one article has it: never two wordings run
together, never a cut one. A claim or event is titled as on its page, "[Ana Ruiz] left".
Deliberately missed: how things are related (related claims, who met whom), which pages tell.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from urllib.parse import urlsplit

from builder import links
from builder.model.article import Passage
from builder.model.claims import Claim
from builder.model.entities import Entity, Outlet
from builder.model.events import Event
from builder.model.ids import ArticleId
from builder.model.records import ArticleRecord
from builder.render.index import DossierIndex
from builder.render.page import Page
from builder.render.page_links import PageLinks, address_of
from builder.render.pages.claims import by_reach
from builder.render.parts.dates import day, day_words, when
from builder.render.parts.quote_groups import Saying
from builder.render.phrases import titled
from builder.text.one_line import clean

SEARCH = "data/search_index.json"
REPORTED = "in reported speech"
_PAGES = ("list", "about", "data")  # kinds of pages that are no item of the dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one result of a search shows and is found by."""

    kind: str
    title: str
    location: str
    wordings: tuple[tuple[str, ArticleId | None], ...]
    """Spellings, or wordings and their articles."""
    day: str = ""
    roles: tuple[str, ...] = ()
    """Who a person is, as articles put it."""
    note: str = ""
    """What a result says beside its kind and day: the first role, that a quote is not verbatim."""
    reach: int = 0
    """How many articles have it."""


def page_entry(page: Page) -> Entry | None:
    """The entry of a page that is no item of the dossier; none of the others."""
    if page.kind not in _PAGES:
        return None
    return Entry(kind="Page", title=page.title, location=page.address, wordings=())


def search_index(story: DossierIndex, pages: Iterable[Entry], moved: Mapping[str, str]) -> str:
    """All entries as JSON, those of `pages` last; `in` tells the article of each line of text.

    `moved` leads from addresses to those where what stands there moved, on parts of long pages.
    """
    places = {record.id: at for at, record in enumerate(story.dossier.articles)}
    return json.dumps(
        {
            "articles": [_source(record, story) for record in story.dossier.articles],
            "docs": [_row(entry, places, moved) for entry in chain(_entries(story), pages)],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _entries(story: DossierIndex) -> Iterator[Entry]:
    here, dossier = PageLinks(story=story, address=""), story.dossier
    for entity in (*dossier.people, *dossier.organisations, *dossier.places):
        yield _entity(entity, here)
    yield from (_outlet(outlet) for outlet in dossier.outlets)
    yield from (_claim(claim, here) for claim in by_reach(dossier.claims))
    yield from (_saying(saying, here) for saying in story.sayings)
    yield from (_event(event, here) for event in dossier.events)
    yield from (_article(record, story) for record in dossier.articles)


def _row(
    entry: Entry, places: Mapping[ArticleId, int], moved: Mapping[str, str]
) -> dict[str, object]:
    told: dict[str, ArticleId | None] = {}
    for text, article in entry.wordings:
        if line := clean(text).strip():
            told.setdefault(line, article)
    row: dict[str, object] = {
        "kind": entry.kind,
        "title": clean(entry.title),
        "location": moved.get(entry.location, entry.location),
        "text": "\n".join(told),
        "in": [places[article] for article in told.values() if article is not None],
        "day": entry.day,
        "roles": "\n".join(dict.fromkeys(map(clean, entry.roles))),
        "note": clean(entry.note),
        "reach": entry.reach,
    }
    return {key: value for key, value in row.items() if value or key == "text"}


def _source(record: ArticleRecord, story: DossierIndex) -> str:
    published = day(record.published)
    return clean(story.labels[record.id]) + (f", {published.short}" if published else "")


def _entity(entity: Entity, here: PageLinks) -> Entry:
    spellings = [mention.text for mention in entity.mentions]
    told = [entity.role or "", *(here.wording(role) for role in entity.roles)]
    roles = tuple(role for role in told if role)
    return Entry(
        kind=entity.kind.capitalize(),
        title=entity.name,
        location=address_of(entity),
        wordings=tuple((text, None) for text in (*entity.aliases, *spellings)),
        roles=roles,
        note=roles[0] if roles else entity.note or "",
        reach=len({mention.article for mention in entity.mentions}),
    )


def _outlet(outlet: Outlet) -> Entry:
    url = links.web_url(outlet.url)
    host = urlsplit(url).hostname if url else None
    told = (*outlet.aliases, *(found.passage.text for found in outlet.citations), host or "")
    return Entry(
        kind="Outlet",
        title=outlet.name,
        location=outlet.page,
        wordings=tuple((text, None) for text in told),
        note=outlet.kind or "",
        reach=len(outlet.articles),
    )


def _claim(claim: Claim, here: PageLinks) -> Entry:
    passages = [statement.passage for statement in claim.statements]
    first = passages[0]
    return Entry(
        kind="Claim",
        title=titled(claim.text),
        location=claim.page or here.passage_address(first),
        wordings=_wordings(passages, here),
        day=_first_day([passage.article for passage in passages], here.story),
        reach=len({passage.article for passage in passages}),
    )


def _saying(saying: Saying, here: PageLinks) -> Entry:
    found = (saying.central, *saying.wordings)
    return Entry(
        kind="Quote",
        title=here.entity(saying.speaker).text if saying.speaker else "Speaker not stated",
        location=here.saying_address(saying),
        wordings=tuple((wording.text, wording.article) for wording in found),
        day=_first_day(saying.articles, here.story),
        note=REPORTED if saying.central.quote.kind == "indirect" else "",
        reach=len(saying.articles),
    )


def _event(event: Event, here: PageLinks) -> Entry:
    date = when(event.date)
    passages = [telling.passage for telling in event.passages]
    return Entry(
        kind="Event",
        title=event.text,
        location=f"timeline/#{links.anchor('event', event.id)}",
        wordings=_wordings(passages, here),
        day=date.words if date else "date not stated",
        reach=len({passage.article for passage in passages}),
    )


def _article(record: ArticleRecord, story: DossierIndex) -> Entry:
    return Entry(
        kind="Article",
        title=record.title or story.labels[record.id],
        location=record.page,
        wordings=tuple((author, None) for author in record.article.metadata.authors),
        day=day_words(record.published),
        note=story.labels[record.id],
    )


def _wordings(
    passages: Sequence[Passage], here: PageLinks
) -> tuple[tuple[str, ArticleId | None], ...]:
    return tuple((here.wording(passage), passage.article) for passage in passages)


def _first_day(articles: Sequence[ArticleId], story: DossierIndex) -> str:
    days = [date for id_ in articles if (date := story.articles[id_].published)]
    return day_words(min(days) if days else None)
