"""Whom names mean: names left open, and people who may only be named differently."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from builder.model.article import Passage
from builder.model.claims import Claim
from builder.model.dossier import Dossier
from builder.model.entities import Ambiguous, Entity
from builder.model.ids import ArticleId, EntityId
from builder.questions.question import OPEN, Answer, Question


def name_questions(dossier: Dossier, names: Mapping[EntityId, str]) -> Iterator[Question]:
    """The names that fit several or none, one question for each spelling of an article."""
    everyone = (*dossier.people, *dossier.organisations, *dossier.places)
    borne = {(mention.article, _folded(mention)) for one in everyone for mention in one.mentions}
    texts = {record.id: record.article.text for record in dossier.articles}
    asked: dict[tuple[ArticleId, str], list[Ambiguous]] = defaultdict(list)
    for found in dossier.ambiguous:
        asked[found.passage.article, _folded(found.passage)].append(found)
    for (article, name), all_ in asked.items():
        alone = (article, name) not in borne
        passages = [one.passage for one in all_]
        decided = (
            [_of_all(passages[0])] if alone else [_of_one(one, texts[article]) for one in passages]
        )
        yield _who(all_, f"name/{article}/{name}", names, decided)


def _folded(passage: Passage) -> str:
    return " ".join(passage.text.casefold().split())


def _of_all(one: Passage) -> dict[str, str]:
    """A decision on the name wherever it stands in the article."""
    return {"mention": one.article, "name": _name(one)}


def _of_one(one: Passage, text: str) -> dict[str, str]:
    """A decision on the name in this place, with as many words around as it takes to tell it."""
    start, end = one.start, one.end
    first, last = text.rfind("\n", 0, start) + 1, (text.find("\n", end) + 1 or len(text) + 1) - 1
    while text.count(text[start:end]) > 1 and (start > first or end < last):
        start = max(text.rfind(" ", first, max(start - 1, first)) + 1, first)
        end = text.find(" ", min(end + 1, last), last)
        end = last if end < 0 else end
    return _of_all(one) | {"within": " ".join(text[start:end].split())}


def _name(passage: Passage) -> str:
    return " ".join(passage.text.split())


def _who(
    found: list[Ambiguous],
    id_: str,
    names: Mapping[EntityId, str],
    decided: Sequence[Mapping[str, str]],
) -> Question:
    def answer(words: str, to: str | None) -> Answer:
        return Answer(words=words, decisions=tuple({**one, "to": to} for one in decided))

    candidates = found[0].candidates
    answers = [answer(names.get(who, who), who) for who in candidates[:2]]
    likely = " or ".join(names.get(who, who) for who in candidates)
    fits = f"is it {likely}?" if likely else "it fits nobody in the story."
    return Question(
        id=id_,
        kind="name",
        asks=f"Whom does “{_name(found[0].passage)}” name: {fits}",
        passages=tuple(one.passage for one in found),
        accept=answers[0] if answers else None,
        other=answers[1] if len(answers) > 1 else None,
        reject=answer("nobody of the story", None),
        template=answer("", OPEN).decisions,
    )


def same_questions(dossier: Dossier, ranked: list[Claim]) -> Iterator[Question]:
    """People whom articles may only name differently."""
    people = {person.id: person for person in dossier.people}
    asked = {pair for parted in dossier.parted for pair in combinations(sorted(parted), 2)}
    for claim in ranked:
        for one, other in _named_otherwise(claim, people):
            if (one, other) not in asked:
                asked.add((one, other))
                yield _one_person(people[one], people[other])


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
