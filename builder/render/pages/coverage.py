"""Who carries what: claims against articles, articles of one lineage side by side, and as CSV."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from builder.model.claims import Claim, Statement
from builder.model.ids import ArticleId
from builder.render.index import DossierIndex
from builder.render.page import Page
from builder.render.page_links import Link, PageLinks
from builder.render.pages.claims import DIFFER_ON, articles_of, told_near
from builder.render.phrases import counted, shortened, titled
from builder.tables import csv_text

ADDRESS = "coverage/"
CSV = "data/coverage.csv"
MOST_CLAIMS = 120  # rows that a reader can still overlook; the CSV has all
MOST_ARTICLES = 24  # columns, those with most claims; the CSV has all
_LONGEST_CLAIM = 70  # characters: a row of the matrix stays a row on a phone
_LONGEST_LABEL = 28  # characters: a column stays narrow
_COLUMNS = (
    "claim", "text", "independent_sources", "article", "article_name", "outlet", "lineage",
    "differs", "passage",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Whether an article carries a claim; with a letter and words, not by colour alone."""

    css: Literal["on", "diff", "near", "off"]
    letter: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Articles of one lineage, or those that stand alone."""

    text: str
    span: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """A claim and its cells, one for each article shown."""

    claim: Link
    sources: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageView:
    """The page."""

    summary: str
    left_out: str
    groups: tuple[Group, ...]
    articles: tuple[Link, ...]
    lines: tuple[ClaimLine, ...]
    table: Markup
    """Where the CSV is."""


def coverage_page(story: DossierIndex, ranked: Sequence[Claim]) -> Page:
    """The matrix; `ranked` are all claims, the most reported first."""
    here = PageLinks(story=story, address=ADDRESS)
    claims = [claim for claim in ranked if claim.page][:MOST_CLAIMS]
    articles = _columns(claims, story)
    summary = f"{counted(len(claims), 'claim')} in {counted(len(articles), 'article')}."
    if not claims:
        summary = "No article carries a claim yet."
    more = len(ranked) > len(claims) or len(story.articles) > len(articles)
    view = CoverageView(
        summary=summary,
        left_out="The most reported are shown; the table for download has all." if more else "",
        groups=_groups(articles, here),
        articles=tuple(
            here.article(id_, shortened(story.labels[id_], _LONGEST_LABEL)) for id_ in articles
        ),
        lines=tuple(_line(claim, articles, here) for claim in claims),
        table=here.to(CSV),
    )
    return Page(
        address=ADDRESS, kind="list", title="Who carries what", template="coverage", view=view,
        description=f"Which article carries which claim: {summary}",
    )  # fmt: skip


def coverage_csv(story: DossierIndex, ranked: Iterable[Claim]) -> str:
    """One row for each claim and article that carries it."""
    return csv_text(
        _COLUMNS,
        (
            _record(claim, statement, odd, story)
            for claim in ranked
            for odd in [_odd(claim)]
            for statement in claim.statements
        ),
    )


def _record(
    claim: Claim, statement: Statement, odd: Mapping[ArticleId, str], story: DossierIndex
) -> tuple[str, ...]:
    """One row of the CSV; an outlet that nobody stated is an empty cell."""
    article = statement.passage.article
    record = story.articles[article]
    outlet = story.outlets[record.outlet].name if record.outlet else ""
    lineage = story.lineages.get(article)
    return (
        claim.id, claim.text, str(claim.independent_sources), article, story.labels[article],
        outlet, lineage.id if lineage else "", odd.get(article, ""),
        statement.passage.text,
    )  # fmt: skip


def _columns(claims: Iterable[Claim], story: DossierIndex) -> list[ArticleId]:
    """The articles with most claims, those of one lineage together, the largest first."""
    carried = Counter(article for claim in claims for article in articles_of(claim))
    shown = sorted(story.articles, key=lambda id_: (-carried[id_], id_))[:MOST_ARTICLES]
    size = Counter(story.line_of(id_) for id_ in shown)
    return sorted(shown, key=lambda id_: (-size[story.line_of(id_)], story.line_of(id_), id_))


def _groups(articles: Sequence[ArticleId], here: PageLinks) -> tuple[Group, ...]:
    groups: list[Group] = []
    lines: list[str] = []
    for article in articles:
        line = here.story.line_of(article) if article in here.story.lineages else "alone"
        if lines and lines[-1] == line:
            groups[-1] = Group(text=groups[-1].text, span=groups[-1].span + 1)
        else:
            lines.append(line)
            groups.append(Group(text=here.line(article) or "alone", span=1))
    return tuple(groups)


def _line(claim: Claim, articles: Sequence[ArticleId], here: PageLinks) -> ClaimLine:
    carrying, odd = set(articles_of(claim)), _odd(claim)
    near = told_near(claim)
    return ClaimLine(
        claim=here.claim(claim, titled(shortened(claim.text, _LONGEST_CLAIM))),
        sources=claim.independent_sources,
        cells=tuple(_dot(article, carrying, odd, near) for article in articles),
    )


def _dot(
    article: ArticleId,
    carrying: Set[ArticleId],
    odd: Mapping[ArticleId, str],
    near: Set[ArticleId],
) -> Cell:
    """What an article that tells something near does not tell is only not found."""
    if article not in carrying and article in near:
        return Cell(css="near", letter="N", words="not found; something near it is told")
    if article not in carrying:
        return Cell(css="off", letter="", words="not mentioned")
    if article in odd:
        return Cell(css="diff", letter="D", words=f"carries it, differs on {odd[article]}")
    return Cell(css="on", letter="C", words="carries it")


def _odd(claim: Claim) -> dict[ArticleId, str]:
    """The articles that give another value than most, and what on."""
    odd: dict[ArticleId, str] = {}
    for difference in claim.differences:
        common = max(difference.values, key=lambda value: len(value.statements), default=None)
        for value in difference.values:
            if value is not common:
                for at in value.statements:
                    odd.setdefault(
                        claim.statements[at].passage.article, DIFFER_ON[difference.kind]
                    )
    return odd
