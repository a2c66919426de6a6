"""The invented story: its data and its pages, against what was accepted.

Two goldens, so that a failure shows which of the two moved: `dossier.json` and `pages.txt`. Read
the difference before accepting it: `.venv/bin/pytest tests/test_golden.py --accept`.
"""

import json
from pathlib import Path

import pytest

from builder.pipeline import build_pages
from tests.conftest import GOLDEN

pytestmark = pytest.mark.model
ACCEPT = "If the change is meant: .venv/bin/pytest tests/test_golden.py --accept"


@pytest.fixture
def docs(harbour: Path) -> Path:
    build_pages(harbour)
    return harbour / "docs"


def test_the_data_is_as_accepted(docs: Path, request: pytest.FixtureRequest):
    compare(GOLDEN / "dossier.json", (docs / "data" / "dossier.json").read_text(), request)


def test_the_pages_are_as_accepted(docs: Path, request: pytest.FixtureRequest):
    pages = "".join(
        f"──────── {path.relative_to(docs)}\n{path.read_text()}\n"
        for path in sorted(docs.rglob("*.md"))
    )
    compare(GOLDEN / "pages.txt", pages, request)


def test_what_the_story_must_show(docs: Path):
    """What the golden stands for, so that accepting it blindly cannot lose it."""
    dossier = json.loads((docs / "data" / "dossier.json").read_text())
    people = {person["name"]: person for person in dossier["people"]}
    assert {"Ana Ruiz", "Marta Ruiz", "Tomas Okafor", "Piet de Vries"} <= set(people)
    assert dossier["people"] == sorted(dossier["people"], key=lambda person: person["id"])
    (line,) = [line for line in dossier["lineages"] if len(line["articles"]) > 1]
    assert (line["articles"], line["source"]) == (["coast", "gazette"], "afp")
    by_id = {quote["id"]: quote for quote in dossier["quotes"]}
    told_twice = [
        {by_id[quote]["article"] for quote in said["quotes"]}
        for said in dossier["utterances"]
        if len(said["quotes"]) > 1
    ]
    assert {"coast", "gazette"} in told_twice
    numbers = [
        {given["value"] for given in difference["values"]}
        for claim in dossier["claims"]
        for difference in claim["differences"]
        if difference["kind"] == "number"
    ]
    assert any({"14", "17"} <= {value.split()[0] for value in values} for values in numbers)
    assert "Minister of Transport" in (docs / "people" / "tomas-okafor.md").read_text()
    (visit,) = [event for event in dossier["events"] if event["status"] == "planned"]
    assert (visit["date"], len(visit["passages"])) == ("2026-03-06", 2)


def compare(golden: Path, found: str, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--accept"):
        golden.write_text(found)
    assert found == golden.read_text(), ACCEPT
