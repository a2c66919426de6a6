"""A saved web page in, its article out: the text of the report, and what the page says of it.

The report is the `<article>` that holds most of the paragraphs' text, else what holds nearly all;
navigation, forms, asides, scripts and what the page itself calls related, shared or promoted stay
out, and `clean` marks what slips through. Standard library only: the known extractors guess dates
against today's clock, and weigh more than they bring here. Missed: pages that scripts fill.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from builder.load.pagefacts import Facts

PARAGRAPH = 40  # characters; teasers and captions are shorter more often than not
MOST_OF_IT = 0.5  # of a page's paragraphs' text
NEARLY_ALL = 0.8  # the same; a report in two boxes, 60 to 40, loses neither
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The text of a page's article, and the metadata that the page states."""

    text: str
    facts: dict[str, object]


def read_page(html: str) -> Page:
    """The article of a saved page; its text is empty where the page has none."""
    reader = _Reader()
    reader.feed(_closed(html))
    reader.close()
    reader.cut()
    facts = reader.facts.stated()
    blocks = _report(reader)
    return Page(text="\n\n".join(block.text for block in blocks), facts=facts)


def _closed(html: str) -> str:
    """The page without comments and without a tag that never ends.

    The parser of Python looks for the end of each again and again: 80 s for 200 kB of `<a href="`.
    """
    first, *others = html.split("<!--")
    kept = "".join([first, *(part.partition("-->")[2] for part in others)])
    end = kept.rfind(">") + 1
    return kept[:end] + kept[end:].partition("<")[0]


@dataclass(slots=True)
class _Element:
    tag: str
    parent: int
    silent: bool
    apart: bool
    last: int = 0
    """The number of the last element inside it."""


@dataclass(frozen=True, slots=True)
class _Block:
    element: int
    tag: str
    text: str


class _Reader(HTMLParser):
    """Elements in document order, and the blocks of text that they hold."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.facts = Facts()
        self.elements = [_Element("", -1, silent=False, apart=False)]
        self.blocks: list[_Block] = []
        self._open = [0]
        self._counts: dict[str, int] = {}
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.facts.start(tag, attributes)
        if tag in _BLOCKS:
            self.cut()
            if self._tag() == "p" or (tag == "li" and self._tag() == "li"):
                self.handle_endtag(self._tag())  # HTML need not close these
        if tag == "br":
            self._words.append("\n")
        if tag in _VOID:
            return
        above = self.elements[self._open[-1]]
        label = f"{attributes.get('class', '')} {attributes.get('id', '')}"
        apart = tag in _ASIDE or (tag not in {"body", "html"} and bool(_APART.search(label)))
        self.elements.append(
            _Element(
                tag,
                self._open[-1],
                silent=above.silent or tag in _SILENT,
                apart=above.apart or apart,
            )
        )
        self._open.append(len(self.elements) - 1)
        self._counts[tag] = self._counts.get(tag, 0) + 1

    def handle_endtag(self, tag: str) -> None:
        self.facts.end(tag)
        if tag in _BLOCKS:
            self.cut()
        if not self._counts.get(tag):
            return
        while True:
            closed = self.elements[self._open.pop()]
            closed.last = len(self.elements) - 1
            self._counts[closed.tag] -= 1
            if closed.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        self.facts.data(data)
        if not self.elements[self._open[-1]].silent:
            self._words.append(re.sub(r"\s+", " ", data))

    def cut(self) -> None:
        """End a block of text here."""
        lines = (" ".join(line.split()) for line in "".join(self._words).split("\n"))
        text = "\n".join(line for line in lines if line)
        self._words.clear()
        if text:
            tag = self._tag()
            self.blocks.append(_Block(self._open[-1], tag, f"• {text}" if tag == "li" else text))

    def _tag(self) -> str:
        return self.elements[self._open[-1]].tag


def _report(reader: _Reader) -> Sequence[_Block]:
    """The blocks of the element that holds the report, with the page's heading before them."""
    kept = [block for block in reader.blocks if not reader.elements[block.element].apart]
    if _weight(kept) < MOST_OF_IT * _weight(reader.blocks):
        kept = reader.blocks  # a wrapper around all of it is called "comments" or the like
    holder = _holder(reader.elements, kept)
    end = reader.elements[holder].last or len(reader.elements)
    inside = [block for block in kept if holder <= block.element <= end]
    if not any(block.tag == "h1" for block in inside):
        before = [block for block in kept if block.tag == "h1" and block.element < holder]
        inside = before[-1:] + inside
    return inside


def _holder(elements: Sequence[_Element], blocks: Sequence[_Block]) -> int:
    """The innermost article with most of the paragraphs, else the element with nearly all."""
    held = _held(elements, blocks)
    whole = held[0]
    articles = [
        place
        for place, element in enumerate(elements)
        if element.tag in {"article", "main"} and held[place] >= MOST_OF_IT * whole > 0
    ]
    return max(
        articles or (place for place, part in enumerate(held) if part >= NEARLY_ALL * whole > 0),
        default=0,
    )


def _held(elements: Sequence[_Element], blocks: Sequence[_Block]) -> list[int]:
    """For each element the weight of the paragraphs inside it; a paragraph holds none itself."""
    held = [0] * len(elements)
    for block in blocks:
        held[max(0, elements[block.element].parent)] += _weight([block])
    for place in range(len(elements) - 1, 0, -1):  # children stand after their parents
        held[elements[place].parent] += held[place]
    return held


def _weight(blocks: Sequence[_Block]) -> int:
    return sum(len(block.text) for block in blocks if len(block.text) >= PARAGRAPH)
