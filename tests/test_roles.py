"""Which of the roles that articles give a person are shown, and those that a clause gives."""

import pytest

from builder.extract import findings_of
from builder.model.article import Passage
from builder.model.ids import ArticleId
from builder.overrides import Decisions
from builder.permalinks import Permalinks
from builder.resolve.entities import entities_of
from builder.resolve.people.roles import roles_given, roles_shown
from builder.settings import Settings

ROWS = [
    pytest.param([], [], id="none"),
    pytest.param(["President", "Ruritanian president"], ["Ruritanian president"], id="fuller"),
    pytest.param(
        ["Chilean Mayor", "Chile’s mayor", "mayor"], ["Chilean Mayor"], id="nation_in_two_forms"
    ),
    pytest.param(["mayor", "mayor", "Mayor"], ["mayor"], id="each_once"),
    pytest.param(
        ["singer", "mayor of Alba", "mayor of Alba"],
        ["mayor of Alba", "singer"],
        id="most_given_first",
    ),
    pytest.param(["mayor", "former mayor"], ["mayor", "former mayor"], id="former_is_another"),
    pytest.param(["minister", "deputy minister"], ["minister", "deputy minister"], id="deputy"),
    pytest.param(["Chilean lawmakers"], [], id="role_of_several"),
    pytest.param(["Chilean counterpart"], [], id="counterpart_says_nothing_alone"),
    pytest.param(["red", "…", "12"], [], id="no_word_for_a_person"),
    pytest.param(["mayor of " + "Alba " * 60], ["mayor of " + "Alba " * 60], id="very_long"),
    pytest.param(
        ["head", "head of the club", "head of the club in Lima"],
        ["head of the club in Lima"],
        id="fullest_of_three",
    ),
]


@pytest.mark.parametrize(("given", "shown"), ROWS)
def test_shown(given: list[str], shown: list[str]) -> None:
    passages = [
        Passage(article=ArticleId(f"a{n}"), start=0, end=len(text), text=text)
        for n, text in enumerate(given)
    ]
    assert [p.text for p in roles_shown(passages)] == shown


def test_none_given() -> None:
    assert roles_given([]) == ()


SAID = [
    pytest.param(
        "Ana Ruiz spoke in Porto. She is the director of the port.",
        {"Ana Ruiz": ["director of the port"]},
        id="pronoun",
    ),
    pytest.param(
        "Ana Ruiz, who is mayor of Porto, spoke on Monday.",
        {"Ana Ruiz": ["mayor of Porto"]},
        id="relative_clause",
    ),
    pytest.param(
        "Ana Ruiz spoke in Porto. Her brother is the mayor.", {"Ana Ruiz": []}, id="relative"
    ),
    pytest.param(
        "Ana Ruiz met Tomas Okafor. He is the mayor of Porto.",
        {"Ana Ruiz": [], "Tomas Okafor": []},
        id="not_sure_enough",
    ),
    pytest.param("Ana Ruiz is not the mayor of Porto.", {"Ana Ruiz": []}, id="denied"),
    pytest.param("If Ana Ruiz is the mayor, the port shuts.", {"Ana Ruiz": []}, id="condition"),
    pytest.param("“Ana Ruiz is a thief,” Okafor said.", {"Ana Ruiz": []}, id="called_so"),
    pytest.param("Okafor said Ana Ruiz is a thief.", {"Ana Ruiz": []}, id="called_so_indirectly"),
    pytest.param("Ana Ruiz was the mayor of Porto.", {"Ana Ruiz": []}, id="no_longer"),
    pytest.param("Is Ana Ruiz the mayor of Porto?", {"Ana Ruiz": []}, id="asked"),
]


@pytest.mark.parametrize(("text", "roles"), SAID)
def test_what_a_clause_says_that_somebody_is(parse, text: str, roles: dict[str, list[str]]):
    article, doc = parse(text)
    found = entities_of(
        [article], [findings_of(doc, article)], Decisions(), Settings(), Permalinks()
    )
    given = {person.name: [role.text for role in person.roles] for person in found.people}
    assert {name: given.get(name, []) for name in roles} == roles
