"""Who and what may be one: names left open, people named otherwise, claims that nearly join."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from builder.model.article import Passage
from builder.model.claims import Claim
from builder.model.dossier import Dossier
from builder.model.entities import Ambiguous, Entity
from builder.model.ids import ClaimId, EntityId
from builder.questions.question import Answer, Question


def name_questions(dossier: Dossier, names: Mapping[EntityId, str]) -> Iterator[Question]:
    """The names that fit several or none, one question for each spelling of an article."""
    everyone = (*dossier.people, *dossier.organisations, *dossier.places)
    borne = {_folded(mention) for entity in everyone for mention in entity.mentions}
    asked: dict[tuple[str, str], list[Ambiguous]] = defaultdict(list)
    for found in dossier.ambiguous:
        asked[found.passage.article, _folded(found.passage)].append(found)
    for (article, name), all_ in asked.items():
        yield _who(all_, f"name/{article}/{name}", names, is_free=name not in borne)


def _folded(passage: Passage) -> str:
    return " ".join(passage.text.casefold().split())


def _who(
    found: list[Ambiguous], id_: str, names: Mapping[EntityId, str], *, is_free: bool
) -> Question:
    name = " ".join(found[0].passage.text.split())
    candidates = found[0].candidates if is_free else ()  # `same` would join those who bear it
    answers = [
        Answer(words=names.get(who, who), decisions=({"same": [who, name]},))
        for who in candidates[:2]
    ]
    likely = " or ".join(names.get(who, who) for who in found[0].candidates)
    fits = f"is it {likely}?" if likely else "it fits nobody in the story."
    return Question(
        id=id_,
        kind="name",
        asks=f"Whom does “{name}” name: {fits}",
        passages=tuple(one.passage for one in found),
        accept=answers[0] if answers else None,
        other=answers[1] if len(answers) > 1 else None,
    )


def same_questions(dossier: Dossier, ranked: list[Claim]) -> Iterator[Question]:
    """People whom articles may only name differently, then claims that are probably one."""
    people = {person.id: person for person in dossier.people}
    asked = {pair for parted in dossier.parted for pair in combinations(sorted(parted), 2)}
    for claim in ranked:
        for one, other in _named_otherwise(claim, people):
            if (one, other) not in asked:
                asked.add((one, other))
                yield _one_person(people[one], people[other])
    yield from _near(ranked)


def _named_otherwise(
    claim: Claim, people: Mapping[EntityId, Entity]
) -> Iterator[tuple[EntityId, EntityId]]:
    for difference in claim.differences if len(claim.people) > 1 else ():
        values = {value.value for value in difference.values if difference.kind == "name"}
        named = sorted(one for one in claim.people if people[one].name in values)
        yield from combinations(named, 2)


def _one_person(one: Entity, other: Entity) -> Question:
    both = [one.id, other.id]
    return Question(
        id=f"same/{one.id}/{other.id}",
        kind="same",
        asks=f"Are {one.name} and {other.name} one person?",
        passages=(one.mentions[0], other.mentions[0]),
        accept=Answer(words="one person", decisions=({"same": both},)),
        reject=Answer(words="two people", decisions=({"different": both},)),
    )


def _near(ranked: list[Claim]) -> Iterator[Question]:
    """Those first that come first to each other."""
    claims = {claim.id: claim for claim in ranked}
    places: dict[tuple[ClaimId, ClaimId], list[int]] = defaultdict(list)
    for claim in ranked:
        for place, id_ in enumerate(claim.related):
            places[min(claim.id, id_), max(claim.id, id_)].append(place)
    for pair in sorted(places, key=lambda pair: (-len(places[pair]), sum(places[pair]))):
        one, other = (claims[id_] for id_ in pair)
        yield Question(
            id=f"same/{one.id}/{other.id}",
            kind="same",
            asks="Do these two say the same?",
            passages=(one.statements[0].passage, other.statements[0].passage),
            accept=Answer(words="the same", decisions=({"claim": one.id, "merge": [other.id]},)),
            reject=Answer(words="two facts", decisions=({"apart": [one.id, other.id]},)),
        )
