"""Deeds that did not take place, or perhaps: a verb in, whether the timeline leaves it out.

What is planned stays; where its own sentence says that it was called off, that is told.
"""

from spacy.tokens import Token

from builder.extract.events.words import is_one_of
from builder.extract.tense import is_plan
from builder.extract.truth import truth_of
from builder.extract.unsaid import is_left_unsaid

_MODALS = frozenset({"may", "might", "can", "could", "should"})
_NOT_SO = frozenset({"denied", "asked", "recommended"})


def is_unreal(verb: Token) -> bool:
    """Whether it is denied, asked, wanted, only possible, or would have been."""
    return is_left_unsaid(verb) or _is_open(verb) or _would_have_been(verb) or _is_not_so(verb)


def _would_have_been(verb: Token) -> bool:
    """Whether it did not come to it: "the mill would have been closed on Monday"."""
    helping = {child.lower_ for child in verb.lefts if child.dep_ in {"aux", "auxpass"}}
    return "would" in helping and "have" in helping


def _is_open(verb: Token) -> bool:
    return any(
        child.dep_ == "neg"
        or (child.lower_ in _MODALS and child.tag_ == "MD")  # "May" may be a month
        or child.lower_ in {"if", "whether"}
        for child in verb.children
    )


def call_off(verb: Token) -> Token | None:
    """The verb that ends a plan: "a convoy planned for Sunday was called off"."""
    root = verb.sent.root
    if verb.dep_ != "acl" or not is_plan(verb) or root.i < verb.i:
        return None
    return root if is_one_of(root, "cancels") else None


def _is_not_so(verb: Token) -> bool:
    """Whether it is denied, asked or wanted, or less than fact by words that are not its own.

    "Allegedly shot two men on Monday" says it itself; "accused of shooting two men" does not.
    """
    truth = truth_of(verb, verb.doc[verb.i : verb.i + 1])
    if truth.words is None or truth.is_bare:
        return False
    if truth.status == "conditional" or (truth.status == "recommended" and _is_to_come(verb)):
        return False  # the main clause holds its condition; "told to appear on Monday" is a plan
    own = verb.left_edge.i <= truth.words.start <= verb.right_edge.i
    return truth.status in _NOT_SO or not own


def _is_to_come(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.lefts)
