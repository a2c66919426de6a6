"""What changed since it was last published, and what each article brought; the same as a feed.

In: the story, and what changed. Out: the page and an Atom feed, from days in the metadata alone.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape as xml_escape
from xml.sax.saxutils import quoteattr

from builder.changes import ArticleChange, Changes, changes_since, day_of
from builder.render.index import DossierIndex
from builder.render.page import Page
from builder.render.page_links import Link, PageLinks
from builder.render.pages.articles import LONGEST_TITLE
from builder.render.parts.change_words import CAME, ChangeWords, Told, change_words, sentences
from builder.render.parts.dates import When, day
from builder.render.phrases import listed, shortened
from builder.text.one_line import clean

ADDRESS = "changes/"
FEED = "changes.xml"
_MOST = 8  # names or claims listed for one article; the rest is counted
_FIRST = Changes(is_first=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """New things of one kind, the first of them, and how many more."""

    words: str
    links: tuple[Link, ...]
    more: int
    is_news: bool
    """Whether a short line names the first, not only how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one article brought."""

    article: Link
    label: str
    day: When | None
    brought: tuple[Brought, ...]
    came: str = ""
    """"New", "Changed", …; empty where all articles stand in the order of their days."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """The page."""

    since: tuple[Change, ...]
    """What came, changed or went since the dossier was last published."""
    elsewhere: tuple[Brought, ...]
    apart: tuple[Brought, ...]
    last: tuple[str, ...]
    """What changed with the last publication, where nothing did since."""
    changes: tuple[Change, ...]
    feed: Link | None


def changes_page(story: DossierIndex, changes: Changes = _FIRST) -> Page:
    """All articles, the newest first, each with what no earlier one had.

    Before them, what changed since the dossier was last published, if it was.
    """
    here = PageLinks(story=story, address=ADDRESS)
    words = change_words(story.dossier)
    since = _FIRST if changes.is_first else changes
    has_feed = any(day_of(record) for record in story.dossier.articles)
    view = ChangesView(
        since=tuple(_since(change, words, here) for change in since.articles),
        last=() if since else since.last,
        elsewhere=_brought(words.all_of(since.elsewhere), here),
        apart=_brought(words.apart(since), here),
        changes=tuple(_by_day(change, words, here) for change in _from_the_first(story)),
        feed=Link(text="as a feed", url=here.to(FEED)) if has_feed else None,
    )
    return Page(
        address=ADDRESS, kind="list", title="Changes", template="changes", view=view,
        description="What each added article brought: people, claims, contradictions.",
    )  # fmt: skip


def newest_changes(
    story: DossierIndex, changes: Changes, here: PageLinks, most: int
) -> tuple[Change, ...]:
    """What changed since the last publication, else what the newest articles brought."""
    words = change_words(story.dossier)
    if changes.articles and not changes.is_first:
        return tuple(_since(change, words, here) for change in changes.articles[:most])
    return tuple(_by_day(change, words, here) for change in _from_the_first(story)[:most])


def changes_feed(story: DossierIndex, changes: Changes = _FIRST) -> str | None:
    """The Atom feed, from days in the metadata alone; `None` where no article has one.

    Links are relative to the feed, for the site's address is not known here; ids are URNs.
    """
    days = [day_of(record) for record in story.dossier.articles]
    newest = max((found for found in days if found), default=None)
    if newest is None:
        return None
    title, words = story.dossier.title, change_words(story.dossier)
    entries = [] if changes.is_first else [_since_entry(newest, changes, story)]
    for change in _from_the_first(story):
        found = day_of(story.articles[change.id])
        entries += [_entry(found, change, words, story)] if found else []
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>{_xml(title)}</title>\n<id>{_urn(title, '')}</id>\n"
        f"<updated>{_instant(newest)}</updated>\n"
        f'<author><name>{_xml(title)}</name></author>\n<link href="changes/"/>\n'
        f'<link rel="self" href="{FEED}"/>\n{"".join(entries)}</feed>\n'
    )


def _from_the_first(story: DossierIndex) -> tuple[ArticleChange, ...]:
    return changes_since(None, story.dossier).articles


def _by_day(change: ArticleChange, words: ChangeWords, here: PageLinks) -> Change:
    record, label = here.story.articles[change.id], here.story.labels[change.id]
    publisher = here.story.publishers[change.id]
    brought = _brought(words.brought(change.news), here)
    return Change(
        article=here.article(record.id, shortened(record.title or label, LONGEST_TITLE)),
        label=publisher if record.title else "",
        day=day(day_of(record)),
        brought=brought,
        note="" if brought else "Nothing that an earlier article did not have.",
    )


def _since(change: ArticleChange, words: ChangeWords, here: PageLinks) -> Change:
    record = here.story.articles.get(change.id)
    brought = _brought(words.all_of(change.news), here)
    label = here.story.labels[record.id] if record else change.outlet or "Unnamed outlet"
    renamed = f"Before, its file was {change.was}." if change.was else ""
    return Change(
        came=CAME[change.kind],
        article=here.article(record.id, record.title or label) if record else Link(text=label),
        label=here.story.publishers[record.id] if record and record.title else "",
        day=day(change.published),
        brought=brought,
        note=renamed or ("" if brought else "Nothing that was not told before."),
    )


def _brought(all_: Iterable[Told], here: PageLinks) -> tuple[Brought, ...]:
    return tuple(
        Brought(
            words=told.words,
            links=tuple(
                Link(text=item.text, url=here.to(item.address) if item.address else None)
                for item in told.items[:_MOST]
            ),
            more=max(len(told.items) - _MOST, 0),
            is_news=told.is_news,
        )
        for told in all_
    )


def _since_entry(newest: date, changes: Changes, story: DossierIndex) -> str:
    """One entry for all that changed; with other changes it is another entry."""
    text = " ".join(sentences(changes, story.dossier))
    return text and (
        f"<entry><title>What changed</title><id>{_urn(story.dossier.title, text)}</id>"
        f'<updated>{_instant(newest)}</updated><link href="{ADDRESS}"/>'
        f"<summary>{_xml(text)}</summary></entry>\n"
    )


def _entry(found: date, change: ArticleChange, words: ChangeWords, story: DossierIndex) -> str:
    record, label = story.articles[change.id], story.labels[change.id]
    told = listed([item.words for item in words.brought(change.news)]) or "nothing new"
    return (
        f"<entry><title>{_xml(record.title or label)}</title>"
        f"<id>{_urn(story.dossier.title, record.id)}</id><updated>{_instant(found)}</updated>"
        f"<link href={quoteattr(record.page)}/>"
        f"<summary>{_xml(f'{label}: {told}.')}</summary></entry>\n"
    )


def _xml(text: str) -> str:
    return xml_escape(clean(text).strip())


def _urn(title: str, id_: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"story-dossier:{clean(title)}:{id_}").urn


def _instant(found: date) -> str:
    return f"{found.isoformat()}T00:00:00Z"
