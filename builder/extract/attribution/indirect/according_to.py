"""Sources named without a reporting verb: "according to", "Ruiz's view is that", "in her view"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from builder.extract.article_view import ArticleView
from builder.extract.attribution.attribution import Attribution
from builder.extract.attribution.cues import is_finite, is_view, is_words, kinds_of
from builder.extract.attribution.indirect.contents import extent
from builder.extract.attribution.indirect.widening import FEWEST_WORDS, LONGEST, widened
from builder.extract.attribution.speakers import owner_of, speaker_of

_COMPARING = frozenset({"than", "as", "what", "how"})  # "worse than it has been, according to"
_BREAKING_OFF = frozenset({"which", "who", "that", "because", "and", "but", "when", "where", "as"})


def according_to(
    reading: ArticleView, token: Token, used: frozenset[int]
) -> Iterator[Attribution]:
    """The sentence that "according to" opens or closes."""
    to = next((child for child in token.children if child.lower_ == "to"), None)
    after = reading.tokens[token.i + 1 : token.i + 2]
    to = to or next((each for each in after if each.lower_ == "to"), None)
    source = None if to is None else next((c for c in to.children if c.dep_ == "pobj"), None)
    if source is None:
        return
    outline = Attribution(
        start=0, end=0, kind="indirect", how="according", cue=token, speaker=source
    )
    yield from _beside(reading, token, source, used, outline)


def in_view_of(reading: ArticleView, token: Token, used: frozenset[int]) -> Iterator[Attribution]:
    """The sentence that somebody's view opens or closes: "In Ruiz's view, the tax is too high"."""
    noun = next((child for child in token.rights if child.dep_ == "pobj"), None)
    owner = owner_of(noun) if noun is not None and is_view(noun) else None
    if noun is None or owner is None or not _is_parted(reading, token, noun):
        return
    outline = Attribution(start=0, end=0, kind="indirect", how="view", cue=noun, speaker=owner)
    yield from _beside(reading, token, noun, used, outline)


def of_words(reading: ArticleView, verb: Token, used: frozenset[int]) -> Iterator[Attribution]:
    """Content of a noun that stands for someone's words: "Ruiz's view is that …"."""
    noun = next((c for c in verb.children if c.dep_ == "nsubj" and is_words(c)), None)
    owner = None if noun is None else owner_of(noun)
    content = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if owner is None or content is None:
        return
    first, end = extent(verb, content, owner)
    outline = Attribution(start=0, end=0, kind="indirect", how="view", cue=verb, speaker=owner)
    attribution = widened(reading, first, end, used, outline)
    if attribution is not None:
        yield attribution


def of_noun(reading: ArticleView, noun: Token, used: frozenset[int]) -> Iterator[Attribution]:
    """What a noun holds in a clause: "Ruiz's claim that …", "she voiced confidence that …"."""
    felt = noun.dep_ == "dobj" and "feeling" in kinds_of(noun.head)
    if not felt and not is_words(noun):
        return
    content = next((c for c in noun.rights if c.dep_ in {"acl", "ccomp", "relcl"}), None)
    if content is None or not any(c.dep_ == "mark" and c.lower_ == "that" for c in content.lefts):
        return
    speaker = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    if speaker is None and noun.dep_ == "dobj" and "express" in kinds_of(noun.head):
        speaker = speaker_of(reading, noun.head)
    if speaker is None:
        return
    first, end = content.left_edge.i, content.right_edge.i + 1
    outline = Attribution(start=0, end=0, kind="indirect", how="held", cue=noun, speaker=speaker)
    attribution = widened(reading, first + (noun.doc[first].lower_ == "that"), end, used, outline)
    if attribution is not None:
        yield attribution


def before_source(reading: ArticleView, verb: Token, first: int, end: int) -> int:
    """Where the content ends if its source follows: "Ruiz said it is late, according to AFP"."""
    for token in reading.tokens[max(first, verb.i) : min(end, first + LONGEST)]:
        parted = token.lower_ == "according" and reading.tokens[token.i - 1].text == ","
        if parted and token.i - first > FEWEST_WORDS:  # "said that, according to Roe, it is late"
            return token.i - 1
    return end


def _beside(
    reading: ArticleView, token: Token, source: Token, used: frozenset[int], outline: Attribution
) -> Iterator[Attribution]:
    """The sentence before or after the phrase from `token` to the end of `source`."""
    start, stop = reading.sentence(token)
    leads = token.i - start <= 1
    first, end = (source.right_edge.i + 1, stop) if leads else (start, token.i)
    if not first < end <= first + LONGEST or not (leads or _is_told(reading.tokens[first:end])):
        return
    attribution = widened(reading, first, end, used, outline)
    if attribution is not None:
        yield attribution


def _is_parted(reading: ArticleView, token: Token, noun: Token) -> bool:
    """Whether commas part the phrase from its sentence: "In Ruiz's view, …", "…, in her view."."""
    (start, end), after = reading.sentence(token), noun.right_edge.i + 1
    leads = token.i == start and after < end and reading.tokens[after].text == ","
    return leads or (token.i > start and reading.tokens[token.i - 1].text == ",")


def _is_told(words: Sequence[Token]) -> bool:
    """Whether the words before the cue are a clause, and not broken off by it.

    "Boats which, according to AFP, were …", "The man is, in the words of one, “a fool”": neither
    says anything by itself.
    """
    kept = [token for token in words if not token.is_punct and not token.is_space]
    if not kept or kept[-1].lower_ in _BREAKING_OFF:
        return False
    if kept[-1].pos_ == "AUX" and not any(token.lower_ in _COMPARING for token in kept):
        return False
    return any(token.pos_ in {"VERB", "AUX"} and is_finite(token) for token in kept)
