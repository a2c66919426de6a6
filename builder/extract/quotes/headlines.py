"""Words in a headline's quotation marks, whose speaker the article tells: quotes in, more out.

“‘You ate your supper’: fury of judge” stands above an article that quotes her: “You went home,
ate your supper …”. The headline's words are hers, cut short. Missed on purpose: words that no
quote of the article holds.
"""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq

from builder.extract.article_view import ArticleView
from builder.extract.article_view.quotation_marks import Marked
from builder.model.findings import FoundQuote
from builder.text.diff import words

_CONFIDENCE = 0.8
_FEWEST = 3  # words; "‘unfair’" may be anybody's
_MOST = 12  # words; a headline is short
_KEPT = 0.7  # of the headline's words that the quote has, in order
_SPOKEN = frozenset({"direct", "mixed"})


def quoted_in_headlines(view: ArticleView, found: Sequence[FoundQuote]) -> Iterator[FoundQuote]:
    """The headline's quotes, each with the speaker of the quote that it is cut from."""
    article = view.article
    marks = [
        one for one in view.marks if article.has_heading(one.start, one.end) and one.is_closed
    ]
    if not marks:
        return
    spoken = [
        (words(quote.passage.text), quote)
        for quote in found
        if quote.speaker is not None and quote.kind in _SPOKEN
    ]
    taken = [quote.passage for quote in found if quote.speaker is not None]
    for mark in marks:
        free = all(one.end <= mark.start or mark.end <= one.start for one in taken)
        source = _source(view, mark, spoken) if free else None
        if source is not None:
            yield FoundQuote(
                passage=article.passage(mark.start, mark.end),
                kind="direct",
                speaker=source.speaker,
                speaker_inferred=True,
                confidence=_CONFIDENCE,
            )


def _source(
    view: ArticleView, mark: Marked, spoken: Sequence[tuple[tuple[str, ...], FoundQuote]]
) -> FoundQuote | None:
    told = words(view.article.text[mark.inner_start : mark.inner_end])
    if not _FEWEST <= len(told) <= _MOST:
        return None
    for said, quote in spoken:
        if LCSseq.similarity(told, said) >= max(_FEWEST, _KEPT * len(told)):
            return quote
    return None
