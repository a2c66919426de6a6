"""The tense of the verb that governs a time: it says on which side of today the day lies."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Span, Token

from builder import knowledge
from builder.model.times import Tense

_VERBS = frozenset({"VERB", "AUX"})
_MODALS = frozenset({"will", "'ll", "’ll", "wo", "shall", "would", "may", "might", "could", "'d"})
_BETWEEN = frozenset({"on", "in", "late", "early", "earlier", "later"})
_UPTO = frozenset({"for", "until", "till", "to"})
_PAST = frozenset({"VBD"})
_NEAR = 3  # "set tentatively for Friday"
_DEPTH = 12  # heads above a time; a longer way up is a parse gone wrong


def tense_of(span: Span) -> Tense | None:
    """Past, present or future, by the verb above the span; `None` where no verb governs it."""
    verb = governor(span)
    if verb is None:
        return None
    if _is_set_for(span, verb) or _is_under_way_on(span, verb):
        return "future"
    return None if _was_to(verb) else tense_of_verb(verb)


def governor(span: Span) -> Token | None:
    """The verb that governs the span: the one right before it, else the nearest above it."""
    beside = verb_before(span)
    if beside is not None:
        return beside
    return next((token for token in _above(span.root) if token.pos_ in _VERBS), None)


def verb_before(span: Span) -> Token | None:
    """The verb right before a time: "said on Tuesday it would wait", hung on "wait" by parsers."""
    start = span.start
    while start and span.doc[start - 1].lower_ in _BETWEEN:
        start -= 1
    return span.doc[start - 1] if start and span.doc[start - 1].pos_ == "VERB" else None


def tense_of_verb(verb: Token) -> Tense | None:
    """The tense of a verb, by its auxiliaries, its form, and the verb that it depends on."""
    if _did_plan(verb):
        return "past"
    for token in (verb, *_above(verb)):
        found = _own_tense(token)
        if found is not None:
            return found
    return None


def is_plan(token: Token) -> bool:
    """Whether the word puts what depends on it into the future: "plans to go", "due on Friday"."""
    return _plans(token)


def _is_set_for(span: Span, verb: Token) -> bool:
    """Whether a day is what was fixed: "called a strike for 2 March", "put it back to May"."""
    before = span.doc[span.start - 1] if span.start else None
    if before is None or verb.lemma_.lower() not in _words("sets"):
        return False
    pencilled = before.lower_ == "in" and verb.lemma_.lower() in {"pencil", "pencilled"}
    named = span[-1].is_title or any(token.like_num for token in span) or span[0].lower_ == "the"
    return named and (before.lower_ in _UPTO or pencilled)


def _was_to(verb: Token) -> bool:
    """Whether it lay ahead of a past, wherever today is: "it was to end on 17 March"."""
    be = verb.head
    fixed = be.lemma_ == "be" and be.tag_ == "VBD" and verb.dep_ == "xcomp"
    return fixed and any(child.tag_ == "TO" for child in verb.lefts)


def _is_under_way_on(span: Span, verb: Token) -> bool:
    """Whether a form for what goes on names a day: "is visiting Rome on Friday" is a plan."""
    if verb.tag_ != "VBG" or not span.start or span.doc[span.start - 1].lower_ != "on":
        return False
    return any(child.dep_ == "aux" and child.tag_ in {"VBZ", "VBP"} for child in verb.children)


def _did_plan(verb: Token) -> bool:
    """Whether the planning is what happened: "postponed it in May", "promised on Monday to go".

    What is passive lies ahead: "was scheduled for Friday".
    """
    if not _plans(verb) or any(child.dep_ == "auxpass" for child in verb.children):
        return False
    perfect = any(child.lemma_ == "have" for child in verb.children if child.dep_ == "aux")
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and perfect)


def _own_tense(verb: Token) -> Tense | None:
    if verb.pos_ not in _VERBS:
        return "future" if _plans(verb) else None
    auxiliaries = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    if _is_future(verb, auxiliaries):
        return "future"
    if any(token.tag_ in _PAST for token in (*auxiliaries, verb)):
        return "past"
    return _untensed(verb, auxiliaries)


def _untensed(verb: Token, auxiliaries: list[Token]) -> Tense | None:
    """The tense of a form that is not past by itself; `None` for an infinitive."""
    finite = [token for token in (*auxiliaries, verb) if token.tag_ in {"VBZ", "VBP", "VB"}]
    if verb.tag_ == "VBN":
        passive = any(token.lemma_ == "be" for token in finite) and not _perfect(auxiliaries)
        return "present" if passive else "past"
    if any(token.tag_ == "TO" for token in auxiliaries):
        return None
    if verb.tag_ in {"VBZ", "VBP"}:
        return "future" if verb.lemma_ in _words("schedules") else "present"
    return "present" if finite and verb.tag_ == "VBG" else None


def _is_future(verb: Token, auxiliaries: list[Token]) -> bool:
    """Whether it lies ahead: "scheduled for Friday", "is to begin", "a rite to be held"."""
    if _plans(verb) or any(token.lower_ in _MODALS for token in auxiliaries):
        return True
    if any(token.lower_ == "must" for token in auxiliaries) and not _perfect(auxiliaries):
        return True
    if verb.lemma_ == "be" and verb.tag_ in {"VBZ", "VBP"} and _is_to_do(verb):
        return True
    if not any(token.tag_ == "TO" for token in auxiliaries):
        return False
    head = verb.head
    if _plans(head) or verb.dep_ in {"acl", "relcl"}:
        return True
    return head.lemma_ == "be" and verb.dep_ == "xcomp" and head.tag_ in {"VBZ", "VBP"}


def _is_to_do(be: Token) -> bool:
    """Whether it is fixed: "On Wednesday the two are to travel", "the vote is on Thursday"."""
    if any(child.dep_ in {"acomp", "attr", "ccomp", "expl"} for child in be.children):
        return False
    return any(
        child.lower_ == "on" or any(aux.tag_ == "TO" for aux in child.children)
        for child in be.children
        if child.dep_ in {"xcomp", "prep"}
    )


def _plans(token: Token) -> bool:
    said = {token.lemma_.lower(), token.lower_}
    if not said.isdisjoint(_words("plans")):
        return True
    return not said.isdisjoint(_words("plans_to")) and _leads_on(token)


def _leads_on(token: Token) -> bool:
    """Whether what is planned follows: "set to open", "tentatively set for Friday", "is set"."""
    following = token.doc[token.i + 1 : token.i + _NEAR]
    if any(each.tag_ == "TO" or each.lower_ == "for" for each in following):
        return True
    return any(
        child.dep_ == "auxpass" and child.tag_ in {"VBZ", "VBP"} for child in token.children
    )


def _perfect(auxiliaries: list[Token]) -> bool:
    return any(token.lemma_ == "have" for token in auxiliaries)


def _above(token: Token) -> Iterator[Token]:
    for _ in range(_DEPTH):
        yield token
        if token.head == token:
            return
        token = token.head


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(knowledge.entries("planning_words")[kind])
