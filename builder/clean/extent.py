"""Which blocks are the report: blocks in, where it begins and ends out.

A line that is no whole sentence may yet be the report's: only what surely is a paragraph counts.
"""

from collections.abc import Sequence

from builder.clean import boilerplate_phrases, bylines
from builder.clean.blocks import Block

REPORT_WORDS = 12  # a paragraph of the report; teasers with a full stop are shorter
LONG_WORDS = 40  # a paragraph even without a full stop: cut off, or a list
HEADLINE_WORDS = 25
HEAD_BLOCKS = 8  # lines from a summary to the date below it, captions and buttons between them
SUMMARY = 1  # paragraphs above the byline; hours in a live blog stand below many


def extent_of(blocks: Sequence[Block]) -> tuple[int, int]:
    """The first and the last paragraph; a summary above the byline or the date is none."""
    reports = [number for number, block in enumerate(blocks) if is_report(block)]
    if not reports:
        return len(blocks), -1
    head = range(reports[0], min(reports[0] + HEAD_BLOCKS, reports[-1]))
    stamped = [
        number
        for number in head
        if bylines.is_stamp(blocks[number].text) and not is_credit(blocks[number].text)
    ]
    above = [n for n in reports if stamped and n < stamped[-1]]
    return reports[len(above) if len(above) <= SUMMARY else 0], reports[-1]


def is_report(block: Block) -> bool:
    """Whether the block is surely a paragraph of a report (most are, some lines are not)."""
    words = len(block.text.split())
    if words >= LONG_WORDS:
        return not boilerplate_phrases.opens_small_print(block.text)
    return (
        words >= REPORT_WORDS
        and boilerplate_phrases.ends_sentence(block.text)
        and not boilerplate_phrases.is_page_sentence(block.text)
        and not boilerplate_phrases.opens_small_print(block.text)
    )


def is_headline_like(text: str) -> bool:
    """Whether the line could be a headline: short, capitalised, without a full stop."""
    opening = text.lstrip("\"'“‘«([")[:1]
    return (
        0 < len(text.split()) <= HEADLINE_WORDS
        and (opening.isupper() or opening.isdigit())
        and (
            not boilerplate_phrases.ends_sentence(text)
            or text.rstrip("\"'”’").endswith(("?", "!"))
        )
        and not text.endswith((":", ","))
    )


def is_credit(text: str) -> bool:
    """Whether a stamp is a line such as "Edited by: Jane Doe", a credit below the report."""
    return not boilerplate_phrases.is_date_stamp(text) and not text.lower().startswith(
        ("by", "publ", "upd")
    )
