"""What was taken from each article, and for what: passages with notes of where they stand."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from builder import links
from builder.model.article import Passage
from builder.model.ids import ArticleId
from builder.model.quotes import Quote
from builder.render.index import DossierIndex
from builder.render.page_links import PageLinks, address_of
from builder.render.parts.dates import when

NAMED = "named"
Taken = Mapping[ArticleId, Mapping[tuple[int, int], tuple["Note", ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What a passage was taken for, and where that stands. Addresses from the site's root."""

    what: str
    lead: str = ""
    text: str = ""
    address: str = ""
    anchor: str = ""
    """What the passage can be reached by on the article's page, beside its offsets."""


def taken_from(story: DossierIndex) -> Taken:
    """What was taken from each article, by passage."""
    found: dict[ArticleId, dict[tuple[int, int], list[Note]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for passage, note in _all_notes(story):
        kept = found[passage.article][passage.start, passage.end]
        if note not in kept:
            kept.append(note)
    return {
        article: {span: tuple(notes) for span, notes in spans.items()}
        for article, spans in found.items()
    }


def _all_notes(story: DossierIndex) -> Iterable[tuple[Passage, Note]]:
    yield from _spoken(story)
    yield from _stated(story)
    yield from _dated(story)
    yield from _named(story)


def _spoken(story: DossierIndex) -> Iterable[tuple[Passage, Note]]:
    root = PageLinks(story=story, address="")
    for said in story.sayings:
        note = Note(
            what="quote",
            lead="said by" if said.speaker else "",
            text=root.entity(said.speaker).text if said.speaker else "who said it is not stated",
            address=root.saying_address(said),
        )
        for wording in said.wordings:
            yield from ((passage, note) for passage in wording.passages)
            yield from ((quote.passage, note) for quote in wording.quotes)
            yield from ((quote.passage, _permalink(quote, story)) for quote in wording.quotes)


def _permalink(quote: Quote, story: DossierIndex) -> Note:
    address = f"{story.articles[quote.passage.article].page}#{quote.id}"
    return Note(what="quote", text="permalink", address=address, anchor=quote.id)


def _stated(story: DossierIndex) -> Iterable[tuple[Passage, Note]]:
    for claim in story.dossier.claims:
        text, address = (claim.text, claim.page) if claim.page else ("", "")
        note = Note(what="claim", lead="claim:", text=text, address=address)
        yield from ((statement.passage, note) for statement in claim.statements)


def _dated(story: DossierIndex) -> Iterable[tuple[Passage, Note]]:
    for event in story.dossier.events:
        date = when(event.date)
        note = Note(
            what="planned event" if event.status == "planned" else "event",
            lead="when:",
            text=date.words if date else "date not stated",
            address=f"timeline/#{links.anchor('event', event.id)}",
        )
        yield from ((telling.passage, note) for telling in event.passages)


def _named(story: DossierIndex) -> Iterable[tuple[Passage, Note]]:
    dossier = story.dossier
    for relation in dossier.relations:
        yield from ((passage, Note(what=relation.kind)) for passage in relation.passages)
    for entity in (*dossier.people, *dossier.organisations, *dossier.places):
        note = Note(what="role", lead="role of", text=entity.name, address=address_of(entity))
        yield from ((passage, note) for passage in entity.roles)
        note = Note(what=NAMED, text=entity.name, address=address_of(entity))
        yield from ((mention, note) for mention in entity.mentions)
    for outlet in dossier.outlets:
        note = Note(what=NAMED, text=outlet.name, address=outlet.page)
        yield from ((citation.passage, note) for citation in outlet.citations)
    for record in dossier.articles:
        yield from ((credit.passage, Note(what="credit")) for credit in record.credits)
    yield from ((found.passage, Note(what="unclear name")) for found in dossier.ambiguous)
