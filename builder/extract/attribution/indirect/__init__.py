"""Indirect and mixed speech: the clause that a reporting verb or "according to" governs.

"Ruiz said the bridge was unsafe", "the bridge, she said, is unsafe", "…, reported state media",
"according to the ministry, …". Missed: content as a noun phrase ("she announced a strike").
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from builder.extract.article_view import OUTSIDE, ArticleView
from builder.extract.attribution.attribution import Attribution
from builder.extract.attribution.cues import is_nobody, is_occasion, is_passive, kinds_of
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
    measured,
    past_other,
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
        elif kind in {"VERB", "AUX"}:
            yield from _of_verb(reading, token, used, beside=token.i in cues)
        elif kind == "ADP" and token.lower_ == "in":
            yield from in_view_of(reading, token, used)


def _of_verb(
    reading: ArticleView, verb: Token, used: frozenset[int], *, beside: bool
) -> Iterator[Attribution]:
    """What the verb governs outside marks; `beside` a direct quote only a clause with "that"."""
    told_figures = list(measured(verb))
    if not kinds_of(verb) and not told_figures:
        return
    speaker = speaker_of(reading, verb)
    how, ranges = "clause", told_figures or list(clauses(verb, speaker)) or list(hung(verb))
    if not ranges and speaker is not None and not is_passive(verb):
        how, ranges = _not_hung(reading, verb, speaker)
    if not ranges and (speaker is None or verb.dep_ == "conj"):
        how, ranges = "inverted", list(before_inverted(reading, verb))
        speaker = next((c for c in verb.rights if c.dep_ in {"dobj", "nsubj"}), None)
    if speaker is None and _may_have_lost(verb, ranges):
        speaker = phrase_before(reading, verb)
    # who asked is left open in "when asked whether the bridge was safe": nobody's words
    if speaker is None:
        ranges = ranges if _is_heard(verb) else []
    elif _reports_nobody(verb, speaker) or _is_unsaid(verb, speaker):
        return
    for first, end in ranges:
        outline = Attribution(start=0, end=0, kind="indirect", how=how, cue=verb, speaker=speaker)
        last = before_source(reading, verb, first, end)
        opens = past_other(verb, first, last)
        if beside and not _is_apart(reading, verb, opens, last):
            continue
        attribution = widened(reading, opens, last, used, outline)
        if attribution is not None:
            yield attribution


def _not_hung(
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


def _is_apart(reading: ArticleView, verb: Token, first: int, end: int) -> bool:
    """Whether it is told beside a direct quote: "Ruiz denied that she had left: “…”".

    Or before it: "Nobody knocked, she said: “…”".
    """
    opens, last = reading.tokens[first], reading.tokens[end - 1]
    marked = any(True for _ in reading.marks_within(opens.idx, last.idx + len(last)))
    before = end <= verb.i and verb.doc[verb.i + 1 : verb.i + 2].text == ":"
    after = first > verb.i + 1 and opens.nbor(-1).lower_ == "that"
    return (before or after) and not marked


def _is_heard(verb: Token) -> bool:
    """Whether a court or a meeting was told it, whoever told: "the court was told that …"."""
    hearers = [child for child in verb.lefts if child.dep_ == "nsubjpass"]
    told = is_passive(verb) and "tell" in kinds_of(verb) and not is_unsaid(verb)
    return told and any(map(is_occasion, hearers))


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
