"""Lines that are no sentences of the report: headlines, headings, captions; blocks in, spans out.

A heading amid the report stands alone before a paragraph; several short lines in a row may be a
list whose bullets were lost, and stay. A text without any paragraph has no headings: it may be a
headline that someone wants read.
"""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from builder import naming
from builder.clean import bylines
from builder.clean.blocks import Block
from builder.clean.boilerplate import Span
from builder.clean.datelines import is_dateline
from builder.clean.extent import SUMMARY, is_headline_like, is_report

HEADING_WORDS = 10  # amid a report; a sentence that lost its full stop is mostly longer
LAST_WORDS = 14  # below it, where teasers stand
LONGEST_CAPTION = 400
KICKER_WORDS = 3  # "Trade talks" above "Leaders meet in Lima to speak about tolls"
_BULLET = re.compile(r"[•·▪●◦‣■►▶➤✓→*+–—-]\s")
_SIGNED = re.compile(r"#{1,6}\s")
_CREDIT = re.compile(
    r"\W*(?:(?:additional |with )?report(?:ing|ed)|writing|written|edit(?:ing|ed)|compiled"
    r"|translated|graphics?|source|with (?:inputs?|files)) (?:by|from|contributed)\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"[(\[|/—–-]\s*(?:[^()\[\]|]{0,60}\b)?(?:photos?|images?|getty|photograph|picture|pictures"
    r"|shutterstock|istock|file|screengrab|screenshot|handout|courtesy|pool|epa-efe"
    r"|anadolu|wikimedia|unsplash|pixabay)\b[^()\[\]|]{0,60}[)\]]?$"
    r"|[(\[]source: [^()\[\]]{2,60}[)\]]$"
    r"|\b(?:photo|picture|image|photograph)s?: [A-Z][^.\n:]{2,60}$"
    r"|\bcredit(?:\.\.\.|…|:) ?[^.\n]{2,60}$"
    r"|\((?:ap|afp|reuters|epa|pa|ani|pti|tass|xinhua|bloomberg)(?:/[^()]{0,40})?\)$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|of|the|and|in|to|for|on|at)){0,5}:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Headings:
    """The headings in reading order, the headline if there is one, the first paragraphs."""

    headings: tuple[Span, ...]
    headline: Span | None
    opening: tuple[Block, ...]


def headings_in(blocks: Sequence[Block], boilerplate: Sequence[Span]) -> Headings:
    """The headings among the blocks that are not boilerplate."""
    masked = set(boilerplate)
    kept = [block for block in blocks if (block.start, block.end) not in masked]
    reports = [number for number, block in enumerate(kept) if is_report(block)]
    if not reports:  # one sentence may have a dateline too
        return Headings(headings=(), headline=None, opening=tuple(kept[:1]))
    first, last = reports[0], reports[-1]
    found = [
        number
        for number, block in enumerate(kept)
        if _is_heading(kept, number, first, last) or is_caption(block.text)
    ]
    above_stamps = {
        one.end for one, other in pairwise(blocks) if other.text and bylines.is_stamp(other.text)
    }
    headline = _headline([kept[n] for n in found if n < first], above_stamps)
    return Headings(
        headings=tuple((kept[number].start, kept[number].end) for number in found),
        headline=headline,
        opening=tuple(kept[number] for number in reports[: 1 + SUMMARY]),
    )


def is_caption(text: str) -> bool:
    """Whether the line ends with a photo's credit."""
    return len(text) <= LONGEST_CAPTION and bool(_CAPTION.search(text)) and not _BULLET.match(text)


def _is_heading(kept: Sequence[Block], number: int, first: int, last: int) -> bool:
    text = kept[number].text
    if _SIGNED.match(text):
        return True
    if _BULLET.match(text) or _CREDIT.match(text) or text.startswith("("):
        return False
    if _LABEL.fullmatch(text):
        return number > last or not kept[number + 1].text.startswith(("“", '"', "‘", "'"))
    if number < first or not is_headline_like(text):
        return number < first and is_headline_like(text)
    if number > last:
        return len(text.split()) <= LAST_WORDS
    return _is_crosshead(text) and not is_headline_like(kept[number + 1].text)


def _is_crosshead(text: str) -> bool:
    return len(text.split()) <= HEADING_WORDS and not text.rstrip("\"'”’").endswith("!")


def _headline(head: Sequence[Block], above_stamps: Set[int]) -> Span | None:
    """The first line of some words; `above_stamps` are the ends of lines above a byline or day."""
    lines = [block for block in head if not (is_caption(block.text) or is_dateline(block.text))]
    for block in lines[:2]:
        if len(block.text.split()) > KICKER_WORDS:
            return block.start, block.end
    if lines and _is_short_headline(lines[0].text, above_stamp=lines[0].end in above_stamps):
        return lines[0].start, lines[0].end
    return None  # one or two words are an outlet's name sooner than a headline


def _is_short_headline(text: str, *, above_stamp: bool) -> bool:
    """Whether two or three words are a headline: "Harbour closed", not "Evening Post"."""
    words = text.split()
    if len(words) == KICKER_WORDS:
        return True
    if len(words) != KICKER_WORDS - 1 or not (words[1][0].islower() or above_stamp):
        return False
    return text not in naming.outlet_names() and not naming.ends_as_body(text)
