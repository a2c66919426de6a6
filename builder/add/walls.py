"""Pages that show no article to a program: a page's bytes and the text read of it in, why out.

A consent wall asks for cookies first; a script-only page is empty until a browser runs it. Only
short pages are doubted: an article may speak of cookies.
"""

import re

from lxml import etree, html

SHORT = 700  # characters; a page with more has an article, whatever else it asks
HARDLY_ANY = 150  # characters that a page without its scripts has: a title, a menu
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
    if len(text) >= SHORT:
        return None
    shown, has_scripts = _shown(page)
    if len(shown) < 2 * SHORT and len({mark.lower() for mark in _CONSENT.findall(shown)}) > 1:
        return "the site asks for consent before it shows the page."
    needs_scripts = has_scripts or _SCRIPTS.search(shown) is not None
    if needs_scripts and len(text) < HARDLY_ANY and len(shown) < SHORT:
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
    return " ".join(root.text_content().split()), bool(scripts)
