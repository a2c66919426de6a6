"""What to look at first: the dossier in, questions for whoever corrects it out, worst first.

Ranked by the harm that a mistake would do: who said a damaging thing, who said the rest, whom a
name means, what is one, which of two values is right, what nobody stated. Deliberately missed:
what the machine is sure of and wrong about; only a reader of the articles finds that.
"""

from collections.abc import Iterator

from builder.model.claims import Claim
from builder.model.dossier import Dossier
from builder.model.entities import Entity, Outlet
from builder.model.ids import EntityId
from builder.questions.joins import name_questions, same_questions
from builder.questions.nearest import near_questions
from builder.questions.question import Answer, Question
from builder.questions.speakers import is_open, speaker_questions
from builder.questions.told import difference_questions, lacks_of, missing_questions

__all__ = ["Answer", "Question", "is_open", "lacks_of", "names_in", "questions_of"]


def questions_of(dossier: Dossier) -> tuple[Question, ...]:
    """Every open question of the dossier, those first whose wrong answer does most harm."""
    return tuple(_asked(dossier))


def names_in(dossier: Dossier) -> dict[str, tuple[EntityId, ...]]:
    """All who can speak, by id, name and other spelling in small letters; names come first."""
    everyone: tuple[Entity | Outlet, ...] = (
        *dossier.people, *dossier.organisations, *dossier.places, *dossier.outlets,
    )  # fmt: skip
    found: dict[str, dict[EntityId, None]] = {}
    shown = {name.casefold() for one in everyone for name in (one.id, one.name)}
    for one in everyone:
        aliases = {alias.casefold() for alias in one.aliases} - shown
        for name in {one.id, one.name.casefold(), *aliases}:
            found.setdefault(name, {})[one.id] = None
    return {name: tuple(ids) for name, ids in found.items()}


def _asked(dossier: Dossier) -> Iterator[Question]:
    everyone = (*dossier.people, *dossier.organisations, *dossier.places)
    names: dict[EntityId, str] = {one.id: one.name for one in everyone}
    names.update((outlet.id, outlet.name) for outlet in dossier.outlets)
    ranked = sorted(dossier.claims, key=_reach)
    yield from speaker_questions(dossier, names)
    yield from name_questions(dossier, names)
    people = list(same_questions(dossier, ranked))
    yield from people
    yield from near_questions(dossier)
    pairs = (question.id.split("/")[1:] for question in people)
    yield from difference_questions(
        ranked, {frozenset(names[EntityId(id_)] for id_ in pair) for pair in pairs}
    )
    yield from missing_questions(dossier)


def _reach(claim: Claim) -> tuple[int, int, str]:
    articles = {statement.passage.article for statement in claim.statements}
    return -claim.independent_sources, -len(articles), claim.id
