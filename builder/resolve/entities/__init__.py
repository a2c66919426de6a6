"""Entity resolution: all articles' findings in; people, organisations, places and outlets out.

Names are grouped, the maintainer's decisions carried out, ids given, roles and spellings gathered.
An entity gets a page when the settings' number of mentions is reached or two articles name it;
quoted people get theirs from whoever resolves quotes. Nothing here compares all pairs.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from builder import naming
from builder.links import page_address
from builder.model.article import Article, Passage
from builder.model.entities import Ambiguous, Entity, Outlet
from builder.model.findings import Findings, Reference
from builder.model.ids import EntityId
from builder.overrides import Decisions, Drop, Rename, Role
from builder.permalinks import Permalinks
from builder.resolve.entities.candidates import mentions_of
from builder.resolve.entities.canonical import SECTIONS, Spelled, ids_of, spelled
from builder.resolve.entities.decisions import Edition, called
from builder.resolve.entities.index import EntityIndex
from builder.resolve.entities.mentions import Group, OpenMention
from builder.resolve.entities.named import Place
from builder.resolve.entities.outlet_namesakes import without_outlets
from builder.resolve.entities.single_mentions import decide_mentions
from builder.resolve.entities.unsettled import check_speakers, settle
from builder.resolve.organisations.clustering import things_of
from builder.resolve.organisations.unnamed import with_unnamed_bodies
from builder.resolve.outlets import Outlets
from builder.resolve.people.clustering import people_of
from builder.resolve.people.descriptions import descriptions_of
from builder.resolve.people.roles import roles_given, roles_shown
from builder.settings import Settings


def entities_of(
    articles: Sequence[Article],
    findings: Sequence[Findings],
    decisions: Decisions,
    settings: Settings,
    permalinks: Permalinks,
) -> EntityIndex:
    """The entities of the story."""
    outlets = Outlets(articles, findings, settings)
    outlets.decide(decisions, permalinks)
    mentions = mentions_of(articles, findings)
    people = people_of(mentions)
    groups = (*people.groups, *things_of(people.others, people.families))
    groups = with_unnamed_bodies(without_outlets(groups, outlets), findings)
    edition = Edition(groups, people.open, decisions, permalinks)
    edition.decide()
    decide_mentions(decisions, edition, articles)
    settle(decisions, outlets, edition, permalinks)
    left, open_ = edition.left()
    groups = tuple(sorted(left, key=_first_mention))
    names = [spelled(group) for group in groups]
    ids = ids_of(groups, names, permalinks)
    roles = {
        id_: roles_given(group.mentions) if group.kind == "person" else ()
        for group, id_ in zip(groups, ids, strict=True)
    }
    ages = {
        id_: {mention.age for mention in group.mentions if mention.age is not None}
        for group, id_ in zip(groups, ids, strict=True)
    }
    made = [
        _decided(_entity(group, id_, called, roles[id_], settings), group, decisions)
        for group, id_, called in zip(groups, ids, names, strict=True)
    ]
    kept = [entity for entity in made if entity is not None]
    by_kind = {
        kind: tuple(sorted((e for e in kept if e.kind == kind), key=lambda e: e.id))
        for kind in SECTIONS
    }
    published = outlets.resolved(permalinks)
    entities = EntityIndex(
        people=by_kind["person"],
        organisations=by_kind["organisation"],
        places=by_kind["place"],
        outlets=published,
        ambiguous=_ambiguous(open_, dict(zip(map(id, groups), ids, strict=True)), kept),
        names=dict(_names(kept, published)),
        pronouns={_place(one.passage): one for found in findings for one in found.pronouns},
        descriptions=descriptions_of(by_kind["person"], roles, by_kind["organisation"], ages),
    )
    check_speakers(decisions, entities)
    entities = replace(entities, nominals=dict(_nominals(entities, findings)))
    return replace(entities, people=tuple(_with_roles(entities, findings, roles)))


def _first_mention(group: Group) -> tuple[Passage, str]:
    return min(mention.passage for mention in group.mentions), group.kind


def _entity(
    group: Group, id_: EntityId, names: Spelled, roles: Sequence[Passage], settings: Settings
) -> Entity:
    name = names.name
    mentions = tuple(sorted({mention.passage for mention in group.mentions}))
    enough = len(mentions) >= settings.pages.person_mentions
    paged = enough or len({passage.article for passage in mentions}) > 1
    return Entity(
        id=id_,
        kind=group.kind,
        name=name,
        aliases=tuple(text for text in names.spellings if text.casefold() != name.casefold()),
        roles=roles_shown(roles),
        mentions=mentions,
        why=tuple(group.why),
        page=page_address(SECTIONS[group.kind], id_) if paged else None,
        note=naming.stands_for(name) if group.kind != "person" else None,
    )


def _decided(entity: Entity, group: Group, decisions: Decisions) -> Entity | None:
    for drop in decisions.of(Drop):
        if drop.drop == entity.id:
            decisions.matched(drop)
            return None
    for rename in decisions.of(Rename):
        if _is_meant(rename.rename, entity, group):
            decisions.matched(rename)
            aliases = (entity.name, *(a for a in entity.aliases if a != rename.to))
            entity = replace(entity, name=rename.to, aliases=aliases)
    for role in decisions.of(Role):
        if entity.kind == "person" and _is_meant(role.role, entity, group):
            decisions.matched(role)
            entity = replace(entity, role=role.to)
    return entity


def _is_meant(words: str, entity: Entity, group: Group) -> bool:
    """By id, by the name shown, or by a full name seen; a bare surname may be another's too."""
    if words in {entity.id, entity.name}:
        return True
    alone = len(naming.words(words)) > 1 or len(naming.words(entity.name)) == 1
    return alone and called(group.mentions, words)


def _ambiguous(
    open_: Iterable[OpenMention], ids: Mapping[int, EntityId], kept: Iterable[Entity]
) -> tuple[Ambiguous, ...]:
    known = {entity.id for entity in kept}
    found = []
    for one in open_:
        candidates = sorted(ids[id(group)] for group in one.candidates if ids[id(group)] in known)
        found.append(Ambiguous(passage=one.mention.passage, candidates=tuple(candidates)))
    return tuple(sorted(found, key=lambda ambiguous: ambiguous.passage))


def _names(
    entities: Iterable[Entity], outlets: Iterable[Outlet]
) -> Iterator[tuple[Place, EntityId]]:
    for entity in entities:
        for passage in entity.mentions:
            yield _place(passage), entity.id
    for outlet in outlets:
        for citation in outlet.citations:
            yield _place(citation.passage), outlet.id


def _place(passage: Passage) -> Place:
    return passage.article, passage.start, passage.end


def _nominals(
    entities: EntityIndex, findings: Iterable[Findings]
) -> Iterator[tuple[Place, EntityId]]:
    for reference in _references(findings):
        found = entities.who(reference) if reference.form == "nominal" else None
        if found is not None:
            yield _place(reference.passage), found


def _with_roles(
    entities: EntityIndex,
    findings: Iterable[Findings],
    given: Mapping[EntityId, Sequence[Passage]],
) -> Iterator[Entity]:
    """The people, with what clauses say that they are ("she is the mayor") among their roles."""
    said: dict[EntityId, list[Passage]] = defaultdict(list)
    for role in (role for found in findings for role in found.roles):
        who = entities.surely(role.holder)
        if who is not None:
            said[who].append(role.passage)
    for person in entities.people:
        more = said.get(person.id)
        yield replace(person, roles=roles_shown((*given[person.id], *more))) if more else person


def _references(findings: Iterable[Findings]) -> Iterator[Reference]:
    for found in findings:
        for quote in found.quotes:
            yield from (one for one in (quote.speaker, quote.addressee) if one is not None)
        for statement in found.statements:
            if statement.attributed_to is not None:
                yield statement.attributed_to
        for encounter in found.encounters:
            yield from (encounter.source, encounter.target)
