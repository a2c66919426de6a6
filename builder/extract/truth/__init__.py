"""Truth: how a clause stands in its sentence. Its head and its words in, a status out.

A clause is asserted only if neither the parse nor the words beside it speak against it; else the
words that do so are told, and how much of the sentence has to be shown with the clause. Missed on
purpose: what the sentences before it say of it, irony, and conditions without a word for them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from builder.extract.tokens import tokens_of
from builder.extract.truth.by_parse import objections_of
from builder.extract.truth.by_words import objections_by_words
from builder.extract.truth.objections import Objection, objection
from builder.model.findings import Status

BARE = frozenset({"asserted", "attributed", "planned"})
"""The statuses of clauses that may be shown without the words that govern them."""
_FAR = 60  # tokens: a source or a question further off belongs to other clauses
_STRENGTH: tuple[Status, ...] = (
    "asked", "denied", "conditional", "hypothetical", "alleged", "recommended", "planned",
    "attributed", "asserted",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """How a clause stands in its sentence."""

    status: Status
    words: Span | None
    """The words that make it so ("did not acknowledge that", "if"); `None` where asserted."""
    shown: Span
    """The clause with all that has to be shown with it, in one run within its sentence."""

    @property
    def is_bare(self) -> bool:
        """Whether the clause may stand alone, without the words that govern it."""
        return self.status in BARE


def truth_of(head: Token, span: Span) -> Truth:
    """How the clause of this head and span stands; the strongest objection decides."""
    found = [*objections_of(head, span), *objections_by_words(span), *_by_sentence(span)]
    found.sort(key=lambda each: _STRENGTH.index(each.status))
    if not found:
        return Truth(status="asserted", words=None, shown=span)
    first = found[0]
    hiding = [each.reach for each in found if each.status not in BARE]
    sentence = span.sent
    start = max(sentence.start, min(part.start for part in (span, *hiding)))
    end = min(sentence.end, max(part.end for part in (span, *hiding)))
    return Truth(status=first.status, words=_in_full(first, found), shown=span.doc[start:end])


def _in_full(first: Objection, found: Sequence[Objection]) -> Span:
    """Its words, or the longer ones that hold them: "refused to say whether", not "whether"."""
    around = [
        each.words
        for each in found
        if each.words.start <= first.words.start and first.words.end <= each.words.end
    ]
    return max(around, key=len)


def _by_sentence(span: Span) -> list[Objection]:
    """What marks the whole sentence: a question, or the source that it names."""
    doc, sentence = span.doc, span.sent
    end = min(sentence.end, span.end + _FAR)
    near = tokens_of(doc)[max(sentence.start, span.start - _FAR) : end]
    found = [
        objection("attributed", doc[token.i : token.i + 2])
        for token in near
        if token.lower_ == "according"
    ]
    last = next((token for token in reversed(near) if not token.is_space), None)
    if end == sentence.end and last is not None and last.text.endswith("?"):
        found.append(objection("asked", doc[last.i : last.i + 1]))
    return found
