"""A saved page's tags and text in, an lxml tree of them out, as deep as programs can walk.

Made from our own tokens, so that a damaged page is read as a browser reads it, whatever the
version of libxml2: its parser drops a page's text where 256 elements stand in each other.
Deliberately missed: the rules of the HTML standard for misnested formatting and tables.
"""

import re
from collections.abc import Iterable

import lxml.html
from lxml.etree import TreeBuilder

from builder.load.markup import EndTag, StartTag

DEEPEST = 200  # elements in each other; newsrooms' pages have 20 to 50
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
     "wbr"]
)  # fmt: skip
_HEAD = frozenset(["base", "link", "meta", "noscript", "script", "style", "title"])
_CLOSES_PARAGRAPH = frozenset(
    ["address", "article", "aside", "blockquote", "div", "dl", "figure", "footer", "form", "h1",
     "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section",
     "table", "ul"]
)  # fmt: skip
_CLOSES_ITS_LIKE = {"li": {"li"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}, "option": {"option"},
                    "tr": {"tr", "td", "th"}, "td": {"td", "th"}, "th": {"td", "th"}}  # fmt: skip
_TEXTS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "li", "p"])
_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_XML_NAME = re.compile(r"[a-z_][a-z0-9_.-]*")


def tree_of(marks: Iterable[StartTag | EndTag | str]) -> lxml.html.HtmlElement:
    """The tree below `<html>`."""
    growing = _Growing()
    for mark in marks:
        if isinstance(mark, StartTag):
            growing.start(mark)
        elif isinstance(mark, EndTag):
            growing.end(mark.tag)
        else:
            growing.text(mark)
    return growing.whole()


class _Growing:
    def __init__(self) -> None:
        parser = lxml.html.HTMLParser()
        self._builder = TreeBuilder(element_factory=parser.makeelement)
        self._open: list[str] = []
        self._counts: dict[str, int] = {}
        self._begin("html", {})
        self._begin("head", {})

    def start(self, mark: StartTag) -> None:
        tag = mark.tag if _XML_NAME.fullmatch(mark.tag) else "span"
        if tag in {"html", "head", "body"}:
            if tag == "body":
                self._end_head()
            return
        if tag not in _HEAD:
            self._end_head()
        if tag in _CLOSES_PARAGRAPH and self._open[-1] == "p":
            self._close()
        if self._open[-1] in _CLOSES_ITS_LIKE.get(tag, ()):
            self._close()
        attributes = {
            name: _NO_XML.sub("", value)
            for name, value in mark.attributes.items()
            if _XML_NAME.fullmatch(name)
        }
        if tag in _VOID:
            self._builder.start(tag, attributes)
            self._builder.end(tag)
            return
        if len(self._open) >= DEEPEST:
            if tag not in _TEXTS:
                return
            self._close()  # what should stand in the innermost element comes behind it
        self._begin(tag, attributes)

    def end(self, tag: str) -> None:
        if tag in {"html", "head", "body"}:
            return
        if tag == "p" and not self._counts.get(tag):
            self.start(StartTag(tag, {}))  # a browser makes an empty paragraph of it
        if self._counts.get(tag):
            while self._close() != tag:
                pass

    def text(self, text: str) -> None:
        if self._open[-1] == "head" and text.strip():
            self._end_head()
        self._builder.data(_NO_XML.sub("", text))

    def whole(self) -> lxml.html.HtmlElement:
        self._end_head()
        while self._open:
            self._close()
        return self._builder.close()

    def _end_head(self) -> None:
        if "head" in self._open:
            while self._close() != "head":
                pass
            self._begin("body", {})

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        self._builder.start(tag, attributes)
        self._open.append(tag)
        self._counts[tag] = self._counts.get(tag, 0) + 1

    def _close(self) -> str:
        tag = self._open.pop()
        self._counts[tag] -= 1
        self._builder.end(tag)
        return tag
