"""The page of an article: all that was taken from it, in reading order.

Every passage that any page leads to has its anchor here, `#p-START-END`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from builder import links
from builder.model.article import Article
from builder.model.records import ArticleRecord
from builder.render.escape import escape_url
from builder.render.index import DossierIndex
from builder.render.page import Page
from builder.render.page_links import Link, PageLinks
from builder.render.parts.dates import When, day
from builder.render.parts.lineage import lineage_words
from builder.render.parts.passage_notes import NAMED, Note, Taken
from builder.render.phrases import counted, sentence, shortened

SIBLINGS = 8  # articles of the same lineage that are linked
LONGEST_NOTE = 110  # characters of a claim under its passage


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """What a passage was taken for, as seen from the article's page."""

    lead: str
    link: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageRow:
    """A passage with all that was taken from it; passages inside it are its own."""

    anchors: tuple[str, ...]
    text: tuple[Link, ...]
    kinds: tuple[str, ...]
    notes: tuple[NoteView, ...]
    original: Markup | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article's page."""

    title: str
    outlet: Link
    day: When | None
    authors: tuple[str, ...]
    original: Markup | None
    facts: tuple[str, ...]
    file: str
    rights: str | None
    notes: str | None
    lineage: str | None
    releases: tuple[str, ...]
    """The statements that it shares with others."""
    inferred: str | None
    siblings: tuple[Link, ...]
    rows: tuple[PassageRow, ...]
    named: tuple[PassageRow, ...]
    """Names that stand in none of the rows, but that other pages lead to."""
    full_text: tuple[str, ...]


def article_page(record: ArticleRecord, taken: Taken, story: DossierIndex) -> Page:
    """The page of one article."""
    here = PageLinks(story=story, address=record.page)
    url = links.web_url(record.article.metadata.url)
    title = record.title or sentence(story.labels[record.id])
    lineage = story.lineages.get(record.id)
    rows = _rows(record.article, taken.get(record.id, {}), here)
    view = ArticleView(
        title=title,
        outlet=here.entity(record.outlet) if record.outlet else Link(text="outlet not stated"),
        day=day(record.published),
        inferred=_inferred(record, story),
        authors=record.authors,
        original=escape_url(url) if url else None,
        facts=_facts(record, story),
        file=record.article.file,
        rights=record.article.metadata.rights,
        notes=record.article.metadata.notes,
        lineage=lineage_words(lineage, lineage.articles, here) if lineage else None,
        releases=tuple(
            lineage_words(release, release.articles, here)
            for release in story.releases.get(record.id, ())
        ),
        siblings=tuple(
            here.article(id_)
            for id_ in (lineage.articles[:SIBLINGS] if lineage else ())
            if id_ != record.id
        ),
        rows=tuple(row for row in rows if row.kinds != (NAMED,)),
        named=tuple(row for row in rows if row.kinds == (NAMED,)),
        full_text=_full_text(record.article) if story.settings.publish_full_text else (),
    )
    return Page(
        address=record.page, kind="article", title=title, template="article", view=view,
        description=f"{title}: what the dossier takes from it.",
        linked=_linked(record, here),
    )  # fmt: skip


def _inferred(record: ArticleRecord, story: DossierIndex) -> str | None:
    found = day(record.published_inferred)
    if found is None:
        return None
    reason = story.dated_by[record.id]
    return f"The day of publication is not stated; it was probably {found.short}: {reason}."


def _facts(record: ArticleRecord, story: DossierIndex) -> tuple[str, ...]:
    figures = (
        (record.words, "word"),
        (len(story.said_in.get(record.id, ())), "quote"),
        (len(story.claims_in.get(record.id, ())), "claim"),
        (len(story.events_in.get(record.id, ())), "event"),
    )
    return tuple(counted(number, noun) for number, noun in figures if number)


def _rows(
    article: Article, taken: Mapping[tuple[int, int], tuple[Note, ...]], here: PageLinks
) -> tuple[PassageRow, ...]:
    """Passages that overlap as one row; each keeps its anchor."""
    rows: list[list[tuple[int, int]]] = []
    end = -1
    for span in sorted(taken, key=lambda span: (span[0], -span[1])):
        if span[0] >= end:
            rows.append([])
        rows[-1].append(span)
        end = max(end, span[1])
    return tuple(_row(article, members, taken, here) for members in rows)


def _row(
    article: Article,
    members: list[tuple[int, int]],
    taken: Mapping[tuple[int, int], tuple[Note, ...]],
    here: PageLinks,
) -> PassageRow:
    whole = article.passage(members[0][0], max(end for _, end in members))
    notes = list(dict.fromkeys(note for span in members for note in taken[span]))
    telling = [note for note in notes if note.what != NAMED] or notes
    return PassageRow(
        anchors=(
            *(links.passage_anchor(*span) for span in members),
            *(note.anchor for note in notes if note.anchor),
        ),
        text=here.runs(whole),
        kinds=tuple(dict.fromkeys(note.what for note in telling)),
        notes=tuple(_note_view(note, here) for note in telling if note.text),
        original=here.original(whole),
    )


def _note_view(note: Note, here: PageLinks) -> NoteView:
    url = here.to(note.address) if note.address else None
    return NoteView(
        lead=note.lead,
        link=Link(text=shortened(note.text, LONGEST_NOTE), url=url),
    )


def _full_text(article: Article) -> tuple[str, ...]:
    lines = (line.strip() for line in article.readable.split("\n"))
    return tuple(line for line in lines if line)


def _linked(record: ArticleRecord, here: PageLinks) -> dict[str, object]:
    metadata = record.article.metadata
    outlet = here.story.outlets.get(record.outlet) if record.outlet else None
    data: dict[str, object] = {"@type": "NewsArticle", "inLanguage": metadata.language}
    if record.title:
        data["headline"] = record.title
    if record.published:
        data["datePublished"] = record.published.isoformat()
    if outlet:
        data["publisher"] = {"@type": "NewsMediaOrganization", "name": outlet.name}
    if record.authors:
        data["author"] = [{"@type": "Person", "name": name} for name in record.authors]
    if url := links.web_url(metadata.url):
        data["url"] = url
    return data
