"""Verbs that tell how things are, are fixed, or usually go, not what happened.

In: a verb, with the time that dates it where that matters. Out: whether it is of the kind.
"""

from spacy.tokens import Token

from builder import naming
from builder.extract.events.dating import is_day, is_event_noun
from builder.extract.events.words import words_of
from builder.extract.subjects import understood_subject
from builder.model.findings import FoundTime


def is_usual(verb: Token, time: FoundTime) -> bool:
    """Whether it is so again and again: "After midnight, he would leave", "is used today"."""
    if time.passage.text.lower() == "today" and verb.tag_ == "VBN":
        return any(aux.dep_ == "auxpass" and aux.tag_ in {"VBZ", "VBP"} for aux in verb.children)
    would = any(child.lower_ in {"would", "'d", "’d"} for child in verb.children)
    said = time.expression
    named = said.value or said.weekday or said.month or said.unit not in {None, "day"}
    loose = said.anchor == "mentioned" or said.clock is not None
    return would and verb.dep_ in {"ROOT", "conj"} and loose and not named


def is_state(verb: Token) -> bool:
    """Whether it tells how things are; "had surgery", "became mayor" tell what happened."""
    if verb.lemma_ == "become":
        return not any(c.dep_ == "attr" and naming.title(c.lemma_) for c in verb.children)
    if verb.lemma_ == "have":
        objects = (child for child in verb.children if child.dep_ == "dobj")
        return not any(is_event_noun(noun) for noun in objects)
    if verb.lemma_ == "appear":  # before a court, at a festival; "appeared calm" is a state
        places = any(child.lower_ in {"before", "in", "at"} for child in verb.children)
        return not places or any(
            child.dep_ in {"acomp", "oprd", "xcomp"} for child in verb.children
        )
    if verb.lemma_ == "date" and verb.tag_ == "VBN":
        return False  # "a letter dated 14 January"
    return verb.lemma_ in words_of("states")


def is_scheduled(verb: Token, time: FoundTime) -> bool:
    """Whether something is fixed for later: "Talks are due on Friday", "the vote is on Sunday".

    "The church will be open on Sunday" too, but not "prices will be higher next year".
    """
    if verb.lemma_ != "be":
        return False
    if is_day(time) and any(child.lower_ in {"will", "'ll", "’ll"} for child in verb.children):
        return True
    subject = understood_subject(verb)
    if any(child.lower_ in {"due", "set"} for child in verb.children):
        return True
    plain = not any(child.dep_ in {"attr", "acomp"} for child in verb.children)
    return plain and subject is not None and is_event_noun(subject)
