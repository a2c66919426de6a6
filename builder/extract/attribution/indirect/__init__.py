"""Indirect and mixed speech: the clause that a reporting verb or "according to" governs.

"Ruiz said the bridge was unsafe", "the bridge, she said, is unsafe", "…, reported state media",
"according to the ministry, …". Missed: content as a noun phrase ("she announced a strike").
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from builder.extract.article_view import OUTSIDE, ArticleView
from builder.extract.attribution.attribution import Attribution
from builder.extract.attribution.cues import is_nobody, is_passive, kinds_of
from builder.extract.attribution.indirect.according_to import (
    according_to,
    before_source,
    in_view_of,
    of_noun,
    of_words,
)
from builder.extract.attribution.indirect.contents import (
    around,
    before_inverted,
    clauses,
    hung,
    rest_of_sentence,
    set_behind,
)
from builder.extract.attribution.indirect.widening import widened
from builder.extract.attribution.speakers import phrase_before, speaker_of
from builder.extract.unsaid import governing, is_no_one, is_unsaid

_DEPENDENT = frozenset({"conj", "relcl", "acl", "xcomp"})


def indirect_quotes(
    reading: ArticleView, used: frozenset[int], cues: frozenset[int]
) -> Iterator[Attribution]:
    """Contents outside quotation marks; `used` marks and `cues` govern direct quotes already."""
    for token, mark in zip(reading.tokens, reading.mark_of, strict=True):
        if mark != OUTSIDE:
            continue
        kind = token.pos_
        if kind == "NOUN":
            yield from of_noun(reading, token, used)
        elif kind == "VERB" and token.lower_ == "according":
            yield from according_to(reading, token, used)
        elif kind == "AUX" and token.lemma_ == "be":
            yield from of_words(reading, token, used)
        elif kind in {"VERB", "AUX"} and token.i not in cues:
            yield from _of_verb(reading, token, used)
        elif kind == "ADP" and token.lower_ == "in":
            yield from in_view_of(reading, token, used)


def _of_verb(reading: ArticleView, verb: Token, used: frozenset[int]) -> Iterator[Attribution]:
    if not kinds_of(verb):
        return
    speaker = speaker_of(reading, verb)
    how, ranges = "clause", list(clauses(verb, speaker)) or list(hung(verb))
    if not ranges and speaker is not None and not is_passive(verb):
        how, ranges = _beside(reading, verb, speaker)
    if not ranges and (speaker is None or verb.dep_ == "conj"):
        how, ranges = "inverted", list(before_inverted(reading, verb))
        speaker = next((c for c in verb.rights if c.dep_ in {"dobj", "nsubj"}), None)
    if speaker is None and _may_have_lost(verb, ranges):
        speaker = phrase_before(reading, verb)
    if speaker is None:  # who asked is left open: "when asked whether the bridge was safe"
        ranges = [each for each in ranges if _is_question(verb, each[0])]
    elif _reports_nobody(verb, speaker) or _is_unsaid(verb, speaker):
        return
    for first, end in ranges:
        outline = Attribution(start=0, end=0, kind="indirect", how=how, cue=verb, speaker=speaker)
        last = before_source(reading, verb, first, end)
        attribution = widened(reading, first, last, used, outline)
        if attribution is not None:
            yield attribution


def _beside(
    reading: ArticleView, verb: Token, speaker: Token
) -> tuple[str, list[tuple[int, int]]]:
    """What the verb reports that the parse does not hang on it, and how that is known."""
    set_into = list(around(verb)) or list(set_behind(reading, verb, speaker))
    if set_into:
        return "around", set_into
    return "rest", list(rest_of_sentence(reading, verb, speaker))


def _may_have_lost(verb: Token, ranges: Sequence[tuple[int, int]]) -> bool:
    """Whether the verb says what follows it and should have a subject of its own."""
    follows = bool(ranges) and ranges[0][0] > verb.i and bool(kinds_of(verb) & {"say", "tell"})
    return follows and verb.dep_ not in _DEPENDENT and not is_passive(verb)


def _is_question(verb: Token, first: int) -> bool:
    opens = verb.doc[first]
    asked = is_passive(verb) and "ask" in kinds_of(verb)
    return asked and (opens.tag_.startswith("W") or opens.lower_ in {"if", "whether"})


def _is_unsaid(verb: Token, speaker: Token) -> bool:
    """Whether the words were not said: "no official said that", "they were asked to say that"."""
    above = governing(verb)[1:] if verb.tag_ == "VB" else ()
    asked = any("ask" in kinds_of(each) for each in above)
    return asked or is_unsaid(verb) or is_no_one(speaker)


def _reports_nobody(verb: Token, speaker: Token) -> bool:
    """No one in particular: "that said, …", "it is safe to say", "voters who say …"."""
    any_who = verb.dep_ == "relcl" and (speaker.tag_ == "NNS" or speaker.lower_ == "those")
    anyone = speaker.lower_ == "it" and verb.tag_ == "VB" and verb.dep_ in {"xcomp", "ccomp"}
    return any_who or anyone or is_nobody(speaker)
