"""An RTF file in, its paragraphs out."""

from striprtf.striprtf import rtf_to_text

from builder.load.document import Document
from builder.load.readers.damage import damage_told

_TOLD = "an RTF file"


def read(content: bytes, *, file: str) -> Document:
    """The text; what the file's fields say of it is the word processor's, and not read."""
    with damage_told(_TOLD, file=file):
        if not content.lstrip().startswith(b"{\\rtf"):
            raise ValueError(content[:20])
        text = rtf_to_text(content.decode("cp1252", "replace"), errors="replace")
    return Document(text=text.replace("\r\n", "\n").replace("\x00", "").strip())
