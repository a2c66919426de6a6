"""A Word document in, its paragraphs out, those of tables and text boxes too.

What a tracked change took out, comments, and the codes of fields are no text. Macros are never
looked at. Missed: headers and footers, footnotes, text in pictures.
"""

from io import BytesIO

from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from docx.opc.part import PartFactory
from docx.package import Package
from docx.parts.document import DocumentPart
from lxml.etree import _Element

from builder.load.blocks import blocks_in
from builder.load.document import Document
from builder.load.readers.damage import damage_told
from builder.load.readers.packed import BROKEN, parsed, unpacked
from builder.load.readers.stated import said_twice

_TOLD = "a Word document (.docx)"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HTML = {f"{_WORD}{word}": html for word, html in
         {"p": "p", "tc": "td", "br": "br", "cr": "br"}.items()}  # fmt: skip
PartFactory.part_type_for["application/vnd.ms-word.document.macroEnabled.main+xml"] = DocumentPart


def read(content: bytes, *, file: str) -> Document:
    """The text, and what the document's fields say where the text says the same."""
    unpacked(content, _TOLD, file=file)
    with damage_told(_TOLD, file=file, also=(PythonDocxError, OpcError, *BROKEN)):
        part = Package.open(BytesIO(content)).main_document_part
        text = _text_of(parsed(part.blob))
        about = part.core_properties
        title, author = about.title, about.author
    return Document(text=text, facts=said_twice(text, title=title, authors=author))


def _text_of(root: _Element) -> str:
    (body,) = root.iter(f"{_WORD}body")
    for double in list(body.iter(_FALLBACK)):  # the box before it once more, for old programs
        double.getparent().remove(double)
    for element in body.iter("*"):
        blank = " " if element.tag == f"{_WORD}tab" else None
        element.text = element.text if element.tag == f"{_WORD}t" else blank
        element.tail = None
        element.tag = _HTML.get(element.tag, element.tag)
    return "\n\n".join(block.text for block in blocks_in(body))
