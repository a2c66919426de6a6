"""A page's tags and text in, its elements and the blocks of text that they hold out, in order.

An element is known by its number: a parent stands before its children, and what an element holds
are the numbers up to its `last`. Nothing is judged here but what a browser would not show.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from builder.load.markup import EndTag, StartTag

_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"]
)
_SILENT = frozenset(
    ["audio", "button", "canvas", "dialog", "form", "head", "iframe", "menu", "nav", "noscript",
     "object", "script", "select", "style", "svg", "template", "textarea", "video"]
)  # fmt: skip
_ASIDE = frozenset(["aside", "footer"])
_BLOCKS = frozenset(
    ["address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt", "figcaption",
     "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol",
     "p", "pre", "section", "table", "td", "th", "tr", "ul"]
)  # fmt: skip
_APART = re.compile(
    r"(?:^|[\s_-])(?:related|share|sharing|social|newsletter|promo|advert\w*|ads?|comments?|cookies?"
    r"|sidebar|breadcrumbs?|most-read|tags?|subscribe|subscription|paywall|recommended|outbrain"
    r"|taboola|hidden|screen-reader-text)(?:$|[\s_-])",
    re.IGNORECASE,
)
LABEL = 40  # characters; "First published on" before a date, and not a sentence
_ELSEWHERE = re.compile(r"(?!#|mailto:|javascript:|tel:)\S")


@dataclass(slots=True, kw_only=True)
class Element:
    """A tag and where it stands; `apart` if the page itself calls it related, shared, promoted."""

    tag: str
    parent: int
    attributes: Mapping[str, str]
    silent: bool = False
    apart: bool = False
    link: str = ""
    """The other page that a click on it leads to."""
    last: int = 0
    """The number of the last element inside it, or its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading or line: the innermost element around its text, and the text."""

    element: int
    tag: str
    text: str
    link: str = ""
    """Where the text leads, if all of it leads to other pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMark:
    """A date in the page's text: what it says, and the words before it, behind any other date."""

    element: int
    block: int
    """The number of the block that it stands in, or before."""
    stated: str
    shown: str
    """Its own words; `stated` may be an attribute's."""
    before: str
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Open:
    """A date whose element has not ended: its number, where its text begins, the words before."""

    element: int
    words: int
    before: str


class Elements:
    """The elements of a page, its blocks of text, and the dates among them, each in order."""

    def __init__(self, marks: Iterable[StartTag | EndTag | str]) -> None:
        """Read the tags and texts of a page to its end."""
        self.elements = [Element(tag="", parent=-1, attributes={})]
        self.blocks: list[Block] = []
        self.dates: list[DateMark] = []
        self._open = [0]
        self._counts: dict[str, int] = {}
        self._words: list[str] = []
        self._links: list[str] = []
        self._date: _Open | None = None
        self._dated = 0
        for mark in marks:
            if isinstance(mark, StartTag):
                self._start(mark.tag, mark.attributes)
            elif isinstance(mark, EndTag):
                self._end(mark.tag)
            else:
                self._text(mark)
        self._cut()
        while self._open:
            self._close()

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in _BLOCKS:
            self._cut()
            if self._top.tag == "p" or (tag == "li" and self._top.tag == "li"):
                self._end(self._top.tag)  # HTML need not close these
        if tag == "br":
            self._words.append("\n")
        if tag not in _VOID:
            self.elements.append(self._element(tag, attributes))
            self._open.append(len(self.elements) - 1)
            self._counts[tag] = self._counts.get(tag, 0) + 1
        dated = tag == "time" or is_publication(attributes)
        if dated and (self._top.tag == "head" or not self._top.silent):
            self._begin_date(tag, attributes)

    def _element(self, tag: str, attributes: Mapping[str, str]) -> Element:
        above = self._top
        label = f"{attributes.get('class', '')} {attributes.get('id', '')}"
        named = tag not in {"body", "html"} and _APART.search(label) is not None
        leads = tag == "a" and _ELSEWHERE.match(attributes.get("href", ""))
        return Element(
            tag=tag,
            parent=self._open[-1],
            attributes=attributes,
            silent=above.silent or tag in _SILENT,
            apart=above.apart or tag in _ASIDE or named,
            link=attributes["href"] if leads else above.link,
        )

    def _end(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._cut()
        while self._counts.get(tag):
            if self._close() == tag:
                return

    def _close(self) -> str:
        """End the innermost element; its tag."""
        number = self._open.pop()
        if self._date is not None and self._date.element == number:
            self._end_date(self._date)
        closed = self.elements[number]
        closed.last = len(self.elements) - 1
        self._counts[closed.tag] = self._counts.get(closed.tag, 0) - 1
        return closed.tag

    def _text(self, text: str) -> None:
        if not self._top.silent:
            self._words.append(re.sub(r"\s+", " ", text))
            if text.strip():
                self._links.append(self._top.link)

    def _begin_date(self, tag: str, attributes: Mapping[str, str]) -> None:
        before = "".join(self._words[self._dated :]).strip()
        if not before and self.blocks and len(self.blocks[-1].text) <= LABEL:
            before = self.blocks[-1].text
        self._date = _Open(self._open[-1], len(self._words), before[-LABEL:])
        if tag in _VOID:
            self._end_date(self._date, attributes)

    def _end_date(self, date: _Open, attributes: Mapping[str, str] | None = None) -> None:
        held = self.elements[date.element].attributes if attributes is None else attributes
        shown = "".join(self._words[date.words :]).strip()
        stated = held.get("datetime") or held.get("content") or shown
        self.dates.append(
            DateMark(
                element=date.element, block=len(self.blocks), stated=stated, shown=shown,
                before=date.before, attributes=held,
            )
        )  # fmt: skip
        self._date, self._dated = None, len(self._words)

    def _cut(self) -> None:
        """End a block of text here."""
        if not self._words:
            return
        lines = (" ".join(line.split()) for line in "".join(self._words).split("\n"))
        text = "\n".join(line for line in lines if line)
        if text:
            tag, links = self._top.tag, self._links
            self.blocks.append(
                Block(
                    element=self._open[-1], tag=tag, text=f"• {text}" if tag == "li" else text,
                    link=links[0] if links and all(links) else "",
                )
            )  # fmt: skip
        self._words.clear()
        self._links.clear()
        self._dated = 0

    @property
    def _top(self) -> Element:
        return self.elements[self._open[-1]]


def is_publication(attributes: Mapping[str, str]) -> bool:
    """Whether the element says that it holds the day of publication."""
    stated = attributes.get("itemprop") or attributes.get("property") or ""
    return stated.lower().endswith("datepublished") or "pubdate" in attributes
