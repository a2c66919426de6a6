"""A saved web page in, its article out: the text of the report, and what the page says of it.

Navigation, forms, asides, scripts and what the page itself calls related, shared or promoted stay
out, and `clean` marks what slips through. Standard library only: the known extractors guess dates
against today's clock, and weigh more than they bring here. Missed: pages that scripts fill.
"""

from dataclasses import dataclass

from builder.load.elements import Elements
from builder.load.markup import marks_in
from builder.load.pagefacts import Facts
from builder.load.publication import published_in
from builder.load.report import report_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The text of a page's article, and the metadata that the page states."""

    text: str
    facts: dict[str, object]


def read_page(html: str) -> Page:
    """The article of a saved page; its text is empty where the page has none."""
    marks = tuple(marks_in(html))
    page, facts = Elements(marks), Facts(marks)
    report = report_in(page.elements, page.blocks)
    heading = next((block.text for block in report.blocks if block.tag == "h1"), "")
    return Page(
        text="\n\n".join(block.text for block in report.blocks),
        facts=facts.stated(heading, lambda: published_in(page, report)),
    )
