"""Clauses that say nothing by themselves: "December started", "everyone was shaken by it".

In: a verb, its clause and the times that date it. Out: whether a reader of the clause alone, its
subject put before it, would not know what happened. Deliberately missed: transitive verbs whose
object only the sentence before tells ("Ruiz confirmed on Monday").
"""

from collections.abc import Sequence

from spacy.tokens import Span, Token

from builder.extract.subjects import own_subject, understood_subject

_CONTENT = frozenset({"NOUN", "PROPN", "NUM", "SYM"})
_VAGUE = frozenset({
    "it", "that", "this", "these", "those", "what", "which", "everyone", "everybody", "everything",
    "someone", "somebody", "something", "anyone", "anybody", "anything", "nobody", "nothing",
    "all", "one", "ones", "things", "people", "there", "some", "many", "others", "both", "each",
})  # fmt: skip
_OBJECTS = frozenset({"him", "them", "me", "us"})
_AUXILIARIES = frozenset({"AUX", "VERB"})


def is_fragment(verb: Token, clause: Span, times: Sequence[Span]) -> bool:
    """Whether the clause needs the words around it to say anything."""
    dated = {token.i for time in times for token in time}
    if verb.dep_ == "amod" or _lacks_object(verb):
        return True
    subject = understood_subject(verb) or own_subject(verb)
    if subject is None:
        before = verb.doc[min(clause.start, verb.i) : verb.i]
        return not any(token.pos_ in _CONTENT and token.i not in dated for token in before)
    if subject.lower_ in _OBJECTS:  # "forced him to leave in 1990": "him to leave" is no clause
        return True
    if subject.i in dated:
        return not any(child.dep_ == "dobj" for child in verb.children)  # "December started"
    if _is_misread(verb, subject):
        return True
    others = (token for token in clause if token.i not in dated and token != verb)
    return _is_vague(subject) and not any(token.pos_ in _CONTENT for token in others)


def _lacks_object(verb: Token) -> bool:
    """Whether its object stands before it and says nothing: "the one Ruiz faced last year"."""
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    if verb.dep_ != "relcl":  # "it was a feat that Ruiz achieved on Friday"
        empty = {"WDT", "WP"} if verb.head.lemma_ == "be" else {"WP"}
        return any(child.tag_ in empty for child in objects)
    subject = own_subject(verb)
    asked = any(child.tag_ == "WRB" for child in verb.subtree)
    vague = _is_vague(verb.head) or any(child.lower_ == "no" for child in verb.head.lefts)
    named = subject is not None and subject.tag_ not in {"WDT", "WP"}
    return vague and named and not asked


def _is_misread(verb: Token, subject: Token) -> bool:
    """Whether parsers took the wrong noun: "two points for Rovers, who have lost on Friday"."""
    own = own_subject(verb) or next(
        (found for up in verb.ancestors if (found := own_subject(up)) is not None), None
    )
    if own is None or own.lower_ != "who" or subject.pos_ == "PROPN" or own.i < subject.i:
        return False
    counted = any(child.dep_ == "nummod" for child in subject.children)
    return counted and any(token.pos_ == "PROPN" for token in verb.doc[subject.i : own.i])


def _is_vague(noun: Token) -> bool:
    return (noun.lower_ in _VAGUE or noun.pos_ == "NUM") and not any(
        child.dep_ not in {"det", "punct", "relcl"} for child in noun.children
    )
