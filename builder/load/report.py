"""Which text of a page is its report: a page without what stands beside it in, blocks of text out.

Trafilatura finds the report (`benchmarks/pages.py` measures how well). It is asked for nothing
else: its metadata is guessed from more than a page states, partly against today's clock.
Missed: pages that scripts fill, and reports in pictures.
"""

from copy import deepcopy
from itertools import islice

from lxml.html import HtmlElement
from trafilatura import bare_extraction

from builder.load.beside import drop
from builder.load.blocks import blocks_in, leads_on
from builder.load.quiet import kept_quiet

kept_quiet("trafilatura")

_NO_REPORT = (
    "aside", "button", "canvas", "dialog", "footer", "form", "iframe", "menu", "nav", "noscript",
    "object", "script", "style", "svg", "template", "title", "video",
)  # fmt: skip
_BLOCKS = ("dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "td", "th", "tr")
_MOST_BLOCKS = 1_500  # its second opinion takes time by their square: 10 s for 10,000, .2 s here


def report_in(shown: HtmlElement) -> tuple[str, ...]:
    """The paragraphs, headings and items of the report, in order.

    All text of the page where nothing in it looks like a report.
    """
    page = deepcopy(shown)
    for link in [link for link in page.iter("a") if not leads_on(link.get("href", ""))]:
        link.drop_tag()  # "<h2><a href='#known'>What is known</a></h2>" is a heading, no link
    many = next(islice(page.iter(*_BLOCKS), _MOST_BLOCKS, None), None) is not None
    found = bare_extraction(page, include_comments=False, fast=many)
    body = None if found is None or isinstance(found, dict) else found.body
    blocks = () if body is None else tuple(block.text for block in blocks_in(body))
    return blocks if len(blocks) > 1 else _paragraphs_of("".join(blocks), all_text(shown))


def _paragraphs_of(text: str, paragraphs: tuple[str, ...]) -> tuple[str, ...]:
    """The page's own paragraphs in a text: of short reports trafilatura makes one line."""
    held = _squeezed(text)
    found = tuple(part for part in paragraphs if _squeezed(part.removeprefix("• ")) in held)
    return (found or (text,)) if text else paragraphs


def _squeezed(text: str) -> str:
    return "".join(text.split())


def all_text(shown: HtmlElement) -> tuple[str, ...]:
    """The blocks of a page that are no menus, forms and the like."""
    rest = deepcopy(shown)
    drop(element for element in rest.iter(*_NO_REPORT))
    return tuple(block.text for block in blocks_in(rest))
