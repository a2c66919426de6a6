"""One file of `seeds/`: its text, what is known of it, and which characters are boilerplate."""

from dataclasses import dataclass
from datetime import date

from builder.model.ids import ArticleId


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Passage:
    """Characters of an article: `article.text[start:end] == text`, offsets in code points."""

    article: ArticleId
    start: int
    end: int
    text: str

    def covers(self, other: "Passage") -> bool:
        """Whether the other passage lies wholly inside this one (same article assumed)."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Passage") -> bool:
        """Whether the two share a character (same article assumed)."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the maintainer stated about an article; what nobody stated is `None`."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    authors: tuple[str, ...] = ()
    language: str = "en"
    retrieved: date | None = None
    rights: str | None = None
    added: date | None = None
    notes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RawArticle:
    """An article as loaded: decoded, front matter taken off, line ends made one line feed."""

    id: ArticleId
    file: str
    text: str
    sha256: str
    metadata: Metadata


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article as cleaned: the same text, with boilerplate marked, never cut."""

    id: ArticleId
    file: str
    text: str
    sha256: str
    metadata: Metadata
    boilerplate: tuple[tuple[int, int], ...] = ()
    """`(start, end)` spans, sorted, not overlapping."""
    headings: tuple[tuple[int, int], ...] = ()
    """Lines that are headings or captions, not sentences of the report; the title comes first."""

    def passage(self, start: int, end: int) -> Passage:
        """The passage from `start` to `end` of this article."""
        return Passage(article=self.id, start=start, end=end, text=self.text[start:end])

    @property
    def readable(self) -> str:
        """The text with boilerplate made blank, line ends kept: the same length."""
        masked = list(self.text)
        for start, end in self.boilerplate:
            masked[start:end] = [c if c == "\n" else " " for c in masked[start:end]]
        return "".join(masked)
