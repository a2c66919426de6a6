"""Quotes of a story: what each article's quotes say of speakers, turned into who these are.

In: the findings of all articles, the entities, the editor's decisions, the permalinks. Out:
`Quote`s in the order of the findings, with ids that last; `utterance` is filled in by
the next step. A speaker whom nobody can tell stays `None`; the words that name them are kept.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from builder.model.article import Passage
from builder.model.findings import Findings, FoundQuote, Reference
from builder.model.ids import ArticleId, OutletId, QuoteId
from builder.model.quotes import Piece, Quote
from builder.overrides import Decisions, Drop, Speaker
from builder.permalinks import Candidate, Permalinks
from builder.resolve.entities.index import EntityIndex
from builder.resolve.quotes.confidence import confidence_of
from builder.text.diff import words

_WORDS_IN_ID = 6
# Confidence from which a pronoun that speaks is resolved: in sixteen annotated stories 21 of 23
# between .5 and .6 were right; of pronouns that do not speak half are
_SPEAKING = 0.5


def quotes_of(
    findings: Sequence[Findings],
    entities: EntityIndex,
    decisions: Decisions,
    permalinks: Permalinks,
) -> tuple[Quote, ...]:
    """Every quote of the story, its speaker resolved where the articles or the editor tell."""
    found = [quote for finding in findings for quote in finding.quotes]
    ids = permalinks.assign("quotes", [_candidate(quote) for quote in found])
    groups = _group_ids(found, ids)
    quotes = [
        _quote(quote, QuoteId(id_), group, entities)
        for quote, id_, group in zip(found, ids, groups, strict=True)
    ]
    return tuple(_regrouped(tuple(_decided(quotes, entities, decisions))))


def _candidate(quote: FoundQuote) -> Candidate:
    spoken = words(quote.passage.text)
    return Candidate(
        words=f"q {' '.join(spoken[:_WORDS_IN_ID])}",
        anchors=frozenset({f"{quote.passage.article}: {' '.join(spoken)}"}),
    )


def _group_ids(found: Sequence[FoundQuote], ids: Sequence[str]) -> list[str | None]:
    """An id for each split quote, made from the id of its first part."""
    first: dict[tuple[ArticleId, int], str] = {}
    groups: list[str | None] = []
    for quote, id_ in zip(found, ids, strict=True):
        if quote.group is None:
            groups.append(None)
        else:
            groups.append(first.setdefault((quote.passage.article, quote.group), f"{id_}-parts"))
    return groups


def _quote(found: FoundQuote, id_: QuoteId, group: str | None, entities: EntityIndex) -> Quote:
    said = found.speaker
    speaker = None if said is None else entities.who(said, _SPEAKING)
    return Quote(
        id=id_,
        passage=found.passage,
        kind=found.kind,
        group=group,
        pieces=tuple(Piece(passage=piece, utterance=None) for piece in found.pieces),
        cue=found.cue,
        speaker=speaker,
        speaker_mention=None if said is None else said.passage,
        speaker_candidates=() if said is None or speaker else entities.candidates(said),
        speaker_inferred=found.speaker_inferred,
        addressee=None if found.addressee is None else entities.who(found.addressee),
        told_to=_outlet(entities, found.told_to),
        via=_outlet(entities, found.via) or _reporting(entities, said),
        utterance=None,
        confidence=confidence_of(found, resolved=speaker is not None),
        occasion=found.occasion,
    )


def _outlet(entities: EntityIndex, passage: Passage | None) -> OutletId | None:
    """The outlet that the passage names; a person or place that it names instead is none."""
    if passage is None:
        return None
    named = entities.at(passage)
    return next((outlet.id for outlet in entities.outlets if outlet.id == named), None)


def _reporting(entities: EntityIndex, speaker: Reference | None) -> OutletId | None:
    """The outlet that speaks itself: "the ship sank, dpa reported"."""
    named = None if speaker is None or speaker.form == "pronoun" else entities.who(speaker)
    return next((outlet.id for outlet in entities.outlets if outlet.id == named), None)


def _decided(
    quotes: Sequence[Quote], entities: EntityIndex, decisions: Decisions
) -> Iterable[Quote]:
    """The quotes as the editor wants them: without those dropped, with the speakers set."""
    drops = {drop.drop: drop for drop in decisions.of(Drop)}
    speakers = {speaker.speaker: speaker for speaker in decisions.of(Speaker)}
    for quote in quotes:
        if quote.id in drops:
            decisions.matched(drops[quote.id])
            continue
        decision = speakers.get(quote.id)
        if decision is None:
            yield quote
            continue
        speaker = None if decision.to is None else entities.called(decision.to)
        if decision.to is None or speaker is not None:
            decisions.matched(decision)
            yield replace(
                quote, speaker=speaker, speaker_candidates=(), speaker_inferred=False,
                confidence=1.0,
            )  # fmt: skip
        else:
            yield quote


def _regrouped(quotes: Sequence[Quote]) -> Iterator[Quote]:
    """The quotes, each out of its group whose other parts the editor dropped or gave another."""
    parts = Counter((quote.group, quote.speaker) for quote in quotes)
    for quote in quotes:
        alone = quote.group is not None and parts[quote.group, quote.speaker] == 1
        yield replace(quote, group=None) if alone else quote
