"""Style sheets become one, without what no page can use."""

import pytest

from builder.site.stylesheets import needed_part

NAMES = {"card", "big", "data-shade", "dark", "menu", "--set-by-script"}


@pytest.mark.parametrize(
    ("css", "left"),
    [
        pytest.param(".card { color : red ; }\n", ".card{color:red}", id="a_class_of_a_page"),
        pytest.param(".gone{color:red}", "", id="a_class_of_no_page"),
        pytest.param(".gone,.card{color:red}", ".card{color:red}", id="one_of_two_selectors"),
        pytest.param(".card .gone{color:red}", "", id="every_class_is_asked_for"),
        pytest.param("#menu>a{b:c}#gone>a{b:c}", "#menu>a{b:c}", id="ids_count_like_classes"),
        pytest.param("a:hover{b:c}", "a:hover{b:c}", id="elements_and_states_are_not_looked_at"),
        pytest.param("a:not(.gone){b:c}", "a:not(.gone){b:c}", id="what_is_not_there_is_no_need"),
        pytest.param(
            ":is(.gone,.card:not(.x,.y)) a,.gone{b:c}", ":is(.gone,.card:not(.x,.y)) a{b:c}",
            id="commas_in_parentheses_part_nothing",
        ),
        pytest.param(
            "[data-shade=dark]{b:c}[data-shade=blue]{b:c}", "[data-shade=dark]{b:c}",
            id="values_of_data_attributes",
        ),
        pytest.param("[dir=rtl] a{b:c}[open]{b:c}", "[open]{b:c}", id="a_direction_of_no_page"),
        pytest.param(
            "@media print{.card{b:c}.gone{b:c}}@media screen{.gone{b:c}}",
            "@media print{.card{b:c}}", id="rules_in_a_group",
        ),
        pytest.param(
            "@font-face{font-family:x;src:url(x)}", "@font-face{font-family:x;src:url(x)}",
            id="other_at_rules_stay_whole",
        ),
        pytest.param("/* a { */ .card{b:c}", ".card{b:c}", id="comments_go"),
        pytest.param(
            ".card::after{content:\"}  /* ; */\"}", ".card::after{content:\"}  /* ; */\"}",
            id="strings_stay",
        ),
        pytest.param(
            ".card{--read:1;--unread:2;--set-by-script:3;b:var(--read)}",
            ".card{--read:1;--set-by-script:3;b:var(--read)}", id="properties_that_nothing_reads",
        ),
        pytest.param(
            ".card{--a:var(--b);--b:var(--c);--c:1;d:e}", ".card{d:e}",
            id="properties_read_by_such_alone",
        ),
        pytest.param(".card{}.big{b:c}", ".big{b:c}", id="empty_rules_go"),
    ],
)  # fmt: skip
def test_what_a_page_can_use_is_left(css: str, left: str) -> None:
    assert needed_part([css], NAMES) == left


def test_sheets_keep_their_order() -> None:
    assert needed_part([".card{b:c}", "a{d:e}\n", ".card{f:g}"], NAMES) == (
        ".card{b:c}a{d:e}.card{f:g}"
    )
