"""Verbs of saying: a verb in, whether it can put a clause into someone's mouth out."""

from functools import lru_cache

from spacy.tokens import Token

from builder.extract.attribution.cues import kinds_of
from builder.extract.subjects import SUBJECTS
from builder.extract.unsaid import is_silent

_ASKING = frozenset({"how", "whether", "why", "when", "where", "what", "who", "which", "if"})
_CLAUSES = frozenset({"say", "tell", "think", "show"})  # kinds of verbs whose content is a clause
_VERBS = frozenset({"VERB", "AUX"})
_FOUND = frozenset({"show", "think"})  # kinds of verbs that may tell of no words
_TOLD_OF_FINDING = frozenset({"dobj", "prt", "oprd", "advcl", "npadvmod"})
_WORDLESS = frozenset({"say", "tell", "inform", "write"})  # their objects are hearers or words


def reports(verb: Token) -> bool:
    """Whether the verb can put a clause into someone's mouth as true: not "recommended that"."""
    kinds = kinds_of(verb)
    return bool(kinds & _CLAUSES) and "demand" not in kinds


@lru_cache(maxsize=64)  # asked of one verb for each clause that hangs on it
def only_reports(head: Token) -> bool:
    """Whether the clause only introduces what someone says: "Ruiz told the forum", "he said".

    A refusal to answer is a fact; "found him guilty" and "found out in May" tell of no words.
    """
    if not reports(head):
        return _keeps_silent(head) and not refuses_to_say(head)
    kinds = {child.dep_ for child in head.children if not _is_verdict(child)}
    if not kinds & {"ccomp", "acl"} and kinds_of(head) <= _FOUND and kinds & _TOLD_OF_FINDING:
        return False
    if "ccomp" not in kinds and content_on_noun(head) is not None:
        return True
    if head.tag_ == "VBG" and "dobj" in kinds and head.lemma_.lower() not in _WORDLESS:
        return "ccomp" in kinds  # "…, emphasising the respect between both": a fact in itself
    follows = any(child.i < head.i for child in head.children if child.dep_ in SUBJECTS)
    return "ccomp" in kinds or not (follows and kinds & {"dobj", "prep", "xcomp"})


def refuses_to_say(head: Token) -> bool:
    """Whether it tells that a question was not answered: "declined to say whether it leaked"."""
    return _keeps_silent(head) and any(
        content.dep_ == "ccomp" and asks(content)
        for verb in head.rights
        if verb.dep_ == "xcomp"
        for content in verb.rights
    )


def _keeps_silent(head: Token) -> bool:
    return is_silent(head) and any(
        child.dep_ == "xcomp" and reports(child) for child in head.children
    )


def _is_verdict(complement: Token) -> bool:
    """As in "found him guilty": no clause, though the parser may call it one."""
    return complement.dep_ == "ccomp" and complement.pos_ not in _VERBS


@lru_cache(maxsize=64)
def content_on_noun(verb: Token) -> Token | None:
    """What is said, where the parser hangs it on a noun: "said in a note that it was late"."""
    for preposition in verb.rights:
        if preposition.dep_ == "prep":
            for noun in preposition.rights:
                for clause in noun.rights:
                    if clause.dep_ == "acl" and any(c.lower_ == "that" for c in clause.lefts):
                        return clause
    return None


def asks(clause: Token) -> bool:
    """Whether it is a question: "did not say how many had died", not "said what fell was snow"."""
    first = clause.left_edge
    if first.lower_ not in _ASKING:
        return False
    above = next(token for token in first.ancestors if token.pos_ in _VERBS or token == clause)
    return above == clause
