"""Bytes of a file in, its text out: UTF-8, UTF-16 and UTF-32 by their mark, windows-1252.

Every line end becomes a newline. A saved page is read in the encoding that it declares, if it is
not UTF-8; windows-1252 is taken only where the result reads like text.
Other encodings are named, not guessed: a wrong guess would put words into someone's mouth. A
stray control character stays in the text.
"""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from contextlib import suppress

from builder.errors import SeedError

CONTROL_SHARE = 0.005  # prose has none, a damaged export a few; a JPEG or a .docx has 8 to 12 %
HIGH_SHARE = 0.3  # a short quote in French has 0.2; Cyrillic read as windows-1252 over 0.7
_MARKS = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
_FORMATS = (
    (b"%PDF-", "a PDF", ".pdf"),
    (b"{\\rtf", "an RTF file", ".rtf"),
    (b"PK\x03\x04", "a packed file", ".docx, .odt or .epub"),
)
_DECLARED = re.compile(rb"<meta\b[^>]{0,300}?\bcharset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DECLARED_WITHIN = 4096  # bytes; browsers look at 1024, and pages with long heads fail there
_PAGE_ENCODINGS = {
    "big5": "big5hkscs", "euc-jp": "euc_jp", "euc-kr": "cp949", "gb18030": "gb18030",
    "gb2312": "gb18030", "gbk": "gb18030", "iso-8859-2": "iso8859_2", "iso-8859-9": "cp1254",
    "iso-8859-15": "iso8859_15", "koi8-r": "koi8_r", "shift_jis": "cp932",
    "windows-1250": "cp1250", "windows-1251": "cp1251", "windows-1254": "cp1254",
}  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH = re.compile(rb"[\x80-\xff]")


def declared_encoding(content: bytes) -> str | None:
    """The encoding that a page's `<meta>` declares, as Python calls it; `None` for usual ones.

    An English page in gb2312 has nothing but its quotation marks to tell by.
    """
    found = _DECLARED.search(content, 0, _DECLARED_WITHIN)
    return _PAGE_ENCODINGS.get(found[1].decode("ascii").lower()) if found else None


def decoded(content: bytes, *, file: str, declared: str | None = None) -> str:
    """The text of a file's bytes, without byte-order mark; `SeedError` where they are no text."""
    for start, name, ending in _FORMATS:
        if content.startswith(start):
            todo = f"Rename it: its name should end in {ending}."
            raise SeedError(f"it is {name}.", todo=todo, file=file)
    text = _text(content, file, declared)
    if len(_CONTROL.findall(text)) > max(2, CONTROL_SHARE * len(text)):
        raise _binary(file)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _text(content: bytes, file: str, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], encoding, file)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as problem:
        if declared is not None:
            with suppress(UnicodeDecodeError):
                return content.decode(declared)
        return _western(content, problem.start, file)


def _strictly(content: bytes, encoding: str, file: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as problem:
        raise SeedError(
            f"it begins with the mark of {encoding.upper()}, but byte {problem.start} is none.",
            todo="Save it again as UTF-8.",
            file=file,
            line=_line(content, problem.start) if encoding == "utf-8" else None,
        ) from problem


def _western(content: bytes, bad: int, file: str) -> str:
    """Windows-1252, unless the bytes are damaged UTF-8, another encoding, or no text at all."""
    high = len(_HIGH.findall(content))
    stray = len(_HIGH.findall(_UTF8_SEQUENCE.sub(b"", content)))
    if high > 2 * stray:
        raise SeedError(
            f"it is UTF-8, but for the byte 0x{content[bad]:02x}.",
            todo="Mend or remove that character and save it as UTF-8.",
            file=file,
            line=_line(content, bad),
        )
    try:
        text = content.decode("windows-1252")
    except UnicodeDecodeError as problem:
        raise _binary(file) from problem
    if stray > HIGH_SHARE * len(content):
        raise SeedError(
            "its encoding is neither UTF-8 nor windows-1252.", todo="Save it as UTF-8.", file=file
        )
    return text


def _line(content: bytes, place: int) -> int:
    return content.count(b"\n", 0, place) + 1


def _binary(file: str) -> SeedError:
    return SeedError("it is not text.", todo="Save it as text (.txt, UTF-8).", file=file)
