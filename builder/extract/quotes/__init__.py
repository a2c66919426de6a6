"""Quotes of one article: every word of reported speech, its cue and who said it.

In: an article and its `Doc`. Out: `FoundQuote`s in reading order.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby

from spacy.tokens import Doc, Span

from builder.extract.quotes.confidence import confidence_of
from builder.extract.quotes.cues import is_passive
from builder.extract.quotes.direct import direct_quotes
from builder.extract.quotes.draft import Draft
from builder.extract.quotes.floating import with_floating
from builder.extract.quotes.hearers import hearers_of
from builder.extract.quotes.indirect import indirect_quotes
from builder.extract.quotes.interviews import turns_in
from builder.extract.quotes.occasions import occasion_of
from builder.extract.quotes.relays import relayed
from builder.extract.references import Memory, memory_of, reference_to
from builder.extract.references.reading import Reading, read
from builder.model.article import Article, Passage
from builder.model.findings import FoundQuote


def quotes_in(doc: Doc, article: Article) -> tuple[FoundQuote, ...]:
    """Every passage of reported speech of the article, in reading order."""
    reading = read(doc, article)
    drafts = drafts_in(reading)
    groups = _groups(drafts)
    memory = memory_of(reading)
    return tuple(_found(memory, draft, groups) for draft in drafts)


def drafts_in(reading: Reading) -> tuple[Draft, ...]:
    """The quotes as tokens and characters, in reading order."""
    direct = list(direct_quotes(reading))
    used = frozenset(number for draft in direct for number in draft.marks)
    cues = frozenset(draft.cue.i for draft in direct if draft.cue is not None)
    turns = turns_in(reading)
    spoken = (*direct, *indirect_quotes(reading, used, cues))
    governed = relayed(_outside(spoken, turns))
    ordered = sorted((*governed, *turns), key=lambda draft: draft.start)
    return with_floating(reading, ordered)


def _outside(drafts: Sequence[Draft], turns: Sequence[Draft]) -> Sequence[Draft]:
    """The drafts that touch no turn of an interview: what is quoted there is part of the turn."""
    starts = [turn.start for turn in turns]
    kept = []
    for draft in drafts:
        before = turns[max(0, bisect_left(starts, draft.end) - 1) :][:1]
        if not any(turn.start < draft.end and draft.start < turn.end for turn in before):
            kept.append(draft)
    return kept


def _groups(drafts: Sequence[Draft]) -> dict[int, int]:
    """A number for each cue that governs several passages."""
    cues = sorted(draft.cue.i for draft in drafts if draft.cue is not None)
    shared = [cue for cue, same in groupby(cues) if len(list(same)) > 1]
    return {cue: number for number, cue in enumerate(shared)}


def _found(memory: Memory, draft: Draft, groups: dict[int, int]) -> FoundQuote:
    reading = memory.reading
    article = reading.article
    cue = draft.cue
    hearers = hearers_of(reading, draft)
    return FoundQuote(
        passage=article.passage(draft.start, draft.end),
        kind=draft.kind,
        group=None if cue is None else groups.get(cue.i),
        pieces=tuple(
            article.passage(reading.marks[number].start, reading.marks[number].end)
            for number in draft.marks
            if draft.kind == "mixed"
        ),
        cue=None if cue is None else article.passage(cue.idx, cue.idx + len(cue)),
        speaker=None
        if draft.speaker is None
        else reference_to(
            memory, draft.speaker, speaks=not _is_asked(draft), content=_spoken_of(draft)
        ),
        speaker_inferred=draft.inferred,
        addressee=None
        if hearers.addressee is None
        else reference_to(memory, hearers.addressee, speaks=False),
        told_to=_passage(article, hearers.told_to),
        via=_passage(article, draft.via),
        occasion=_passage(article, occasion_of(reading, draft)),
        confidence=confidence_of(draft),
    )


def _is_asked(draft: Draft) -> bool:
    """Whether another answers in the same sentence: "Asked by Ruiz if it was late, he said …"."""
    return draft.cue is not None and draft.cue.dep_ == "advcl" and is_passive(draft.cue)


def _spoken_of(draft: Draft) -> tuple[int, int] | None:
    """Where those are named who do not speak; "Acme will close its mill, it said" is Acme's."""
    speaker = draft.speaker
    behind = speaker is not None and speaker.idx >= draft.end and speaker.lower_ in {"it", "they"}
    return None if behind and draft.kind != "direct" else (draft.start, draft.end)


def _passage(article: Article, span: Span | None) -> Passage | None:
    return None if span is None else article.passage(span.start_char, span.end_char)
