"""Who and what the names of the story stand for: the answer that every other resolver asks."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from builder.model.article import Passage
from builder.model.dossier import Ambiguous, Entity, Outlet
from builder.model.findings import Reference
from builder.model.ids import ArticleId, EntityId

Place = tuple[ArticleId, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """All entities of a story, and which passage names which."""

    people: tuple[Entity, ...] = ()
    organisations: tuple[Entity, ...] = ()
    places: tuple[Entity, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    ambiguous: tuple[Ambiguous, ...] = ()
    names: Mapping[Place, EntityId] = field(default_factory=dict)
    """Every resolved name, outlets' included, by article, start and end."""
    nominals: Mapping[Place, EntityId] = field(default_factory=dict)
    """Noun phrases that stand for someone ("the Chinese president"), where the text allows."""

    def at(self, passage: Passage) -> EntityId | None:
        """Whom or what the passage names: exactly, or the only name that it covers."""

    def inside(self, passage: Passage) -> tuple[EntityId, ...]:
        """All that are named inside the passage, in reading order, each once."""

    def who(self, reference: Reference) -> EntityId | None:
        """Whom the reference stands for, or `None` where the article does not let one tell.

        A name is looked up; a pronoun goes to its first antecedent that names a person; a noun
        phrase to its resolution, else to its first antecedent that fits.
        """

    def is_person(self, entity: EntityId) -> bool:
        """Whether the id is a person's."""

    def name(self, entity: EntityId) -> str:
        """The name shown for the entity."""
