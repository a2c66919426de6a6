"""A PDF in, its text out: page by page, without the lines that stand on every page.

Missed: the order of columns that the file itself does not give, and text in pictures.
"""

import re
from collections import Counter
from collections.abc import Sequence
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from builder.errors import SeedError
from builder.load.document import Document
from builder.load.quiet import kept_quiet
from builder.load.readers.damage import damage_told
from builder.load.readers.stated import said_twice

kept_quiet("pypdf")
EVERY = 0.5  # of the pages; a line on so many is a running head, not the article's
FEWEST_PAGES = 3  # on two pages a line may stand twice for a reason
_PAGE_NUMBER = re.compile(r"(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_HYPHEN = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]\n([^\W\d_]+)")  # "the govern-", "ment said"


def read(content: bytes, *, file: str) -> Document:
    """The text of a PDF, and what it states where the text says the same."""
    with damage_told("a PDF", file=file, also=(PyPdfError, DependencyError)):
        reader = PdfReader(BytesIO(content))
        # Many are locked against changes alone, and open with no password at all.
        is_open = not reader.is_encrypted or bool(reader.decrypt(""))
    if not is_open:
        todo = "Open it with the password, print it into a new PDF, and use that."
        raise SeedError("it is locked with a password.", todo=todo, file=file)
    with damage_told("a PDF", file=file, also=(PyPdfError, DependencyError)):
        pages = [page.extract_text() for page in reader.pages]
        about = reader.metadata
        title, author = (about.title, about.author) if about else (None, None)
    text = _joined(pages)
    if not any(map(str.isalnum, text)):
        raise SeedError(
            "it holds no text that can be read, only pictures of it: it is a scan.",
            todo="Run text recognition (OCR) over it, or type the text into a .txt file.",
            file=file,
        )
    return Document(text=text, facts=said_twice(text, title=title, authors=author))


def _joined(pages: Sequence[str]) -> str:
    """One text of the pages: without running heads, words that a line end parts put together."""
    lines = [[line.strip() for line in page.splitlines()] for page in pages]
    counts = Counter(form for page in lines for form in {_form(line) for line in _edges(page)})
    running = {
        form for form, count in counts.items()
        if len(pages) >= FEWEST_PAGES and count > EVERY * len(pages)
    }  # fmt: skip
    kept = [
        line
        for page in lines
        for line in page
        if not (line in _edges(page) and (_form(line) in running or _PAGE_NUMBER.fullmatch(line)))
    ]
    text = "\n".join(kept).strip()
    return _HYPHEN.sub(lambda found: _word(found, text), text)


def _edges(page: Sequence[str]) -> list[str]:
    """The lines that a running head or a page number may be."""
    return [line for line in (*page[:2], *page[-2:]) if line]


def _form(line: str) -> str:
    return re.sub(r"\d+", "#", line)


def _word(found: re.Match[str], text: str) -> str:
    """Both halves of a word as one, with the hyphen if the text has it so elsewhere."""
    hyphened = f"{found[1]}-{found[2]}"
    return hyphened if hyphened in text or found[2][0].isupper() else f"{found[1]}{found[2]}"
