"""One file of `seeds/`: its text, what is known of it, and which characters are boilerplate."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from builder.model.blanks import shows_nothing
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


def known_day(day: date | None) -> date | None:
    """The day; `None` for 0001-01-01 and 9999-12-31, which exporters write for no date."""
    return None if day in {date.min, date.max} else day


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
    sha256: str | None = None
    """Of what was received, where the article was taken out of a page or a document."""


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
    bylines: tuple[tuple[int, int], ...] = ()
    """Lines of boilerplate that say who wrote the article."""
    headings: tuple[tuple[int, int], ...] = ()
    """Lines that are headings or captions, not sentences of the report; the title comes first.
    The dateline ("ROME, May 4 (AFP) –") is one too."""
    headline: tuple[int, int] | None = None
    """The heading that the text opens with, where it is safely one; also one of `headings`."""
    substitutes: tuple[tuple[int, int, str], ...] = ()
    """What a span's characters stand for, padded to its length: `&amp;` for `&`, a line wrapped in
    mid-sentence for a space, Markdown signs for nothing. Sorted, not overlapping."""

    def passage(self, start: int, end: int) -> Passage:
        """The passage from `start` to `end` of this article."""
        return Passage(article=self.id, start=start, end=end, text=self.text[start:end])

    def has_heading(self, start: int, end: int) -> bool:
        """Whether a heading shares a character with the span."""
        last = bisect_left(self.headings, (end,)) - 1
        return last >= 0 and self.headings[last][1] > start

    @property
    def title(self) -> str | None:
        """The maintainer's title, else the headline that the text opens with.

        A title of which nothing would be seen is none.
        """
        opening = None if self.headline is None else self.wording(*self.headline)
        titles = (self.metadata.title, opening)
        return next((title for title in titles if title and not shows_nothing(title)), None)

    def wording(self, start: int, end: int) -> str:
        """The words of a span as they are meant: on one line, entities and signs resolved."""
        return " ".join(self.meant(start, end).split())

    def meant(self, start: int, end: int) -> str:
        """The same, blanks and line ends kept: a part of a wording, to be put beside others."""
        parts: list[str] = []
        first, last = (bisect_left(self.substitutes, (place,)) for place in (start, end))
        for from_, to, meant in takewhile(lambda sub: sub[1] <= end, self.substitutes[first:last]):
            blank = " " if self.text[from_] in "\n&" else ""
            parts += self.text[start:from_], meant.strip(" ") or blank
            start = to
        return "".join((*parts, self.text[start:end]))

    @property
    def readable(self) -> str:
        """The text as the model sees it, the same length: substitutes put in, boilerplate blank.

        A line end in it is the end of a paragraph or heading.
        """
        masked = list(self.text)
        for start, end, meant in self.substitutes:
            masked[start:end] = meant
        for start, end in self.boilerplate:
            masked[start:end] = [c if c == "\n" else " " for c in masked[start:end]]
        return "".join(masked)
