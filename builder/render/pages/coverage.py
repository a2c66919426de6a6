"""Who carries what: claims against outlets, or against independent sources, and as CSV.

In: the story and its claims, the most reported first. Out: two pages of one table each, and the
CSV. Deliberately missed: claims and columns beyond the limits; the CSV has them.
"""

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
from builder.tables import csv_lines

By = Literal["outlet", "source"]
ADDRESSES: Mapping[By, str] = {"outlet": "coverage/", "source": "coverage/sources/"}
CSV = "data/coverage.csv"
MOST_CLAIMS = 100  # rows that a reader can still overlook; the CSV has all
MOST_COLUMNS = 24  # those with most claims: what a wide screen shows at once; the CSV has all
_LONGEST_CLAIM = 70  # characters: a row of the matrix stays two lines
_LONGEST_LABEL = 22  # characters: a slanted head stays in its table
COLUMNS = (
    "claim", "text", "independent_sources", "article", "article_name", "outlet", "lineage",
    "differs", "passage",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """How a column tells a claim; with words, and by shape as well as by colour."""

    css: Literal["on", "diff", "near", ""]
    words: str
    label: str
    """The column's name, for the list that a phone shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """An outlet or an independent source, and its articles."""

    link: Link
    articles: frozenset[ArticleId]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """A claim and its cells, one for each column."""

    claim: Link
    sources: int
    marks: str
    """What the filters ask for: `differs`, `several`."""
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageView:
    """The page."""

    summary: str
    left_out: str
    by: By
    other: Markup
    """The same claims by the other kind of column."""
    columns: tuple[Link, ...]
    lines: tuple[ClaimLine, ...]
    table: Markup
    """Where the CSV is."""


def coverage_page(story: DossierIndex, ranked: Sequence[Claim], by: By = "outlet") -> Page:
    """The matrix; `ranked` are all claims, the most reported first."""
    here = PageLinks(story=story, address=ADDRESSES[by])
    paged = [claim for claim in ranked if claim.page]
    claims = paged[:MOST_CLAIMS]
    every = _columns(claims, by, here)
    columns = every[:MOST_COLUMNS]
    nouns = {"outlet": "outlet", "source": "independent source"}
    summary = f"{counted(len(claims), 'claim')}, {counted(len(columns), nouns[by])}."
    if not claims:
        summary = "No article carries a claim yet."
    view = CoverageView(
        summary=summary,
        left_out=_left_out(len(ranked) - len(claims), len(every) - len(columns), nouns[by]),
        by=by,
        other=here.to(ADDRESSES["source" if by == "outlet" else "outlet"]),
        columns=tuple(column.link for column in columns),
        lines=tuple(_line(claim, columns, here) for claim in claims),
        table=here.to(CSV),
    )
    title = "Who carries what" if by == "outlet" else "Who carries what, by independent source"
    return Page(
        address=here.address, kind="list", title=title, template="coverage", view=view,
        description=f"Who carries which claim: {summary}",
    )  # fmt: skip


def _left_out(claims: int, columns: int, noun: str) -> str:
    """What the table has no room for, in a sentence."""
    left = [counted(claims, "claim")] if claims else []
    left += [counted(columns, noun)] if columns else []
    if not left:
        return ""
    verb = "is" if claims + columns == 1 else "are"
    return f"{' and '.join(left)} more {verb} in the table for download."


def coverage_csv(story: DossierIndex, ranked: Iterable[Claim]) -> str:
    """One row for each claim and article that carries it."""
    rows = (
        _record(claim, statement, odd, story)
        for claim in ranked
        for odd in [_odd(claim)]
        for statement in claim.statements
    )
    return "".join(csv_lines(COLUMNS, rows))


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


def _columns(claims: Iterable[Claim], by: By, here: PageLinks) -> list[Column]:
    """Outlets, or sources that count as one; those with most claims first."""
    story = here.story
    members: dict[str, list[ArticleId]] = {}
    for id_, record in story.articles.items():
        key = (record.outlet or id_) if by == "outlet" else story.line_of(id_)
        members.setdefault(key, []).append(id_)
    carried = Counter(article for claim in claims for article in articles_of(claim))
    ranked = sorted(
        members.values(), key=lambda found: (-sum(carried[id_] for id_ in found), found)
    )
    return [
        Column(link=_head(found, by, here), articles=frozenset(found))
        for found in ranked
        if any(carried[id_] for id_ in found)
    ]


def _head(articles: Sequence[ArticleId], by: By, here: PageLinks) -> Link:
    """The name over a column, with a link to the outlet or to the first of its articles."""
    first = articles[0]
    if by == "source" and (line := here.line(first)):
        return here.article(first, f"{line}, {counted(len(articles), 'article')}")
    outlet = here.story.articles[first].outlet
    if outlet and by == "outlet":
        link = here.entity(outlet)
        return Link(text=shortened(link.text, _LONGEST_LABEL), url=link.url)
    return here.article(first, shortened(here.story.labels[first], _LONGEST_LABEL))


def _line(claim: Claim, columns: Sequence[Column], here: PageLinks) -> ClaimLine:
    carrying, odd, near = set(articles_of(claim)), _odd(claim), told_near(claim)
    marks = ["differs"] * bool(odd) + ["several"] * (claim.independent_sources > 1)
    return ClaimLine(
        claim=here.claim(claim, titled(shortened(claim.text, _LONGEST_CLAIM))),
        sources=claim.independent_sources,
        marks=" ".join(marks),
        cells=tuple(_dot(column, carrying, odd, near) for column in columns),
    )


def _dot(
    column: Column,
    carrying: Set[ArticleId],
    odd: Mapping[ArticleId, str],
    near: Set[ArticleId],
) -> Cell:
    """What an article that tells something near does not tell is only not found."""
    differing = [odd[id_] for id_ in sorted(column.articles) if id_ in odd]
    name = column.link.text
    if differing:
        return Cell(css="diff", words=f"differs on {differing[0]}", label=name)
    if column.articles & carrying:
        return Cell(css="on", words="yes", label=name)
    if column.articles & near:
        return Cell(css="near", words="not found; something near it is told", label=name)
    return Cell(css="", words="", label="")


def _odd(claim: Claim) -> dict[ArticleId, str]:
    """The articles that give another value than most, and what on; other words are no value."""
    odd: dict[ArticleId, str] = {}
    for difference in claim.differences:
        if difference.kind == "wording":
            continue
        common = max(difference.values, key=lambda value: len(value.statements), default=None)
        for value in difference.values:
            if value is not common:
                for at in value.statements:
                    odd.setdefault(
                        claim.statements[at].passage.article, DIFFER_ON[difference.kind]
                    )
    return odd
