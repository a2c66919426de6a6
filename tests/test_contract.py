"""The contract of `dossier.json` over every story that the tests know, and over the commands."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic_core import to_json

from builder import Text, extract, resolve
from builder.export import contract_schema, dossier_row
from builder.links import page_file
from builder.load import load_seeds
from builder.model.dossier import Dossier
from builder.pipeline import build_pages
from builder.render.pages.data import DataFile
from builder.settings import Settings
from tests.conftest import GOLDEN, REPOSITORY, copy_story
from tests.contract import Row, addresses, faults, schema_faults
from tests.rendering import exports_of, pages_of
from tests.story_of_three import TEXTS, empty, three

STORIES = REPOSITORY / "tests" / "stories"
FOLDERS = [REPOSITORY, *sorted(GOLDEN.parent.glob("*/")), *sorted(STORIES.glob("*/"))]


def texts_of(folder: Path) -> dict[str, str]:
    return {raw.id: raw.text for raw in load_seeds(folder).articles}


def whole(row: object) -> Any:
    """The row as another program reads it."""
    return json.loads(json.dumps(row))


@pytest.fixture
def row() -> Row:
    return whole(json.loads(exports_of(three())["data/dossier.json"]))


@pytest.mark.model
@pytest.mark.parametrize("story", FOLDERS, ids=lambda story: story.name)
def test_every_story_keeps_the_contract(story: Path, tmp_path: Path):
    folder = copy_story(story, tmp_path)
    build_pages(folder)
    dossier = json.loads((folder / "docs" / "data" / "dossier.json").read_text())
    assert faults(dossier, texts_of(folder), addresses(folder / "docs")) == []


def test_the_invented_dossier_keeps_the_contract(row: Row):
    files = pages_of(three(), Settings())
    named = {f"{page}" for item in [*row["people"], *row["claims"]] if (page := item["page"])}
    assert {page_file(page) for page in named} <= set(files)
    assert faults(row, TEXTS) == []


def test_an_empty_dossier_keeps_the_contract():
    assert faults(json.loads(exports_of(empty())["data/dossier.json"]), {}) == []


@pytest.mark.model
def test_the_commands_keep_the_contract():
    found = texts_of(GOLDEN)
    texts = [Text(story="s", doc_id=id_, text=text) for id_, text in sorted(found.items())]
    (story,) = whole(list(resolve(texts)))
    assert [*schema_faults(story, "StoryRow"), *faults(story, found)] == []
    for line in whole(list(extract(texts))):
        assert list(schema_faults(line, "FindingsRow")) == []
    assert list(schema_faults({**story, "story": ""}, "StoryRow"))


def test_the_schema_is_published_beside_the_data():
    files = exports_of(three())
    schema = json.loads(files["data/dossier.schema.json"])
    Draft202012Validator.check_schema(schema)
    assert schema == contract_schema()
    named = json.loads(files["data/dossier.json"])["$schema"]
    assert f"data/{named}" in files
    sizes = {name: DataFile(size=len(text.encode())) for name, text in files.items()}
    assert named in pages_of(three(), Settings(), sizes)["data/index.md"]


@pytest.mark.parametrize("story", [three, empty])
def test_the_data_are_printed_row_by_row_as_they_would_be_whole(story: Callable[[], Dossier]):
    whole = {"$schema": "dossier.schema.json", **dossier_row(story())}
    assert exports_of(story())["data/dossier.json"] == to_json(whole, indent=1).decode() + "\n"


def test_every_key_is_required_and_described():
    for name, kind in contract_schema()["$defs"].items():
        assert kind["description"], name
        assert set(kind["required"]) == set(kind["properties"])
        undescribed = [key for key, told in kind["properties"].items() if not told["description"]]
        assert undescribed == [], name


def broken(change: Callable[[Row], object], says: str, id_: str) -> Any:
    return pytest.param(change, says, id=id_)


def put(*path: str | int, to: object) -> Callable[[Row], None]:
    """Another value at a place of the dossier."""

    def change(row: Row) -> None:
        place: Any = row
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = to

    return change


FAULTS = [
    broken(lambda row: row.pop("claims"), "'claims' is a required", "a_key_is_missing"),
    broken(put("quotes", 0, "kind", to="sung"), "'sung' is not one of", "an_unknown_kind"),
    broken(put("quotes", 0, "confidence", to=1.5), "maximum of 1", "more_than_sure"),
    broken(
        put("articles", 1, "published", to="24 May"), "is not valid under any", "a_day_in_words"
    ),
    broken(put("people", 0, "name", to=""), "should be non-empty", "a_name_of_nothing"),
    broken(put("people", 0, "name", to=None), "None is not of type", "no_name"),
    broken(put("claims", 0, "statements", to=[]), "should be non-empty", "a_claim_of_nothing"),
    broken(put("places", 0, "id", to="ana-ruiz"), "ana-ruiz stands 2", "an_id_of_two_kinds"),
    broken(
        put("organisations", 0, "aliases", to=["The Bay  Herald"]),
        "by the name “bay herald”",
        "an_outlet_as_an_organisation",
    ),
    broken(put("quotes", 0, "via", to="ana-ruiz"), "is none of the outlets", "an_id_of_no_outlet"),
    broken(put("claims", 0, "people", to=["nobody"]), "none of the people", "an_id_of_nobody"),
    broken(put("quotes", 0, "end", to=9000), "is no passage of", "beyond_the_text"),
    broken(put("quotes", 0, "text", to="“Yes,”"), "is not what", "words_that_stand_elsewhere"),
    broken(put("articles", 0, "boilerplate", to=[[4, 9000]]), "no passage", "masked_nothing"),
    broken(put("quotes", 0, "kind", to="mixed"), "has 0 pieces", "a_mixed_quote_without_pieces"),
    broken(put("quotes", 0, "group", to="g"), "of one part", "a_part_alone"),
    broken(put("utterances", 0, "quotes", to=["q-daily"]), "only one of", "half_an_utterance"),
    broken(put("articles", 0, "outlet", to="daily-alba"), "only one of", "another_outlet"),
    broken(put("claims", 0, "independent_sources", to=9), "more independent", "too_many_sources"),
    broken(
        lambda row: row["claims"][3].update(statements=row["claims"][1]["statements"]),
        "stands in claims twice",
        "a_statement_of_two_claims",
    ),
    broken(put("claims", 0, "related", to=["nobody"]), "related to no", "related_to_nothing"),
    broken(
        put(
            "claims",
            0,
            "updates",
            to=[
                {"value": "9", "as_of": "2026-05-04", "statements": [0]},
                {"value": "8", "as_of": "2026-05-03", "statements": [0]},
            ],
        ),
        "out of order",
        "updates_out_of_order",
    ),
    broken(
        put("claims", 0, "differences", 0, "values", 0, "statements", to=[7]),
        "that it does not have",
        "a_difference_of_no_statement",
    ),
    broken(
        put("events", 1, "conflicts", 0, "passages", to=[7]),
        "that it does not have",
        "a_conflict_of_no_passage",
    ),
    broken(put("events", 0, "date", to="2023-02-31"), "is no EDTF", "a_day_that_is_none"),
    broken(put("people", 0, "page", to="people/x/"), "is not made", "a_page_that_is_none"),
]


@pytest.mark.parametrize(("change", "says"), FAULTS)
def test_a_broken_contract_is_told(row: Row, change: Callable[[Row], object], says: str):
    pages = {
        item["page"]
        for kind in ("articles", "people", "organisations", "places", "outlets", "claims")
        for item in row[kind]
    }
    assert faults(row, TEXTS, pages) == []
    change(row)
    found = faults(row, TEXTS, pages)
    assert any(says in fault for fault in found), found


def test_blanks_at_the_edge_of_a_quote_are_told(row: Row):
    quote = row["quotes"][0]
    quote["start"] -= 1
    quote["text"] = f" {quote['text']}"
    (fault,) = faults(row, TEXTS)
    assert "has a blank at its edge" in fault


def test_parts_of_one_cue_share_their_group(row: Row):
    cue = {"start": 0, "end": 3, "text": TEXTS["bay_herald"][:3]}
    first, second = row["quotes"][0], {**row["quotes"][0], "id": "q-2", "utterance": None}
    first["cue"] = second["cue"] = cue
    row["quotes"].append(second)
    assert any("do not share their group" in fault for fault in faults(row, TEXTS))


VALUES = (
    "2023", "2023-05", "2023-05-24", "2023-W20", "2023-W20-WE", "2023-Q2", "2023-H1", "2023-SU",
    "202", "20", "FY2024", "2023-05-24T09:30", "2023-05-24T09:30Z", "2023-05-24TEV", "XXXX-WXX-1",
    "XXXX-12-25", "PAST_REF", "PRESENT_REF", "P2W", "PXD", "P2.5Y", "P1500000Y", "PT36H", "P1WE",
    "P3DE", "P1DT12H", "PT1H30M",
)  # fmt: skip
NO_VALUES = (
    "", "May", "2023-5", "2023-13", "2023-05-32", "2023-W54", "P1.5e+06Y", "P٣Y", "２０２３", "P",
    "PT", "PD", "P2", "2W", "P1e3D", "P.5Y", "P1,000D", "2023-05-24T25:00", "2023-05T09:30",
    "24 May 2023", "-2023", "2023-05-24 ",
)  # fmt: skip


def times_of(value: str) -> list[str]:
    time = {"start": 0, "end": 1, "text": "x", "type": "DATE", "value": value}
    line = {"doc_id": "a", "quotes": [], "times": [time], "mentions": [], "statements": []}
    return list(schema_faults(line, "FindingsRow"))


@pytest.mark.parametrize("value", VALUES)
def test_values_of_timex3(value: str):
    assert times_of(value) == []


@pytest.mark.parametrize("value", NO_VALUES)
def test_what_is_no_value_of_timex3(value: str):
    assert times_of(value)
