"""What stands around the headline of a page: names and dates are looked for there first.

In: a page without what stands beside its report. Out: the elements near its headline.
"""

from lxml.html import HtmlElement

from builder.load.blocks import BLOCKS

LONGEST_LINE = 160  # characters of a line of names, date and hour below a headline
PARAGRAPH = 40  # characters; captions and lines of names are shorter, or end without a full stop
HEADLINE = 15  # characters; a shorter heading that the title holds is the name of the site


def beside_headline(shown: HtmlElement) -> tuple[set[HtmlElement], set[HtmlElement]]:
    """The elements from what the headline stands in to the second paragraph, and the report's.

    The report's are those of the innermost article or main part around the headline.
    """
    head = _headline(shown)
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


def cards_in(shown: HtmlElement) -> set[HtmlElement]:
    """The boxes with a heading of their own, which do not hold the page's: other stories."""
    head = _headline(shown)
    shared = {shown, *shown.iter("body"), *(() if head is None else head.iterancestors())}
    found: set[HtmlElement] = set()
    for heading in shown.iter("h2", "h3", "h4", "h5", "h6"):
        box = heading.getparent()
        while box is not None and box not in shared and box not in found:
            found.add(box)
            box = box.getparent()
    return found


def _headline(shown: HtmlElement) -> HtmlElement | None:
    """The heading that the page is named after, else the first."""
    title = "".join(" ".join(found.text_content().split()) for found in shown.iter("title"))
    heads = [(h, " ".join(h.text_content().split())) for h in shown.iter("h1", "h2")]
    named = (h for h, text in heads if len(text) >= HEADLINE and text in title)
    first = (h for h, text in heads if text and h.tag == "h1")
    return next(named, next(first, None))


def _is_paragraph(element: HtmlElement) -> bool:
    inline = [child for child in element if child.tag not in BLOCKS]
    own = (f"{child.text_content()}{child.tail or ''}" for child in inline)
    text = " ".join("".join((element.text or "", *own)).split())
    return len(text) >= PARAGRAPH and is_sentence(text)


def is_sentence(text: str) -> bool:
    """Whether a line is one of the report, not one of names and dates."""
    if len(text) > LONGEST_LINE:
        return True
    return text.rstrip("”\"’')").endswith((".", "!", "?")) and not text.endswith("m.")  # "8 p.m."
