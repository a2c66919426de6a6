"""Which blocks of a page are its report: elements and blocks in, the report's blocks out.

The report is the `<article>` that holds most of the paragraphs' text, else what holds nearly all.
What the page calls related, shared or promoted stays out, and so do rows of teasers: boxes side by
side that each begin with a link to another page. `clean` marks what slips through.
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from builder.load.elements import Block, Element

PARAGRAPH = 40  # characters; teasers and captions are shorter more often than not
MOST_OF_IT = 0.5  # of a page's paragraphs' text
NEARLY_ALL = 0.8  # the same; a report in two boxes, 60 to 40, loses neither
ROWS_LEAVE = 0.2  # the same; a list of products keeps its boxes, of which its text is made
LONGEST_TEASER = 800  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The report's blocks, and the numbers of its heading's block and of its element."""

    blocks: tuple[Block, ...]
    holder: int
    teasers: frozenset[int]
    """Elements that are teasers for other pages."""


def report_in(elements: Sequence[Element], blocks: Sequence[Block]) -> Report:
    """The blocks of the element that holds the report, with the page's heading before them."""
    teasers = _teasers(elements, blocks)
    bare = [block for block in blocks if block.element not in teasers]
    kept = [block for block in bare if not elements[block.element].apart]
    if _weight(kept) < MOST_OF_IT * _weight(bare):
        kept = bare  # a wrapper around all of it is called "comments" or the like
    holder = _holder(elements, kept)
    inside = [b for b in kept if holder <= b.element <= elements[holder].last]
    if not any(block.tag == "h1" for block in inside):
        before = [block for block in kept if block.tag == "h1" and block.element < holder]
        inside = before[-1:] + inside
    return Report(blocks=tuple(inside), holder=holder, teasers=frozenset(teasers))


def _teasers(elements: Sequence[Element], blocks: Sequence[Block]) -> Set[int]:
    """The elements of teasers, with all that they hold."""
    boxes = _boxes(elements, blocks)
    frame = _frame(elements, blocks, boxes)
    outside = {n for n in boxes if not frame or not frame[0] <= n <= frame[1]}
    found = _within(elements, boxes)
    left = [block for block in blocks if block.element not in found]
    if _weight(left) < ROWS_LEAVE * _weight(blocks):
        found = _within(elements, outside) if frame else set()
    return found


def _boxes(elements: Sequence[Element], blocks: Sequence[Block]) -> set[int]:
    """Elements side by side that each begin with a link, where most beside them do."""
    first = _first_blocks(elements, blocks)
    lengths = _sums(elements, [(block.element, len(block.text)) for block in blocks])
    sides: dict[int, int] = {}
    boxes: dict[int, list[int]] = {}
    for number in range(1, len(elements)):
        if first[number] < len(blocks):
            element = elements[number]
            sides[element.parent] = sides.get(element.parent, 0) + 1
            if lengths[number] <= LONGEST_TEASER and _link(element, first[number], blocks):
                boxes.setdefault(element.parent, []).append(number)
    return {
        number
        for parent, numbers in boxes.items()
        if 2 * len(numbers) > sides[parent]
        and len({_link(elements[n], first[n], blocks) for n in numbers}) > 1
        for number in numbers
    }


def _link(element: Element, first: int, blocks: Sequence[Block]) -> str:
    """Where the heading of a box leads, perhaps behind the name of a section; "" where nowhere."""
    block, *others = blocks[first : first + 2]
    if not block.link and len(block.text) < PARAGRAPH and others:
        below = others[0]
        return below.link if below.element <= element.last and below.tag != "h1" else ""
    return "" if block.tag == "h1" else block.link


def _frame(
    elements: Sequence[Element], blocks: Sequence[Block], boxes: Set[int]
) -> tuple[int, int] | None:
    """The first and last element of the smallest one that holds heading and first paragraph."""
    boxed = _within(elements, boxes)
    heads = [n for n, b in enumerate(blocks) if b.tag == "h1" and b.element not in boxed]
    if not heads:
        return None
    below = (
        block.element
        for block in blocks[heads[-1] + 1 :]
        if len(block.text) >= PARAGRAPH and not block.link and block.element not in boxed
    )
    paragraph = next(below, None)
    if paragraph is None:
        return None
    number = blocks[heads[-1]].element
    while elements[number].last < paragraph:
        number = elements[number].parent
    return number, elements[number].last


def _within(elements: Sequence[Element], chosen: Set[int]) -> set[int]:
    """The chosen elements and all that stand in them."""
    found: set[int] = set()
    for number, element in enumerate(elements):  # parents stand before their children
        if number in chosen or element.parent in found:
            found.add(number)
    return found


def _first_blocks(elements: Sequence[Element], blocks: Sequence[Block]) -> list[int]:
    """For each element the number of its first block; beyond the last where it holds none."""
    first = [len(blocks)] * len(elements)
    for number in range(len(blocks) - 1, -1, -1):
        first[blocks[number].element] = number
    for place in range(len(elements) - 1, 0, -1):  # children stand after their parents
        parent = elements[place].parent
        first[parent] = min(first[parent], first[place])
    return first


def _holder(elements: Sequence[Element], blocks: Sequence[Block]) -> int:
    """The innermost article with most of the paragraphs, else the element with nearly all."""
    # a paragraph holds no text itself
    texts = [(max(0, elements[block.element].parent), _weight([block])) for block in blocks]
    held = _sums(elements, texts)
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


def _sums(elements: Sequence[Element], parts: Iterable[tuple[int, int]]) -> list[int]:
    """For each element the sum of the parts in it, given as (element, part)."""
    sums = [0] * len(elements)
    for place, part in parts:
        sums[place] += part
    for place in range(len(elements) - 1, 0, -1):
        sums[elements[place].parent] += sums[place]
    return sums


def _weight(blocks: Iterable[Block]) -> int:
    return sum(len(block.text) for block in blocks if len(block.text) >= PARAGRAPH)
