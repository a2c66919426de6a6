"""Indirect and mixed speech: the clause that a reporting verb or "according to" governs.

"Ruiz said the bridge was unsafe", "the bridge, she said, is unsafe", "…, reported state media",
"according to the ministry, …". Missed: content as a noun phrase ("she announced a strike").
"""

from collections.abc import Iterator

from spacy.tokens import Token

from builder.extract.quotes.cues import is_nobody, is_passive, kinds_of
from builder.extract.quotes.draft import Draft
from builder.extract.quotes.indirect.contents import (
    around,
    before_inverted,
    clauses,
    rest_of_sentence,
)
from builder.extract.quotes.indirect.sources import (
    according_to,
    before_source,
    in_view_of,
    of_words,
)
from builder.extract.quotes.indirect.widening import widened
from builder.extract.quotes.reading import Reading
from builder.extract.quotes.speakers import speaker_of


def indirect_quotes(
    reading: Reading, used: frozenset[int], cues: frozenset[int]
) -> Iterator[Draft]:
    """Contents outside quotation marks; `used` marks and `cues` govern direct quotes already."""
    for token in reading.doc:
        if not reading.is_outside(token):
            continue
        if token.lemma_ == "be":
            yield from of_words(reading, token, used)
        elif token.lower_ == "according":
            yield from according_to(reading, token, used)
        elif token.lower_ == "in":
            yield from in_view_of(reading, token, used)
        elif kinds_of(token) and token.i not in cues:
            yield from _of_verb(reading, token, used)


def _of_verb(reading: Reading, verb: Token, used: frozenset[int]) -> Iterator[Draft]:
    speaker = speaker_of(reading, verb)
    how, ranges = "clause", list(clauses(verb, speaker))
    if not ranges and speaker is not None and not is_passive(verb):
        how, ranges = "around", list(around(verb))
        if not ranges:
            how, ranges = "rest", list(rest_of_sentence(reading, verb, speaker))
    if not ranges and (speaker is None or verb.dep_ == "conj"):
        how, ranges = "inverted", list(before_inverted(reading, verb))
        speaker = next((c for c in verb.rights if c.dep_ in {"dobj", "nsubj"}), None)
    if speaker is None:  # who asked is left open: "when asked whether the bridge was safe"
        ranges = [each for each in ranges if _is_question(verb, each[0])]
    elif _reports_nobody(verb, speaker):
        return
    for first, end in ranges:
        outline = Draft(start=0, end=0, kind="indirect", how=how, cue=verb, speaker=speaker)
        last = before_source(reading, verb, first, end)
        draft = widened(reading, first, last, used, outline)
        if draft is not None:
            yield draft


def _is_question(verb: Token, first: int) -> bool:
    opens = verb.doc[first]
    asked = is_passive(verb) and "ask" in kinds_of(verb)
    return asked and (opens.tag_.startswith("W") or opens.lower_ in {"if", "whether"})


def _reports_nobody(verb: Token, speaker: Token) -> bool:
    """No one in particular: "that said, …", "it is safe to say", "voters who say …"."""
    any_who = verb.dep_ == "relcl" and (speaker.tag_ == "NNS" or speaker.lower_ == "those")
    anyone = speaker.lower_ == "it" and verb.tag_ == "VB" and verb.dep_ in {"xcomp", "ccomp"}
    return any_who or anyone or is_nobody(speaker)
