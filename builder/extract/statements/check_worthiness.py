"""How checkable a clause is, and why: a clause in, with its numbers; score and reasons out."""

from collections.abc import Iterable

from spacy.tokens import Token

from builder.extract.attribution.reporting import refuses_to_say
from builder.extract.grammar import noun_phrase
from builder.extract.statements.clauses import Clause
from builder.extract.statements.predicates import Deed
from builder.extract.subjects import subject_of
from builder.text.quantities import quantities_in

_BASE = 0.3  # one reason is enough to be kept; a doubt outweighs any one
_WORTH = {
    "number": 0.3,
    "date": 0.2,
    "superlative": 0.2,
    "named actor": 0.2,
    "comparison": 0.1,
    "attributed": 0.1,
    "event": 0.1,
}
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "EVENT", "PRODUCT", "LAW"})
_OPINION = 0.3
_POINTING = 0.4  # only a number outweighs it: "This is an increase of 40 percent"
_OPINION_VERBS = frozenset({"believe", "hope", "feel", "wish", "love", "hate", "let", "want"})
_POINTERS = frozenset({"this", "that", "which"})
_EVALUATIONS = frozenset({"surprising", "important", "good", "bad", "great", "clear", "vital"})


def checkability(
    clause: Clause, deed: Deed, *, is_attributed: bool
) -> tuple[float, tuple[str, ...]]:
    """The score, 0 to 1, and the reasons that raised it; none for what somebody did not say."""
    if refuses_to_say(clause.head):
        return 0.0, ()
    tags = {token.tag_ for token in clause.own}
    kinds = {token.ent_type_ for token in clause.own}
    found = {
        "number": bool(quantities_in(clause.span.text)),
        "date": bool(kinds & {"DATE", "TIME"}),
        "superlative": bool(tags & {"JJS", "RBS"}),
        "named actor": _is_named(clause.own) or _names_actor(deed),
        "comparison": bool(tags & {"JJR", "RBR"}),
        "attributed": is_attributed or clause.sentence.opens_with_mark,
        "event": clause.head.tag_ in {"VBD", "VBN"} and clause.head.pos_ == "VERB",
    }
    reasons = tuple(reason for reason in _WORTH if found[reason])
    doubts = _OPINION * _is_opinion(clause) + _POINTING * _points_elsewhere(clause, deed)
    score = _BASE + sum(_WORTH[reason] for reason in reasons) - doubts
    return round(min(1.0, max(0.0, score)), 2), reasons


def _is_named(tokens: Iterable[Token]) -> bool:
    return any(token.pos_ == "PROPN" or token.ent_type_ in _NAMES for token in tokens)


def _names_actor(deed: Deed) -> bool:
    return deed.actor is not None and _is_named(noun_phrase(deed.actor))


def _is_opinion(clause: Clause) -> bool:
    subject = subject_of(clause.head)
    first_person = subject is not None and subject.lower_ in {
        "i",
        "we",
        "you",
        "it",
        "this",
        "that",
    }
    return first_person and (
        clause.head.lemma_.lower() in _OPINION_VERBS or _evaluates(clause.head)
    )


def _points_elsewhere(clause: Clause, deed: Deed) -> bool:
    """Whether it is about another sentence as a whole: "This was further bolstered by Ruiz"."""
    about = [c for c in clause.head.children if c.dep_ == "dobj" and clause.holds(c)]
    return any(_is_pointer(token) for token in (deed.subject, *about) if token is not None)


def _is_pointer(token: Token) -> bool:
    return token.lower_ in _POINTERS and next(token.children, None) is None


def _evaluates(head: Token) -> bool:
    return any(c.dep_ == "acomp" and c.lemma_.lower() in _EVALUATIONS for c in head.children)
