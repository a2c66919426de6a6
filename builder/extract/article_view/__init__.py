"""An article as the quote rules read it: its `Doc`, and which tokens stand in quotation marks."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Token

from builder.extract.article_view.lines import lines_in
from builder.extract.article_view.quotation_marks import Marked, marked_in
from builder.extract.article_view.sentence_limits import with_short_sentences
from builder.extract.tokens import tokens_of
from builder.model.article import Article

OUTSIDE = -1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ArticleView:
    """A `Doc` with its outermost marked passages; the tables have one entry a token or a mark."""

    doc: Doc
    tokens: tuple[Token, ...]
    """Those of the `Doc`: a slice of it costs far more than one of these."""
    article: Article
    marks: tuple[Marked, ...]
    mark_of: tuple[int, ...]
    """The number of the marked passage that each token stands in, or `OUTSIDE`."""
    spans: tuple[tuple[int, int], ...]
    """First token of each marked passage, and the one after its last."""
    prefers_double: bool
    """Whether the article marks its quotes with double marks."""
    line_ends: tuple[int, ...]
    """Where each line that holds more than blanks ends."""
    sentence_ends: tuple[int, ...]
    """The last token of each sentence."""
    starts: tuple[int, ...]
    """Where each token starts, to find tokens by character."""

    def is_outside(self, token: Token) -> bool:
        """Whether the token stands in no quotation marks."""
        return self.mark_of[token.i] == OUTSIDE

    def token_from(self, at: int) -> int:
        """The number of the first token that starts at or after the character."""
        return bisect_left(self.starts, at)

    def marks_within(self, start: int, end: int) -> Iterator[int]:
        """The numbers of the marked passages that overlap the characters."""
        number = bisect_left(self.marks, start, key=lambda mark: mark.end - 1)
        while number < len(self.marks) and self.marks[number].start < end:
            yield number
            number += 1

    def sentence_number(self, token: Token) -> int:
        """How many sentences stand before that of the token."""
        return bisect_left(self.sentence_ends, token.i)

    def sentence(self, token: Token) -> tuple[int, int]:
        """The first token of the token's sentence, and the one after its last."""
        number = bisect_left(self.sentence_ends, token.i)
        start = self.sentence_ends[number - 1] + 1 if number else 0
        return start, self.sentence_ends[number] + 1

    def inner(self, number: int) -> str:
        """The words of a marked passage without blanks and nested marks at its edges."""
        mark = self.marks[number]
        return self.article.text[mark.inner_start : mark.inner_end].strip(" \n\t\xa0‘’“”\"'")

    def lines_between(self, start: int, end: int) -> int:
        """How many ends of non-blank lines lie between two characters."""
        return max(0, bisect_left(self.line_ends, end) - bisect_left(self.line_ends, start))

    def line_number(self, at: int) -> int:
        """How many non-blank lines end before the character."""
        return bisect_left(self.line_ends, at)

    def marked(self, number: int) -> tuple[Token, ...]:
        """The tokens of a marked passage, marks included."""
        first, end = self.spans[number]
        return self.tokens[first:end]


@lru_cache(maxsize=1)  # quotes and encounters ask for the same one after the other
def read(doc: Doc, article: Article) -> ArticleView:
    """The article with its marks paired and laid over its tokens."""
    doc = with_short_sentences(doc)
    marks = marked_in(article.readable)
    tokens = tokens_of(doc)
    starts = tuple([token.idx for token in tokens])
    mark_of = [OUTSIDE] * len(doc)
    spans = []
    for number, mark in enumerate(marks):
        first, end = bisect_left(starts, mark.start), bisect_left(starts, mark.end)
        mark_of[first:end] = [number] * (end - first)
        spans.append((first, end))
    return ArticleView(
        doc=doc, tokens=tokens, article=article, marks=marks, mark_of=tuple(mark_of),
        spans=tuple(spans), starts=starts,
        prefers_double=2 * sum(mark.is_double for mark in marks) > len(marks),
        sentence_ends=tuple(sent.end - 1 for sent in doc.sents),
        line_ends=tuple(end for _, end in lines_in(article.text)),
    )  # fmt: skip
