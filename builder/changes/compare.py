"""The comparison: what was published and the dossier as it is now in, what changed out."""

from collections.abc import Iterable, Iterator, Mapping

from builder.changes.articles import Arrivals, arrivals_of
from builder.changes.claims import claim_news, settled, weakened, withdrawn
from builder.changes.corrections import corrected_events, corrections_of
from builder.changes.names import name_changes, new_names
from builder.changes.news import Changes, Doubt, Redated
from builder.model.dossier import Dossier
from builder.model.ids import EntityId, EventId
from builder.published import Published

LESS_SURE = 0.05  # a confidence that falls by less tells of the quotes around, not of this one
NOBODY = "nobody"


def changes_since(published: Published | None, dossier: Dossier) -> Changes:
    """What changed in the dossier since then; `None`: nothing was published, all is new.

    Whatever is new is put down to the article that was the first to have it, of those that came
    or changed.
    """
    before = published or Published()
    arrivals = arrivals_of(before, dossier)
    new_names(before, dossier, arrivals)
    corrected = corrections_of(before, dossier, arrivals)
    claim_news(before, dossier, arrivals, corrected)
    moved = corrected_events(before, dossier, corrected)
    _new_events(before, dossier, arrivals, moved.keys())
    joined = withdrawn(before, dossier, arrivals, corrected)
    names = name_changes(before, dossier)
    return Changes(
        is_first=published is None,
        articles=tuple(arrivals.changes(dossier)),
        elsewhere=arrivals.news[None],
        renamed=names.renamed,
        merged=(*names.merged, *joined),
        gone=names.gone,
        doubts=tuple(_doubts(before, dossier, names.heirs)),
        weakened=tuple(weakened(before, dossier)),
        settled=tuple(settled(before, dossier)),
        redated=tuple(_redated(before, dossier)),
        ended=tuple(_ended(before, dossier, moved.values())),
        last=before.brought,
    )


def _new_events(
    before: Published, dossier: Dossier, arrivals: Arrivals, corrected: Iterable[EventId]
) -> None:
    known = {*(event.id for event in before.events), *corrected}
    for event in dossier.events:
        if event.id not in known:
            first = arrivals.first(found.passage.article for found in event.passages)
            arrivals.news[first].events.append(event.id)


def _redated(before: Published, dossier: Dossier) -> Iterator[Redated]:
    known = {event.id: event.date for event in before.events}
    for event in dossier.events:
        if known.get(event.id, event.date) != event.date:
            yield Redated(event=event.id, was=known[event.id])


def _ended(before: Published, dossier: Dossier, corrected: Iterable[EventId]) -> Iterator[str]:
    now = {*(event.id for event in dossier.events), *corrected}
    yield from (event.title for event in before.events if event.id not in now)


def _doubts(
    before: Published, dossier: Dossier, heirs: Mapping[EntityId, EntityId]
) -> Iterator[Doubt]:
    names = {found.id: found.name for found in (*before.people, *before.organisations)}
    known = {quote.id: quote for quote in before.quotes}
    for quote in dossier.quotes:
        was = known.get(quote.id)
        if was is None:
            continue
        speaker = heirs.get(was.speaker, was.speaker) if was.speaker else None
        is_other = speaker != quote.speaker
        if is_other or was.confidence - round(quote.confidence, 2) >= LESS_SURE:
            named = names.get(was.speaker, was.speaker) if was.speaker else NOBODY
            yield Doubt(
                quote=quote.id,
                speaker_was=named if is_other else None,
                confidence_was=was.confidence,
            )
