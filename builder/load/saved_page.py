"""A saved web page in, its article out: the text of the report, and what the page says of it."""

from dataclasses import dataclass

from lxml.html import HtmlElement

from builder.load.beside import without_what_stands_beside
from builder.load.blocks import blocks_in
from builder.load.markup import marks_in
from builder.load.pagefacts import Facts
from builder.load.report import report_in
from builder.load.tree import tree_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The text of a page's article, and the metadata that the page states."""

    text: str
    facts: dict[str, object]


def read_page(html: str) -> Page:
    """The article of a saved page; its text is empty where the page has none."""
    marks = tuple(marks_in(html))
    shown = without_what_stands_beside(tree_of(marks))
    heading = _heading(shown)
    blocks = [block for block in report_in(shown) if block != heading]
    return Page(
        text="\n\n".join([heading] * bool(heading) + blocks),
        facts=Facts(marks).stated(heading, shown),
    )


def _heading(shown: HtmlElement) -> str:
    heads = (" ".join(block.text for block in blocks_in(head)) for head in shown.iter("h1"))
    return " ".join(next(filter(None, heads), "").split())
