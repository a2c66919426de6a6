"""Text and Markdown: bytes in, the text and what stands in front of it out."""

from builder.load.decode import decoded
from builder.load.document import Document
from builder.load.frontmatter import front_matter, metadata_in


def read(content: bytes, *, file: str) -> Document:
    """A text as it is, but for its front matter, which becomes facts."""
    opened = front_matter(decoded(content, file=file), file=file)
    if opened.yaml is None:
        return Document(text=opened.text)
    written = metadata_in(opened.yaml, file=file)
    return Document(
        text=opened.text, facts=written.facts, has_front_matter=True, problem=written.problem
    )
