"""People and organisations: which are new, and what became of those that were published."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from builder.changes.articles import Arrivals
from builder.changes.news import Merged, Renamed
from builder.model.dossier import Dossier
from builder.model.entities import Entity
from builder.model.ids import EntityId
from builder.published import Published, PublishedName


@dataclass(frozen=True, slots=True, kw_only=True)
class NameChanges:
    """What became of the people and organisations that were published."""

    renamed: tuple[Renamed, ...]
    merged: tuple[Merged, ...]
    gone: tuple[str, ...]
    heirs: Mapping[EntityId, EntityId]
    """Ids that are gone, and the id of whom they are taken for now."""


def new_names(before: Published, dossier: Dossier, arrivals: Arrivals) -> None:
    """Put each new person and organisation down to the article that brought it."""
    known = {found.id for found in _published(before)}
    for entity in chain(dossier.people, dossier.organisations):
        if entity.id not in known and entity.mentions:
            first = arrivals.first(mention.article for mention in entity.mentions)
            news = arrivals.news[first]
            (news.people if entity.kind == "person" else news.organisations).append(entity.id)


def name_changes(before: Published, dossier: Dossier) -> NameChanges:
    """Who is called otherwise, is taken for somebody else, or is named no more."""
    now = {entity.id: entity for entity in chain(dossier.people, dossier.organisations)}
    called = _by_name(now.values())
    moved = dict(dossier.redirects)
    heirs: dict[EntityId, EntityId] = {}
    gone = []
    for found in _published(before):
        if found.id in now:
            continue
        heir = called.get(found.name) or _led_to(found.id, moved, now)
        if heir is None:
            gone.append(found.name)
        else:
            heirs[found.id] = heir
    kept = [(found, now[found.id]) for found in _published(before) if found.id in now]
    taken = {found.name for found in _published(before) if found.id in heirs}
    renamed = [(found, entity) for found, entity in kept if found.name != entity.name]
    # of two who are one now, the id of the one may have stayed, and the name of the other
    joined = [(found, entity) for found, entity in renamed if entity.name in taken]
    return NameChanges(
        renamed=tuple(
            Renamed(id=entity.id, was=found.name)
            for found, entity in renamed
            if entity.name not in taken
        ),
        merged=(
            *(Merged(was=found.name, into=entity.id) for found, entity in joined),
            *(
                Merged(was=found.name, into=heirs[found.id])
                for found in _published(before)
                if found.id in heirs and found.name != now[heirs[found.id]].name
            ),
        ),
        gone=tuple(gone),
        heirs=heirs,
    )


def _published(before: Published) -> Iterable[PublishedName]:
    return chain(before.people, before.organisations)


def _by_name(entities: Iterable[Entity]) -> dict[str, EntityId]:
    """Who bears each name; a name that several bear tells nothing."""
    bearers: dict[str, set[EntityId]] = {}
    for entity in entities:
        for name in (entity.name, *entity.aliases):
            bearers.setdefault(name, set()).add(entity.id)
    return {name: min(ids) for name, ids in bearers.items() if len(ids) == 1}


def _led_to(
    id_: EntityId, moved: Mapping[str, str], now: Mapping[EntityId, Entity]
) -> EntityId | None:
    """Whose page the old page leads to, if it is the page of one of those there are."""
    for section in ("people", "organisations"):
        heir = EntityId(moved.get(f"{section}/{id_}/", "").strip("/").rpartition("/")[2])
        if heir in now:
            return heir
    return None
