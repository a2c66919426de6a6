"""A maintainer's day with the command: build, add, change, rename and remove articles, publish."""

import json
import shutil
from pathlib import Path

import pytest

from tests.test_cli import dossier, snapshot

pytestmark = pytest.mark.model
ALPHA = """---
title: Crane falls at Port Alba
outlet: Bay Herald
published: 2026-03-03
---
Crane falls at Port Alba

Nine people were injured when a crane fell at Port Alba on Tuesday, Mayor Lena Ortiz said.

“We will rebuild the crane before summer,” Ortiz told reporters. The repair will cost 40 million
dollars.
"""
BETA = """---
title: Ten hurt in crane accident
outlet: Coast Radio
published: 2026-03-04
---
Ten hurt in crane accident

Ten people were injured when a crane fell at Port Alba on Tuesday, police chief Tom Okoro said on
Wednesday.

The repair will cost 45 million dollars, Okoro said.
"""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier of one article, published."""
    folder = tmp_path_factory.mktemp("publish") / "story"
    assert dossier("new", folder).returncode == 0
    (folder / "seeds" / "alpha.txt").write_text(ALPHA)
    made = dossier("publish", folder)
    assert made.returncode == 0, made.stderr
    return folder


@pytest.fixture
def story(published: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(published, tmp_path / "story"))


def built(story: Path, *options: str) -> str:
    made = dossier("build", story, *options)
    assert made.returncode == 0, made.stderr
    return made.stderr


def test_publish_says_what_is_published_and_what_to_keep(story: Path):
    made = dossier("publish", story)
    assert made.returncode == 0
    assert "Published: 1 article, 1 person, 2 quotes, 4 claims with a page." in made.stderr
    assert f"The site is in {story / 'site'}. Upload that folder" in made.stderr
    assert "Keep published.json and permalinks.json under version control" in made.stderr


def test_nothing_changed(story: Path):
    before = (story / "published.json").read_bytes()
    said = built(story).splitlines()
    assert "Nothing changed since it was last published." in said
    assert not any("dossier publish" in line for line in said)
    assert (story / "published.json").read_bytes() == before
    page = (story / "site" / "changes" / "index.html").read_text()
    assert "With the last publication" in page  # whoever builds it again shows readers the same


def test_an_added_article_is_told_until_it_is_published(story: Path):
    (story / "seeds" / "beta.txt").write_text(BETA)
    said = built(story)
    assert (
        "New: seeds/beta.txt (Coast Radio, 4 March 2026): 1 new person; 1 contradiction: The "
        "repair will cost 40 million dollars (the number: 40 million dollars against 45 million "
        "dollars); 1 claim updated: Ten people were injured (Nine → Ten)."
    ) in said
    assert said.splitlines()[-1] == f"When it is as you want it: dossier publish {story}"
    assert len(said.splitlines()) <= 20
    site = snapshot(story / "site")
    assert "New: <a" in site["changes/index.html"].decode()
    built(story)
    assert snapshot(story / "site") == site
    assert dossier("publish", story).returncode == 0
    assert snapshot(story / "site") == site
    assert "Nothing changed" in built(story)


def test_a_changed_article_says_who_came_and_who_went(story: Path):
    other = ALPHA.replace("Lena Ortiz", "Marta Lund").replace("Ortiz", "Lund")
    (story / "seeds" / "alpha.txt").write_text(other)
    said = built(story)
    assert "Changed: seeds/alpha.txt (Bay Herald, 3 March 2026): 1 new person" in said
    assert "1 name in no article any more: Lena Ortiz." in said
    assert "(said by Marta Lund, before by Lena Ortiz)" in said


def test_a_renamed_article_is_not_gone(story: Path):
    (story / "seeds" / "alpha.txt").rename(story / "seeds" / "first.txt")
    said = built(story)
    assert "  Renamed: seeds/first.txt (Bay Herald, 3 March 2026), was seeds/alpha.txt.\n" in said
    assert "Removed" not in said
    assert "withdrawn" not in said


def test_a_removed_article_takes_its_claims_with_it(story: Path):
    (story / "seeds" / "beta.txt").write_text(BETA)
    (story / "seeds" / "alpha.txt").unlink()
    said = built(story)
    assert "Removed: seeds/alpha.txt (Bay Herald, 3 March 2026): " in said
    assert "withdrawn: " in said
    assert "1 name in no article any more: Lena Ortiz." in said


def test_a_decision_is_told_apart_from_articles(story: Path):
    (story / "editorial.yml").write_text("- {rename: Lena Ortiz, to: Lena Ortiz Vega, why: x}\n")
    assert "1 name changed: Lena Ortiz Vega (was Lena Ortiz)." in built(story)


def test_with_a_problem_nothing_is_published_unless_asked(story: Path):
    (story / "seeds" / "beta.txt").write_text(BETA)
    (story / "seeds" / "bad.txt").write_bytes(b"")
    site, before = snapshot(story / "site"), (story / "published.json").read_bytes()
    for words in (["publish", story], ["build", "--strict", story]):
        made = dossier(*words)
        assert made.returncode == 1
        assert "1 problem to mend first:\n  seeds/bad.txt: " in made.stderr
        assert snapshot(story / "site") == site
    assert (story / "published.json").read_bytes() == before
    made = dossier("publish", "--anyway", story)
    assert made.returncode == 0
    assert "Left out: 1 problem named above." in made.stderr
    files = [row["file"] for row in json.loads((story / "published.json").read_text())["articles"]]
    assert files == ["seeds/alpha.txt", "seeds/beta.txt"]


def test_locked_fails_where_an_address_is_new(story: Path):
    built(story, "--locked")
    (story / "seeds" / "beta.txt").write_text(BETA)
    site = snapshot(story / "site")
    made = dossier("build", "--locked", story)
    assert made.returncode == 1
    assert "permalinks.json: this build would change it" in made.stderr
    assert snapshot(story / "site") == site


def test_no_site_writes_pages_alone(story: Path):
    (story / "seeds" / "beta.txt").write_text(BETA)
    site = snapshot(story / "site")
    said = built(story, "--no-site", "--jobs", "1")
    assert f"The pages are in {story / 'docs'}. No site was built." in said
    assert snapshot(story / "site") == site
    assert (story / "docs" / "articles" / "beta.md").exists()


def test_a_page_changed_by_hand_is_kept_and_named(story: Path):
    page = story / "docs" / "people" / "lena-ortiz.md"
    made = page.read_text()
    assert made.startswith("---\n# Made by `dossier build`")
    page.write_text(f"{made}\nShe is the deputy mayor.\n")
    said = built(story)
    kept = ".dossier-cache/edited/people/lena-ortiz.md.edited"
    assert "docs/people/lena-ortiz.md: it was changed by hand" in said
    assert f"kept as {kept}. Correct it in editorial.yml" in said
    assert "She is the deputy mayor." in (story / kept).read_text()
    assert page.read_text() == made
    assert "changed by hand" not in built(story)
    assert dossier("clean", story).returncode == 0
    assert (story / kept).exists()
    assert [path.name for path in (story / ".dossier-cache").iterdir()] == ["edited"]


def test_no_reader_sees_the_words_for_maintainers(story: Path):
    for page in (story / "site").rglob("*.html"):
        assert "Made by `dossier build`" not in page.read_text()


def test_a_record_that_cannot_be_read_stops_the_build(story: Path):
    site = snapshot(story / "site")
    (story / "published.json").write_text("{")
    made = dossier("build", story)
    assert made.returncode == 1
    assert "published.json: it cannot be read" in made.stderr
    assert snapshot(story / "site") == site
