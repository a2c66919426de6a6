"""What stands beside a page's report: the page's tree in, the tree without it out.

Taken away are what is hidden, what the page itself calls related or promoted, and rows of
teasers: boxes side by side that each begin with a link to another page. Trafilatura finds the
report in what is left, and leaves out buttons, comments and the like: taking away more costs whole
reports (`benchmarks/pages.py`), for their wrappers are called "sidebar", "tags" or "share".
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from copy import deepcopy

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from builder.load.blocks import blocks_in

MOST_OF_IT = 0.5  # of a page's text; what holds so much is the report, whatever it is called
ROWS_LEAVE = 0.2  # the same; a list of products keeps its boxes, of which its text is made
LONGEST_TEASER = 800  # characters
PARAGRAPH = 40  # characters of a headline or paragraph; lists of names and of tags have fewer
_NO_TEXT = frozenset(["script", "style", "template", "textarea", "select"])
_APART = re.compile(
    r"(?:^|[\s_-])(?:related|newsletter|promo|recommended|most-read|outbrain|taboola)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NO_BOXES = frozenset(["p", "dd", "dt", "td", "tr", "tbody"])  # of a teaser; rows of a table


def without_what_stands_beside(tree: HtmlElement) -> HtmlElement:
    """A copy of the page that holds the report, and less beside it."""
    shown = deepcopy(tree)
    drop(element for element in shown.iter(*_NO_TEXT) if not _is_linked_data(element))
    sizes = _sizes(shown)
    most = MOST_OF_IT * sizes[shown]
    drop(element for element in shown.iter() if _is_apart(element) and sizes[element] <= most)
    drop(_teasers(shown))
    drop(_other_articles(shown))
    return shown


def drop(elements: Iterable[HtmlElement]) -> None:
    """Take elements out of their tree, and leave the text behind them."""
    for element in list(elements):
        if element.getparent() is not None:
            element.drop_tree()


def _is_linked_data(element: HtmlElement) -> bool:
    """Whether it may hold the text of a report that a script would show."""
    return element.tag == "script" and "ld+json" in element.get("type", "").lower()


def _sizes(
    root: HtmlElement, *, without: Set[HtmlElement] = frozenset()
) -> dict[HtmlElement, int]:
    """For each element the characters of text in it, those of some elements not counted."""
    sizes: dict[HtmlElement, int] = {}
    for _, element in iterwalk(root, events=("end",)):
        held = sum(sizes[child] + len((child.tail or "").strip()) for child in element)
        counts = element.tag != "script" and element not in without
        sizes[element] = held + len((element.text or "").strip()) if counts else 0
    return sizes


def _is_apart(element: HtmlElement) -> bool:
    if element.tag in {"html", "body"}:
        return False
    label = f"{element.get('class', '')} {element.get('id', '')}"
    hidden = "hidden" in element.attrib or _HIDDEN.search(element.get("style", ""))
    return bool(hidden) or _APART.search(label) is not None


def _teasers(shown: HtmlElement) -> Set[HtmlElement]:
    """The boxes of rows that lead to other pages, but not those that the report is made of."""
    sizes = _sizes(shown)
    found: set[HtmlElement] = set()
    for parent in shown.iter():
        boxes = [box for box in parent if sizes[box]]
        links = {box: _link(box) for box in boxes if sizes[box] <= LONGEST_TEASER}
        leading = [box for box in links if links[box]]
        if 2 * len(leading) > len(boxes) and len({links[box] for box in leading}) > 1:
            found.update(leading)
    left = _sizes(shown, without=found)
    if left[shown] >= ROWS_LEAVE * sizes[shown]:
        return found
    frame = _frame(shown, left)
    return frozenset() if frame is None else found - set(frame.iter())


def _link(box: HtmlElement) -> str:
    """Where a box leads by its heading, perhaps behind a section's name; "" if it is no teaser."""
    if box.tag in _NO_BOXES or box.tag == "h1" or next(box.iter("h1"), None) is not None:
        return ""
    blocks = list(blocks_in(box))
    if not blocks[0].link and len(blocks[0].text) < PARAGRAPH:
        del blocks[0]
    says_much = any(len(block.text) >= PARAGRAPH for block in blocks)
    return blocks[0].link if says_much else ""


def _other_articles(shown: HtmlElement) -> Iterator[HtmlElement]:
    """Articles beside the one that the page's heading stands in: cards of other stories."""
    heads = (head for head in shown.iter("h1") if head.text_content().strip())
    own = [article for head in heads for article in head.iterancestors("article")][-1:]
    if own and len(own[0].text_content()) >= MOST_OF_IT * len(shown.text_content()):
        kept = {*own[0].iter(), *own[0].iterancestors()}
        yield from (article for article in shown.iter("article") if article not in kept)


def _frame(shown: HtmlElement, left: Mapping[HtmlElement, int]) -> HtmlElement | None:
    """The smallest element that holds the page's heading and a paragraph that is no teaser."""
    heads = [head for head in shown.iter("h1") if left[head]]
    element = heads[-1] if heads else None
    while element is not None and left[element] < left[heads[-1]] + PARAGRAPH:
        element = element.getparent()
    return element
