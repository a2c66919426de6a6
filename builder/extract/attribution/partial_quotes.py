"""Names and judgements in marks: "called it a “turning point”", "thanked her for “…”".

So too words that a noun announces: "broke into chants of “…”", "coined a phrase, “…”".
"""

from collections.abc import Sequence

from spacy.tokens import Token

from builder import naming
from builder.extract.article_view import ArticleView
from builder.extract.attribution.cues import Cue, announces, kinds_of
from builder.extract.attribution.speakers import speaker_of
from builder.extract.subjects import SUBJECTS

_FARTHEST = 8  # tokens from the verb to the marks
_FARTHEST_CALL = 24  # "called the plan to open a mill in Lima “a disgrace”"
_FEWEST_JUDGED = 3  # words: a shorter one after "hailed the" is scare marks more often
_FEWEST_ANNOUNCED = 2
_ANNOUNCING = frozenset({"of", "like"})


def judged(reading: ArticleView, number: int, region: Sequence[Token]) -> Cue | None:
    """The verb that gives a name or a judgement, or the noun that announces the words."""
    for away, verb in enumerate(reversed(region[-_FARTHEST_CALL:])):
        kinds = kinds_of(verb)
        names = "call" in kinds and not _demands(verb)
        if names or (kinds & {"call", "thing"} and away <= _FARTHEST):
            long_enough = names or len(reading.inner(number).split()) >= _FEWEST_JUDGED
            speaker = None if _is_paper(verb) or not long_enough else speaker_of(reading, verb)
            return None if speaker is None else Cue(verb=verb, speaker=speaker, how="named")
        if verb.pos_ in {"VERB", "AUX"} and not _has_to(verb):
            break  # but "called the plan to open a mill “…”"
    return in_words(reading, number, region)


def in_words(reading: ArticleView, number: int, region: Sequence[Token]) -> Cue | None:
    """The noun that announces the words: "broke into chants of “…”"."""
    if region and region[-1].lower_ in _ANNOUNCING:
        region = region[:-1]
    if not region or not announces(region[-1]) or region[-1].dep_ in SUBJECTS:
        return None
    if len(reading.inner(number).split()) < _FEWEST_ANNOUNCED:
        return None
    speaker = next((c for c in region[-1].lefts if c.dep_ == "poss"), None)
    verb = region[-1].head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    speaker = speaker or speaker_of(reading, verb)
    return None if speaker is None else Cue(verb=region[-1], speaker=speaker, how="named")


def _demands(verb: Token) -> bool:
    """Whether the verb asks for something: "called on Congress to pay", "calls for"."""
    after = verb.doc[verb.i + 1 : verb.i + 2]
    return any(token.lower_ in {"on", "for", "upon"} for token in after)


def _has_to(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(child.tag_ == "TO" for child in verb.lefts)


def _is_paper(verb: Token) -> bool:
    """Whether no one speaks, but what they wrote: "a paper calling for “an end to …”"."""
    noun = verb.head
    return verb.dep_ == "acl" and noun.pos_ == "NOUN" and naming.title(noun.lemma_) is None
