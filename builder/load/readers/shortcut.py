"""Files that hold nothing but an address: a shortcut's bytes in, the address out.

`.url` is what Windows writes when an address is dragged out of the browser, `.webloc` what a Mac
writes, and a `.txt` with one address in it is what people make themselves.
"""

import plistlib
import re
from typing import NoReturn
from xml.parsers.expat import ExpatError

from builder.errors import SeedError
from builder.links import web_url

_LARGEST = 64 * 1024  # bytes; a shortcut has a few hundred
_URL = re.compile(r"^\s*URL\s*=\s*(\S+)\s*$", re.IGNORECASE | re.MULTILINE)


def address_in(content: bytes, ending: str) -> str | None:
    """The address that a `.url`, a `.webloc`, or a text of nothing but an address leads to.

    `None` for every other file, and for an address that is not of the web.
    """
    if len(content) > _LARGEST:
        return None
    if ending.lower() == ".webloc":
        return web_url(_in_plist(content))
    text = content.decode("utf-8-sig", "replace").replace("\x00", "")  # .url may be UTF-16
    if ending.lower() == ".url":
        found = _URL.search(text)
        return web_url(found[1]) if found else None
    return web_url(text.strip(" \t\r\n<>")) if ending.lower() == ".txt" else None


def read(content: bytes, *, file: str) -> NoReturn:
    """Say that a shortcut is no article, and what fetches the article."""
    ending = f".{file.rpartition('.')[2]}"
    address = address_in(content, ending)
    if address is None:
        todo = "Save the article itself from your browser, or remove the file."
        raise SeedError("it is a shortcut that leads to no web page.", todo=todo, file=file)
    raise only_an_address(address, file=file)


def only_an_address(address: str, *, file: str) -> SeedError:
    """The error for a file with an address where an article should be."""
    return SeedError(
        "it holds only the address of an article, not the article.",
        todo=f"Fetch it with `dossier add {address}`, and remove this file.",
        file=file,
    )


def _in_plist(content: bytes) -> str | None:
    try:
        found = plistlib.loads(content)  # refuses to declare entities
    except (ValueError, ExpatError, plistlib.InvalidFileException, OverflowError, IndexError):
        return None
    address = found.get("URL") if isinstance(found, dict) else None
    return address if isinstance(address, str) else None
