"""Two happenings in one story that share names, place and numbers: their claims stay apart."""

from datetime import date

import pytest

from builder.jsonl import Text
from builder.texts import resolve

pytestmark = pytest.mark.model

SINKING = (
    "The ferry {ship} {deed} off Port Vasse on {day}, killing 12 people, the coast guard said. "
    "Captain Tomas Relling, 54, was questioned by police. The ferry was carrying 140 passengers. "
    "Thirty people were injured."
)
RETOLD = (
    "Twelve people were killed when the ferry {ship} {deed} off Port Vasse on {day}. The coast "
    "guard said that the ferry was carrying 140 passengers. Police questioned the captain, Tomas "
    "Relling, 54. Thirty people were injured."
)
FIRE, STORM = {"ship": "Silver Tern", "deed": "burned"}, {"ship": "Grey Heron", "deed": "sank"}


def claims_of_ferries(second: date) -> list[set[str]]:
    """The articles of each claim that several tell: a fire on 3 March, and what came after."""
    told = f"{second.day} {second:%B}"
    texts = [
        ("fire", date(2025, 3, 4), SINKING.format(**FIRE, day="3 March")),
        ("fire too", date(2025, 3, 4), RETOLD.format(**FIRE, day="3 March")),
        ("storm", second, SINKING.format(**STORM, day=told)),
        ("storm too", second, RETOLD.format(**STORM, day=told)),
    ]
    (dossier,) = resolve(
        Text(story="ferries", doc_id=id_, text=text, published=day) for id_, day, text in texts
    )
    articles = [{one["article"] for one in c["statements"]} for c in dossier["claims"]]
    return [found for found in articles if len(found) > 1]


def test_figures_of_two_happenings_are_no_two_values_of_one_thing():
    texts = [
        ("fire", date(2025, 3, 4), SINKING.format(**FIRE, day="3 March")),
        ("storm", date(2025, 3, 14), SINKING.format(**STORM, day="13 March")),
    ]
    (dossier,) = resolve(
        Text(story="ferries", doc_id=id_, text=text.replace("12", number), published=day)
        for (id_, day, text), number in zip(texts, ("12", "14"), strict=True)
    )
    told = [one["kind"] for claim in dossier["claims"] for one in claim["differences"]]
    assert "number" not in told
    assert not any(claim["updates"] for claim in dossier["claims"])


def test_two_happenings_far_apart_share_no_claim():
    apart = [{"fire", "fire too"}, {"storm", "storm too"}]
    found = claims_of_ferries(date(2025, 3, 14))
    assert all(articles in apart for articles in found)
    assert all(articles in found for articles in apart)


def test_days_close_to_each_other_part_nothing():
    assert {"fire", "fire too", "storm", "storm too"} in claims_of_ferries(date(2025, 3, 4))
