"""An e-book (.epub) in, the text of its chapters out, in reading order.

Title, authors, publisher, day and language are those that the book states. Missed: books with copy
protection, which are named.
"""

from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from lxml.etree import _Element

from builder.errors import SeedError
from builder.load.authors import authors_in
from builder.load.days import day_in
from builder.load.decode import declared_encoding, decoded
from builder.load.document import Document
from builder.load.frontmatter import LANGUAGE
from builder.load.markup import marks_in
from builder.load.readers.damage import damage_told
from builder.load.readers.packed import BROKEN, parsed, unpacked
from builder.load.readers.stated import stated
from builder.load.report import all_text
from builder.load.tree import tree_of

_TOLD = "an e-book (.epub)"
_LOCK = "META-INF/encryption.xml"
_PROTECTION = b"http://www.w3.org/2001/04/xmlenc#aes"  # fonts alone are masked by other means


def read(content: bytes, *, file: str) -> Document:
    """The text of a book, and what it states of itself."""
    parts = unpacked(content, _TOLD, file=file)
    with damage_told(_TOLD, file=file, also=BROKEN):
        if _LOCK in parts.namelist() and _PROTECTION in parts.read(_LOCK):
            todo = "Copy the article's text into a .txt file."
            raise SeedError("it has copy protection.", todo=todo, file=file)
        (container,) = parsed(parts.read("META-INF/container.xml")).iter("{*}rootfile")
        place = container.get("full-path", "")
        package = parsed(parts.read(place))
        texts = [_text_of(parts.read(name), file=file) for name in _chapters(package, place)]
    return Document(
        text="\n\n".join(filter(None, texts)),
        facts=stated(
            title=next(_said(package, "title"), None),
            authors=authors_in(list(_said(package, "creator")), {}),
            outlet=next(_said(package, "publisher"), None),
            published=next(filter(None, map(day_in, _said(package, "date"))), None),
            language=next(filter(LANGUAGE.fullmatch, _said(package, "language")), None),
        ),
    )


def _said(package: _Element, key: str) -> Iterator[str]:
    texts = ((found.text or "").strip() for found in package.iter(f"{{*}}{key}"))
    return filter(None, texts)


def _chapters(package: _Element, place: str) -> Iterator[str]:
    """The names of the parts that are read one after the other."""
    items = {item.get("id"): item for item in package.iter("{*}item")}
    for reference in package.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is not None and "nav" not in item.get("properties", "").split():
            yield normpath(join(dirname(place), unquote(item.get("href", ""))))


def _text_of(page: bytes, *, file: str) -> str:
    text = decoded(page, file=file, declared=declared_encoding(page))
    return "\n\n".join(all_text(tree_of(marks_in(text))))
