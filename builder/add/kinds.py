"""What a site sent, as a kind of file: address, bytes and `Content-Type` in, an ending out.

The mark that a document begins with counts, then the type that the site states; where it states
none, or no more than "bytes", the address and the first bytes do. Feeds and sitemaps are told by
their first element, whatever they are sent as.
"""

import re
from email.message import Message
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from builder.add.fetching import Fetched
from builder.add.refusals import SAVE, SourceError
from builder.load.readers import KINDS

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text"
_ENDINGS = {
    "text/html": ".html", "application/xhtml+xml": ".html", "application/xml": ".html",
    "text/xml": ".html", "text/plain": ".txt", "text/markdown": ".md", "application/pdf": ".pdf",
    "application/x-pdf": ".pdf", WORD: ".docx", "application/rtf": ".rtf", "text/rtf": ".rtf",
    OPEN_DOCUMENT: ".odt", "application/epub+zip": ".epub",
    "message/rfc822": ".eml", "multipart/related": ".mhtml", "application/x-mimearchive": ".mhtml",
}  # fmt: skip
_ANY = frozenset({
    "", "application/octet-stream", "binary/octet-stream", "application/download",
    "application/force-download", "application/x-download", "application/unknown",
})  # fmt: skip
_TEXTS = frozenset({".html", ".txt", ".md"})
_FIRST_ELEMENT = re.compile(rb"<(?:[A-Za-z][\w.-]*:)?([A-Za-z]+)")
_LISTS = frozenset({b"rss", b"feed", b"rdf", b"urlset", b"sitemapindex"})
_HEAD = 4096  # bytes
_GZIP = b"\x1f\x8b"
_MARKS = ((b"%PDF-", ".pdf"), (b"{\\rtf", ".rtf"))


def is_listing(content: bytes) -> bool:
    """Whether the bytes are a feed or a sitemap, perhaps a packed one (`sitemap.xml.gz`)."""
    found = _FIRST_ELEMENT.search(content, 0, _HEAD)
    return content.startswith(_GZIP) or (found is not None and found[1].lower() in _LISTS)


def ending_of(fetched: Fetched) -> str:
    """The ending of the kind that was fetched; `SourceError` where nothing reads such a kind."""
    stated = _header(fetched.content_type).get_content_type() if fetched.content_type else ""
    path = PurePosixPath(unquote(urlsplit(fetched.address).path))
    named = path.suffix.lower() if path.suffix.lower() in KINDS else ""
    by_type = "" if stated in _ANY else _ENDINGS.get(stated)
    if by_type == ".txt" and named == ".md":
        return named
    ending = _by_mark(fetched.content) or by_type or named
    if not ending and by_type is not None:
        ending = ".html" if _is_page(fetched.content) else ""
    if ending not in KINDS:
        raise SourceError(
            f"it is of a kind that is not read ({stated or 'no kind is stated'}).",
            todo=SAVE,
            file=fetched.address,
        )
    return ending


def as_utf8(fetched: Fetched, ending: str) -> bytes:
    """The bytes; those of a text in the encoding that the site states, if they are not UTF-8."""
    if ending not in _TEXTS or _decodes(fetched.content, "utf-8"):
        return fetched.content
    charset = _header(fetched.content_type).get_content_charset("")
    if not charset or not _decodes(fetched.content, charset):
        return fetched.content
    return b"\xef\xbb\xbf" + fetched.content.decode(charset).encode("utf-8", "replace")


def _header(content_type: str) -> Message:
    message = Message()
    message["Content-Type"] = content_type.replace("\r", " ").replace("\n", " ")
    return message


def _by_mark(content: bytes) -> str:
    """The kind of a document that begins with a mark of its own, whatever it is sent as."""
    return next((ending for mark, ending in _MARKS if content.startswith(mark)), "")


def _is_page(content: bytes) -> bool:
    first = _FIRST_ELEMENT.search(content, 0, _HEAD)
    return first is not None and first[1].lower() == b"html"


def _decodes(content: bytes, charset: str) -> bool:
    try:
        content.decode(charset)
    except (UnicodeError, LookupError, ValueError):  # damaged, unknown, or no name at all
        return False
    return True
