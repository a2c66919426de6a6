"""A page saved as one file (.mhtml) in, its report and what it states out.

Browsers write the page, its pictures and styles as parts of one mail; only the page is read.
"""

from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from builder.links import web_url
from builder.load.document import Document
from builder.load.readers import page
from builder.load.readers.damage import damage_told

_TOLD = "a page saved as one file (.mhtml)"
_PAGES = frozenset(["text/html", "application/xhtml+xml"])


def read(content: bytes, *, file: str) -> Document:
    """The saved page; its address is the one that it was saved from, unless it states another."""
    with damage_told(_TOLD, file=file):
        saved = message_from_bytes(content, policy=default)
        (part, *_) = [p for p in saved.walk() if p.get_content_type() in _PAGES]
        html = part.get_payload(decode=True)
        if not isinstance(html, bytes):
            raise TypeError(type(html))
        address = saved["snapshot-content-location"] or part["content-location"]
    found = page.read(_declaring(html, part), file=file)
    url = web_url(str(address).strip()) if address else None
    return replace(found, facts={**({"url": url} if url else {}), **found.facts})


def _declaring(html: bytes, part: object) -> bytes:
    """The page with the encoding that its part states, where it is not UTF-8."""
    charset = part.get_content_charset() if isinstance(part, EmailMessage) else None
    if charset is None or charset in {"utf-8", "us-ascii"}:
        return html
    return f'<meta charset="{charset}">'.encode() + html
