"""Verbs of saying: a verb in, whether it can put a clause into someone's mouth out."""

from functools import cache

from spacy.tokens import Token

from builder.extract.grammar import SUBJECTS
from builder.knowledge import entries

_WORDLESS = frozenset({"say", "tell", "inform", "write"})  # their objects are hearers or words


def reports(verb: Token) -> bool:
    """Whether the verb can put a clause into someone's mouth."""
    return verb.lemma_.lower() in _saying()


def only_reports(head: Token) -> bool:
    """Whether the clause only introduces what someone says: "Ruiz told the forum", "he said"."""
    if not reports(head):
        return False
    kinds = {child.dep_ for child in head.children}
    if head.tag_ == "VBG" and "dobj" in kinds and head.lemma_.lower() not in _WORDLESS:
        return "ccomp" in kinds  # "…, emphasising the respect between both": a fact in itself
    follows = any(child.i < head.i for child in head.children if child.dep_ in SUBJECTS)
    return "ccomp" in kinds or not (follows and kinds & {"dobj", "prep", "xcomp"})


@cache
def _saying() -> frozenset[str]:
    return frozenset(entries("statement_verbs")["saying"])
