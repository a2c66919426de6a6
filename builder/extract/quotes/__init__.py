"""Quotes of one article: every word of reported speech, its cue and who said it.

In: an article and its `Doc`. Out: `FoundQuote`s in reading order.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from builder.extract.article_view import ArticleView, read
from builder.extract.coreference import Memory, memory_of, reference_to
from builder.extract.quotes.addressees import hearers_of
from builder.extract.quotes.candidate import Draft
from builder.extract.quotes.confidence import confidence_of
from builder.extract.quotes.cues import is_passive
from builder.extract.quotes.direct import direct_quotes
from builder.extract.quotes.indirect import indirect_quotes
from builder.extract.quotes.interviews import turns_in
from builder.extract.quotes.nested_sources import relayed
from builder.extract.quotes.occasions import occasion_of
from builder.extract.quotes.uncued import with_floating
from builder.model.article import Article, Passage
from builder.model.blanks import bare
from builder.model.findings import FoundQuote, Reference


def quotes_in(doc: Doc, article: Article) -> tuple[FoundQuote, ...]:
    """Every passage of reported speech of the article, in reading order."""
    reading = read(doc, article)
    drafts = drafts_in(reading)
    memory, parts = memory_of(reading), _parts(drafts)
    groups = {cue: number for number, cue in enumerate(sorted(parts))}
    speakers: dict[int, Reference | None] = {}
    found = []
    for draft in drafts:
        cue = -1 - draft.start if draft.cue is None else draft.cue.i  # none: a key of its own
        if cue not in speakers:
            speakers[cue] = _speaker(memory, parts.get(cue, [draft]))
        found.append(_found(memory, draft, groups.get(cue), speakers[cue]))
    return tuple(found)


def drafts_in(reading: ArticleView) -> tuple[Draft, ...]:
    """The quotes as tokens and characters, in reading order."""
    direct = list(direct_quotes(reading))
    used = frozenset(number for draft in direct for number in draft.marks)
    cues = frozenset(draft.cue.i for draft in direct if draft.cue is not None)
    turns = turns_in(reading)
    spoken = (*direct, *indirect_quotes(reading, used, cues))
    governed = relayed(_outside(spoken, turns))
    ordered = sorted((*governed, *turns), key=lambda draft: draft.start)
    return tuple(_bare(reading, with_floating(reading, ordered)))


def _outside(drafts: Sequence[Draft], turns: Sequence[Draft]) -> Sequence[Draft]:
    """The drafts that touch no turn of an interview: what is quoted there is part of the turn."""
    starts = [turn.start for turn in turns]
    kept = []
    for draft in drafts:
        before = turns[max(0, bisect_left(starts, draft.end) - 1) :][:1]
        if not any(turn.start < draft.end and draft.start < turn.end for turn in before):
            kept.append(draft)
    return kept


def _bare(reading: ArticleView, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts without blanks at their edges; one of nothing else is none."""
    for draft in drafts:
        start, end = bare(reading.article.text, draft.start, draft.end)
        if start < end:
            yield replace(draft, start=start, end=end)


def _parts(drafts: Sequence[Draft]) -> dict[int, list[Draft]]:
    """The passages that one cue governs, by the cue, where they are several."""
    parts: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.cue is not None:
            parts[draft.cue.i].append(draft)
    return {cue: several for cue, several in parts.items() if len(several) > 1}


def _speaker(memory: Memory, parts: Sequence[Draft]) -> Reference | None:
    """Who says all parts of a quote; nobody whom one of them speaks of."""
    first = parts[0]
    content = (min(part.start for part in parts), max(part.end for part in parts))
    return _named(
        first.speaker,
        memory,
        speaks=not _is_asked(first),
        of=None if _speaks_of_itself(first) else content,
    )


def _found(
    memory: Memory, draft: Draft, group: int | None, speaker: Reference | None
) -> FoundQuote:
    reading = memory.reading
    article = reading.article
    cue = draft.cue
    hearers = hearers_of(reading, draft)
    return FoundQuote(
        passage=article.passage(draft.start, draft.end),
        kind=draft.kind,
        group=group,
        pieces=tuple(_pieces(reading, draft)),
        cue=None if cue is None else article.passage(cue.idx, cue.idx + len(cue)),
        speaker=speaker,
        speaker_inferred=draft.inferred,
        addressee=_named(hearers.addressee, memory, speaks=False),
        told_to=_passage(article, hearers.told_to),
        via=_passage(article, draft.via),
        occasion=_passage(article, occasion_of(reading, draft)),
        confidence=confidence_of(draft),
    )


def _pieces(reading: ArticleView, draft: Draft) -> Iterator[Passage]:
    """The marked passages of a mixed quote."""
    for number in draft.marks if draft.kind == "mixed" else ():
        mark = reading.marks[number]
        yield reading.article.passage(*bare(reading.article.text, mark.start, mark.end))


def _named(
    head: Token | None, memory: Memory, *, speaks: bool, of: tuple[int, int] | None = None
) -> Reference | None:
    """Who is meant; nobody where the words are blank, as in boilerplate."""
    if head is None:
        return None
    found = reference_to(memory, head, speaks=speaks, content=of)
    return found if found.passage.text else None


def _is_asked(draft: Draft) -> bool:
    """Whether another answers in the same sentence: "Asked by Ruiz if it was late, he said …"."""
    return draft.cue is not None and draft.cue.dep_ == "advcl" and is_passive(draft.cue)


def _speaks_of_itself(draft: Draft) -> bool:
    """Whether its words may name who speaks: "Acme will close its mill, it said"."""
    speaker = draft.speaker
    behind = speaker is not None and speaker.idx >= draft.end and speaker.lower_ in {"it", "they"}
    return behind and draft.kind != "direct"


def _passage(article: Article, span: Span | None) -> Passage | None:
    if span is None:
        return None
    start, end = bare(article.text, span.start_char, span.end_char)
    return article.passage(start, end) if start < end else None
