"""Decisions carried out on people, organisations, places and outlets, and again on a rebuild."""

import json
from collections.abc import Sequence

import pytest

from builder.model.article import Article, Metadata
from builder.model.findings import Findings, FoundCitation, FoundName, Label
from builder.overrides import (
    Decision,
    Decisions,
    Different,
    Drop,
    MentionDecision,
    Rename,
    Role,
    Same,
)
from builder.permalinks import Permalinks
from builder.resolve.entities import entities_of
from builder.resolve.entities.index import EntityIndex
from builder.settings import Settings
from tests.conftest import article_of

LABELS: dict[str, Label] = {
    "Ana Ruiz": "PERSON", "Bo Lee": "PERSON", "Robert Ames": "PERSON", "Bob Ames": "PERSON",
    "Ames": "PERSON", "Fishers Union": "ORG", "Anglers Guild": "ORG", "Alba Corp": "ORG",
    "Alba": "ORG", "Oldtown": "PLACE", "Newtown": "PLACE",
}  # fmt: skip
OUTLETS = ("Radio Alba", "Alba Post", "BBC", "BBC News")
STORY = (
    ("Ana Ruiz", "Bo Lee", "Fishers Union", "Anglers Guild", "Oldtown", "Newtown", *OUTLETS),
    ("Robert Ames", "Ames", "Alba Corp", "Alba"),
    ("Bob Ames", "Ames"),
    ("Robert Ames", "Bob Ames", "Ames"),
)


def _entities(decisions: Sequence[Decision], links: Permalinks) -> tuple[EntityIndex, Decisions]:
    made = [_article(names, number) for number, names in enumerate(STORY)]
    decided = Decisions(tuple(decisions))
    articles, findings = [a for a, _ in made], [f for _, f in made]
    return entities_of(articles, findings, decided, Settings(), links), decided


def _article(names: Sequence[str], number: int) -> tuple[Article, Findings]:
    text = "".join(f"{name};\n" for name in names)
    article = article_of(text, id_=f"a{number}", metadata=Metadata())
    spots = []
    at = 0
    for name in names:
        spots.append(article.passage(at, at + len(name)))
        at += len(name) + 2
    return article, Findings(
        article=article.id,
        names=tuple(
            FoundName(passage=p, label=LABELS[p.text], is_subject=True)
            for p in spots
            if p.text in LABELS
        ),
        citations=tuple(
            FoundCitation(passage=p, kind="told to") for p in spots if p.text in OUTLETS
        ),
    )


def _shown(entities: EntityIndex) -> dict[str, list[str]]:
    named_ones = (*entities.people, *entities.organisations, *entities.places)
    named = {e.name: sorted({m.text for m in e.mentions}) for e in named_ones}
    cited = {o.name: sorted({c.passage.text for c in o.citations}) for o in entities.outlets}
    return {**named, **cited}


def _rebuilt(links: Permalinks) -> Permalinks:
    """What the next build reads."""
    data = json.loads(links.as_json())
    return Permalinks(data["ids"], data["pages"])


PAIRS = [
    ("people", ("Ana Ruiz", "Bo Lee"), ("ana-ruiz", "bo-lee")),
    ("organisations", ("Anglers Guild", "Fishers Union"), ("anglers-guild", "fishers-union")),
    ("places", ("Newtown", "Oldtown"), ("newtown", "oldtown")),
    ("outlets", ("Alba Post", "Radio Alba"), ("alba-post", "radio-alba")),
]
NAMED = [pytest.param(names, names, id=f"{kind}_by_name") for kind, names, _ in PAIRS]
BY_ID = [pytest.param(names, ids, id=f"{kind}_by_id") for kind, names, ids in PAIRS]


@pytest.mark.parametrize(("names", "said"), NAMED + BY_ID)
def test_same_rename_and_drop_survive_rebuilds(
    names: tuple[str, str], said: tuple[str, str]
) -> None:
    first, second = names
    decisions = (
        (Same(why="w", same=said), {first: sorted(names), second: None}),
        (Rename(why="w", rename=said[0], to="Else"), {"Else": [first], second: [second]}),
        (Drop(why="w", drop=said[0]), {first: None, second: [second]}),
    )
    for decision, expected in decisions:
        links = Permalinks()
        _entities((), links)
        for _ in range(3):
            links = _rebuilt(links)
            entities, decided = _entities([decision], links)
            shown = _shown(entities)
            assert {name: shown.get(name) for name in expected} == expected
            assert decided.unmatched() == ()


@pytest.mark.parametrize("said", ["Ana Ruiz", "ana-ruiz"])
def test_role_survives_rebuilds(said: str) -> None:
    links = Permalinks()
    for _ in range(3):
        entities, decided = _entities([Role(why="w", role=said, to="Mayor")], links)
        assert {p.name: p.role for p in entities.people}["Ana Ruiz"] == "Mayor"
        assert decided.unmatched() == ()
        links = _rebuilt(links)


APART = [
    pytest.param(
        ("Robert Ames", "Bob Ames"),
        {"Robert Ames": ["Ames", "Robert Ames"], "Bob Ames": ["Ames", "Bob Ames"]},
        id="people_share_bare_names_by_article",
    ),
    pytest.param(
        ("Alba Corp", "Alba"), {"Alba Corp": ["Alba Corp"], "Alba": ["Alba"]}, id="organisations"
    ),
    pytest.param(
        ("Oldtown", "Newtown"), {"Oldtown": ["Oldtown"], "Newtown": ["Newtown"]}, id="places"
    ),
    pytest.param(("BBC", "BBC News"), {"BBC": ["BBC"], "BBC News": ["BBC News"]}, id="outlets"),
]


@pytest.mark.parametrize(("names", "expected"), APART)
def test_different_survives_rebuilds(
    names: tuple[str, str], expected: dict[str, list[str]]
) -> None:
    links = Permalinks()
    for _ in range(3):
        entities, decided = _entities([Different(why="w", different=names)], links)
        shown = _shown(entities)
        assert {name: shown.get(name) for name in expected} == expected
        assert decided.unmatched() == ()
        links = _rebuilt(links)


def test_bare_name_of_two_parted_people_of_its_article_stays_open() -> None:
    entities, _ = _entities(
        [Different(why="w", different=("Robert Ames", "Bob Ames"))], Permalinks()
    )
    assert [(a.passage.article, a.passage.text, a.candidates) for a in entities.ambiguous] == [
        ("a3", "Ames", ("bob-ames", "robert-ames"))
    ]


def test_a_bare_surname_is_kept_from_a_person() -> None:
    entities, decided = _entities(
        [Different(why="w", different=("Bob Ames", "Ames"))], Permalinks()
    )
    shown = _shown(entities)
    assert "Ames" not in shown["Bob Ames"]
    assert shown["Ames"] == ["Ames"]
    assert decided.unmatched() == ()


ONE_NAME = [
    pytest.param({"mention": "a1", "name": "Ames", "to": "Bo Lee"}, "Bo Lee", id="by_name"),
    pytest.param({"mention": "seeds/a1.txt", "name": "Ames", "to": "bo-lee"}, "Bo Lee", id="id"),
    pytest.param({"mention": "articles/a1/#p-13-17", "to": "Bo Lee"}, "Bo Lee", id="by_permalink"),
    pytest.param(
        {"mention": "articles/a1/list/2/#p-13-17", "to": "Bo Lee"}, "Bo Lee", id="on_a_second_part"
    ),
    pytest.param(
        {"mention": "a1", "name": "Ames", "within": "Ames; Alba Corp", "to": "Bo Lee"},
        "Bo Lee", id="by_the_words_around_it",
    ),
    pytest.param({"mention": "a1", "name": "Ames", "to": None}, None, id="nobody"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "who"), ONE_NAME)
@pytest.mark.parametrize(
    "others", [(), (Different(why="w", different=("Robert Ames", "Bob Ames")),)]
)
def test_one_name_of_one_article_is_whose_the_editor_says(
    said: dict, who: str | None, others: tuple[Decision, ...]
) -> None:
    links = Permalinks()
    before, _ = _entities(others, links)
    for _ in range(3):
        decision = MentionDecision.model_validate({**said, "why": "w"})
        entities, decided = _entities([*others, decision], links)
        assert decided.unmatched() == ()
        now, was = _named_so(entities), _named_so(before)
        assert now.pop(("a1", 13), None) == who
        was.pop(("a1", 13), None)
        assert now == was
        links = _rebuilt(links)


def _named_so(entities: EntityIndex) -> dict[tuple[str, int], str]:
    return {
        (mention.article, mention.start): person.name
        for person in entities.people
        for mention in person.mentions
    }


UNDONE = [
    pytest.param({"mention": "a9", "name": "Ames"}, "an article that is not there", id="article"),
    pytest.param({"mention": "a1", "name": "Amis"}, "words that are no person's", id="name"),
    pytest.param({"mention": "a1#p-0-3"}, "words that are no person's", id="place"),
    pytest.param(
        {"mention": "a1", "name": "Ames", "within": "old Ames"}, "do not stand in", id="words"
    ),
    pytest.param({"mention": "a1", "name": "Ames", "to": "Zed"}, 'names "Zed"', id="nobody"),
]


@pytest.mark.parametrize(("said", "words"), UNDONE)
def test_a_name_that_cannot_be_given_is_told_with_the_reason(said: dict, words: str) -> None:
    decision = MentionDecision.model_validate({"to": "Bo Lee", **said, "why": "w"})
    _, decided = _entities([decision], Permalinks())
    (problem,) = decided.unmatched()
    assert words in str(problem)
