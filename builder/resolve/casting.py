"""Findings of all articles to the cast of the story: people, organisations, places and outlets.

Names are grouped, the maintainer's decisions carried out, ids given, roles and spellings gathered.
An entity gets a page when the settings' number of mentions is reached or two articles name it;
quoted people get theirs from whoever resolves quotes. Nothing here compares all pairs.
"""

import copy
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from slugify import slugify

from builder import naming
from builder.links import Section, page_address
from builder.model.article import Article, Passage
from builder.model.dossier import Ambiguous, Entity, EntityKind, Outlet
from builder.model.findings import Findings, Reference
from builder.model.ids import EntityId
from builder.overrides import Decisions, Drop, Rename, Role
from builder.permalinks import Candidate, Permalinks
from builder.resolve.cast import Cast, Place
from builder.resolve.editing import Edition, IdOf, called
from builder.resolve.mentions import Group, OpenMention, mentions_of
from builder.resolve.nominals import descriptions_of
from builder.resolve.outlets import Outlets
from builder.resolve.people import people_of
from builder.resolve.roles import roles_given, roles_shown
from builder.resolve.things import things_of
from builder.settings import Settings

LONGEST_ANCHOR = 80  # characters; anchors of very long names stay readable in permalinks.json
_KINDS: Mapping[EntityKind, Section] = {
    "person": "people", "organisation": "organisations", "place": "places",
}  # fmt: skip


def cast_of(
    articles: Sequence[Article],
    findings: Sequence[Findings],
    decisions: Decisions,
    settings: Settings,
    permalinks: Permalinks,
) -> Cast:
    """The cast of the story."""
    outlets = Outlets(articles, findings, settings)
    outlets.decide(decisions)
    mentions = mentions_of(articles, findings)
    people = people_of(mentions)
    groups = (*people.groups, *things_of(people.others))
    edition = Edition(groups, people.open, decisions, _provisional(permalinks))
    edition.decide()
    groups = tuple(sorted(edition.groups, key=_first_mention))
    ids = _assign(groups, permalinks)
    entities = [
        _decided(_entity(group, id_, settings), group, decisions)
        for group, id_ in zip(groups, ids, strict=True)
    ]
    kept = [entity for entity in entities if entity is not None]
    by_kind = {
        kind: tuple(sorted((e for e in kept if e.kind == kind), key=lambda e: e.id))
        for kind in _KINDS
    }
    roles = {id_: roles_given(group.mentions) for group, id_ in zip(groups, ids, strict=True)}
    made = outlets.resolved(permalinks)
    cast = Cast(
        people=by_kind["person"],
        organisations=by_kind["organisation"],
        places=by_kind["place"],
        outlets=made,
        ambiguous=_ambiguous(edition.open, dict(zip(map(id, groups), ids, strict=True)), kept),
        names=dict(_names(kept, made)),
        descriptions=descriptions_of(by_kind["person"], roles, by_kind["organisation"]),
    )
    return replace(cast, nominals=dict(_nominals(cast, findings)))


def _provisional(permalinks: Permalinks) -> IdOf:
    def ids(groups: Sequence[Group]) -> dict[str, Group]:
        """Under which ids the machine's own groups would be published."""
        given = _assign(groups, copy.deepcopy(permalinks))
        return dict(zip(given, groups, strict=True))

    return ids


def _first_mention(group: Group) -> tuple[Passage, str]:
    return min(mention.passage for mention in group.mentions), group.kind


def _assign(groups: Sequence[Group], permalinks: Permalinks) -> tuple[EntityId, ...]:
    """Ids in the order of the groups; the published ones again where a full name is the same."""
    ids: dict[int, EntityId] = {}
    for kind, section in _KINDS.items():
        of_kind = [number for number, group in enumerate(groups) if group.kind == kind]
        given = permalinks.assign(section, [_candidate(groups[number]) for number in of_kind])
        ids.update(zip(of_kind, map(EntityId, given), strict=True))
    return tuple(ids[number] for number in range(len(groups)))


def _candidate(group: Group) -> Candidate:
    spellings = _spellings(group)
    full = [text for text in spellings if len(naming.words(text)) > 1] or list(spellings)
    anchors = frozenset(slugify(text, max_length=LONGEST_ANCHOR) or text for text in full)
    return Candidate(words=_name(group, spellings), anchors=anchors)


def _spellings(group: Group) -> dict[str, int]:
    """How often each spelling stands, most used first; capitals and line ends do not count."""
    seen: Counter[str] = Counter(" ".join(m.passage.text.split()) for m in group.mentions)
    best: dict[str, str] = {}
    for text in sorted(seen, key=lambda text: (text.isupper(), -seen[text], text)):
        best.setdefault(text.casefold(), text)
    totals: Counter[str] = Counter()
    for text, count in seen.items():
        totals[best[text.casefold()]] += count
    return dict(sorted(totals.items(), key=lambda item: (-item[1], item[0])))


def _name(group: Group, spellings: Mapping[str, int]) -> str:
    """The spelling used most; for a person with a full name, the full name used most."""
    if group.kind == "place":
        return next(iter(spellings))
    keys = {text: naming.key(text) for text in spellings}
    full = [
        text
        for text, key in keys.items()
        if len(key) > 1 and not _is_initial(text) and not _is_part(text, key, keys.values())
    ]
    return next(iter(full or spellings))


def _is_part(text: str, key: tuple[str, ...], keys: Iterable[tuple[str, ...]]) -> bool:
    """Whether the words end a longer spelling: "al-Amin" of "Khalid al-Amin"."""
    if naming.is_given_name(text.split(maxsplit=1)[0]):
        return False  # "Ana Ruiz" of "Novelist Ana Ruiz"
    return any(len(other) > len(key) and other[-len(key) :] == key for other in keys)


def _is_initial(text: str) -> bool:
    return all(len(word.strip(".")) == 1 for word in naming.words(text)[:-1])


def _entity(group: Group, id_: EntityId, settings: Settings) -> Entity:
    spellings = _spellings(group)
    name = _name(group, spellings)
    mentions = tuple(sorted({mention.passage for mention in group.mentions}))
    enough = len(mentions) >= settings.pages.person_mentions
    paged = enough or len({passage.article for passage in mentions}) > 1
    return Entity(
        id=id_,
        kind=group.kind,
        name=name,
        aliases=tuple(text for text in spellings if text != name),
        roles=roles_shown(roles_given(group.mentions)) if group.kind == "person" else (),
        mentions=mentions,
        page=page_address(_KINDS[group.kind], id_) if paged else None,
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
            yield (passage.article, passage.start, passage.end), entity.id
    for outlet in outlets:
        for citation in outlet.citations:
            passage = citation.passage
            yield (passage.article, passage.start, passage.end), outlet.id


def _nominals(cast: Cast, findings: Iterable[Findings]) -> Iterator[tuple[Place, EntityId]]:
    for reference in _references(findings):
        found = cast.who(reference) if reference.form == "nominal" else None
        if found is not None:
            passage = reference.passage
            yield (passage.article, passage.start, passage.end), found


def _references(findings: Iterable[Findings]) -> Iterator[Reference]:
    for found in findings:
        for quote in found.quotes:
            yield from (one for one in (quote.speaker, quote.addressee) if one is not None)
        for statement in found.statements:
            if statement.attributed_to is not None:
                yield statement.attributed_to
        for encounter in found.encounters:
            yield from (encounter.source, encounter.target)
