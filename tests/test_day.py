"""A maintainer's day: new, add, build, publish, review, correct, check, serve, publish again."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site import Site, page, sent, served
from tests.test_cli import dossier
from tests.test_live import Served

pytestmark = pytest.mark.model
FIRST = (
    "The ferry company was fined 40,000 pounds on Tuesday, the harbour court said.",
    "“We will appeal against this fine at once,” Marta Lindqvist, its head, told reporters.",
    "Ana Ruiz met Bea Ruiz on the quay before the hearing began. Ruiz said the boats were old.",
)
SECOND = (
    "The ferry company was fined 45,000 pounds on Tuesday, the court in Stellwick said.",
    "Marta Lindqvist, who leads the company, said: “We will appeal at once against this fine.”",
    "Boats will not sail on Wednesday, and passengers have to take the road by the coast.",
)


@pytest.fixture
def site() -> Iterator[Site]:
    with served({}) as site:
        yield site


def ended_well(*words: str | Path) -> str:
    done = dossier(*words)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def test_a_day(tmp_path: Path, site: Site):
    story = tmp_path / "story"
    ended_well("new", story)

    site.pages["/coast/ferry"] = sent(page(paragraphs=FIRST))
    ended_well("add", site.at("/coast/ferry"), "--folder", story, "--allow-private")
    (kept,) = (story / "seeds").glob("*.txt")
    assert FIRST[1] in kept.read_text()
    assert "already" in ended_well("add", kept, "--folder", story, "--outlet", "Coast Radio")

    said = ended_well("build", story)
    assert f"New: seeds/{kept.name}" in said
    assert f"dossier publish {story}" in said
    assert "Published: 1 article" in ended_well("publish", story)

    second = tmp_path / "quay.txt"
    second.write_text("\n\n".join(SECOND))
    ended_well("add", second, "--folder", story, "--outlet", "Quay Post",
               "--published", "2026-03-05")  # fmt: skip
    said = ended_well("build", story)
    assert "New: seeds/quay.txt (Quay Post, 5 March 2026)" in said
    assert "40,000" in said
    assert "45,000" in said

    asked = map(json.loads, ended_well("review", story, "--json").splitlines())
    name = next(one for one in asked if one["kind"] == "name" and one["accept"])
    assert name["asks"] == "Whom does “Ruiz” name: is it Ana Ruiz or Bea Ruiz?"

    address = re.search(r'href="([^"]*#q-the-boats-were-old[^"]*)"', whole(story / "site"))
    assert address is not None  # what the page shows is what the decision takes
    decision = f"- speaker: {address[1]}\n  to: Bea Ruiz\n  why: Heard on the tape.\n"
    (story / "editorial.yml").write_text(decision)
    ended_well("build", story)
    data = json.loads((story / "docs" / "data" / "dossier.json").read_text())
    (quote,) = [one for one in data["quotes"] if "the boats were old" in one["text"]]
    assert (quote["speaker"], quote["confidence"]) == ("bea-ruiz", 1.0)

    assert "2 articles can be read, 0 problems" in ended_well("check", story)
    preview = Served(story)
    assert "Bea Ruiz" in preview.page("people/")
    preview.end()
    assert "Published: 2 articles" in ended_well("publish", story)
    assert "Nothing changed since it was last published." in ended_well("build", story)


def whole(site: Path) -> str:
    return "".join(path.read_text() for path in sorted(site.rglob("*.html")))
