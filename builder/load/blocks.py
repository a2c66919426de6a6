"""An element of a page in, its blocks of text out: paragraphs, headings and items, in order.

Reads HTML, and the XML that trafilatura makes of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element, iterwalk

BLOCKS = frozenset(
    ["ab", "address", "article", "aside", "blockquote", "body", "cell", "dd", "div", "dl", "dt",
     "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr",
     "item", "li", "list", "main", "ol", "p", "pre", "quote", "row", "section", "table", "td",
     "th", "tr", "ul"]
)  # fmt: skip
_ITEMS = frozenset(["item", "li"])
_BREAKS = frozenset(["br", "lb"])
_ELSEWHERE = re.compile(r"(?!#|mailto:|javascript:|tel:)\S")


@dataclass(frozen=True, slots=True)
class Block:
    """A text whose white space is collapsed, and where all of it leads, if elsewhere."""

    text: str
    link: str = ""


def blocks_in(root: _Element) -> Iterator[Block]:
    """The texts of the innermost blocks below an element, itself included."""
    words: list[str] = []
    links: list[str] = []
    within: list[tuple[str, str]] = [("", "")]
    for event, element in iterwalk(root, events=("start", "end")):
        tag = str(element.tag)
        if tag in BLOCKS:
            yield from _block(words, links, within[-1][0])
        if event == "start":
            block, link = within[-1]
            href = element.get("href", "") if tag == "a" else ""
            within.append((tag if tag in BLOCKS else block, href if leads_on(href) else link))
            words.append("\n" if tag in _BREAKS else "")
            text = element.text
        else:
            within.pop()
            text = None if element is root else element.tail
        if text:
            words.append(re.sub(r"\s+", " ", text))
            if text.strip():
                links.append(within[-1][1])
    yield from _block(words, links, within[-1][0])


def short_text(element: _Element, longest: int) -> str | None:
    """The text of an element on one line; `None` if it is longer than so many characters."""
    text = ""
    for part in element.itertext():
        text = f"{text}{part}".lstrip()
        if len(text) > 2 * longest:
            return None
    line = " ".join(text.split())
    return line if len(line) <= longest else None


def leads_on(href: str) -> bool:
    """Whether a link leads to another page."""
    return _ELSEWHERE.match(href) is not None


def _block(words: list[str], links: list[str], tag: str) -> Iterator[Block]:
    lines = (" ".join(line.split()) for line in "".join(words).split("\n"))
    text = "\n".join(line for line in lines if line)
    link = links[0] if links and all(links) else ""
    words.clear()
    links.clear()
    if text:
        yield Block(f"• {text.removeprefix('- ')}" if tag in _ITEMS else text, link)
