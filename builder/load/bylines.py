"""The byline in a page's text: a page without what stands beside its report in, authors out.

The first element that its markup calls an author or a byline and that holds a name, and little
else; without one, a line beside the headline that begins with "By". Not in comments, captions,
asides and notes about the authors.
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from builder.load.authors import authors_in
from builder.load.blocks import short_text
from builder.load.headline import beside_headline, is_sentence

LONGEST = 120  # characters; a longer text is a note about the author
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:author|byline|writer|vcard|contributor)s?(?:$|[\s_-]|name)", re.IGNORECASE
)
_OF_OTHERS = re.compile(r"comment|bio|about|caption|credit", re.IGNORECASE)
_SIGNED = re.compile(
    r"\W*(?i:(?:written|words|story|text|reported|posted|published)\s)?[Bb][Yy]\b:?\s*(?=[A-Z])"
)
_DATED = re.compile(r"\s(?:on\s)?(?=[A-Z][a-z]+\.?\s\d|\d).*$")  # "By Ella Roth March 4, 2025"
_BESIDE = frozenset(["aside", "footer", "nav", "figure", "figcaption"])


def byline_in(shown: HtmlElement) -> tuple[str, ...]:
    """The authors that the page names above or below its report; none where it names none."""
    names = (authors_in(text, {}) for text in _bylines(shown))
    return next(filter(None, names), ()) or _signed(shown)


def _signed(shown: HtmlElement) -> tuple[str, ...]:
    near, _ = beside_headline(shown)
    for element in shown.iter():
        text = short_text(element, LONGEST) if element in near else ""
        by = _SIGNED.match(text) if text and not is_sentence(text) else None
        if text and by and not _is_beside(element):
            names = authors_in(_DATED.sub("", text[by.end() :]), {})
            if names and all(" " in name for name in names):  # not "By Monday"
                return names
    return ()


def _bylines(shown: HtmlElement) -> Iterator[str]:
    for element in shown.iter():
        marked = "author" in element.get("rel", "").split() or element.get("itemprop") == "author"
        if not marked and not _BYLINE.search(_label(element)):
            continue
        if _is_beside(element):
            continue
        text = short_text(element, LONGEST)
        if text:
            yield text


def _is_beside(element: HtmlElement) -> bool:
    around = (element, *element.iterancestors())
    return any(part.tag in _BESIDE or _OF_OTHERS.search(_label(part)) for part in around)


def _label(element: HtmlElement) -> str:
    if element.tag in {"html", "body"}:
        return ""
    return f"{element.get('class', '')} {element.get('id', '')}"
