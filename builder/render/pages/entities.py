"""People, organisations and places in lists: a row for each, and the names left open."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from builder import links
from builder.model.entities import Ambiguous, Entity, EntityKind
from builder.model.ids import ArticleId
from builder.render.index import DossierIndex
from builder.render.page import Page
from builder.render.page_links import SECTION_OF, Evidence, Link, PageLinks
from builder.render.phrases import counted

_TITLE = {"person": "People", "organisation": "Organisations", "place": "Places"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A figure and what it counts."""

    number: int
    noun: str

    @property
    def words(self) -> str:
        """`2 articles`."""
        return counted(self.number, self.noun)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRow:
    """An entity in a list."""

    anchor: str
    who: Link
    monogram: str
    role: str
    facts: str
    proof: Evidence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmbiguousRow:
    """A name that fits several, or none."""

    text: str
    candidates: tuple[Link, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitiesView:
    """The list of one kind."""

    title: str
    summary: str
    paged: tuple[EntityRow, ...]
    listed: tuple[EntityRow, ...]
    ambiguous: tuple[AmbiguousRow, ...]


def entities_page(kind: EntityKind, entities: Sequence[Entity], story: DossierIndex) -> Page:
    """The list of people, organisations or places."""
    address = f"{SECTION_OF[kind]}/"
    here = PageLinks(story=story, address=address)
    ranked = by_prominence(entities, story)
    view = EntitiesView(
        title=_TITLE[kind],
        summary=f"{counted(len(entities), kind)} in {counted(len(story.articles), 'article')}."
        if entities
        else f"No article names {'an' if kind == 'organisation' else 'a'} {kind}.",
        paged=tuple(entity_row(found, here) for found in ranked if found.page),
        listed=tuple(entity_row(found, here) for found in ranked if not found.page),
        ambiguous=_ambiguous(kind, here),
    )
    return Page(
        address=address, kind="list", title=_TITLE[kind], template="entities", view=view,
        description=view.summary,
    )  # fmt: skip


def by_prominence(entities: Iterable[Entity], story: DossierIndex) -> list[Entity]:
    """Those with most words first, then those named most."""
    return sorted(
        entities,
        key=lambda found: (
            -len(story.said_by.get(found.id, ())), -len(found.mentions), found.name, found.id,
        ),
    )  # fmt: skip


def entity_row(entity: Entity, here: PageLinks) -> EntityRow:
    """An entity as one entry of a list."""
    first = entity.mentions[0] if entity.mentions else None
    return EntityRow(
        anchor=links.anchor("name", entity.id),
        who=Link(text=entity.name, url=here.to(entity.page) if entity.page else None),
        monogram=monogram(entity.name),
        role=entity.role or (entity.roles[0].text if entity.roles else entity.note or ""),
        facts=" · ".join(fact.words for fact in facts_of(entity, here.story)),
        proof=here.evidence(first) if first else None,
    )


def facts_of(entity: Entity, story: DossierIndex) -> tuple[Fact, ...]:
    """How much there is of an entity, without what there is none of."""
    said = len(story.said_by.get(entity.id, ()))
    claims = {claim.id for claim in story.claims_by.get(entity.id, ())}
    claims |= {claim.id for claim in story.claims_about.get(entity.id, ())}
    events = len(story.events_with.get(entity.id, ()))
    figures = [
        (len(_articles(entity)), "article"),
        (said, "quote"),
        (len(claims), "claim"),
        (events, "event"),
    ]
    return tuple(Fact(number=number, noun=noun) for number, noun in figures if number)


def _articles(entity: Entity) -> tuple[ArticleId, ...]:
    return tuple(dict.fromkeys(mention.article for mention in entity.mentions))


def _ambiguous(kind: EntityKind, here: PageLinks) -> tuple[AmbiguousRow, ...]:
    """Names left open: with the first of their candidates, those that fit none with the people."""
    rows = []
    for found in here.story.dossier.ambiguous:
        first = here.story.entities.get(found.candidates[0]) if found.candidates else None
        if (first.kind if first else "person") == kind:
            rows.append(ambiguous_row(found, here))
    return tuple(rows)


def ambiguous_row(found: Ambiguous, here: PageLinks) -> AmbiguousRow:
    """A name left open as one entry of a list."""
    return AmbiguousRow(
        text=here.wording(found.passage),
        candidates=tuple(here.entity(id_) for id_ in found.candidates),
        evidence=here.evidence(found.passage),
    )


def monogram(name: str) -> str:
    """The first letters of the first and the last word."""
    initials = [word[0] for word in name.split() if word[0].isalpha()]
    return "".join(initials[:1] + initials[1:][-1:]).upper()
