"""Bytes of a file in, its text out: UTF-8, UTF-16 and UTF-32 by their mark, windows-1252.

Every line end becomes a newline. Windows-1252 is taken only where the result reads like text.
Other encodings are named, not guessed: a wrong guess would put words into someone's mouth. A
stray control character stays in the text.
"""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

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
_FORMATS = ((b"%PDF-", "a PDF"), (b"{\\rtf", "an RTF file"), (b"PK\x03\x04", "a packed file"))
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH = re.compile(rb"[\x80-\xff]")


def decoded(content: bytes, *, file: str) -> str:
    """The text of a file's bytes, without byte-order mark; `SeedError` where they are no text."""
    for start, name in _FORMATS:
        if content.startswith(start):
            raise SeedError(f"it is {name}.", todo="Save it as text (.txt, UTF-8).", file=file)
    text = _text(content, file)
    if len(_CONTROL.findall(text)) > max(2, CONTROL_SHARE * len(text)):
        raise _binary(file)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _text(content: bytes, file: str) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], encoding, file)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as problem:
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
