"""What an article tells that can be compared: an article and its findings in, a telling out.

Sentences are compared outside quotation marks and without names and roles: two reports of one
event name the same people, though neither descends from the other. Quotes are compared by all of
their words. Missed on purpose: sentences of fewer than three telling terms.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from urllib.parse import urlsplit

from builder.knowledge import entries
from builder.model.article import Article, Passage
from builder.model.findings import Findings, FoundQuote
from builder.model.ids import ArticleId, EntityId
from builder.model.spans import spans_of
from builder.resolve.entities.index import EntityIndex
from builder.resolve.quotes.similarity import FEWEST_SHARED, content_terms
from builder.text.diff import words
from builder.text.terms import terms, weight

_FEWEST_TERMS = 3  # "He did not elaborate." stands in every second report
_TELLS = 0.3  # weight of a number: "312 mm" tells something, "said" nothing
_RELEASE_LINES = 12  # "Media contact" stands among the last lines, "for immediate release" first


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence as the terms that it tells."""

    passage: Passage
    own_terms: frozenset[str]
    """In the reporter's words: outside quotation marks, without names and roles."""
    all_terms: frozenset[str]
    """Of all its words, as quotes are compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What one person says in a row, with the setting in which it was said."""

    passages: tuple[Passage, ...]
    terms: frozenset[str]
    speaker: EntityId | str | None
    """Whose words they are; the last of the words for who it is where nobody is known."""
    told_to: EntityId | None
    """The outlet that heard it, or relayed it."""
    is_direct: bool
    is_statement: bool
    is_public: bool
    is_exclusive: bool

    @property
    def wording(self) -> str:
        """Its words, without the marks around them, on one line."""
        text = " … ".join(" ".join(passage.text.split()) for passage in self.passages)
        return re.sub(r"[“”„«»\"]", "", text).strip(" ,‘’")


@dataclass(frozen=True, kw_only=True)
class Telling:
    """An article as its sentences and quotes."""

    article: ArticleId
    outlet: EntityId | None
    is_agency: bool
    """Whether its outlet is a news agency, as far as is known: others print its reports."""
    is_release: bool
    """Whether it is a press release itself, no report."""
    sentences: tuple[Sentence, ...]
    spoken: tuple[Spoken, ...]

    @cached_property
    def told(self) -> tuple[Sentence, ...]:
        """The sentences that tell enough in the reporter's own words."""
        return tuple(one for one in self.sentences if len(one.own_terms) >= _FEWEST_TERMS)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All terms that quotes are compared by."""
        return frozenset().union(
            *(one.all_terms for one in self.sentences), *(one.terms for one in self.spoken)
        )


def telling_of(article: Article, findings: Findings, entities: EntityIndex) -> Telling:
    """What an article tells."""
    sentences = tuple(_sentences(article, findings))
    outlet = next((one for one in entities.outlets if article.id in one.articles), None)
    return Telling(
        article=article.id,
        outlet=outlet.id if outlet else None,
        is_agency=outlet is not None and "agency" in f"{outlet.kind} {outlet.name}".lower(),
        is_release=_is_release(article),
        sentences=sentences,
        spoken=tuple(_spoken(findings, sentences, entities)),
    )


def _sentences(article: Article, findings: Findings) -> Iterator[Sentence]:
    quoted = [quote.passage for quote in findings.quotes if quote.kind == "direct"]
    quoted += [piece for quote in findings.quotes for piece in quote.pieces]
    named = [name.passage for name in findings.names]
    named += [name.role for name in findings.names if name.role and name.label == "PERSON"]
    hidden = spans_of((place, None) for place in (*quoted, *named))
    for passage in findings.sentences:
        if not article.has_heading(passage.start, passage.end):
            own = _blanked(passage, [place for place, _ in hidden.over(passage)])
            yield Sentence(
                passage=passage,
                own_terms=frozenset(
                    term for term in terms(words(own), {}) if weight(term) >= _TELLS
                ),
                all_terms=content_terms(passage.text),
            )


def _blanked(passage: Passage, inside: Iterable[Passage]) -> str:
    """The text of a passage with blanks for the characters of others."""
    text = list(passage.text)
    for other in inside:
        start, end = max(passage.start, other.start), min(passage.end, other.end)
        if start < end:
            text[start - passage.start : end - passage.start] = " " * (end - start)
    return "".join(text)


def _spoken(
    findings: Findings, sentences: Sequence[Sentence], entities: EntityIndex
) -> Iterator[Spoken]:
    names = frozenset().union(*(content_terms(name.passage.text) for name in findings.names))
    groups: dict[tuple[str, int], list[FoundQuote]] = defaultdict(list)
    for number, quote in enumerate(findings.quotes):
        groups[("alone", number) if quote.group is None else ("group", quote.group)].append(quote)
    held = spans_of((one.passage, None) for one in sentences)
    told = spans_of((one.passage, None) for one in findings.citations if one.kind == "told to")
    for parts in groups.values():
        terms_ = content_terms(" ".join(part.passage.text for part in parts))
        if len(terms_ - names) >= FEWEST_SHARED:
            holding = sorted({place for part in parts for place, _ in held.over(part.passage)})
            hearers = [place for each in holding for place, _ in told.inside(each)]
            yield _saying(parts, terms_, _around(parts, holding), hearers, entities)


def _around(parts: Sequence[FoundQuote], holding: Sequence[Passage]) -> str:
    """The sentences in which the words stand, without the words where they are direct."""
    direct = spans_of((part.passage, None) for part in parts if part.kind == "direct")
    return " ".join(
        _blanked(passage, [place for place, _ in direct.over(passage)]) for passage in holding
    )


def _saying(
    parts: Sequence[FoundQuote],
    terms_: frozenset[str],
    around: str,
    hearers: Sequence[Passage],
    entities: EntityIndex,
) -> Spoken:
    occasion = " ".join(part.occasion.text for part in parts if part.occasion)
    setting = f"{around} {occasion}"
    given = (place for part in parts for place in (part.told_to, part.via) if place)
    outlets = (*given, *hearers)
    return Spoken(
        passages=tuple(part.passage for part in parts),
        terms=terms_,
        speaker=_speaker(parts, entities),
        told_to=next((named for place in outlets if (named := entities.at(place))), None),
        is_direct=parts[0].kind != "indirect",
        is_statement=_says(setting, "statement"),
        is_public=_says(setting, "public"),
        is_exclusive=any(part.told_to for part in parts) or _says(setting, "exclusive"),
    )


def _speaker(parts: Sequence[FoundQuote], entities: EntityIndex) -> EntityId | str | None:
    reference = next((part.speaker for part in parts if part.speaker), None)
    if reference is None:
        return None
    return entities.who(reference) or reference.passage.text.split()[-1].casefold()


def _is_release(article: Article) -> bool:
    """By its title, its address, or a line at one of its ends."""
    lines = [line.strip() for line in article.text.splitlines() if line.strip()]
    ends = (article.metadata.title or "", *lines[:_RELEASE_LINES], *lines[-_RELEASE_LINES:])
    address = urlsplit(article.metadata.url or "").path
    return any(_pattern("release").match(line) for line in ends) or _says(address, "address")


def _says(setting: str, kind: str) -> bool:
    return bool(_pattern(kind).search(setting))


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(entries("lineage_words")[kind]), re.IGNORECASE)
