"""Names of all articles as mentions to be grouped: makers of credits and outlets left out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from builder import naming
from builder.model.article import Article, Passage
from builder.model.dossier import EntityKind
from builder.model.findings import Findings, FoundName, Label
from builder.model.ids import ArticleId

_INTO = frozenset({"in", "at", "to", "from", "near", "into", "outside", "across"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One name in one article, with what resolution asks of it."""

    passage: Passage
    label: Label | None
    role: Passage | None
    honorific: str | None
    key: tuple[str, ...]
    """Spelling keys of its words."""
    located: bool = False
    """A word like "in" stands before it."""
    bracketed: bool = False
    """It stands alone in brackets, as an acronym after the long form."""

    @property
    def article(self) -> ArticleId:
        """The article it stands in."""
        return self.passage.article

    @property
    def titled(self) -> bool:
        """Whether an honorific or a role says that it is a person."""
        return self.honorific is not None or self.role is not None


@dataclass(slots=True, kw_only=True)
class Group:
    """Mentions of one person, organisation or place, while resolution still adds to it."""

    kind: EntityKind
    mentions: list[Mention] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMention:
    """A mention that fits several groups."""

    mention: Mention
    candidates: tuple[Group, ...]


def mentions_of(articles: Sequence[Article], findings: Sequence[Findings]) -> tuple[Mention, ...]:
    """All mentions of the story, by article and in reading order."""
    texts = {article.id: article.text for article in articles}
    return tuple(
        _mention(name, texts[found.article])
        for found in findings
        if found.article in texts
        for name in _of_the_story(found)
    )


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


def _mention(name: FoundName, text: str) -> Mention:
    passage = name.passage
    before = text[max(0, passage.start - 20) : passage.start].split()
    closed = text[passage.end : passage.end + 1] == ")"
    return Mention(
        passage=passage,
        label=name.label,
        role=name.role,
        honorific=name.honorific,
        key=naming.key(passage.text),
        located=bool(before) and before[-1].lower() in _INTO,
        bracketed=closed and text[passage.start - 1 : passage.start] == "(",
    )
