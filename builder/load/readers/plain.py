"""Text, Markdown and saved pages: bytes in, the text and what stands in front of it out."""

from builder.load.decode import declared_encoding, decoded
from builder.load.document import Document
from builder.load.frontmatter import front_matter, metadata_in
from builder.load.saved_page import read_page


def read_text(content: bytes, *, file: str) -> Document:
    """A text as it is, but for its front matter, which becomes facts."""
    opened = front_matter(decoded(content, file=file))
    stated = {} if opened.yaml is None else metadata_in(opened.yaml, file=file)
    return Document(text=opened.text, facts=stated, has_front_matter=opened.yaml is not None)


def read_html(content: bytes, *, file: str) -> Document:
    """A saved page; front matter that somebody put before it counts more than what it states."""
    opened = front_matter(decoded(content, file=file, declared=declared_encoding(content)))
    stated = {} if opened.yaml is None else metadata_in(opened.yaml, file=file)
    page = read_page(opened.text)
    return Document(
        text=page.text,
        facts={**page.facts, **stated},
        has_front_matter=opened.yaml is not None,
    )
