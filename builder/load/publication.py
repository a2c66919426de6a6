"""The day of publication in a page's text: its dates and its report in, a day out.

A date that says so, in its markup or in the words before it ("Published 4 March"); else the one
`<time>` beside the headline, between it and the report's second paragraph. No date that says
"updated", none in a sentence, and none of what stands beside the report: it may be another
article's. Where two that are as good differ, none is taken.
"""

import re
from datetime import date

from builder.load.days import day_in
from builder.load.elements import DateMark, Elements, is_publication
from builder.load.report import PARAGRAPH, Report

LONGEST_LINE = 160  # characters of a line of names, date and hour below a headline
_PUBLISHED = re.compile(r"publi(?:sh|cation)|pubdate|posted|entry-date|issued", re.IGNORECASE)
_CHANGED = re.compile(r"modif|updat|revis|edited|correct|expir|event|comment", re.IGNORECASE)
_AT = r"\W*(?:(?:on|at|by)\W*)?$"
_CHANGED_HERE = re.compile(rf"(?:modif|updat|revis|edit|correct|version)\w*{_AT}", re.IGNORECASE)
_PUBLISHED_HERE = re.compile(rf"(?:publi|post|issued|appeared)\w*{_AT}", re.IGNORECASE)
_CHANGED_SHOWN = re.compile(r"\W*(?:last\s)?(?:modif|updat|revis|edit|correct)", re.IGNORECASE)
_LABELS = ("class", "id", "title", "aria-label", "data-testid")
_PAGE = frozenset(["", "html", "head", "body"])


def published_in(page: Elements, report: Report) -> date | None:
    """The day on which the page says that it was published, `None` where it does not."""
    near = _beside_headline(page, report)
    marks = [mark for mark in page.dates if _is_reports(page, report, mark, near)]
    said = [mark for mark in marks if _is_said(page, mark)]
    chosen = (
        [mark for mark in said if mark.block in near],
        said,
        [mark for mark in marks if mark.block in near and _stands_alone(page, mark)],
    )
    for alike in chosen:
        days = {day for mark in alike if (day := day_in(mark.stated)) is not None}
        if days:
            return days.pop() if len(days) == 1 else None
    return None


def _beside_headline(page: Elements, report: Report) -> range:
    """The blocks from what the headline stands in to the report's second paragraph."""
    if not report.blocks:
        return range(0)
    places = {id(block): number for number, block in enumerate(page.blocks)}
    numbers = [places[id(block)] for block in report.blocks]
    head = next((n for n in numbers if page.blocks[n].tag == "h1"), numbers[0])
    sentences = [
        n for n in numbers
        if n > head and len(page.blocks[n].text) >= PARAGRAPH and _is_sentence(page.blocks[n].text)
    ]  # fmt: skip
    frame = page.elements[page.blocks[head].element].parent
    if page.elements[report.holder].tag in {"article", "main"}:
        frame = min(frame, report.holder)
    first = head
    if frame >= 0 and page.elements[frame].tag not in _PAGE:
        last = page.elements[frame].last
        first = next(n for n, block in enumerate(page.blocks) if frame <= block.element <= last)
    return range(first, (sentences[1:2] or numbers[-1:])[0] + 1)


def _is_reports(page: Elements, report: Report, mark: DateMark, near: range) -> bool:
    """Whether the date may be the report's: not of another article, not of a change."""
    element = page.elements[mark.element]
    held = report.holder <= mark.element <= page.elements[report.holder].last
    if mark.element in report.teasers or not (held or mark.block in near or element.tag in _PAGE):
        return False
    if element.apart and not page.elements[report.holder].apart:
        return False
    prop = mark.attributes.get("itemprop")
    if prop is not None and not is_publication(mark.attributes):
        return False
    if _CHANGED_HERE.search(mark.before) or _CHANGED_SHOWN.match(mark.shown):
        return False
    names = _names(page, mark)
    return _PUBLISHED.search(names) is not None or _CHANGED.search(names) is None


def _is_said(page: Elements, mark: DateMark) -> bool:
    """Whether the markup, or the words before it, say that this is the day of publication."""
    said = is_publication(mark.attributes) or _PUBLISHED.search(_names(page, mark))
    return bool(said or _PUBLISHED_HERE.search(mark.before))


def _names(page: Elements, mark: DateMark) -> str:
    """What the markup calls the date, and the element around it."""
    element = page.elements[mark.element]
    around = page.elements[max(0, element.parent)].attributes
    if page.elements[max(0, element.parent)].tag in _PAGE | {"article", "main"}:
        around = {}
    return " ".join(held.get(key, "") for held in (mark.attributes, around) for key in _LABELS)


def _stands_alone(page: Elements, mark: DateMark) -> bool:
    """Whether the date stands in a line of its own or of names, not in a sentence."""
    if not mark.shown:
        return True
    text = page.blocks[mark.block].text
    return len(text) <= LONGEST_LINE and not _is_sentence(text)


def _is_sentence(text: str) -> bool:
    return text.rstrip("”\"’')").endswith((".", "!", "?")) and not text.endswith("m.")  # "8 p.m."
