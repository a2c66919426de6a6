"""What a reader gives of one file: its text, and what the file itself states of the article."""

from dataclasses import dataclass, field

from builder.errors import SeedError
from builder.load.frontmatter import Stated


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The text of one file, line ends made one line feed, and the metadata that stands in it."""

    text: str
    facts: Stated = field(default_factory=dict)
    """Keys of `Metadata`, only those that the file gives a usable value for."""
    has_front_matter: bool = False
    """Whether somebody wrote metadata at the head of the text."""
    problem: SeedError | None = None
    """What is wrong with that metadata, and does not cost the article."""
