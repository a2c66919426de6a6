"""Where words were said: "at a forum in Ghent", "in a statement", "during their meeting".

In: a draft with its cue. Out: the prepositional phrase of the cue that names an occasion. Missed:
occasions that another sentence tells.
"""

from functools import cache

from spacy.tokens import Span, Token

from builder.extract.quotes.draft import Draft
from builder.extract.references.reading import Reading
from builder.knowledge import entries

_BEFORE = frozenset({"at", "in", "during", "on", "after", "before", "following"})
_ENDS = frozenset({"relcl", "acl", "punct", "cc", "conj", "mark", "appos", "advcl"})
_LONGEST = 15  # tokens: "at a business forum of both countries in Ghent on Tuesday"


def occasion_of(reading: Reading, draft: Draft) -> Span | None:
    """The occasion that the cue's own words name, outside the quote."""
    for preposition in () if draft.cue is None else draft.cue.children:
        inside = draft.start <= preposition.idx < draft.end or not reading.is_outside(preposition)
        if inside or preposition.lower_ not in _BEFORE:
            continue
        if any(child.dep_ == "pobj" and _is_occasion(child) for child in preposition.children):
            return _phrase(preposition, draft)
    return None


def _is_occasion(noun: Token) -> bool:
    return noun.lemma_.lower() in _occasions()


@cache
def _occasions() -> frozenset[str]:
    return frozenset(entries("reporting_nouns")["occasions"])


def _phrase(preposition: Token, draft: Draft) -> Span:
    """The phrase up to its first clause, mark or join, and up to the quote."""
    doc, noun = preposition.doc, next(c for c in preposition.children if c.dep_ == "pobj")
    end = noun.i + 1
    last = min(preposition.right_edge.i + 1, preposition.i + _LONGEST)
    while end < last and doc[end].dep_ not in _ENDS and doc[end].idx != draft.start:
        end += 1
    while doc[end - 1].pos_ in {"ADP", "DET", "ADJ"} and end - 1 > noun.i:
        end -= 1
    return doc[preposition.i : end]
