"""Ids and addresses that outlive rewording, merging, splitting and renaming."""

import json
from pathlib import Path

import pytest

from builder.errors import SettingsError
from builder.permalinks import Candidate, Permalinks, read_permalinks


def candidate(words: str, *anchors: str) -> Candidate:
    return Candidate(words=words, anchors=frozenset(anchors))


def next_build(before: Permalinks) -> Permalinks:
    data = json.loads(before.as_json())
    return Permalinks(data["ids"], data["pages"])


def test_a_new_id_is_made_of_the_words():
    assert Permalinks().assign("people", [candidate("Ana Ruiz", "ana-ruiz")]) == ("ana-ruiz",)


def test_a_reworded_claim_keeps_its_id():
    first = Permalinks()
    first.assign("claims", [candidate("the port shut", "s1", "s2")])
    again = next_build(first).assign("claims", [candidate("the harbour closed", "s2", "s3")])
    assert again == ("the-port-shut",)


def test_ids_are_unique_across_kinds():
    links = Permalinks()
    links.assign("people", [candidate("Washington", "p")])
    assert links.assign("places", [candidate("Washington", "q")]) == ("washington-2",)


def test_an_articles_id_is_nobody_elses():
    links = Permalinks()
    links.reserve(["dpa"])
    assert links.assign("outlets", [candidate("dpa", "dpa")]) == ("dpa-2",)


def test_an_article_that_takes_a_published_id_leaves_a_redirect():
    first = Permalinks()
    first.assign("outlets", [candidate("dpa", "dpa")])
    first.publish({"dpa": "outlets/dpa/"})
    links = next_build(first)
    links.reserve(["dpa"])
    assert links.assign("outlets", [candidate("dpa", "dpa")]) == ("dpa-2",)
    pages = {"dpa": "articles/dpa/", "dpa-2": "outlets/dpa-2/"}
    assert links.publish(pages) == (("outlets/dpa/", "outlets/dpa-2/"),)


def test_an_id_is_looked_up_as_the_last_build_left_it():
    first = Permalinks()
    first.assign("people", [candidate("Ana Ruiz", "ana-ruiz", "ana-vega")])
    assert first.anchors("people", "ana-ruiz") == frozenset()
    assert next_build(first).anchors("people", "ana-ruiz") == {"ana-ruiz", "ana-vega"}
    assert next_build(first).anchors("places", "ana-ruiz") == frozenset()


def test_a_split_claim_leaves_the_id_to_the_larger_part():
    first = Permalinks()
    first.assign("claims", [candidate("both", "s1", "s2", "s3")])
    ids = next_build(first).assign(
        "claims", [candidate("small part", "s1"), candidate("large part", "s2", "s3")]
    )
    assert ids == ("small-part", "both")


def test_of_two_ids_that_share_as_much_the_one_with_fewer_anchors_is_kept():
    first = Permalinks()
    first.assign("claims", [candidate("a wide one", "s1", "s2", "s3")])
    links = next_build(first)
    data = json.loads(links.as_json())["ids"]
    data["claims"]["narrow"] = ["s1"]
    assert Permalinks(data).assign("claims", [candidate("new", "s1")]) == ("narrow",)


def test_merged_claims_redirect_to_the_one_that_remains():
    first = Permalinks()
    first.assign("claims", [candidate("one", "s1", "s2"), candidate("two", "s3")])
    first.publish({"one": "claims/one/", "two": "claims/two/"})
    second = next_build(first)
    assert second.assign("claims", [candidate("all", "s1", "s2", "s3")]) == ("one",)
    assert second.publish({"one": "claims/one/"}) == (("claims/two/", "claims/one/"),)


def test_an_id_of_another_kind_takes_over_the_address():
    first = Permalinks()
    first.assign("organisations", [candidate("Novak", "novak")])
    first.publish({"novak": "organisations/novak/"})
    second = next_build(first)
    assert second.assign("organisations", []) == ()
    assert second.assign("people", [candidate("Novak", "novak")]) == ("novak-2",)
    assert second.publish({"novak-2": "people/novak-2/"}) == (
        ("organisations/novak/", "people/novak-2/"),
    )


def test_a_page_without_heir_leads_to_its_section():
    first = Permalinks()
    first.assign("people", [candidate("Ana Ruiz", "ana-ruiz")])
    first.publish({"ana-ruiz": "people/ana-ruiz/"})
    second = next_build(first)
    second.assign("people", [])
    assert second.publish({}) == (("people/ana-ruiz/", "people/"),)


def test_an_id_that_comes_back_is_the_same():
    first = Permalinks()
    first.assign("people", [candidate("Ana Ruiz", "ana-ruiz")])
    second = next_build(first)
    second.assign("people", [])
    third = next_build(second)
    assert third.assign("people", [candidate("A. Ruiz", "ana-ruiz")]) == ("ana-ruiz",)


def test_the_same_build_twice_gives_the_same_bytes():
    first = Permalinks()
    first.assign("claims", [candidate("one", "s1"), candidate("one", "s2")])
    second = next_build(first)
    second.assign("claims", [candidate("one", "s1"), candidate("one", "s2")])
    assert first.as_json() == second.as_json()


@pytest.mark.parametrize("words", ["", "!!!", "\u200b"], ids=["empty", "marks", "zero_width"])
def test_words_without_letters_take_the_name_of_their_kind(words: str):
    assert Permalinks().assign("claims", [candidate(words, "s")]) == ("claims",)


def test_a_name_of_500_characters_makes_a_short_id():
    (id_,) = Permalinks().assign("people", [candidate("a" * 500, "s")])
    assert len(id_) <= 60


def test_a_missing_file_means_nothing_was_published(tmp_path: Path):
    assert read_permalinks(tmp_path).assign("people", []) == ()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"ids": 1, "pages": []}', '{"ids": {"a": 1}}'])
def test_a_broken_file_is_an_error_with_a_next_step(tmp_path: Path, text: str):
    (tmp_path / "permalinks.json").write_text(text)
    with pytest.raises(SettingsError, match=r"permalinks\.json: .* Restore it"):
        read_permalinks(tmp_path)


def test_nobody_takes_the_address_of_a_section() -> None:
    assert Permalinks().assign("people", [Candidate(words="Index", anchors=frozenset())]) == (
        "index-2",
    )
