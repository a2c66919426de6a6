"""What each article brought, newest first; and the same as an Atom feed."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape as xml_escape
from xml.sax.saxutils import quoteattr

from builder.model.claims import Claim
from builder.model.ids import ArticleId
from builder.model.records import ArticleRecord
from builder.render.escape import clean
from builder.render.index import DossierIndex
from builder.render.page import Page
from builder.render.page_links import Link, PageLinks
from builder.render.pages.claims import DIFFER_ON
from builder.render.parts.dates import When, day
from builder.render.phrases import counted, listed, shortened, titled

ADDRESS = "changes/"
FEED = "changes.xml"
_LONGEST_CLAIM = 90  # characters
_MOST = 8  # names or claims listed for one article; the rest is counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """New things of one kind, the first of them, and how many more."""

    words: str
    links: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one article brought."""

    article: Link
    label: str
    day: When | None
    brought: tuple[Brought, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """The page."""

    changes: tuple[Change, ...]
    feed: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _News:
    people: Mapping[ArticleId, list[Link]]
    claims: Mapping[ArticleId, list[Link]]
    contradictions: Mapping[ArticleId, list[Link]]


def changes_page(story: DossierIndex) -> Page:
    """All articles, the newest first, each with what no earlier one had."""
    here = PageLinks(story=story, address=ADDRESS)
    order = newest_first(story)
    news = _news(story, here)
    has_feed = any(_day(record) for record in order)
    view = ChangesView(
        changes=tuple(_change(record, news, here) for record in order),
        feed=Link(text="as a feed", url=here.to(FEED)) if has_feed else None,
    )
    return Page(
        address=ADDRESS, kind="list", title="Changes", template="changes", view=view,
        description="What each added article brought: people, claims, contradictions.",
        searched=False,
    )  # fmt: skip


def newest_first(story: DossierIndex) -> list[ArticleRecord]:
    """Articles by the day they were added, else published; those without a day last."""
    order = _oldest_first(story)
    dated = [record for record in order if _day(record)]
    return dated[::-1] + [record for record in order if not _day(record)]


def changes_feed(story: DossierIndex) -> str | None:
    """The Atom feed, from days in the metadata alone; `None` where no article has one.

    Links are relative to the feed, for the site's address is not known here; ids are URNs.
    """
    here = PageLinks(story=story, address="")
    news = _news(story, here)
    dated = [(found, record) for record in newest_first(story) if (found := _day(record))]
    if not dated:
        return None
    title = story.dossier.title
    entries = "".join(_entry(found, record, news, story) for found, record in dated)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>{_xml(title)}</title>\n<id>{_urn(title, '')}</id>\n"
        f"<updated>{_instant(dated[0][0])}</updated>\n"
        f'<author><name>{_xml(title)}</name></author>\n<link href="changes/"/>\n'
        f'<link rel="self" href="{FEED}"/>\n{entries}</feed>\n'
    )


def _oldest_first(story: DossierIndex) -> list[ArticleRecord]:
    return sorted(story.dossier.articles, key=lambda record: (_day(record) or date.max, record.id))


def _day(record: ArticleRecord) -> date | None:
    return record.article.metadata.added or record.published


def _news(story: DossierIndex, here: PageLinks) -> _News:
    """What each article was the first to have, in the order they came."""
    rank = {record.id: at for at, record in enumerate(_oldest_first(story))}
    people: dict[ArticleId, list[Link]] = {}
    for person in story.dossier.people:
        if person.mentions:
            first = min((mention.article for mention in person.mentions), key=rank.__getitem__)
            people.setdefault(first, []).append(here.entity(person.id))
    claims: dict[ArticleId, list[Link]] = {}
    contradictions: dict[ArticleId, list[Link]] = {}
    for claim in story.dossier.claims:
        articles = [statement.passage.article for statement in claim.statements]
        if claim.page:
            first = min(articles, key=rank.__getitem__)
            claims.setdefault(first, []).append(here.claim(claim, _short(claim)))
        for article, on in _contradicted(claim, rank):
            link = here.claim(claim, f"{_short(claim)} (on {on})")
            contradictions.setdefault(article, []).append(link)
    return _News(people=people, claims=claims, contradictions=contradictions)


def _short(claim: Claim) -> str:
    return titled(shortened(claim.text, _LONGEST_CLAIM))


def _contradicted(claim: Claim, rank: Mapping[ArticleId, int]) -> Iterable[tuple[ArticleId, str]]:
    """The articles that were first to give a second number, date or name."""
    for difference in (found for found in claim.differences if found.kind != "wording"):
        firsts = sorted(
            min(rank[claim.statements[at].passage.article] for at in value.statements)
            for value in difference.values
            if value.statements
        )
        ids = {rank[found.passage.article]: found.passage.article for found in claim.statements}
        for at in dict.fromkeys(firsts[1:]):
            yield ids[at], DIFFER_ON[difference.kind]


def _change(record: ArticleRecord, news: _News, here: PageLinks) -> Change:
    label = here.story.labels[record.id]
    return Change(
        article=here.article(record.id, record.title or label),
        label=label,
        day=day(_day(record)),
        brought=tuple(
            _brought(noun, found[record.id])
            for noun, found in (
                ("new person", news.people),
                ("new claim", news.claims),
                ("contradiction", news.contradictions),
            )
            if record.id in found
        ),
    )


def _brought(noun: str, found: list[Link]) -> Brought:
    return Brought(
        words=counted(len(found), noun),
        links=tuple(found[:_MOST]),
        more=max(len(found) - _MOST, 0),
    )


def _entry(found: date, record: ArticleRecord, news: _News, story: DossierIndex) -> str:
    change = _change(record, news, PageLinks(story=story, address=""))
    words = listed([item.words for item in change.brought]) or "nothing new"
    return (
        f"<entry><title>{_xml(change.article.text)}</title>"
        f"<id>{_urn(story.dossier.title, record.id)}</id><updated>{_instant(found)}</updated>"
        f"<link href={quoteattr(record.page)}/>"
        f"<summary>{_xml(f'{change.label}: {words}.')}</summary></entry>\n"
    )


def _xml(text: str) -> str:
    return xml_escape(clean(text).strip())


def _urn(title: str, id_: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"story-dossier:{clean(title)}:{id_}").urn


def _instant(found: date) -> str:
    return f"{found.isoformat()}T00:00:00Z"
