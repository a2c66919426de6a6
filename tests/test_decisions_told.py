"""What a maintainer is told of decisions that contradict each other or match nothing."""

import re
from pathlib import Path

import pytest

from builder.errors import EditorialError
from builder.model.article import Article, Metadata
from builder.model.findings import Findings, FoundCitation, FoundName, Label
from builder.overrides import (
    Decision,
    Decisions,
    Different,
    Drop,
    Rename,
    Role,
    Same,
    Speaker,
    read_decisions,
)
from builder.permalinks import Permalinks
from builder.resolve.entities import entities_of
from builder.resolve.entities.index import EntityIndex
from builder.settings import Settings
from tests.conftest import article_of

CONTRADICTIONS = [
    pytest.param(
        "- same: [Ana Ruiz, Anna Ruiz]\n  why: w\n- different: [Anna Ruiz, Ana Ruiz]\n  why: w\n",
        "editorial.yml:3: `different: Anna Ruiz, Ana Ruiz` contradicts "
        "`same: Ana Ruiz, Anna Ruiz` on line 1. Keep the one that is right",
        id="same_and_different_of_the_same_names",
    ),
    pytest.param(
        "- different: [A Roe, B Roe, C Roe]\n  why: w\n- same: [C Roe, A Roe]\n  why: w\n",
        "editorial.yml:1: `different: A Roe, B Roe, C Roe` contradicts `same: C Roe, A Roe` on "
        "line 3.",
        id="two_names_of_three",
    ),
    pytest.param(
        "- same: [A Roe, B Roe]\n  why: w\n- same: [B Roe, C Roe]\n  why: w\n"
        "- different: [A Roe, C Roe]\n  why: w\n",
        "editorial.yml:5: `different: A Roe, C Roe` contradicts `same: B Roe, C Roe` on line 3.",
        id="by_way_of_a_third_name",
    ),
    pytest.param(
        "- same: [Ana Ruiz, Bo Lee]\n  why: w\n- different: [ana-ruiz, bo-lee]\n  why: w\n",
        "editorial.yml:3: `different: ana-ruiz, bo-lee` contradicts",
        id="names_and_ids",
    ),
    pytest.param(
        "- rename: Ana Ruiz\n  to: Ana\n  why: w\n- rename: ana-ruiz\n  to: Anna\n  why: w\n",
        "editorial.yml:4: `rename: ana-ruiz` contradicts `rename: Ana Ruiz` on line 1.",
        id="two_new_names_of_one",
    ),
    pytest.param(
        "- speaker: q-1\n  to: Ana\n  why: w\n- speaker: q-1\n  to: null\n  why: w\n",
        "editorial.yml:4: `speaker: q-1` contradicts `speaker: q-1` on line 1.",
        id="two_speakers_of_one_quote",
    ),
    pytest.param(
        "- {mention: quay, name: Ruiz, to: Ana, why: w}\n"
        "- {mention: seeds/quay.txt, name: Ruiz, to: null, why: w}\n",
        "editorial.yml:2: `mention: quay, Ruiz` contradicts `mention: quay, Ruiz` on line 1.",
        id="one_name_is_two_people",
    ),
    pytest.param(
        "- same: [Ana Ruiz, Bo Lee]\n  why: w\n- drop: ana-ruiz\n  why: w\n",
        "editorial.yml:1: `same: Ana Ruiz, Bo Lee` contradicts `drop: ana-ruiz` on line 3.",
        id="who_is_dropped_is_nobody_else",
    ),
    pytest.param(
        "- drop: q-1\n  why: w\n- speaker: q-1\n  to: Ana\n  why: w\n",
        "editorial.yml:3: `speaker: q-1` contradicts `drop: q-1` on line 1.",
        id="a_dropped_quote_has_no_speaker",
    ),
]
AGREE = [
    "- {mention: quay, name: Ruiz, within: said Ruiz, to: A Ruiz, why: w}\n"
    "- {mention: quay, name: Ruiz, within: Ruiz left, to: B Ruiz, why: w}\n",
    "- same: [A Roe, B Roe]\n  why: w\n- different: [A Roe, C Roe]\n  why: w\n",
    "- role: A Roe\n  to: mayor\n  why: w\n- role: A Roe\n  to: mayor\n  why: again\n",
    "- rename: A Roe\n  to: B\n  why: w\n- role: A Roe\n  to: C\n  why: w\n",
    "- different: [Иван, Пётр]\n  why: w\n- same: [Иван, Ваня]\n  why: w\n",
]


@pytest.mark.parametrize(("text", "message"), CONTRADICTIONS)
def test_contradictions(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "editorial.yml").write_text(text)
    with pytest.raises(EditorialError, match=re.escape(message)):
        read_decisions(tmp_path)


@pytest.mark.parametrize("text", AGREE)
def test_no_contradiction(tmp_path: Path, text: str) -> None:
    (tmp_path / "editorial.yml").write_text(text)
    assert len(read_decisions(tmp_path).unmatched()) == 2


NAMES: dict[str, Label] = {
    "Ana Ruiz": "PERSON", "Ruiz": "PERSON", "Anglers Guild": "ORG", "Radio Alba Group": "ORG",
    "Oldtown": "PLACE",
}  # fmt: skip


def _story(*decisions: Decision) -> tuple[EntityIndex, list[str]]:
    article, found = _article([*NAMES, "Radio Alba"])
    decided = Decisions(decisions, range(1, len(decisions) + 1))
    entities = entities_of([article], [found], decided, Settings(), Permalinks())
    return entities, [str(error) for error in decided.unmatched()]


def _article(names: list[str]) -> tuple[Article, Findings]:
    article = article_of("".join(f"{name};\n" for name in names), metadata=Metadata())
    spots, at = [], 0
    for name in names:
        spots.append(article.passage(at, at + len(name)))
        at += len(name) + 2
    found = tuple(
        FoundName(passage=spot, label=NAMES[spot.text], is_subject=True)
        for spot in spots
        if spot.text in NAMES
    )
    cited = FoundCitation(passage=spots[-1], kind="told to")
    return article, Findings(article=article.id, names=found, citations=(cited,))


ORDERS = [("Radio Alba", "Radio Alba Group"), ("Radio Alba Group", "Radio Alba")]


@pytest.mark.parametrize("names", ORDERS, ids=["outlet_first", "organisation_first"])
def test_an_outlet_and_an_organisation_are_one_outlet(names: tuple[str, str]) -> None:
    entities, told = _story(Same(why="w", same=names))
    assert told == []
    assert [(o.name, o.aliases) for o in entities.outlets] == [(names[0], names[1:])]
    assert [(c.passage.text, c.kind) for c in entities.outlets[0].citations] == [
        ("Radio Alba Group", "other"),
        ("Radio Alba", "told to"),
    ]
    assert [o.name for o in entities.organisations] == ["Anglers Guild"]


WRITE_IT = "Write the name or id as on its page, or remove the decision."
TOLD = [
    pytest.param(
        Same(why="w", same=("Ana Ruiz", "Eva Nobody")),
        "editorial.yml:1: `same: Ana Ruiz, Eva Nobody` cannot be carried out: nobody and nothing "
        f'in the dossier is called "Eva Nobody". {WRITE_IT}',
        id="the_unknown_name_of_two_is_named",
    ),
    pytest.param(
        Different(why="w", different=("X Y", "Y Z")),
        "editorial.yml:1: `different: X Y, Y Z` cannot be carried out: nobody and nothing in the "
        f'dossier is called "X Y" and "Y Z". {WRITE_IT}',
        id="both_names_unknown",
    ),
    pytest.param(
        Same(why="w", same=("Radio Alba", "Ana Ruiz")),
        "editorial.yml:1: `same: Radio Alba, Ana Ruiz` would make one of an outlet and the person "
        '"Ana Ruiz". Only an organisation can be an outlet too: remove it, or `drop` the wrong '
        "one.",
        id="an_outlet_is_no_person",
    ),
    pytest.param(
        Drop(why="w", drop="Ruiz"),
        'editorial.yml:1: `drop: Ruiz` is too short a name: it is also that of "Ana Ruiz". '
        "Write the full name or the page's id.",
        id="a_surname_is_too_short",
    ),
    pytest.param(
        Rename(why="w", rename="Ruiz", to="Ruiz Vega"),
        'editorial.yml:1: `rename: Ruiz` is too short a name: it is also that of "Ana Ruiz". '
        "Write the full name or the page's id.",
        id="nor_can_it_be_renamed",
    ),
    pytest.param(
        Role(why="w", role="Anglers Guild", to="club"),
        'editorial.yml:1: `role: Anglers Guild` speaks of the organisation "Anglers Guild", and '
        "only people have roles. Remove the decision, or name a person.",
        id="only_people_have_roles",
    ),
    pytest.param(
        Role(why="w", role="Nobody", to="x"),
        "editorial.yml:1: `role: Nobody` matches nothing in the dossier. Remove the decision, or "
        "write the name or id as on its page.",
        id="nobody_has_no_role",
    ),
    pytest.param(
        Speaker(why="w", speaker="q-1", to="Eva Nobody"),
        'editorial.yml:1: `speaker: q-1` names "Eva Nobody", and nobody in the dossier is called '
        "so. Write `to` as on the person's page, or `null`.",
        id="speaker_whom_nobody_is_called",
    ),
    pytest.param(
        Speaker(why="w", speaker="q-1", to="Ana Ruiz"),
        "editorial.yml:1: `speaker: q-1` matches nothing in the dossier. Remove the decision, or "
        "write the name or id as on its page.",
        id="speaker_of_a_quote_that_is_gone",
    ),
]


@pytest.mark.parametrize(("decision", "message"), TOLD)
def test_told(decision: Decision, message: str) -> None:
    assert _story(decision)[1] == [message]


DONE: list[Decision] = [
    Different(why="w", different=("Radio Alba", "Anglers Guild")),
    Rename(why="w", rename="Ana Ruiz", to="Ana Vega"),
    Drop(why="w", drop="Radio Alba"),
    Role(why="w", role="ana-ruiz", to="mayor"),
]


@pytest.mark.parametrize("decision", DONE, ids=["apart_already", "rename", "drop", "role"])
def test_nothing_to_tell(decision: Decision) -> None:
    assert _story(decision)[1] == []


@pytest.mark.parametrize(("first", "shown"), [("Ruiz", "Ruiz"), ("ana-ruiz", "Ana Ruiz")])
def test_the_first_name_of_same_is_shown(first: str, shown: str) -> None:
    entities, told = _story(Same(why="w", same=(first, "Oldtown")))
    assert [p.name for p in entities.people] == [shown]
    assert told == []


def test_a_name_is_looked_up_by_id_by_name_and_by_spelling() -> None:
    entities, _ = _story()
    assert [entities.called(n) for n in ("ana-ruiz", "Ana Ruiz", "Ruiz", "Nobody")] == [
        "ana-ruiz", "ana-ruiz", "ana-ruiz", None,
    ]  # fmt: skip
