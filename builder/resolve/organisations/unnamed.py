"""Bodies that a story calls by a common noun: "police", "the port authority", "Peru's navy".

In: the groups of names and the findings. Out: the same groups, and one for each such body that
speaks. What may be a named body of the story is that body's; where two may be meant it stays open.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from builder import naming
from builder.knowledge import entries
from builder.model.article import Passage
from builder.model.findings import Findings, Reference
from builder.resolve.entities.mentions import Group, Mention

_DEFINITE = re.compile(r"^(?:the|this|that)\s+", re.IGNORECASE)
_LONGEST = 4  # words: "the State's non-resident affairs cell"
_BEHIND = re.compile(r",| (?:in|of|for|at|on)\b")
_ELSEWHERE = frozenset({"NORP", "PLACE"})  # "the Indian embassy"
_OWNER = re.compile(r"['’]s$")
Key = tuple[str, ...]
"""The words of a phrase, the state in place of its people: "Peru's navy", "the Peruvian navy"."""


def with_unnamed_bodies(
    groups: Sequence[Group], findings: Iterable[Findings]
) -> tuple[Group, ...]:
    """The groups, with the speaking bodies that have no name."""
    spoken: dict[str, dict[Key, list[Passage]]] = defaultdict(lambda: defaultdict(list))
    for passage in _phrases(findings):
        key = _key(passage.text)
        if key and len(key) <= _LONGEST and (key[-1] in _nouns() or _is_described(key)):
            spoken[key[-1]][key].append(passage)
    made: list[Group] = []
    for head, told in spoken.items():
        named = [group for group in groups if _bears(group, head)]
        for key in [key for key in told if named and not _is_another(key, named)]:
            same = [one for one in named if set(_key(one.mentions[0].passage.text)) == set(key)]
            if len(same) == 1:
                same[0].mentions.extend(map(_mention, told[key]))
            del told[key]
        made.extend(_made(head, told))
    return (*groups, *made)


def _phrases(findings: Iterable[Findings]) -> Iterator[Passage]:
    """The noun phrases for who speaks, without their article, each once."""
    for found in findings:
        names = {name.passage for name in found.names if name.label not in _ELSEWHERE}
        spoken = (quote.speaker for quote in found.quotes)
        told = (statement.attributed_to for statement in found.statements)
        phrases = {one.passage for one in (*spoken, *told) if one and _is_definite(one)}
        for phrase in sorted(phrases):
            bare = _without_article(phrase)
            if not any(bare.covers(name) for name in names):
                yield bare


def _is_definite(reference: Reference) -> bool:
    """Whether it is a noun phrase for one body: "the embassy", "Peru's navy", not "an agency"."""
    text = reference.passage.text
    words = _ahead(text).split() or [""]
    owner = _OWNER.sub("", words[0])
    owned = owner != words[0] and naming.country(owner) is not None
    definite = _DEFINITE.match(text) is not None or owned or words[-1].lower() in _bare()
    return reference.form == "nominal" and definite


def _ahead(phrase: str) -> str:
    """The phrase to its head: "prosecutors" of "prosecutors in Alba"."""
    return _BEHIND.split(phrase, maxsplit=1)[0]


def _key(phrase: str) -> Key:
    """The words to its head; none where somebody owns the body: "the minister's office"."""
    words = _DEFINITE.sub("", _ahead(phrase)).split()
    bare = [_OWNER.sub("", word) for word in words]
    for word, own in zip(words, bare, strict=True):
        owner = (
            naming.title(own.lower()) and own.lower() not in entries("organisations")["holders"]
        )
        if word != own and owner:
            return ()
    return tuple((naming.country(word) or word).lower() for word in bare)


def _without_article(phrase: Passage) -> Passage:
    match = _DEFINITE.match(phrase.text)
    cut = match.end() if match else 0
    return Passage(
        article=phrase.article, start=phrase.start + cut, end=phrase.end, text=phrase.text[cut:]
    )


def _bears(group: Group, head: str) -> bool:
    name = group.mentions[0].passage.text.lower()
    return group.kind == "organisation" and head in name.split()


def _is_described(key: Key) -> bool:
    """Whether it says which: "the state weather bureau", not "the same court"."""
    return key[-1] in _nouns("described") and not _vague().issuperset(key[:-1])


def _is_another(key: Key, named: Sequence[Group]) -> bool:
    """Whether it says which, in words that none of the named bodies has in its name."""
    told = set(key[:-1]) - _vague()
    names = (_key(mention.passage.text) for group in named for mention in group.mentions)
    return bool(told) and _is_described(key) and not any(told.intersection(name) for name in names)


def _made(head: str, told: dict[Key, list[Passage]]) -> Iterator[Group]:
    """One body for each phrase; "police" alone is the only one of them, if there is one."""
    longer = [key for key in told if key != (head,)]
    alone = told.get((head,), [])
    for key in longer or [(head,)] if told else ():
        passages = [*told[key], *(alone if len(longer) == 1 else ())] if longer else alone
        passages.sort()
        shown = _ahead(told[key][0].text)
        yield Group(
            kind="organisation",
            mentions=[_mention(passage) for passage in passages],
            shown=shown[0].upper() + shown[1:],
        )


def _mention(passage: Passage) -> Mention:
    return Mention(
        passage=passage, label="ORG", role=None, honorific=None, key=naming.key(passage.text)
    )


def _nouns(kind: str = "unnamed") -> frozenset[str]:
    return frozenset(entries("body_nouns")[kind])


def _vague() -> frozenset[str]:
    return frozenset(entries("organisations")["vague"])


def _bare() -> frozenset[str]:
    return _nouns("without_article")
