"""An OpenDocument text in, its paragraphs and headings out.

What a tracked change took out, comments and footnotes are no text of the article. Missed: headers
and footers, text in pictures.
"""

from lxml.etree import _Element

from builder.load.blocks import blocks_in
from builder.load.document import Document
from builder.load.readers.damage import damage_told
from builder.load.readers.packed import BROKEN, locked, parsed, unpacked
from builder.load.readers.stated import said_twice

_TOLD = "an OpenDocument text (.odt)"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_TEXT, _OFFICE = f"{{{_OASIS}:text:1.0}}", f"{{{_OASIS}:office:1.0}}"
_HTML = {f"{_TEXT}p": "p", f"{_TEXT}h": "h2", f"{_TEXT}line-break": "br"}
_BLANKS = frozenset([f"{_TEXT}s", f"{_TEXT}tab"])
_NO_TEXT = (f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_OFFICE}annotation")


def read(content: bytes, *, file: str) -> Document:
    """The text, and the document's title where the text has it as well."""
    parts = unpacked(content, _TOLD, file=file)
    with damage_told(_TOLD, file=file, also=BROKEN):
        if b"encryption-data" in parts.read("META-INF/manifest.xml"):
            raise locked(file=file)
        text = _text_of(parsed(parts.read("content.xml")))
        about = parsed(parts.read("meta.xml")) if "meta.xml" in parts.namelist() else None
    titles = [] if about is None else [str(found.text) for found in about.iter("{*}title")]
    return Document(text=text, facts=said_twice(text, title=" ".join(titles), authors=""))


def _text_of(root: _Element) -> str:
    (body,) = root.iter(f"{_OFFICE}text")
    for element in list(body.iter(*_NO_TEXT)):
        element.text, tail = None, element.tail
        for inner in list(element):
            element.remove(inner)
        element.tail = tail
    for element in body.iter("*"):
        if element.tag in _BLANKS:
            element.text = " "
        element.tag = _HTML.get(element.tag, element.tag)
    return "\n\n".join(block.text for block in blocks_in(body))
