"""Names of all articles as mentions to be grouped: makers of credits and outlets left out."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import chain, pairwise

from builder import naming
from builder.model.article import Article, Passage
from builder.model.findings import SURE, Findings, FoundName, Reference
from builder.resolve.entities.mentions import Mention, mention_of

_WORD = re.compile(r"\w+")


def mentions_of(articles: Sequence[Article], findings: Sequence[Findings]) -> tuple[Mention, ...]:
    """All mentions of the story, by article and in reading order."""
    texts = {article.id: article.text for article in articles}
    anywhere = frozenset(word for text in texts.values() for word in _small_words(text))
    mentions = [
        mention
        for found in findings
        if found.article in texts
        for mention in _in_article(found, texts[found.article], anywhere)
    ]
    small = _small_pairs(mentions, texts.values())
    things = _things_in(mentions)
    return tuple(
        replace(mention, label="OTHER", marked=True, honorific=None)
        if _is_of_thing(mention, things) or _is_phrase(mention, small)
        else mention
        for mention in mentions
    )


def _small_pairs(mentions: Iterable[Mention], texts: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Pairs of words of the names that stand in the story in small letters, side by side."""
    asked = {pair for mention in mentions for pair in _pairs(mention)}
    read = chain.from_iterable(pairwise(_WORD.findall(text)) for text in texts) if asked else ()
    return frozenset(pair for pair in read if pair in asked)


def _pairs(mention: Mention) -> Iterator[tuple[str, str]]:
    return pairwise(_WORD.findall(mention.passage.text.lower()))


def _is_phrase(mention: Mention, small: frozenset[tuple[str, str]]) -> bool:
    """Whether a name is but words that the story also writes small, together: "Armed Robbery"."""
    pairs = tuple(_pairs(mention))
    if mention.titled or not pairs or not small.issuperset(pairs):
        return False
    name = mention.passage.text
    first, last = name.split()[0], name.split()[-1]
    if naming.known_body(name) or naming.known_place(name) or naming.is_given_name(first):
        return False
    return naming.marks(last) in {None, "things"}


def _in_article(found: Findings, text: str, anywhere: Set[str]) -> Iterator[Mention]:
    """The names of an article; one word is common if any article writes it small."""
    small = frozenset(_small_words(text))
    first_line = text.find("\n", len(text) - len(text.lstrip()))
    called = _called(found.pronouns)
    for name in _of_the_story(found):
        mention = mention_of(name, text, small if " " in name.passage.text else anywhere)
        mention = replace(mention, called=called.get(name.passage.end))
        yield replace(mention, headed=True) if name.passage.end <= first_line else mention


def _called(pronouns: Iterable[Reference]) -> dict[int, naming.Sex]:
    """By where a name ends: the sex of the pronouns that surely stand for it, if they agree."""
    told: dict[int, set[naming.Sex]] = defaultdict(set)
    for pronoun in pronouns:
        sex = naming.pronoun_sex(pronoun.passage.text)
        if sex is not None and pronoun.confidence >= SURE and pronoun.antecedents:
            told[pronoun.antecedents[0].end].add(sex)
    return {end: next(iter(sexes)) for end, sexes in told.items() if len(sexes) == 1}


def _small_words(text: str) -> Iterator[str]:
    return filter(str.islower, _WORD.findall(text))


def _things_in(mentions: Sequence[Mention]) -> Mapping[str, frozenset[str]]:
    """Last words of storms, ships and the like that the story names, with the words before them.

    After "Typhoon Ruiz" and "the MV Lady Ana", "Ruiz", "Ana" and "Lady Ana" alone are no people,
    unless an article names somebody so in full.
    """
    things: dict[str, frozenset[str]] = {}
    for mention in mentions:
        if len(mention.key) > 1 and _is_begun_thing(mention):
            *before, last = mention.key
            things[last] = things.get(last, frozenset()).union(before)
    people = {word for m in mentions if len(m.key) > 1 and m.label == "PERSON" for word in m.key}
    return {word: before for word, before in things.items() if word not in people}


def _is_of_thing(mention: Mention, things: Mapping[str, frozenset[str]]) -> bool:
    if len(mention.key) != 1 or mention.key[0] not in things:
        return False
    part = (
        mention.honorific is not None and naming.fold(mention.honorific) in things[mention.key[0]]
    )
    return part or not mention.titled


def _is_begun_thing(mention: Mention) -> bool:
    return naming.begins(mention.passage.text.split()[0]) == "things"


def _of_the_story(found: Findings) -> Iterator[FoundName]:
    """Names that no credit and no citation covers."""
    taken = [credit.passage for credit in found.credits]
    taken.extend(citation.passage for citation in found.citations)
    covered = _merged(taken)
    place = 0
    for name in sorted(found.names, key=lambda name: name.passage):
        while place < len(covered) and covered[place][1] <= name.passage.start:
            place += 1
        free = place >= len(covered) or name.passage.end <= covered[place][0]
        if free and name.label != "NORP" and name.passage.text:
            yield name


def _merged(passages: Iterable[Passage]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for passage in sorted(passages):
        if merged and passage.start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], passage.end))
        else:
            merged.append((passage.start, passage.end))
    return merged
