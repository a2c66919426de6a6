"""What speaks against reading a clause as plain fact: its status, and the words that say so.

In: the words of a governor. Out: an `Objection`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from builder.extract.grammar import noun_phrase
from builder.extract.subjects import own_subject
from builder.extract.unsaid import governing
from builder.model.findings import Status

_BEFORE_VERB = frozenset({"neg", "aux", "auxpass", "expl", "preconj"})
_NONE = frozenset({"no", "neither", "little"})
_EMPTY = frozenset({"it", "there"})
_GAP = 8  # tokens: "rejected as baseless the reports that …", "did not, when asked, admit that"
_SUBJECT_GAP = 10  # tokens from a subject to its verb: longer ones are cut off with an aside
_LONGEST_SUBJECT = 12  # tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """One reason not to show the clause alone."""

    status: Status
    words: Span
    """The words that say so: "did not acknowledge that"."""
    reach: Span
    """What has to be shown with the clause: those words with their subject, or a condition."""


def objection(status: Status, words: Span, reach: Span | None = None) -> Objection:
    """An objection that reaches no further than its words, if nothing else is given."""
    return Objection(status=status, words=words, reach=words if reach is None else reach)


def by_governor(status: Status, governor: Token, span: Span) -> Objection:
    """The objection of a verb, noun or adjective that governs the clause of this span."""
    heads = [governor, *governing(governor)]
    if governor.dep_ in {"acomp", "attr"}:
        heads.append(governor.head)  # "is due to", "there were calls for"
    first = min(token.i for head in heads for token in _verbal(head))
    last = max(governor.i, *(token.i for token in governor.rights if token.dep_ == "prt"), 0)
    if last < span.start <= last + _GAP:
        last = _last_word(governor.doc, last, span.start)
    words = governor.doc[first : last + 1]
    return objection(status, words, _with_subject(words, heads))


def _verbal(verb: Token) -> Iterable[Token]:
    """The verb with the auxiliaries and negations before it, and an "it" without meaning."""
    yield verb
    for child in verb.lefts:
        empty = child.dep_ in {"nsubj", "nsubjpass"} and child.lower_ in _EMPTY
        none = child.dep_ == "det" and child.lower_ in _NONE
        if (child.dep_ in _BEFORE_VERB or empty or none) and verb.i - child.i <= _GAP:
            yield child


def _last_word(doc: Doc, last: int, start: int) -> int:
    """The last word before the clause: "that", but no comma or mark of quotation."""
    if any(token.pos_ in {"VERB", "AUX"} for token in doc[last + 1 : start]):
        return last  # "asks me to say that it was not him and that"
    place = start - 1
    while place > last and (doc[place].is_punct or doc[place].is_space):
        place -= 1
    return place


def _with_subject(words: Span, heads: list[Token]) -> Span:
    """The words with the subject that they have, where it stands close before them."""
    for head in heads:
        subject = own_subject(head)
        if subject is None or subject.i > head.i:
            continue
        phrase = noun_phrase(subject)
        if words.start - subject.i <= _SUBJECT_GAP and len(phrase) <= _LONGEST_SUBJECT:
            return words.doc[min(phrase.start, words.start) : words.end]
    return words
