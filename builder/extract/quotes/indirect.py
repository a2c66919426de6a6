"""Indirect and mixed speech: the clause that a reporting verb or "according to" governs."""

from collections.abc import Iterator

from spacy.tokens import Token

from builder.extract.quotes.cues import is_passive, kinds_of
from builder.extract.quotes.draft import Draft
from builder.extract.quotes.reading import Reading
from builder.extract.quotes.speakers import speaker_of

_EDGE = " \t\n\r,;:—–-"


def indirect_quotes(reading: Reading, used: frozenset[int]) -> Iterator[Draft]:
    """Contents outside quotation marks; `used` marks are quotes of their own already."""
    for token in reading.doc:
        if not reading.is_outside(token):
            continue
        if token.lower_ == "according":
            yield from _according_to(reading, token, used)
        elif kinds_of(token):
            yield from _of_verb(reading, token, used)


def _of_verb(reading: Reading, verb: Token, used: frozenset[int]) -> Iterator[Draft]:
    kinds = kinds_of(verb)
    speaker = speaker_of(reading, verb)
    if speaker is None:
        return
    for content in _contents(verb, kinds):
        start, end = _clause(verb, content, speaker)
        draft = draft_of(reading, start, end, used, cue=verb, speaker=speaker, how="clause")
        if draft is not None:
            yield draft


def _contents(verb: Token, kinds: frozenset[str]) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ == "ccomp" and kinds & {"say", "tell", "think", "show", "ask"}:
            yield child
        elif child.dep_ == "xcomp" and kinds & {"infinitive", "ask"}:
            yield child


def _clause(verb: Token, content: Token, speaker: Token) -> tuple[int, int]:
    left = content.left_edge.i
    right = content.right_edge.i
    if left < verb.i < right:
        if content.i < verb.i:
            right = min(verb.i, speaker.left_edge.i if speaker.i > left else verb.i) - 1
        else:
            left = verb.i + 1
    while (
        left < right
        and verb.doc[left].lower_ in {"that", ",", ":"}
        and verb.doc[left].dep_ in {"mark", "punct"}
    ):
        left += 1
    return left, right + 1


def _according_to(reading: Reading, token: Token, used: frozenset[int]) -> Iterator[Draft]:
    to = next((child for child in token.children if child.lower_ == "to"), None)
    source = None if to is None else next((c for c in to.children if c.dep_ == "pobj"), None)
    if source is None or to is None:
        return
    sent = token.sent
    if token.i - sent.start <= 1:
        start, end = source.right_edge.i + 1, sent.end
    else:
        start, end = sent.start, token.i
    draft = draft_of(reading, start, end, used, cue=token, speaker=source, how="according")
    if draft is not None:
        yield draft


def draft_of(
    reading: Reading,
    first: int,
    end: int,
    used: frozenset[int],
    *,
    cue: Token,
    speaker: Token,
    how: str,
) -> Draft | None:
    """The tokens as a quote, widened to the whole of every marked passage that they touch."""
    if first >= end:
        return None
    text = reading.article.text
    start_char, end_char = (
        reading.doc[first].idx,
        reading.doc[end - 1].idx + len(reading.doc[end - 1]),
    )
    marks = tuple(reading.marks_within(start_char, end_char))
    if used.intersection(marks):
        return None
    for number in marks:
        start_char = min(start_char, reading.marks[number].start)
        end_char = max(end_char, reading.marks[number].end)
    while start_char < end_char and text[start_char] in _EDGE:
        start_char += 1
    while end_char > start_char and text[end_char - 1] in _EDGE + ".":
        end_char -= 1
    if end_char - start_char < 3:
        return None
    whole = len(marks) == 1 and (start_char, end_char) == (
        reading.marks[marks[0]].start,
        reading.marks[marks[0]].end,
    )
    kind = "direct" if whole else "mixed" if marks else "indirect"
    return Draft(
        start=start_char, end=end_char, kind=kind, how=how, cue=cue, speaker=speaker, marks=marks
    )
