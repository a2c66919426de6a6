"""A cue after a marked passage: "“…,” Ruiz said", "“…,” said Ruiz, who leads Acme"."""

from collections.abc import Sequence

from spacy.tokens import Token

from builder.extract.article_view import ArticleView
from builder.extract.attribution.cues import (
    Cue,
    is_cue_word,
    is_finite,
    is_words,
    takes_quotation,
)
from builder.extract.attribution.speaker_labels import first_phrase, headline_label
from builder.extract.attribution.speakers import is_quoted, owner_of, speaker_of
from builder.extract.subjects import SUBJECTS

_BREAKS = frozenset({",", "—", "–", "-", "--", "…", "..."})
_UNFINISHED = ",?!—–-…"
_OBJECTS = frozenset({"ccomp", "dobj", "xcomp", "acomp"})
_LATEST_VERB = 6  # tokens of a speaker before it
_FEWEST_UNKNOWN = 4  # words in marks before a verb that is no reporting verb
_LONGEST_AFTERTHOUGHT = 14  # tokens of "“….” Ruiz said on Monday."


def cue_after(reading: ArticleView, number: int, region: Sequence[Token]) -> Cue | None:
    """The cue that the words after the passage give, if they go on with its sentence."""
    inner = reading.inner(number)
    unfinished = inner[-1:] in _UNFINISHED and bool(inner)
    with_comma = inner[-1:] == ","
    while region and region[0].text in _BREAKS:
        unfinished, with_comma = True, with_comma or region[0].text == ","
        region = region[1:]
    if not region or region[0].pos_ == "CCONJ":
        return None
    named = headline_label(region)
    if named is not None:
        return Cue(verb=None, speaker=named, how="label")
    if region[0].lower_ == "came" and (inner[-1:] in ".!?," or unfinished):
        return _came(region)
    if not unfinished:
        return _afterthought(reading, region, inner)
    found = _framed(reading, region)
    if found is not None or not with_comma:
        return found
    return _any_verb(reading, region, inner) or _mistagged(region)


def _framed(reading: ArticleView, region: Sequence[Token]) -> Cue | None:
    """The first verb that reports, with its speaker beside it."""
    for place, verb in enumerate(region):
        if takes_quotation(verb) and _heads_clause(verb):
            speaker = _speaker_beside(reading, region, place)
            if speaker is not None:
                return Cue(verb=verb, speaker=speaker, how="after")
    return None


def _came(region: Sequence[Token]) -> Cue | None:
    """The words that came: "“Not yet,” came the reply", "… came her answer"."""
    words = next((token for token in region[1:_LATEST_VERB] if is_words(token)), None)
    if words is None:
        return None
    return Cue(verb=region[0], speaker=_from(words) or owner_of(words), how="afterthought")


def _from(words: Token) -> Token | None:
    """Where words come from: "“Not yet,” came shouts from the crowd"."""
    for child in words.rights:
        if child.lower_ == "from":
            return next((token for token in child.rights if token.dep_ == "pobj"), None)
    return None


def _heads_clause(verb: Token) -> bool:
    """Whether the verb is finite; after marks the tagger takes "tweeted" for a participle."""
    passive = any(child.dep_ in {"auxpass", "agent"} for child in verb.children)
    past = verb.tag_ == "VBN" and not passive
    subjects = any(child.dep_ in {"aux", "nsubj"} for child in verb.lefts)
    bare = verb.tag_ == "VB" and not subjects  # "“…,” read the letter"
    return is_finite(verb) or past or bare or is_quoted(verb)


def _speaker_beside(reading: ArticleView, region: Sequence[Token], place: int) -> Token | None:
    """The speaker, if subject and verb frame a cue at the region's start."""
    verb = region[place]
    subject = speaker_of(reading, verb)
    if subject is not None and region[0].i <= subject.i <= region[-1].i:
        return subject
    before = first_phrase(region[:place]) or _capital(region[:place])
    if before is not None:
        return before
    after = first_phrase(region[place + 1 :]) if place <= 1 else None
    return None if after is None or _opens_clause(after, verb) else after


def _capital(region: Sequence[Token]) -> Token | None:
    """A name that the tagger took for another word: "“…,” Marsh, 70, told the paper"."""
    return region[0] if region and region[0].text.istitle() and region[0].pos_ == "ADJ" else None


def _opens_clause(subject: Token, verb: Token) -> bool:
    """Whether what follows the verb is its content: "Roe, who mocked the “deal,” said he left"."""
    other = subject.head
    return subject.dep_ in SUBJECTS and other != verb and other.i > subject.i and is_finite(other)


def _any_verb(reading: ArticleView, region: Sequence[Token], inner: str) -> Cue | None:
    """A verb that is no reporting verb, after a sentence and a comma: "“…,” Ruiz chuckled"."""
    if not inner[:1].isupper() or len(inner.split()) < _FEWEST_UNKNOWN:
        return None
    for place, verb in enumerate(region[:_LONGEST_AFTERTHOUGHT]):
        if verb.pos_ == "VERB" and is_finite(verb) and verb.dep_ not in {"relcl", "acl"}:
            subject = speaker_of(reading, verb) or (
                first_phrase(region[place + 1 :]) if place == 0 else None
            )
            if subject is None or subject.pos_ == "NOUN" or subject.i > verb.i + 4:
                return None
            near = subject.left_edge.i == region[0].i or place == 0
            return Cue(verb=verb, speaker=subject, how="after any") if near else None
    return None


def _mistagged(region: Sequence[Token]) -> Cue | None:
    """A cue that the tagger took for a noun: "“…,” the editorial read", "“…,” the Swiss state"."""
    for place, token in enumerate(region[1:_LATEST_VERB], 1):
        if token.pos_ in {"VERB", "AUX", "PUNCT"}:
            return None
        speaker = region[place - 1]
        if token.tag_ in {"NN", "NNS"} and is_cue_word(token) and token.dep_ != "pobj":
            return Cue(verb=token, speaker=speaker, how="after any") if _names(speaker) else None
    return None


def _names(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN", "PRON", "ADJ"}


def _afterthought(reading: ArticleView, region: Sequence[Token], inner: str) -> Cue | None:
    """A short sentence that holds nothing but the cue: "“It is late.” Ruiz said."."""
    forgotten = inner[:1].isupper() and len(inner.split()) >= _FEWEST_UNKNOWN  # its comma
    if inner[-1:] not in {".", "…"} and not forgotten:
        return None
    if len(region) > _LONGEST_AFTERTHOUGHT or region[-1].text != ".":
        return None
    verb = next((t for t in region if takes_quotation(t) and _heads_clause(t)), None)
    if verb is None or any(child.dep_ in _OBJECTS for child in verb.rights):
        return None
    subject = speaker_of(reading, verb)
    if subject is None or not region[0].i <= subject.i <= region[-1].i:
        return None
    near = verb.i - region[0].i <= _LATEST_VERB or subject.left_edge == region[0]
    return Cue(verb=verb, speaker=subject, how="afterthought") if near else None
