"""Two people whose names are nearly one: by age, by office, by what is heard."""

import pytest

from builder.jsonl import Text
from builder.texts import resolve

pytestmark = pytest.mark.model

FIRE = "The mill in Harrow Vale burned down on Monday night. "


def people(*texts: str) -> list[str]:
    (dossier,) = resolve(
        Text(story="mill", doc_id=f"a{number}", text=text) for number, text in enumerate(texts)
    )
    return [person["name"] for person in dossier["people"]]


ONE = {
    "a_surname_by_age": (
        f"{FIRE}Sarita Belgar, 62, who sells fish beside the mill, said she smelled smoke.",
        "Smoke was smelled by a fishmonger. Sarita Belgarti (62) told reporters that she rang.",
    ),
    "another_transliteration_by_office": (
        f"{FIRE}Leader of the Opposition Zarina Waheed said the mill was old.",
        "The mill was old, the opposition leader, Jarina Vahid, said on Monday.",
    ),
    "initials_by_office": (
        f"{FIRE}Commandant K.T. Menon said his teams had come late.",
        "The teams came late, Commandant Kiran Menon said on Monday.",
    ),
    "a_geologist_is_a_chief_geologist": (
        f"{FIRE}The region's chief geologist, Ester Villacorte, said the slope was safe.",
        "The slope was safe, the geologist Ester Villacorta told reporters on Monday.",
    ),
    "a_transliteration": (
        f"{FIRE}Vadim Ceban said the mill was old.",
        "The mill was old, Vadim Cheban told reporters on Monday.",
    ),
    "a_surname_cut_to_its_initial": (
        f"{FIRE}Martin Hollis denied that he lit the fire.",
        "Martin H. denied before the court that he lit the fire.",
    ),
}
TWO = {
    "a_surname_that_is_another": (
        f"{FIRE}Vadim Marin said the mill was old.",
        "The mill was old, Vadim Moran told reporters on Monday.",
    ),
    "an_initial_of_two": (
        f"{FIRE}Martin Hollis and Martin Hale denied that they lit the fire. Hale wept.",
    ),
    "another_age": (
        f"{FIRE}Sarita Belgar, 62, who sells fish beside the mill, said she smelled smoke.",
        "Smoke was smelled by a fishmonger. Sarita Belgarti (31) told reporters that she rang.",
    ),
    "another_given_name": (
        f"{FIRE}Federal mediator Harriet Cho asked both sides for time, the union said.",
        "The talks go on. Hannah Cho, the federal mediator, met the union on Monday.",
    ),
    "man_and_woman": (
        f"{FIRE}Police spokesman Martin Hollis, 41, said nobody was hurt.",
        "The mill is lost. Police spokeswoman Martina Hollis, 41, said that roads were closed.",
    ),
    "both_in_one_article": (
        f"{FIRE}Sarita Belgar, 62, and Sarita Belgarti, 62, both sell fish beside the mill.",
    ),
}


@pytest.mark.parametrize("texts", ONE.values(), ids=ONE)
def test_one_person(texts):
    assert len(people(*texts)) == 1


@pytest.mark.parametrize("texts", TWO.values(), ids=TWO)
def test_two_people(texts):
    assert len(people(*texts)) == 2
