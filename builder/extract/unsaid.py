"""Speech that did not take place: a verb in, whether what it governs was left unsaid out.

"She never admitted that", "has yet to confirm that", "failed to mention that", "stopped short of
saying that", "neither confirmed nor denied that", "nobody said that", "if she says that": the
content is neither anyone's words nor a fact that the article tells.
"""

from itertools import islice

from spacy.tokens import Token

from builder.extract.subjects import subject_of
from builder.knowledge import entries

_NEGATIONS = frozenset({
    "never", "neither", "nor", "hardly", "barely", "scarcely", "not", "n't", "n’t", "no",
})  # fmt: skip
_ADVERBIAL = frozenset({"neg", "advmod", "preconj", "cc", "det"})
_ONLY = frozenset({"only", "just", "merely", "simply"})
_NO_ONE = frozenset({"nobody", "none", "no-one", "neither", "no"})
_SUPPOSING = frozenset({"if", "unless", "lest"})
_VERBS = entries("reporting_verbs")
_SILENT = frozenset(_VERBS["silent"])
REPORTING = frozenset().union(*(_VERBS[kind] for kind in ("say", "tell", "think", "show")))
_PENDING = frozenset({"have", "be", "remain"})  # "has yet to say", "remains to be said"
_STILL = frozenset({"yet", "still"})
_LINKS = frozenset({"xcomp", "pcomp", "prep", "conj", "auxpass"})
_STEPS = 5  # heads above a verb: "stopped short of saying" takes three


def is_unsaid(verb: Token) -> bool:
    """Whether nobody said what the verb governs, as far as its own sentence tells."""
    verbs = governing(verb)
    return (
        any(_is_negated(each) or _is_supposed(each) for each in verbs)
        or any(is_silent(each) for each in verbs[1:])
        or is_no_one(subject_of(verb))
    )


def is_left_unsaid(head: Token) -> bool:
    """Whether the clause of this head is what somebody did not say.

    "It is not surprising that the bridge is shut" leaves nothing unsaid.
    """
    return any(
        token.dep_ == "ccomp" and token.head.lemma_.lower() in REPORTING and is_unsaid(token.head)
        for token in (head, *islice(head.ancestors, _STEPS))
    )


def governing(verb: Token) -> list[Token]:
    """The verb, and those whose complement it is: "declined" of "declined to say"."""
    found = [verb]
    for _ in range(_STEPS):
        if verb.dep_ not in _LINKS or verb.head == verb:
            break
        if verb.dep_ == "conj" and not _shares_negation(verb):
            break
        verb = verb.head
        found.append(verb)
    return found


def _shares_negation(verb: Token) -> bool:
    """Whether what denies the first verb denies this one: "neither confirmed nor denied"."""
    bare = verb.tag_ == "VB" and verb.head.tag_ == "VB"  # "did not confirm or deny"
    nor = any(child.lower_ == "nor" for child in verb.head.children)
    return bare or nor


def _is_negated(verb: Token) -> bool:
    """Whether it is denied: "never said", but not "not only said"."""
    return any(
        (child.dep_ == "neg" or child.lower_ in _NEGATIONS)
        and not any(below.lower_ in _ONLY for below in child.children)
        for child in verb.children
        if child.dep_ in _ADVERBIAL
    )


def _is_supposed(verb: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in _SUPPOSING for child in verb.lefts)


def is_silent(verb: Token) -> bool:
    """Whether the verb tells that what it leads to is not done: "failed", "stopped short of"."""
    words = {child.lower_ for child in verb.children}
    pending = verb.lemma_.lower() in _PENDING and not _STILL.isdisjoint(words)
    return pending or "short" in words or verb.lemma_.lower() in _SILENT


def is_no_one(subject: Token | None) -> bool:
    """Whether the subject is nobody: "no official", "neither of them"."""
    if subject is None:
        return False
    return subject.lower_ in _NO_ONE or any(child.lower_ in _NO_ONE for child in subject.lefts)
