"""What a document's own fields say of the article: fields in, metadata out.

A word processor fills them in itself, with the name of whoever owns the machine and the title of
an older letter. So they count only where the text says the same.
"""

from builder.load.authors import authors_in
from builder.load.frontmatter import Stated
from builder.model.blanks import shows_nothing


def said_twice(text: str, *, title: object, authors: object) -> Stated:
    """Title and authors, as far as they stand in the text as well."""
    words = _bare(text)
    names = tuple(name for name in authors_in(authors or "", {}) if _bare(name) in words)
    return stated(title=title if _bare(str(title or "")) in words else None, authors=names)


def stated(*, title: object, authors: tuple[str, ...] = (), **others: object) -> Stated:
    """The facts that are stated: those of which something would be seen."""
    line = " ".join(title.split()) if isinstance(title, str) else ""
    facts = {"title": None if shows_nothing(line) else line, "authors": authors, **others}
    return {key: value for key, value in sorted(facts.items()) if value}


def _bare(text: str) -> str:
    return " ".join(text.casefold().split())
