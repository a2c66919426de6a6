"""Quotes of a story: what each article's quotes say of speakers, turned into who these are.

In: the findings of all articles, the entities, the editor's decisions, the permalinks. Out:
`Quote`s in the order of the findings, with ids that last; `utterance` is filled in by
the next step. A speaker whom nobody can tell stays `None`; the words that name them are kept.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from builder.model.article import Passage
from builder.model.findings import Findings, FoundQuote, Reference
from builder.model.ids import ArticleId, EntityId, OutletId, QuoteId
from builder.model.quotes import Piece, Quote
from builder.overrides import AddedQuote, Addressee, Decisions, Drop, Speaker, ToldTo
from builder.permalinks import Candidate, Permalinks
from builder.resolve.entities.index import EntityIndex
from builder.resolve.quotes.confidence import confidence_of
from builder.resolve.quotes.subjects import find_quotes
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
    find_quotes(quotes, decisions, permalinks)
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
        speaker_form=None if said is None else said.form,
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
    """The quotes as the editor wants them: without those dropped, with whom the editor names."""
    drops, speakers = decisions.about(Drop), decisions.about(Speaker)
    added = decisions.about(AddedQuote)
    addressees, told = decisions.about(Addressee), decisions.about(ToldTo)
    named = _Named(entities, decisions)
    for found in quotes:
        quote = found
        if quote.id in drops:
            decisions.matched(drops[quote.id])
            continue
        if (speaker := speakers.get(quote.id) or added.get(quote.id)) and named.knows(speaker):
            who = named.of(speaker)
            quote = replace(
                quote, speaker=who, speaker_candidates=(), speaker_inferred=False, confidence=1.0
            )
        if (addressee := addressees.get(quote.id)) and named.knows(addressee):
            quote = replace(quote, addressee=named.of(addressee))
        if (outlet := told.get(quote.id)) and named.knows(outlet):
            quote = replace(quote, told_to=named.outlet(outlet))
        yield quote


@dataclass(frozen=True, slots=True)
class _Named:
    """Whom decisions on quotes name."""

    entities: EntityIndex
    decisions: Decisions

    def knows(self, decision: Speaker | AddedQuote | Addressee | ToldTo) -> bool:
        """Whether whom it names is in the dossier: then it is matched, else refused."""
        outlet = isinstance(decision, ToldTo)
        known = self.outlet(decision) if isinstance(decision, ToldTo) else self.of(decision)
        if decision.to is None or known is not None:
            self.decisions.matched(decision)
            return True
        nobody = "no outlet" if outlet else "nobody"
        what = f'names "{decision.to}", and {nobody} in the dossier is called so.'
        key = "speaker" if isinstance(decision, AddedQuote) else "to"
        page = "the outlet's page" if outlet else "the person's page"
        self.decisions.refused(decision, what, todo=f"Write `{key}` as on {page}, or `null`.")
        return False

    def of(self, decision: Speaker | AddedQuote | Addressee) -> EntityId | None:
        return None if decision.to is None else self.entities.called(decision.to)

    def outlet(self, decision: ToldTo) -> OutletId | None:
        named = None if decision.to is None else self.entities.called(decision.to)
        return next((outlet.id for outlet in self.entities.outlets if outlet.id == named), None)


def _regrouped(quotes: Sequence[Quote]) -> Iterator[Quote]:
    """The quotes, each out of its group whose other parts the editor dropped or gave another."""
    parts = Counter((quote.group, quote.speaker) for quote in quotes)
    for quote in quotes:
        alone = quote.group is not None and parts[quote.group, quote.speaker] == 1
        yield replace(quote, group=None) if alone else quote
