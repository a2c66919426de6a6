"""Verbs that only say who spoke: no events, unless what was said, or where, is told with them.

In: a verb with the parse around it. Out: whether it tells nothing but that somebody spoke, and
whether a phrase beside what was said belongs to the report.
"""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from builder.extract.attribution.cues import kinds_of
from builder.extract.attribution.reporting import reports
from builder.extract.events.words import words_of
from builder.extract.subjects import own_subject

_CLAUSES = frozenset({"ccomp", "xcomp"})
_ABOUT = frozenset({"of", "about", "for"})
_OBJECTS = frozenset({"dobj", "dative", "nsubjpass", "pobj"})
_AT = frozenset({"at", "in", "to", "before", "during", "after"})
_PARTICLES = frozenset({"in", "out", "back", "up"})
_SPEAKING = frozenset({"speak", "talk", "write"})  # "Speaking on Thursday, Okoye said …"
_SENDING = frozenset({"write", "e-mail", "email"})
_CITING = frozenset({"quote", "cite", "react", "think", "believe"})
_SPEECH = frozenset({"say", "tell", "ask"})  # kinds of reporting verbs
_BRIEFINGS = frozenset({"news", "press", "media"})


def is_bare_report(verb: Token, told: Span) -> bool:
    """Whether it says who spoke, and `told` not what: "he said on Monday"."""
    if any(noun.lemma_.lower() in words_of("remarks") for noun in _objects(verb)):
        return True
    if not _speaks(verb) or any(noun.lemma_ in words_of("outcomes") for noun in _objects(verb)):
        return False
    said = (child for child in verb.children if _is_content(child))
    return not (
        any(told.start <= child.i < told.end for child in said)
        or any(_is_venue(noun) for noun in _arguments(verb))
    )


def _is_content(child: Token) -> bool:
    """Whether it tells what was said: a clause, "asked for help", "told them of the deal".

    A clause with a day of its own is an event of its own.
    """
    by = any(each.dep_ == "pcomp" for each in child.children)  # "answered by expelling him"
    about = child.dep_ == "prep" and (child.lower_ in _ABOUT or by)
    deed = child.dep_ == "dobj" and "deed" in kinds_of(child.head)
    clause = child.dep_ in _CLAUSES and not any(map(_is_time, child.subtree))
    return clause or about or deed


def _is_time(token: Token) -> bool:
    return token.ent_type_ in {"DATE", "TIME"}


def dates_report(phrase: Token, verb: Token) -> bool:
    """Whether a phrase that parsers hang on what was said stands with the report itself.

    "Ruiz told reporters on Monday she had signed": told on Monday.
    """
    report, subject = verb.head, own_subject(verb)
    if verb.dep_ != "ccomp" or subject is None or not report.i < phrase.i < subject.i:
        return False
    if phrase.dep_ not in {"prep", "npadvmod"} or not reports(report):
        return False
    between = verb.doc[report.i + 1 : phrase.i]
    return not any(token.is_punct or token.dep_ == "mark" for token in between)


def _speaks(verb: Token) -> bool:
    lemma, kinds = verb.lemma_.lower(), kinds_of(verb)
    if lemma in _SENDING and verb.tag_ != "VBG" and any(c.lower_ == "to" for c in verb.rights):
        return False  # "wrote to the board on Monday": a letter was sent
    if lemma in _CITING or (verb.dep_ == "advcl" and verb.tag_ == "VBG" and lemma in _SPEAKING):
        return True
    if kinds & _SPEECH and "act" not in kinds:
        return "deed" not in kinds or not any(_objects(verb))
    return lemma in words_of("chimes") and any(
        child.lower_ in _PARTICLES for child in verb.children
    )


def _objects(verb: Token) -> Iterator[Token]:
    return (child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"})


def _arguments(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in _OBJECTS:
            yield child
        elif child.dep_ in {"prep", "dative"} and child.lower_ in _AT:
            yield from (noun for noun in child.children if noun.dep_ == "pobj")


def _is_venue(noun: Token) -> bool:
    """Whether it is a gathering: a forum, a court; a press conference is only speech."""
    if noun.lemma_.lower() not in words_of("venues"):
        return False
    return not any(child.lower_ in _BRIEFINGS for child in noun.children)
