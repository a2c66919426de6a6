"""A cue before a marked passage: "Ruiz said: “…”", "told AFP that “…”", "Ruiz: “…”"."""

from collections.abc import Sequence

from spacy.tokens import Token

from builder.extract.article_view import ArticleView
from builder.extract.attribution.cues import (
    Cue,
    is_finite,
    is_passive,
    is_view,
    kinds_of,
    takes_quotation,
)
from builder.extract.attribution.partial_quotes import in_words, judged
from builder.extract.attribution.speaker_labels import first_phrase, label
from builder.extract.attribution.speakers import owner_of, phrase_before, speaker_of

_CONJUNCTIONS = frozenset({"that", "although", "though", "while", "if", "because", "whether"})
_LONGEST_ADDRESS = 8  # tokens between verb and mark: "told reporters in Lima on Monday “…”"
_FEWEST_UNKNOWN = 4  # words in marks after a verb that is no reporting verb


def cue_before(
    reading: ArticleView, number: int, region: Sequence[Token], after: Sequence[Token]
) -> Cue | None:
    """The cue that the words before the passage give, if the passage is all of its content."""
    if not region:
        return None
    separator = region[-1].text
    if separator == ":":
        return _introduced(reading, region)
    if separator == ",":
        return _after_comma(reading, number, region)
    if not _ends_clause(reading, number, after):
        return None
    return _adjacent(reading, number, region) or judged(reading, number, region)


def _introduced(reading: ArticleView, region: Sequence[Token]) -> Cue | None:
    speaker = label(region)
    if speaker is not None:
        return Cue(verb=None, speaker=speaker, how="label")
    verbs = [token for token in region if token.pos_ in {"VERB", "AUX"}]
    said = [token for token in verbs if takes_quotation(token)]
    for verb in reversed(said or verbs):
        speaker = _speaker(reading, region, verb)
        if speaker is None and verb.dep_ == "acl" and verb.head.dep_ == "ROOT":
            speaker = verb.head  # "Ruiz, the premier, tweeted in reply: “…”", past for participle
        if speaker is not None:
            return Cue(verb=verb, speaker=speaker, how="before colon")
    return None


def _cue(reading: ArticleView, region: Sequence[Token], verb: Token, how: str) -> Cue | None:
    """The verb as a cue, if someone speaks; "Ruiz was asked: “…?”" leaves open who asked."""
    speaker = _speaker(reading, region, verb)
    if speaker is None and not is_passive(verb):
        return None
    return Cue(verb=verb, speaker=speaker, how=how)


def _speaker(reading: ArticleView, region: Sequence[Token], verb: Token) -> Token | None:
    """The verb's subject, or the name after it ("Added Ruiz: “…”")."""
    found = speaker_of(reading, verb)
    if found is None and not is_passive(verb) and verb.i <= region[0].i + 1:
        found = first_phrase([token for token in region if token.i > verb.i])
    if found is None and not is_passive(verb) and "say" in kinds_of(verb):
        found = phrase_before(reading, verb)
    return found


def _after_comma(reading: ArticleView, number: int, region: Sequence[Token]) -> Cue | None:
    owner = _in_words_of(region)
    if owner is not None:
        return Cue(verb=None, speaker=owner, how="before comma")
    goes_on = not reading.is_outside(region[0].doc[max(0, region[0].i - 1)])
    for verb in reversed(region):
        if not takes_quotation(verb):
            continue
        if _has_content(verb, region):
            if goes_on:  # "“…,” Ruiz said, explaining why she left, “but …”"
                continue
            return None
        return _cue(reading, region, verb, "before comma")
    said = in_words(reading, number, region[:-1])
    inner = reading.inner(number)
    if said is not None or not inner[:1].isupper() or len(inner.split()) < _FEWEST_UNKNOWN:
        return said
    for verb in reversed(region):
        if verb.pos_ == "VERB" and is_finite(verb) and verb.dep_ not in {"relcl", "acl"}:
            speaker = speaker_of(reading, verb)
            return None if speaker is None else Cue(verb=verb, speaker=speaker, how="before any")
    return None


def _in_words_of(region: Sequence[Token]) -> Token | None:
    """Whose words a phrase before a comma announces: "in her words, “…”"."""
    for token in region[-_LONGEST_ADDRESS:-1]:
        if token.dep_ == "pobj" and token.head.lower_ == "in" and is_view(token):
            return owner_of(token)
    return None


def _has_content(verb: Token, region: Sequence[Token]) -> bool:
    """Whether the verb has its content before the marks: "Ruiz said although it is late, “…”"."""
    clauses = (c for c in verb.children if c.dep_ == "ccomp" and verb.i < c.i)
    last = region[-1].i
    return any(c.i <= last for c in clauses) or any(_opens(token, verb) for token in region)


def _opens(token: Token, verb: Token) -> bool:
    """Whether the token opens the verb's content: right after it, as "that" or "although" do."""
    return token.i == verb.i + 1 and token.lower_ in _CONJUNCTIONS


def _adjacent(reading: ArticleView, number: int, region: Sequence[Token]) -> Cue | None:
    """A verb with nothing but addressee, time or "that" between it and the mark."""
    last = region[-1]
    if last.pos_ in {"ADP", "DET", "ADJ", "NUM", "PART"} and last.lower_ != "that":
        return None
    for place in range(len(region) - 1, max(-1, len(region) - 2 - _LONGEST_ADDRESS), -1):
        verb = region[place]
        if takes_quotation(verb):
            if place < len(region) - 2 and _opens(region[place + 1], verb):
                return None  # "wrote that animals “plainly dream”"
            return _cue(reading, region, verb, "before")
        if verb.pos_ in {"VERB", "AUX"} or verb.dep_ in {"nsubj", "nsubjpass"}:
            return None
    return None


def _ends_clause(reading: ArticleView, number: int, after: Sequence[Token]) -> bool:
    inner = reading.inner(number)
    return (
        not after
        or after[0].is_punct
        or after[0].pos_ in {"CCONJ", "ADP", "SCONJ"}
        or inner.endswith((".", "!", "?", ","))
    )
