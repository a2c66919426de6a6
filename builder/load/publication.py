"""The day of publication in a page's text: a page without what stands beside its report in, a day.

A date that says so, in its markup or in the words before it ("Published 4 March"); else the one
date beside the headline, between it and the report's second paragraph. No date that says
"updated", and none in a sentence. Where two that are as good differ, none is taken.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from builder.load.blocks import BLOCKS, short_text
from builder.load.days import day_in

LABEL = 40  # characters; "First published on" before a date, and not a sentence
LONGEST_DATE = 80  # characters of an element that holds a date, and perhaps what it is
LONGEST_LINE = 160  # characters of a line of names, date and hour below a headline
PARAGRAPH = 40  # characters; captions and lines of names are shorter, or end without a full stop
_PUBLISHED = re.compile(r"publi(?:sh|cation)|pubdate|posted|entry-date|issued", re.IGNORECASE)
_CHANGED = re.compile(
    r"modif|updat|revis|edited|correct|expir|event|comment|current|today", re.IGNORECASE
)
_AT = r"\W*(?:(?:on|at|by)\W*)?$"
_CHANGED_HERE = re.compile(rf"(?:modif|updat|revis|edit|correct|version)\w*{_AT}", re.IGNORECASE)
_PUBLISHED_HERE = re.compile(rf"(?:publi|post|issued|appeared)\w*{_AT}", re.IGNORECASE)
_CHANGED_SHOWN = re.compile(r"\W*(?:last\s)?(?:modif|updat|revis|edit|correct)", re.IGNORECASE)
_PUBLISHED_SHOWN = re.compile(r"\W*(?:first\s)?(?:publi|post(?!er|al)|issued)\w*\W", re.IGNORECASE)
_DATE_FIRST = re.compile(
    r"\W*(?:on\s)?(?:[A-Z]\w+day,?\s)?(?=\d{1,2}\s[A-Z]|\d{4}-|[A-Z]\w+\.?\s\d)"
)
_DATED = re.compile(
    r"(?:^|[\s_-])(?:\w*date|published|posted(?:-on)?|\w*time(?:stamp)?|time-\w+)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LABELS = ("class", "id", "title", "aria-label", "data-testid")
_WIDE = frozenset(["html", "body", "article", "main"])
_ADDRESS = re.compile(
    r"[/-](?P<year>(?:19|20)\d\d)[/-](?P<month>\d\d?|[a-z]{3})[/-](?P<day>\d\d?)(?!\d)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dated:
    """A date: where it stands, what it says, the words before it, what its markup calls it."""

    element: HtmlElement
    day: date
    text: str
    before: str
    line: str
    """The whole line that it stands in."""

    @property
    def names(self) -> str:
        """What the markup calls the date, and the element around it."""
        around = self.element.getparent()
        frames = (
            [self.element] if around is None or around.tag in _WIDE else [self.element, around]
        )
        return " ".join(frame.get(key, "") for frame in frames for key in _LABELS)

    @property
    def is_change(self) -> bool:
        """Whether it says that it is the day of something else."""
        stated = self.element.get("itemprop")
        if stated is not None and not is_publication(self.element.attrib):
            return True
        if _CHANGED_HERE.search(self.before) or _CHANGED_SHOWN.match(self.text):
            return True
        return not _PUBLISHED.search(self.names) and _CHANGED.search(self.names) is not None

    @property
    def is_aside(self) -> bool:
        """Whether it stands beside the report."""
        return next(self.element.iterancestors("aside", "footer"), None) is not None

    @property
    def is_said(self) -> bool:
        """Whether it says that it is the day of publication."""
        marked = is_publication(self.element.attrib) or _PUBLISHED.search(self.names)
        said = _PUBLISHED_HERE.search(self.before) or _PUBLISHED_SHOWN.match(self.text)
        return bool(marked or said)


def published_in(shown: HtmlElement) -> date | None:
    """The day on which the page says that it was published, `None` where it does not."""
    near, held = _beside_headline(shown)
    dates = [found for found in _dates(shown) if not found.is_change and not found.is_aside]
    said = [found for found in dates if found.is_said]
    chosen = (
        [found for found in said if found.element in near],
        [found for found in said if found.element in held],
        [f for f in dates if f.element in near and not _is_sentence(f.line)],
    )
    alike = next(filter(None, chosen), [])
    days = {found.day for found in alike}
    return days.pop() if len(days) == 1 else None


def day_of_address(url: str) -> date | None:
    """The day in an address, as newsrooms write it: `/2025/03/04/`, `/2025/mar/04/`."""
    found = _ADDRESS.search(url)
    if found is None:
        return None
    year, month, day = found.groups()
    return day_in(f"{day} {month} {year}" if month.isalpha() else f"{year}-{month}-{day}")


def is_publication(attributes: Mapping[str, str]) -> bool:
    """Whether the element says that it holds the day of publication."""
    stated = attributes.get("itemprop") or attributes.get("property") or ""
    return stated.lower().endswith("datepublished") or "pubdate" in attributes


def _beside_headline(shown: HtmlElement) -> tuple[set[HtmlElement], set[HtmlElement]]:
    """The elements from what the headline stands in to the second paragraph, and the report's."""
    head = next((h for h in shown.iter("h1") if h.text_content().strip()), None)
    frame = shown if head is None else head.getparent()
    if frame.tag in {"html", "body"} and head is not None:
        frame = head
    near: set[HtmlElement] = set()
    paragraphs, behind = 0, head is None
    every = list(shown.iter())
    for element in every[every.index(frame) :]:
        behind = behind or element is head
        paragraphs += behind and element.tag in {"p", "div"} and _is_paragraph(element)
        if paragraphs > 1:
            break
        near.add(element)
    held = set(shown.iter("meta"))
    for holder in [] if head is None else list(head.iterancestors("article", "main"))[:1]:
        held.update(holder.iter())
    return near, held


def _is_paragraph(element: HtmlElement) -> bool:
    inline = [child for child in element if child.tag not in BLOCKS]
    own = (f"{child.text_content()}{child.tail or ''}" for child in inline)
    text = " ".join("".join((element.text or "", *own)).split())
    return len(text) >= PARAGRAPH and _is_sentence(text)


def _is_sentence(text: str) -> bool:
    if len(text) > LONGEST_LINE:
        return True
    return text.rstrip("”\"’')").endswith((".", "!", "?")) and not text.endswith("m.")  # "8 p.m."


def _dates(shown: HtmlElement) -> Iterator[_Dated]:
    """The dates of the page in order, each with the words around it."""
    words: list[str] = []  # of the line that is being read
    since, label = 0, ""  # where the words behind the last date begin; the short line before
    pending: list[HtmlElement] = []
    befores: list[str] = []
    for event, element in iterwalk(shown, events=("start", "end")):
        if element.tag in BLOCKS:
            line = " ".join("".join(words).split())
            yield from _of_line(pending, befores, line, element)
            label = line if line and len(line) <= LABEL else "" if line else label
            words, pending, befores, since = [], [], [], 0
        if event == "start":
            if _may_be_date(element):
                before = "".join(words[since:]).strip() or ("" if pending else label)
                pending.append(element)
                befores.append(before[-LABEL:])
            words.append(element.text or "")
            continue
        if pending and pending[-1] is element:
            since = len(words)
        words.append(element.tail or "")


def _of_line(
    marked: list[HtmlElement], befores: list[str], line: str, element: HtmlElement
) -> Iterator[_Dated]:
    """The dates of a line that has ended: those that are marked, else the one that it states."""
    for found, before in zip(marked, befores, strict=True):
        text = short_text(found, LONGEST_DATE) or ""
        stated = next(filter(None, map(found.get, ("datetime", "content"))), None)
        day = day_in(stated or text) or day_in(found.get("title", ""))
        if day is not None:
            yield _Dated(element=found, day=day, text=text, before=before, line=line)
    if marked or len(line) > LONGEST_LINE:
        return
    opening = _PUBLISHED_SHOWN.match(line) or _DATE_FIRST.match(line)
    if opening and (day := day_in(line[opening.end() :][:LABEL])):
        yield _Dated(element=element, day=day, text=line, before="", line=line)


def _may_be_date(element: HtmlElement) -> bool:
    if element.tag == "time" or is_publication(element.attrib):
        return True
    if not _DATED.search(f"{element.get('class', '')} {element.get('id', '')}"):
        return False
    inner = any(part.tag == "time" or is_publication(part.attrib) for part in element.iter())
    return not inner and short_text(element, LONGEST_DATE) is not None
