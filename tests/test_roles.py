"""Which of the roles that articles give a person are shown; roles written by hand."""

import pytest

from builder.model.article import Passage
from builder.model.ids import ArticleId
from builder.resolve.people.roles import roles_given, roles_shown

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
