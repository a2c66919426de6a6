"""Articles in lists, and the page that lists them all."""

from dataclasses import dataclass

from builder.model.ids import ArticleId
from builder.render.index import DossierIndex
from builder.render.page import Page
from builder.render.page_links import Link, PageLinks
from builder.render.parts.dates import When, day
from builder.render.phrases import counted, shortened

LONGEST_TITLE = 160  # characters of a headline in a list; its page has it whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """An article in a list."""

    title: Link
    label: str
    day: When | None
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlesView:
    """The list of articles."""

    summary: str
    articles: tuple[Published, ...]


def articles_page(story: DossierIndex) -> Page:
    """All articles, by the day they were published; undated ones last."""
    here = PageLinks(story=story, address="articles/")
    records = sorted(
        story.dossier.articles,
        key=lambda record: (record.published is None, record.published, record.id),
    )
    sources = story.sources(record.id for record in records)
    summary = f"{counted(len(records), 'article')}, {counted(sources, 'independent source')}."
    view = ArticlesView(
        summary=summary, articles=tuple(published(record.id, here) for record in records)
    )
    return Page(
        address="articles/", kind="list", title="Articles", template="articles", view=view,
        description=summary,
    )  # fmt: skip


def published(id_: ArticleId, here: PageLinks) -> Published:
    """An article as one entry of a list."""
    record = here.story.articles[id_]
    published_by = here.story.publishers[id_]
    return Published(
        title=here.article(
            id_,
            shortened(record.title or "", LONGEST_TITLE)
            or f"{here.story.labels[id_]} (title not stated)",
        ),
        label=published_by if record.title else "",
        day=day(record.published),
        line=here.line(id_),
    )
