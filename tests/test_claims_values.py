"""One thing given two values: figures told in other words, names and ages inside other clauses."""

from datetime import date

import pytest

from builder.jsonl import Text
from builder.texts import resolve

pytestmark = pytest.mark.model

FIRE = "The mill in Harrow Vale burned down on Monday night. "
DAY = date(2025, 3, 4)
Values = list[tuple[str, list[str]]]
"""Kind and values of differences."""


def differences(*texts: str, days: tuple[date, ...] = ()) -> Values:
    """All that are more than words."""
    days = days or (DAY,) * len(texts)
    (dossier,) = resolve(
        Text(story="mill", doc_id=f"a{number}", text=text, published=day)
        for number, (text, day) in enumerate(zip(texts, days, strict=True))
    )
    return [
        (difference["kind"], sorted(value["value"] for value in difference["values"]))
        for claim in dossier["claims"]
        for difference in claim["differences"]
        if difference["kind"] != "wording"
    ]


TOLD = {
    "an_age": (
        f"{FIRE}Police questioned Tomas Relling, 54, who owns the mill, for three hours.",
        "The fire destroyed the mill. Its owner, Tomas Relling, 57, was interviewed by officers.",
        ("number", ["54", "57"]),
    ),
    "an_age_before_the_name": (
        f"{FIRE}Police questioned Tomas Relling, 71, who owns the mill, for three hours.",
        "The fire destroyed the mill. Officers interviewed 72-year-old Tomas Relling about it.",
        ("number", ["71", "72"]),
    ),
    "a_surname_by_one_age": (
        f"{FIRE}Anna Belgar, 62, who sells fish beside the mill, said she smelled smoke.",
        "Smoke was smelled by a fishmonger. Anna Belgarti (62) told reporters that she rang.",
        ("name", ["Anna Belgar", "Anna Belgarti"]),
    ),
    "a_given_name_by_one_office": (
        f"{FIRE}Federal mediator Harriet Cho asked both sides for time, the union said.",
        "The talks go on. Hannah Cho, the federal mediator, met the union on Monday.",
        ("name", ["Hannah Cho", "Harriet Cho"]),
    ),
    "a_figure_in_other_words": (
        f"{FIRE}Nearly 300 people protested outside the mill's head office in Leicester"
        " on Thursday.",
        "The union held a rally of about 150 people outside the mill's headquarters in Leicester"
        " on Thursday.",
        ("number", ["Nearly 300", "about 150"]),
    ),
    "an_hour": (
        f"{FIRE}The chairman's letter of resignation reached the mayor at 7.40pm on Tuesday.",
        "The chairman's letter of resignation reached the mayor at 8.40pm on Tuesday, he said.",
        ("date", ["19:40", "20:40"]),
    ),
    "who_is_named_otherwise_in_one_claim": (
        f"{FIRE}Nina Falk, the cashier, called the fire brigade at once on Monday night.",
        f"{FIRE}The cashier, Nora Falk, called the fire brigade at once on Monday night.",
        ("name", ["Nina Falk", "Nora Falk"]),
    ),
    "an_order_that_was_advice": (
        f"{FIRE}An engineer's report of 2023 recommended that the mill's top floor be closed.",
        "It burned. An engineer's report of 2023 ordered that the mill's top floor be closed.",
        ("whether", ["ordered", "recommended"]),
    ),
}


@pytest.mark.parametrize(("one", "other", "told"), TOLD.values(), ids=TOLD)
def test_two_values_are_told(one, other, told):
    found = differences(one, other)
    assert told in found
    assert {kind for kind, _ in found} == {told[0]}


NOT_TOLD = {
    "another_transliteration": (
        f"{FIRE}Volodymyr Horbunov, 41, drove the engine, the chief said.",
        "The engine was driven by Vladimir Gorbunov, 41, the chief said on Monday.",
    ),
    "vowels_and_doubled_letters": (
        f"{FIRE}Zarina Waheed, 41, leads the opposition in the council.",
        "Zareena Vaheed, 41, heads the opposition in the council, the mayor said.",
    ),
    "a_title_and_initials": (
        f"{FIRE}Commandant K.T. Menon, 41, led the rescue teams.",
        "The rescue teams were led by Kiran Menon, 41, the chief said on Monday.",
    ),
    "a_short_form": (
        f"{FIRE}Margaret Ashdown, 69, wept outside the mill.",
        "Outside the mill Maggie Ashdown, 69, wept as the roof fell in.",
    ),
    "man_and_wife_of_one_article": (
        f"{FIRE}Tomas Relling, 54, and his wife, Tamsin Relling, 54, fled the mill.",
        "Tomas Relling, 54, fled the mill, officers said on Monday.",
    ),
    "colleagues_of_two_names": (
        f"{FIRE}Police spokesman Mark Hollis said nobody was hurt.",
        "The mill is lost. Police spokesman Peter Hollis said that roads were closed.",
    ),
    "parts_of_one_whole": (
        f"{FIRE}Only one of the three pumps of the mill worked on Monday.",
        "Two of the three pumps of the mill did not work on Monday.",
    ),
    "other_tolls": (
        "The quake killed 52 people and 12 were missing on Monday.",
        "The quake killed 52 people and 30 were injured on Monday.",
    ),
}


@pytest.mark.parametrize("texts", NOT_TOLD.values(), ids=NOT_TOLD)
def test_what_is_no_second_value(texts):
    assert [told for told in differences(*texts) if told[0] in {"number", "name"}] == []


def test_today_in_words_that_are_quoted_again_is_no_other_day():
    texts = (
        f"{FIRE}“Yesterday there was knocking. Today there is nothing,” Tomas Relling said.",
        f"{FIRE}“Today there is nothing,” Tomas Relling had said when the mill fell silent.",
    )
    assert differences(*texts, days=(date(2025, 3, 4), date(2025, 3, 5))) == []


def test_who_may_be_either_of_two_of_one_article_is_neither():
    texts = (
        f"{FIRE}Harriet Cho, 61, and Hannah Cho, 61, both sell fish beside the mill.",
        "Hanna Choi, 61, who sells fish, smelled smoke. Harrie Cho was elsewhere.",
        "Henrietta Cho, 61, told reporters that she smelled smoke beside the mill.",
    )
    assert [told for told in differences(*texts) if told[0] == "name"] == []


def test_an_age_a_year_later_is_no_second_value():
    texts = (
        f"{FIRE}Police questioned Tomas Relling, 54, who owns the mill, for three hours.",
        "A year after the fire its owner, Tomas Relling, 55, was charged on Monday.",
    )
    assert differences(*texts, days=(DAY, date(2026, 3, 4))) == []


MOVED = (
    "The mill will reopen on 12 March, the council said.",
    "The mill, at first due to reopen on 12 March, will now reopen on 20 March, the council said.",
)


def test_a_day_that_was_moved_is_a_series():
    days = (date(2025, 3, 4), date(2025, 3, 8))
    (dossier,) = resolve(
        Text(story="mill", doc_id=f"a{number}", text=text, published=day)
        for number, (text, day) in enumerate(zip(MOVED, days, strict=True))
    )
    (series,) = (claim["updates"] for claim in dossier["claims"] if claim["updates"])
    assert [one["value"] for one in series] == [
        "Wednesday 12 March 2025",
        "Thursday 20 March 2025",
    ]


def test_both_figures_in_one_article_are_two_things():
    texts = (
        f"{FIRE}The fire at the mill destroyed 40 barns in the vale, the chief said.",
        "The fire at the mill destroyed 63 barns in the vale, the mayor said. "
        "In the hills 40 barns were destroyed.",
    )
    assert ("number", ["40", "63"]) not in differences(*texts)
