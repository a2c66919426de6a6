"""Bodies that a story calls by a common noun alone: "police", "the port authority", "the embassy".

In: the groups of names and the findings. Out: the same groups and one for each such body that
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
_OWNERS = re.compile(r"['’]s$")
Key = tuple[str, ...]


def with_unnamed_bodies(
    groups: Sequence[Group], findings: Iterable[Findings]
) -> tuple[Group, ...]:
    """The groups, with the speaking bodies that have no name."""
    spoken: dict[str, dict[Key, list[Passage]]] = defaultdict(lambda: defaultdict(list))
    for passage in _phrases(findings):
        told = tuple(_BEHIND.split(passage.text.lower(), maxsplit=1)[0].split())
        *before, head = words = told or ("",)
        if head in _nouns() and len(words) <= _LONGEST and not any(map(_OWNERS.search, before)):
            spoken[head][words].append(passage)
    named = {head: [one for one in groups if _bears(one, head)] for head in spoken}
    made = [
        group for head, told in spoken.items() if not named[head] for group in _made(head, told)
    ]
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
    """Whether it is a noun phrase for one body: "the embassy", "police", but not "an agency"."""
    text = reference.passage.text
    return reference.form == "nominal" and (
        _DEFINITE.match(text) is not None or text.split()[-1].lower() in _bare()
    )


def _without_article(phrase: Passage) -> Passage:
    match = _DEFINITE.match(phrase.text)
    cut = match.end() if match else 0
    return Passage(
        article=phrase.article, start=phrase.start + cut, end=phrase.end, text=phrase.text[cut:]
    )


def _bears(group: Group, head: str) -> bool:
    name = group.mentions[0].passage.text.lower()
    return group.kind == "organisation" and head in name.split()


def _made(head: str, told: dict[Key, list[Passage]]) -> Iterator[Group]:
    """One body for each phrase; "police" alone is the only one of them, if there is one."""
    longer = [words for words in told if words != (head,)]
    alone = told.get((head,), [])
    for words in longer or [(head,)]:
        passages = [*told[words], *(alone if len(longer) == 1 else ())] if longer else alone
        passages.sort()
        shown = _BEHIND.split(told[words][0].text, maxsplit=1)[0]
        yield Group(
            kind="organisation",
            mentions=[_mention(passage) for passage in passages],
            shown=shown[0].upper() + shown[1:],
        )


def _mention(passage: Passage) -> Mention:
    return Mention(
        passage=passage, label="ORG", role=None, honorific=None, key=naming.key(passage.text)
    )


def _nouns() -> frozenset[str]:
    return frozenset(entries("body_nouns")["unnamed"])


def _bare() -> frozenset[str]:
    return frozenset(entries("body_nouns")["without_article"])
