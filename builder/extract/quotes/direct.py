"""Direct quotes: marked passages with a reporting verb before or after them.

The parse inside and around quotation marks is unsure, so the words between the marks decide: what
follows a passage up to the next mark or the end of the sentence, and what precedes it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from builder.extract.quotes.cues import kinds_of, takes_quotation
from builder.extract.quotes.draft import Draft
from builder.extract.quotes.reading import OUTSIDE, Reading
from builder.extract.quotes.speakers import speaker_of

_SENTENCE_ENDS = frozenset({".", "!", "?", "..", "...", "…"})
_BREAKS = frozenset({",", "—", "–", "-", "--", "…", "..."})
_UNFINISHED = ",?!—–-…"
_LONGEST_CUE = 60  # tokens: a speaker with appositions and relative clauses


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cue:
    verb: Token
    speaker: Token | None
    how: str


def direct_quotes(reading: Reading) -> Iterator[Draft]:
    """Marked passages that are whole contents of a reporting verb beside them."""
    for number, mark in enumerate(reading.marks):
        cue = _cue_after(reading, number) or _cue_before(reading, number)
        if cue is not None:
            yield Draft(
                start=mark.start, end=mark.end, kind="direct", how=cue.how, cue=cue.verb,
                speaker=cue.speaker, marks=(number,),
            )  # fmt: skip


def region_after(reading: Reading, number: int) -> list[Token]:
    """The tokens after a marked passage to the next one, or to the end of the sentence."""
    tokens: list[Token] = []
    for token in reading.doc[reading.spans[number][1] :]:
        if not reading.is_outside(token) or "\n" in token.text or len(tokens) > _LONGEST_CUE:
            break
        if not token.is_space:
            tokens.append(token)
        if token.text in _SENTENCE_ENDS:
            break
    return tokens


def region_before(reading: Reading, number: int) -> list[Token]:
    """The tokens before a marked passage back to the one before, or the start of the sentence.

    A passage that opens a line belongs to the line before if that ends with a colon.
    """
    tokens: list[Token] = []
    for at in range(reading.spans[number][0] - 1, -1, -1):
        token = reading.doc[at]
        if not reading.is_outside(token) or len(tokens) > _LONGEST_CUE:
            break
        if "\n" in token.text:
            if tokens or at == 0 or reading.doc[at - 1].text != ":":
                break
            continue
        if token.text in _SENTENCE_ENDS:
            break
        if not token.is_space:
            tokens.append(token)
    return tokens[::-1]


def _cue_after(reading: Reading, number: int) -> _Cue | None:
    region = region_after(reading, number)
    inner = reading.article.text[reading.marks[number].inner_start : reading.marks[number].inner_end]
    inner = inner.rstrip().rstrip("’'”\"")
    unfinished = bool(inner) and inner[-1] in _UNFINISHED
    while region and (region[0].text in _BREAKS):
        unfinished = True
        region = region[1:]
    if not region or not unfinished or region[0].pos_ == "CCONJ":
        return None
    for place, token in enumerate(region):
        if not takes_quotation(token):
            continue
        speaker = _speaker_beside(reading, region, place)
        if speaker is not None:
            return _Cue(verb=token, speaker=speaker, how="after")
    return None


def _speaker_beside(reading: Reading, region: list[Token], place: int) -> Token | None:
    """The speaker of the verb at that place of the region, if subject and verb frame a cue."""
    verb = region[place]
    here = {token.i for token in region}
    subject = speaker_of(reading, verb)
    if subject is not None and subject.i in here:
        return subject
    before = [token for token in region[:place] if token.pos_ in {"PRON", "PROPN", "NOUN"}]
    if before:
        return _phrase_head(before[0])
    after = [token for token in region[place + 1 :] if token.pos_ in {"PRON", "PROPN", "NOUN"}]
    return _phrase_head(after[0]) if place <= 1 and after else None


def _phrase_head(token: Token) -> Token:
    while token.dep_ in {"compound", "poss", "nmod", "amod"} and token.head.pos_ in {"NOUN", "PROPN"}:
        token = token.head
    return token


def _cue_before(reading: Reading, number: int) -> _Cue | None:
    region = region_before(reading, number)
    if not region:
        return None
    separator = region[-1].text
    introduced = separator in {":", ","}
    for place in range(len(region) - 1, -1, -1):
        verb = region[place]
        if not takes_quotation(verb):
            continue
        between = region[place + 1 :]
        if not introduced and not _only_addressed(verb, between):
            return None
        if introduced and _content_between(verb, between) and separator != ":":
            return None
        if not introduced and not _ends_clause(reading, number):
            return None
        speaker = speaker_of(reading, verb) or _subject_before(region[:place])
        return _Cue(verb=verb, speaker=speaker, how="before")
    return None


def _only_addressed(verb: Token, between: list[Token]) -> bool:
    """Whether nothing but an addressee, a time or "that" stands between verb and mark."""
    return len(between) <= 6 and not any(
        token.pos_ in {"VERB", "AUX"} or token.dep_ in {"nsubj", "nsubjpass"} for token in between
    )


def _content_between(verb: Token, between: list[Token]) -> bool:
    inside = {token.i for token in between}
    return any(child.dep_ in {"ccomp"} and child.i in inside for child in verb.children)


def _ends_clause(reading: Reading, number: int) -> bool:
    after = region_after(reading, number)
    inner = reading.article.text[: reading.marks[number].inner_end].rstrip()
    return (
        not after
        or after[0].is_punct
        or after[0].pos_ == "CCONJ"
        or inner.endswith((".", "!", "?", ","))
    )


def _subject_before(region: list[Token]) -> Token | None:
    nouns = [token for token in region if token.pos_ in {"PRON", "PROPN"}]
    return _phrase_head(nouns[0]) if nouns else None
