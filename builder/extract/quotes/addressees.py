"""To whom words are said: "told the envoy", "stressed to Ruiz", "in an interview with CNN"."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from builder.extract.article_view import ArticleView
from builder.extract.attribution.attribution import Attribution
from builder.extract.attribution.cues import is_meeting, is_occasion, kinds_of
from builder.extract.mentions.outlets import outlet_of

_OBJECTS = frozenset({"dobj", "dative", "iobj"})
_HEARING = _OBJECTS | {"pobj"}
_FARTHEST = 30  # tokens from the cue: "said the director of the institute, Ana Roe, to the agency"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearers:
    """Who was addressed, and the outlet that the words were told to."""

    addressee: Token | None = None
    told_to: Span | None = None


def hearers_of(reading: ArticleView, attribution: Attribution) -> Hearers:
    """Whom the cue of a quote names as addressed: a person, an outlet, both or neither."""
    addressee, told_to = None, None
    for head in _addressed(reading, attribution):
        outlet = outlet_of(head)
        if outlet is None and is_occasion(head):
            told_to = told_to or _employer(head)  # "told the BBC's morning programme"
            continue
        if outlet is not None:
            told_to = told_to or outlet
        elif addressee is None and head.pos_ in {"NOUN", "PROPN", "PRON"}:
            addressee = head
            told_to = told_to or _employer(head)
    return Hearers(addressee=addressee, told_to=told_to)


def _addressed(reading: ArticleView, attribution: Attribution) -> Iterator[Token]:
    """Heads of the noun phrases that the words go to, nearest to the cue first."""
    verb = attribution.cue
    if verb is None or attribution.how == "named":
        return
    tells = bool(kinds_of(verb) & {"tell", "ask"})
    if not kinds_of(verb):
        return
    yield from _before(reading, verb)
    for token in reading.tokens[verb.i + 1 : verb.i + _FARTHEST]:
        if token.text in {".", "!", "?"} or "\n" in token.text:
            return
        if token.dep_ not in _HEARING or token == attribution.speaker:
            continue
        if not reading.is_outside(token) or attribution.start <= token.idx < attribution.end:
            continue
        is_object = token.head == verb and token.dep_ in _OBJECTS and tells
        if is_object or (token.dep_ == "pobj" and _goes_to(token.head, verb, tells=tells)):
            yield token


def _before(reading: ArticleView, verb: Token) -> Iterator[Token]:
    """Who hears at an occasion named before the cue: "In an interview with CNN, Ruiz said"."""
    first = max(reading.sentence(verb)[0], verb.i - _FARTHEST)
    for token in reading.tokens[first : verb.i]:
        if token.dep_ == "pobj" and reading.is_outside(token):
            preposition = token.head
            speaking = preposition.lower_ == "to" and preposition.head.lower_ == "speaking"
            if speaking or _goes_to(preposition, verb, tells=True):
                yield token


def _employer(head: Token) -> Span | None:
    """The outlet whose reporter is addressed: "told CNN's Ana Roe"."""
    owner = next((child for child in head.lefts if child.dep_ == "poss"), None)
    return None if owner is None else outlet_of(owner)


def _goes_to(preposition: Token, verb: Token, *, tells: bool) -> bool:
    """Whether the preposition leads to a hearer: "said to", "in an interview with"."""
    word = preposition.lower_
    if word == "to" and preposition.head.lower_ != "according":
        return preposition.dep_ in {"prep", "dative"} and (preposition.head == verb or not tells)
    return word == "with" and is_meeting(preposition.head)
