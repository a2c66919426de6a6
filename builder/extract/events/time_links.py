"""Which verb tells what a time dates, where the verb right above it does not.

In: the verb above a time, and the time. Out: the verb that tells it, `None` where none does. What
is only meant to happen is told by nobody ("left to attend a fair on Friday" is leaving), nor what
a participle only leads on to ("following a win last year").
"""

from itertools import islice

from spacy.tokens import Token

from builder.extract.events.words import named_deeds, words_of
from builder.extract.subjects import own_subject
from builder.extract.tense import is_plan, tense_of_verb
from builder.model.findings import FoundTime

_VERBS = frozenset({"VERB", "AUX"})
_LOOSE = frozenset({"prep", "advcl", "acl", "pcomp", "dep"})
_STEPS = 6  # heads above a verb: "a student crossing a road to attend a rite on Friday was hit"


def told_by(verb: Token, time: FoundTime) -> Token | None:
    """The verb that tells it: "beat Sato to win the cup on Sunday" is told by "beat".

    Winning reaches its purpose, and "beat Sato on Friday to play Dahl on Sunday" has two dates.
    """
    if verb.dep_ in _LOOSE and verb.tag_ in {"VBG", "VBN"} and own_subject(verb) is None:
        if verb.lower_ in words_of("prepositions"):
            return None
        if verb.lower_ in words_of("openings") and not _has_object(verb):
            return _above(verb)  # "will ship chips beginning in 2008"
    if verb.dep_ == "advcl" and verb.head.i < verb.i and _is_when(verb, verb.head):
        return verb.head
    if verb.tag_ == "VB" and any(child.tag_ == "TO" for child in verb.children):
        return _of_purpose(verb, time)
    return verb


def _of_purpose(verb: Token, time: FoundTime) -> Token | None:
    """The verb above a purpose; the infinitive itself where it is planned or asked for."""
    if verb.dep_ not in {"advcl", "acl", "relcl"}:
        return _reached(verb)
    noun = verb.head
    if verb.dep_ != "advcl" and is_plan(noun):
        return verb  # "a plan to visit Rome on Friday"
    above = _above(verb)
    if above is None or _is_dated(above, verb) or noun.lemma_ in words_of("measures"):
        return None
    agrees = verb.dep_ == "advcl" and tense_of_verb(above) == time.tense
    return above if agrees or _reached(verb) == above else None


def _reached(verb: Token) -> Token:
    above = verb.head
    if above.i > verb.i or above.lemma_ not in words_of("achieves") or _is_dated(above, verb):
        return verb
    return above if above.tag_ == "VBD" else verb


def _above(verb: Token) -> Token | None:
    """The finite verb that it hangs on, over its nouns."""
    up = (token for token in islice(verb.ancestors, _STEPS) if token.pos_ in _VERBS)
    return next((token for token in up if _is_finite(token)), None)


def _is_finite(verb: Token) -> bool:
    helped = any(child.dep_ in {"aux", "auxpass"} for child in verb.children)
    return verb.tag_ in {"VBD", "VBZ", "VBP"} or (helped and not _is_infinitive(verb))


def _is_infinitive(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


def _has_object(verb: Token) -> bool:
    return any(child.dep_ in {"dobj", "xcomp"} for child in verb.children)


def _is_dated(above: Token, verb: Token) -> bool:
    """Whether the verb above has a time of its own before this one."""
    return any(token.ent_type_ in {"DATE", "TIME"} for token in verb.doc[above.i : verb.i])


def _is_when(verb: Token, above: Token) -> bool:
    """Whether both happened at once: "Two were killed when a fire broke out on Monday"."""
    at_once = any(child.lower_ == "when" for child in verb.children)
    told = verb.lemma_ in named_deeds() - {"break"}  # "when rebels shelled the town"
    return at_once and not _is_dated(above, verb) and not told and above.tag_ in {"VBD", "VBN"}
