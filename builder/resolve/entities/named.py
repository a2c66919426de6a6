"""All entities of a story, and where each is named: passages in, ids out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import TypeVar

from builder.model.article import Passage
from builder.model.entities import Ambiguous, Entity, Outlet
from builder.model.ids import ArticleId, EntityId
from builder.model.spans import Spans, spans_of

Place = tuple[ArticleId, int, int]
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedEntities:
    """The entities, and which passage names which."""

    people: tuple[Entity, ...] = ()
    organisations: tuple[Entity, ...] = ()
    places: tuple[Entity, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    ambiguous: tuple[Ambiguous, ...] = ()
    names: Mapping[Place, EntityId] = field(default_factory=dict)
    """Every resolved name, outlets' included, by article, start and end."""
    nominals: Mapping[Place, EntityId] = field(default_factory=dict)
    """Noun phrases that stand for someone ("the Chilean president"), where the text allows."""
    _kinds: dict[EntityId, str] = field(init=False, repr=False, compare=False)
    _shown: dict[EntityId, str] = field(init=False, repr=False, compare=False)
    _articles: dict[EntityId, frozenset[ArticleId]] = field(init=False, repr=False, compare=False)
    _names: dict[ArticleId, Spans[EntityId]] = field(init=False, repr=False, compare=False)
    _described: dict[ArticleId, Spans[EntityId]] = field(init=False, repr=False, compare=False)
    _open: dict[ArticleId, Spans[tuple[EntityId, ...]]] = field(
        init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        """Index names by article, entities by id."""
        entities = (*self.people, *self.organisations, *self.places)
        kinds: dict[EntityId, str] = {entity.id: entity.kind for entity in entities}
        kinds.update((outlet.id, "outlet") for outlet in self.outlets)
        shown: dict[EntityId, str] = {entity.id: entity.name for entity in entities}
        shown.update((outlet.id, outlet.name) for outlet in self.outlets)
        open_ = ((name.passage, name.candidates) for name in self.ambiguous)
        object.__setattr__(self, "_names", _by_article(_passages(self.names)))
        object.__setattr__(self, "_described", _by_article(_passages(self.nominals)))
        object.__setattr__(self, "_open", _by_article(open_))
        articles = {
            person.id: frozenset(mention.article for mention in person.mentions)
            for person in self.people
        }
        object.__setattr__(self, "_articles", articles)
        object.__setattr__(self, "_kinds", kinds)
        object.__setattr__(self, "_shown", shown)

    def at(self, passage: Passage) -> EntityId | None:
        """Whom or what the passage names: exactly, or the only name that it covers."""
        exact = self.names.get((passage.article, passage.start, passage.end))
        if exact is not None:
            return exact
        covered = self.inside(passage)
        return covered[0] if len(covered) == 1 else None

    def inside(self, passage: Passage) -> tuple[EntityId, ...]:
        """All that are named inside the passage, in reading order, each once."""
        return tuple(dict.fromkeys(entity for _, entity in self.names_in(passage)))

    def names_in(self, passage: Passage) -> tuple[tuple[Passage, EntityId], ...]:
        """The names that lie in the passage, in reading order, with what they stand for."""
        spans = self._names.get(passage.article)
        return spans.inside(passage) if spans else ()

    def described_in(self, passage: Passage) -> tuple[EntityId, ...]:
        """All that noun phrases in the passage stand for without a name: "the mayor"."""
        spans = self._described.get(passage.article)
        return tuple(entity for _, entity in spans.inside(passage)) if spans else ()

    def left_open(self, passage: Passage) -> frozenset[EntityId] | None:
        """Whom the names inside that fit several may mean; `None` where there is no such name."""
        spans = self._open.get(passage.article)
        names = spans.inside(passage) if spans else ()
        return frozenset(who for _, candidates in names for who in candidates) if names else None

    def called(self, name: str) -> EntityId | None:
        """Whom or what an id or a shown name means, else a spelling, else in any letter case."""
        everyone: tuple[Entity | Outlet, ...] = (
            *self.people, *self.organisations, *self.places, *self.outlets,
        )  # fmt: skip
        by_name = (e.id for e in everyone if name in {e.id, e.name})
        by_alias = (e.id for e in everyone if name in e.aliases)
        low = name.casefold()
        in_any_case = (e.id for e in everyone if low in {e.id, e.name.casefold()})
        return next(chain(by_name, by_alias, in_any_case), None)

    def is_person(self, entity: EntityId) -> bool:
        """Whether the id is a person's."""
        return self._kinds.get(entity) == "person"

    def is_body(self, entity: EntityId) -> bool:
        """Whether the id is an organisation's."""
        return self._kinds.get(entity) == "organisation"

    def is_place(self, entity: EntityId) -> bool:
        """Whether the id is a place's."""
        return self._kinds.get(entity) == "place"

    def articles_of(self, person: EntityId) -> frozenset[ArticleId]:
        """The articles that name the person."""
        return self._articles.get(person, frozenset())

    def name(self, entity: EntityId) -> str:
        """The name shown for the entity."""
        return self._shown[entity]

    def ending(self, passage: Passage) -> EntityId | None:
        """Whose name the passage only ends: the "Ruiz" of "Dean Ruiz", "Council" of a longer one.

        A person before a body, a body before a place.
        """
        spans = self._names.get(passage.article)
        over = spans.over(passage) if spans else ()
        ends = [entity for name, entity in over if name.end == passage.end]
        return min(
            ends, key=lambda one: (not self.is_person(one), self.is_place(one)), default=None
        )


def _passages(places: Mapping[Place, _Value]) -> Iterator[tuple[Passage, _Value]]:
    for (article, start, end), value in places.items():
        yield Passage(article=article, start=start, end=end, text=""), value


def _by_article(pairs: Iterable[tuple[Passage, _Value]]) -> dict[ArticleId, Spans[_Value]]:
    found: dict[ArticleId, list[tuple[Passage, _Value]]] = defaultdict(list)
    for pair in pairs:
        found[pair[0].article].append(pair)
    return {article: spans_of(own) for article, own in found.items()}
