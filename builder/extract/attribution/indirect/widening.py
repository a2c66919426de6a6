"""From a range of tokens to a quote: widened to whole marked passages, trimmed at its edges."""

from dataclasses import replace

from builder.extract.article_view import ArticleView
from builder.extract.attribution.attribution import RELAY_ONLY, Attribution
from builder.extract.attribution.cues import is_finite
from builder.extract.mentions.outlets import outlet_within
from builder.model.blanks import bare
from builder.model.findings import QuoteKind

LONGEST = 300  # tokens: a longer clause is a sentence without its full stops
FEWEST_WORDS = 5  # of a part beside its cue: "In the end, Ruiz said, …" has one part only
_EDGE = ",;:—–-"  # beside blanks
_PARTING = frozenset({",", ":", ";", "—", "–", "-"})
_SHORTEST = 2  # words


def widened(
    reading: ArticleView, first: int, end: int, used: frozenset[int], outline: Attribution
) -> Attribution | None:
    """The tokens as a quote, if no other quote has a cue of its own for marks among them."""
    if not first < end <= first + LONGEST:
        return None
    doc = reading.tokens
    while end > first + 1 and doc[end - 1].pos_ in {"CCONJ", "SPACE"}:
        end -= 1  # "Roe said it was late and": the parse cut it off
    start_char, end_char = doc[first].idx, doc[end - 1].idx + len(doc[end - 1])
    marks = tuple(reading.marks_within(start_char, end_char))
    taken = used.intersection(marks)
    if taken and outline.how == "clause":
        cut = _before_taken(reading, first, min(taken))
        return None if cut is None else widened(reading, first, cut, used, outline)
    if taken:
        relay = outline.speaker is not None and outlet_within(outline.speaker) is not None
        return replace(outline, start=start_char, end=end_char, how=RELAY_ONLY) if relay else None
    for number in marks:
        start_char = min(start_char, reading.marks[number].start)
        end_char = max(end_char, reading.marks[number].end)
    return _trimmed(reading, start_char, end_char, replace(outline, marks=marks))


def _trimmed(
    reading: ArticleView, start: int, end: int, outline: Attribution
) -> Attribution | None:
    text = reading.article.text
    start, _ = bare(text, start, end, marks=_EDGE)
    _, end = bare(text, start, end, marks=_EDGE + ".")
    if len(text[start:end].split()) < _SHORTEST:
        return None
    marked = [reading.marks[number] for number in outline.marks]
    end = max([end, *(mark.end for mark in marked)])  # "said “it is late." goes on to its stop
    whole = len(marked) == 1 and (start, end) == (marked[0].start, marked[0].end)
    kind: QuoteKind = "direct" if whole else "mixed" if marked else "indirect"
    return replace(outline, start=start, end=end, kind=kind)


def _before_taken(reading: ArticleView, first: int, number: int) -> int | None:
    """Where a clause ends that runs on into a quote with a cue of its own, if much is left.

    "Ruiz confirmed that the bridge would close, calling it “a blow”": up to the comma.
    """
    doc, stop = reading.tokens, reading.spans[number][0]
    while stop > first and doc[stop - 1].text not in _PARTING:
        stop -= 1
    words = [token for token in doc[first:stop] if not token.is_punct]
    holds_clause = any(is_finite(token) for token in words if token.pos_ in {"VERB", "AUX"})
    return stop if len(words) >= FEWEST_WORDS and holds_clause else None
