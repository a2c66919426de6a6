"""Pages that show no article to a program: a page's bytes and the text read of it in, why out.

A consent wall asks for cookies first; a script-only page is empty until a browser runs it. Only
pages of a few words are doubted: an article may speak of cookies.
"""

import re

from lxml import etree, html

FEW_WORDS = 120  # a page with more has an article, whatever else it asks
HARDLY_ANY = 25  # words that a page without its scripts has: a title, a menu
_CONSENT = re.compile(
    r"we value your privacy|(?:accept|reject|agree to) (?:all|cookies)|we use cookies"
    r"|before you continue|our (?:\d+ )?partners|manage (?:your )?(?:preferences|options|choices"
    r"|settings|cookies)|cookie (?:settings|policy)|privacy (?:settings|choices)|your consent",
    re.IGNORECASE,
)
_SCRIPTS = re.compile(
    r"(?:enable|turn on|activate|requires?|without) javascript|javascript (?:is|to be) (?:disabled"
    r"|enabled|required)|needs? javascript",
    re.IGNORECASE,
)


def wall_in(page: bytes, text: str) -> str | None:
    """What the page shows instead of an article, in words; `None` where it seems to show one."""
    if len(text.split()) >= FEW_WORDS:
        return None
    shown, has_scripts = _shown(page)
    words = len(shown.split())
    if words < 2 * FEW_WORDS and len({mark.lower() for mark in _CONSENT.findall(shown)}) > 1:
        return "the site asks for consent before it shows the page."
    asked = _SCRIPTS.search(shown) is not None
    if (asked or has_scripts) and len(text.split()) < HARDLY_ANY and words < FEW_WORDS:
        return "the page is empty until a browser runs its scripts."
    return None


def _shown(page: bytes) -> tuple[str, bool]:
    """All words of the page, menus and buttons too, and whether it has scripts."""
    try:
        root = html.document_fromstring(page)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return "", False
    scripts = list(root.iter("script", "style"))
    for element in scripts:
        element.drop_tree()
    return root.text_content(), bool(scripts)
