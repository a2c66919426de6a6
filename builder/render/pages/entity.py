"""The page of a person, an organisation or a place: words, claims, events, ties, spellings."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from builder.model.article import Passage
from builder.model.dossier import Relation
from builder.model.entities import Entity
from builder.model.ids import EntityId
from builder.render.index import DossierIndex
from builder.render.page import Page
from builder.render.page_links import Evidence, Link, PageLinks
from builder.render.pages.claims import ClaimRow, by_reach, claim_rows
from builder.render.pages.entities import Fact, facts_of, monogram
from builder.render.parts.calendar_sections import by_date
from builder.render.parts.event_views import EventView, event_views
from builder.render.parts.folds import MOST_WHOLE, Words, words_of
from builder.render.parts.wording_rows import needs_legend

LONGEST_LIST = 100  # rows of claims or events on one page; the rest stands on the lists
_SCHEMA = {"person": "Person", "organisation": "Organization", "place": "Place"}
_ACTIVE = {"spoke to": "Spoke to", "met": "Met", "answered": "Answered", "spoke of": "Spoke of"}
_PASSIVE = {
    "spoke to": "Spoken to by",
    "met": "Met",
    "answered": "Answered by",
    "spoke of": "Spoken of by",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role as articles give it."""

    text: str
    sources: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """A spelling seen, and where."""

    text: str
    times: int
    sources: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Whom someone met, spoke to, answered or spoke of."""

    kind: str
    who: Link
    sources: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityView:
    """The page of a person, an organisation or a place."""

    name: str
    kind: str
    monogram: str
    note: str | None
    editors_role: str | None
    roles: tuple[Role, ...]
    spellings: tuple[Spelling, ...]
    facts: tuple[Fact, ...]
    spoke_to: tuple[Link, ...]
    said: Words
    legend: bool
    """Whether words are struck or added in what was said."""
    claims_by: tuple[ClaimRow, ...]
    claims_about: tuple[ClaimRow, ...]
    events: tuple[EventView, ...]
    ties: tuple[Tie, ...]
    company: tuple[Link, ...]
    """People named in the same claims and events."""


def entity_page(entity: Entity, story: DossierIndex) -> Page:
    """The page of one person, organisation or place (it has one: `entity.page` is not `None`)."""
    here = PageLinks(story=story, address=entity.page or "")
    said = story.said_by.get(entity.id, ())
    by, about = story.claims_by.get(entity.id, ()), story.claims_about.get(entity.id, ())
    events = story.events_with.get(entity.id, ())
    spoken = {claim.id for claim in by}
    words = words_of(said, here)
    view = EntityView(
        name=entity.name,
        kind=entity.kind,
        monogram=monogram(entity.name),
        note=entity.note,
        editors_role=entity.role,
        roles=_roles(entity.roles, here),
        spellings=_spellings(entity.mentions, here),
        facts=facts_of(entity, story),
        spoke_to=_spoke_to(entity.id, here),
        said=words,
        legend=any(needs_legend(one.variants) for one in words.whole),
        claims_by=claim_rows(by_reach(by)[:LONGEST_LIST], here),
        claims_about=claim_rows(
            [claim for claim in by_reach(about) if claim.id not in spoken][:LONGEST_LIST], here
        ),
        events=event_views(by_date(events)[:LONGEST_LIST], here),
        ties=_ties(entity.id, here),
        company=_company(entity, here) if entity.kind != "person" else (),
    )
    return Page(
        address=here.address,
        kind=entity.kind,
        title=entity.name,
        template="entity",
        view=view,
        description=_description(entity, view),
        linked=_linked(entity, view, here),
    )


def _roles(passages: Iterable[Passage], here: PageLinks) -> tuple[Role, ...]:
    """Roles in the dossier's order, those of the same words together."""
    groups: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        groups[here.wording(passage).casefold()].append(passage)
    return tuple(
        Role(text=here.wording(same[0]), sources=here.proofs(same)) for same in groups.values()
    )


def _spellings(mentions: Iterable[Passage], here: PageLinks) -> tuple[Spelling, ...]:
    groups: dict[str, list[Passage]] = defaultdict(list)
    for mention in mentions:
        groups[mention.text].append(mention)
    ranked = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    return tuple(
        Spelling(text=text, times=len(same), sources=here.proofs(same)) for text, same in ranked
    )


def _spoke_to(id_: EntityId, here: PageLinks) -> tuple[Link, ...]:
    ids = dict.fromkeys(
        relation.target
        for relation in here.story.relations_of.get(id_, ())
        if relation.source == id_ and relation.kind != "spoke of"
    )
    return tuple(here.entity(other) for other in ids)


def _ties(id_: EntityId, here: PageLinks) -> tuple[Tie, ...]:
    return tuple(_tie(relation, id_, here) for relation in here.story.relations_of.get(id_, ()))


def _tie(relation: Relation, id_: EntityId, here: PageLinks) -> Tie:
    is_source = relation.source == id_
    return Tie(
        kind=(_ACTIVE if is_source else _PASSIVE)[relation.kind],
        who=here.entity(relation.target if is_source else relation.source),
        sources=here.proofs(relation.passages),
    )


def _company(entity: Entity, here: PageLinks) -> tuple[Link, ...]:
    story = here.story
    named = [one.people for one in story.claims_about.get(entity.id, ())]
    named += [one.people for one in story.events_with.get(entity.id, ())]
    people = Counter(chain.from_iterable(named))
    return tuple(here.entity(id_) for id_ in sorted(people, key=lambda one: (-people[one], one)))


def _description(entity: Entity, view: EntityView) -> str:
    role = entity.role or (view.roles[0].text if view.roles else "")
    named = f"{entity.name}, {role}" if role else entity.name
    return f"{named}: {', '.join(fact.words for fact in view.facts)}."


def _linked(entity: Entity, view: EntityView, here: PageLinks) -> dict[str, object]:
    data: dict[str, object] = {"@type": _SCHEMA[entity.kind], "name": entity.name}
    if entity.aliases:
        data["alternateName"] = list(entity.aliases)
    if entity.kind == "person" and (entity.role or view.roles):
        data["jobTitle"] = entity.role or view.roles[0].text
    said = here.story.by_sources(here.story.said_by.get(entity.id, ()))[:MOST_WHOLE]
    quotations = [
        {
            "@type": "Quotation",
            "text": one.central.text,
            "url": here.path(here.saying_address(one)),
        }
        for one in said
        if one.central.quote.kind == "direct"
    ]
    if quotations:
        data["subjectOf"] = quotations
    return data
