"""A saved page in, its report and what it states out."""

from builder.load.decode import declared_encoding, decoded
from builder.load.document import Document
from builder.load.frontmatter import front_matter, metadata_in
from builder.load.saved_page import read_page


def read(content: bytes, *, file: str) -> Document:
    """A saved page; front matter that somebody put before it counts more than what it states."""
    text = decoded(content, file=file, declared=declared_encoding(content))
    opened = front_matter(text, file=file)
    page = read_page(opened.text)
    if opened.yaml is None:
        return Document(text=page.text, facts=page.facts)
    written = metadata_in(opened.yaml, file=file)
    return Document(
        text=page.text,
        facts={**page.facts, **written.facts},
        has_front_matter=True,
        problem=written.problem,
    )
