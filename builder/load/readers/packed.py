"""Packed files (.docx, .odt, .epub): bytes in, the parts that are safe to unpack out.

A few kilobytes can unpack to gigabytes: what a file says that it holds is added up before anything
is unpacked, and Python's `zipfile` never unpacks more than that.
"""

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml.etree import LxmlError, XMLParser, _Element, fromstring

from builder.errors import SeedError
from builder.load.readers.damage import damage_told

LARGEST_UNPACKED = 50 * 1024 * 1024  # bytes; a book's text has 2 MB, and pictures hardly shrink
BROKEN = (BadZipFile, LxmlError)
"""What is raised where a packed file is damaged."""
_XML = (".xml", ".rels", ".opf", ".ncx")
_LOCKED = b"\xd0\xcf\x11\xe0"  # how Office begins a file with a password, and old .doc files
_ENCRYPTED = 0x1


def unpacked(content: bytes, told: str, *, file: str) -> ZipFile:
    """The parts of the file; `SeedError` where it is locked, damaged, or made to do harm."""
    if content.startswith(_LOCKED):
        todo = "Open it, and save it without a password in the new format."
        raise SeedError(f"it is locked, or older than {told}.", todo=todo, file=file)
    with damage_told(told, file=file, also=BROKEN):
        parts = ZipFile(BytesIO(content))
        infos = parts.infolist()
        size = sum(part.file_size for part in infos)
        if size > LARGEST_UNPACKED:
            raise SeedError(
                f"it unpacks to {size // 1024 // 1024} MB, which no article has.",
                todo="Do not open it unless you know who made it; add the text as a .txt file.",
                file=file,
            )
        if any(part.flag_bits & _ENCRYPTED for part in infos):
            raise locked(file=file)
        xml = (name for name in parts.namelist() if name.lower().endswith(_XML))
        if any(b"<!ENTITY" in parts.read(name) for name in xml):
            raise SeedError(
                "it declares XML entities, which no article needs and which can do harm.",
                todo="Add the article's text as a .txt file instead.",
                file=file,
            )
    return parts


def locked(*, file: str) -> SeedError:
    """The error for a document that opens with a password."""
    todo = "Save it without a password."
    return SeedError("it is locked with a password.", todo=todo, file=file)


def parsed(xml: bytes) -> _Element:
    """The root of an XML part; nothing that it declares is expanded or fetched."""
    return fromstring(xml, XMLParser(resolve_entities=False, no_network=True))
