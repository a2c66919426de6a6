"""Where words were said: "at a forum in Ghent", "in a statement", "during their meeting".

In: an attribution with its cue. Out: the prepositional phrase of the cue that names an occasion.
Missed: occasions that another sentence tells.
"""

from spacy.tokens import Span, Token

from builder.extract.article_view import ArticleView
from builder.extract.attribution.attribution import Attribution
from builder.extract.attribution.cues import is_occasion, kinds_of

_BEFORE = frozenset({"at", "in", "during", "on", "after", "before", "following"})
_ENDS = frozenset({"relcl", "acl", "punct", "cc", "conj", "mark", "appos", "advcl"})
_LONGEST = 15  # tokens: "at a business forum of both countries in Ghent on Tuesday"


def occasion_of(reading: ArticleView, attribution: Attribution) -> Span | None:
    """The occasion that the cue's own words name, outside the quote."""
    for child in () if attribution.cue is None else attribution.cue.children:
        if attribution.start <= child.idx < attribution.end or not reading.is_outside(child):
            continue
        if child.dep_ == "dobj" and "tell" in kinds_of(child.head) and is_occasion(child):
            return _phrase(child.left_edge, child, attribution)  # "told a news conference"
        noun = next((each for each in child.children if each.dep_ == "pobj"), None)
        if noun is not None and child.lower_ in _BEFORE and is_occasion(noun):
            return _phrase(child, noun, attribution)
    return None


def _phrase(first: Token, noun: Token, attribution: Attribution) -> Span:
    """The phrase up to its first clause, mark or join, and up to the quote."""
    doc, end = first.doc, noun.i + 1
    last = min(noun.right_edge.i + 1, first.i + _LONGEST)
    while end < last and doc[end].dep_ not in _ENDS and doc[end].idx != attribution.start:
        end += 1
    while doc[end - 1].pos_ in {"ADP", "DET", "ADJ"} and end - 1 > noun.i:
        end -= 1
    return doc[first.i : end]
