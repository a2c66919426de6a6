"""The day of publication in a page's text: a page without what stands beside its report in, a day.

A date that says so, in its markup or in the words before it ("Published 4 March"), near
the headline before elsewhere; else the one date beside the headline, between it and the report's
second paragraph, or in its article. No date that says "updated", none in a sentence, and none in a
box with a heading of its own. Where two that are as good differ, none is taken.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from builder.load.blocks import BLOCKS, short_text
from builder.load.days import day_in
from builder.load.headline import LONGEST_LINE, beside_headline, cards_in, is_sentence

LABEL = 40  # characters; "First published on" before a date, and not a sentence
LONGEST_DATE = 80  # characters of an element that holds a date, and perhaps what it is
_PUBLISHED = re.compile(r"publi(?:sh|cation)|pubdate|posted|entry-date|issued", re.IGNORECASE)
_CHANGED = re.compile(
    r"modif|updat|revis|edited|correct|expir|event|comment|current|today", re.IGNORECASE
)
_AT = r"\W*(?:(?:on|at|by)\W*)?$"
_CHANGED_HERE = re.compile(  # not of "editor — 4 March"
    rf"(?:(?:modif|updat|revis|version)\w*|(?:edit|correct)(?:ed|ion)?){_AT}", re.IGNORECASE
)
_PUBLISHED_HERE = re.compile(rf"(?:publi|post|issued|appeared)\w*{_AT}", re.IGNORECASE)
_CHANGED_SHOWN = re.compile(r"\W*(?:last\s)?(?:modif|updat|revis|edit|correct)", re.IGNORECASE)
_PUBLISHED_SHOWN = re.compile(  # "This entry was posted on", "First published"
    r"\W*(?:this\s\w+\swas\s)?(?:(?:first|originally)\s)?(?:publi|post(?!er|al)|issued)\w*\W",
    re.IGNORECASE,
)
_DATE_FIRST = re.compile(
    r"\W*(?:on\s|Date:?\s)?(?:[A-Z]\w+day,?\s)?"
    r"(?=\d{1,2}(?:st|nd|rd|th)?\s[A-Z]|\d{4}-|\d\d?([/.])\d\d?\1\d{4}|[A-Z]\w+\.?\s\d)"
)
_DATE_LAST = re.compile(  # "By Ella Roth, March 4, 2025 at 8:30 p.m."
    r"(?<!\w)(?P<date>[A-Z]\w{2,8}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}"
    r"|\d{1,2}(?:st|nd|rd|th)?\s[A-Z]\w{2,8}\.?,?\s\d{4}|\d{4}-\d\d-\d\d)"
    r"(?:\W*(?:at\s)?\d{1,2}:\d\d.{0,12})?\W*$"
)
_UNSEEN = frozenset(["script", "title"])
_NO_BYLINES = frozenset(["figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6"])
_DATED = re.compile(
    r"(?:^|[\s_-])(?:\w*date|\w*published|posted(?:-on)?|\w*time(?:stamp)?|time-\w+)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LABELS = ("class", "id", "title", "aria-label", "data-testid")
_WIDE = frozenset(["html", "body", "article", "main"])
_ADDRESS = re.compile(
    r"[/-](?P<year>(?:19|20)\d\d)(?:[/-](?P<month>\d\d?|[a-z]{3})[/-](?P<day>\d\d?)(?!\d)"
    r"|(?P<m>\d\d)(?P<d>\d\d)(?=[/.]|$))"
)
_SCRIPTED = re.compile(  # "publishedAt":"2025-03-04T08:00:00Z", also escaped
    r"[\"'](?:date_?|first_?|original_?)*publi(?:sh(?:ed)?|cation)(?:_?(?:at|on|date|time|utc|gmt))*"
    r"\\?[\"']\s*:\s*\\?[\"'](\d{4}-\d\d-\d\d)",
    re.IGNORECASE,
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
    is_last: bool = False
    """Whether it is told by nothing but its place at the end of a line."""

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
    near, held = beside_headline(shown)
    dates = [found for found in _dates(shown) if not found.is_change and not found.is_aside]
    said = [found for found in dates if found.is_said]
    lines = [found for found in dates if not is_sentence(found.line)]
    marked = [found for found in lines if not found.is_last]
    cards = cards_in(shown)
    chosen = (
        [found for found in said if found.element in near],
        [found for found in said if found.element in held],
        [found for found in marked if found.element in near],
        [found for found in said if cards.isdisjoint(found.element.iterancestors())],
        [found for found in marked if found.element in held],
        [found for found in lines if found.element in near],
    )
    alike = next(filter(None, chosen), [])
    days = {found.day for found in alike}
    return days.pop() if len(days) == 1 else None


def day_of_address(url: str) -> date | None:
    """The day in an address: `/2025/03/04/`, `/2025/mar/04/`, `/20250304`."""
    found = _ADDRESS.search(url)
    if found is None:
        return None
    year, month, day = found["year"], found["month"] or found["m"], found["day"] or found["d"]
    return day_in(f"{day} {month} {year}" if month.isalpha() else f"{year}-{month}-{day}")


def day_of_scripts(scripts: Iterable[str]) -> date | None:
    """The day of publication in the data that scripts show a page from, if they name one alone."""
    stated = (day_in(found) for script in scripts for found in _SCRIPTED.findall(script))
    days = {day for day in stated if day is not None}
    return days.pop() if len(days) == 1 else None


def is_publication(attributes: Mapping[str, str]) -> bool:
    """Whether the element says that it holds the day of publication."""
    stated = attributes.get("itemprop") or attributes.get("property") or ""
    return stated.lower().endswith("datepublished") or "pubdate" in attributes


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
            words.append("" if element.tag in _UNSEEN else element.text or _sign(element))
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
        forms = (stated or "", text, found.get("title", ""))
        day = next(filter(None, map(day_in, forms)), None)
        if day is not None:
            yield _Dated(element=found, day=day, text=text, before=before, line=line)
    if marked or len(line) > LONGEST_LINE:
        return
    opening = _PUBLISHED_SHOWN.match(line) or _DATE_FIRST.match(line)
    if opening and (day := day_in(line[opening.end() :][:LABEL])):
        yield _Dated(element=element, day=day, text=line, before="", line=line)
        return
    closing = _DATE_LAST.search(line)
    if closing and element.tag not in _NO_BYLINES and (day := day_in(closing["date"])):
        before = line[: closing.start()][-LABEL:]
        yield _Dated(element=element, day=day, text="", before=before, line=line, is_last=True)


def _sign(element: HtmlElement) -> str:
    """What an icon before a date says that it is the date of."""
    said = element.get("title") or element.get("aria-label") or ""
    return said if _PUBLISHED_HERE.fullmatch(said) else ""


def _may_be_date(element: HtmlElement) -> bool:
    if element.tag == "time" or "datetime" in element.attrib or is_publication(element.attrib):
        return True
    if not _DATED.search(f"{element.get('class', '')} {element.get('id', '')}"):
        return False
    inner = any(part.tag == "time" or is_publication(part.attrib) for part in element.iter())
    return not inner and short_text(element, LONGEST_DATE) is not None
