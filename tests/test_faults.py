"""A fault of the builder costs the article that it was met on, and nothing else.

The faults are put in by hand: a stage's function is replaced by one that fails on a marked text.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_cli import snapshot

pytestmark = pytest.mark.model
MARK = "Zugzwang"
SOUND = "“The bridge will stay shut,” Mayor Ana Ruiz said on Monday.\n"
MARKED = f"“The {MARK} bridge will stay shut,” Mayor Tom Fenn said on Monday.\n"
STAGES = {
    "load": "builder.load:_article",
    "clean": "builder.pipeline:clean",
    "annotate": "builder.reading:annotate",
    "extract": "builder.reading:findings_of",
}
WHOLE = {"resolve": "builder.pipeline:dossier_of", "render": "builder.pipeline:pages_of"}
HARNESS = """
import importlib, sys
place, mark, error, *sys.argv[1:] = sys.argv[1:]
module, name = place.split(":")
module = importlib.import_module(module)
sound = getattr(module, name)

def failing(*given, **settings):
    texts = (each.read_text() if hasattr(each, "read_text") else repr(each) for each in given)
    if any(mark in text for text in texts):
        raise {"KeyError": KeyError, "KeyboardInterrupt": KeyboardInterrupt}[error]("prior")
    return sound(*given, **settings)

setattr(module, name, failing)
from builder.cli import main
main()
"""


def dossier(place: str, *words: str | Path, error: str = "KeyError"):
    return subprocess.run(
        [sys.executable, "-c", HARNESS, place, MARK, error, *map(str, words)],
        capture_output=True, text=True, check=False, env={**os.environ, "COLUMNS": "300"},
    )  # fmt: skip


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = tmp_path / "story"
    subprocess.run([sys.executable, "-m", "builder", "new", folder], check=True)
    (folder / "seeds" / "fenn.txt").write_text(MARKED)
    (folder / "seeds" / "ruiz.txt").write_text(SOUND)
    return folder


@pytest.mark.parametrize("stage", STAGES)
def test_an_article_that_a_stage_fails_on_is_named_and_left_out(stage: str, story: Path) -> None:
    done = dossier(STAGES[stage], "check", story)
    kept = f".dossier-cache/faults/fenn-{stage}.txt"
    assert done.returncode == 1
    assert (
        "seeds/fenn.txt: it is left out. The builder failed on it in the stage "
        f"`{stage}` (KeyError: 'prior'). That is a fault of the builder, not yours: "
        f"please report it, with {kept}."
    ) in done.stderr
    assert "Traceback" not in done.stderr
    assert "1 article can be read, 1 problem to mend" in done.stderr
    assert "Traceback" in (story / kept).read_text()
    assert "in failing" in (story / kept).read_text()
    assert len(list((story / ".dossier-cache").glob("??/*.json"))) == 1


def test_the_other_articles_are_published(story: Path):
    done = dossier(STAGES["extract"], "build", story, "--verbose")
    assert done.returncode == 1
    assert "Built, but for 1 problem named above." in done.stderr
    assert "Traceback (most recent call last)" in done.stderr
    assert "Ana Ruiz" in (story / "site" / "people" / "index.html").read_text()
    assert "fenn" not in (story / "site" / "articles" / "index.html").read_text()


def test_where_every_article_fails_nothing_is_published(story: Path):
    (story / "seeds" / "ruiz.txt").unlink()
    done = dossier(STAGES["extract"], "build", story)
    assert done.returncode == 1
    assert "seeds: no article can be read:" in done.stderr
    assert "seeds/fenn.txt: it is left out." in done.stderr
    assert not (story / "site").exists()


@pytest.mark.parametrize("stage", WHOLE)
def test_a_fault_in_what_is_made_of_all_leaves_the_site_as_it_was(stage: str, story: Path) -> None:
    subprocess.run([sys.executable, "-m", "builder", "build", story], check=True)
    before = snapshot(story / "site")
    (story / "seeds" / "dunn.txt").write_text(SOUND.replace("Ana Ruiz", "Joan Dunn"))
    done = dossier(WHOLE[stage], "build", story)
    assert done.returncode == 1
    assert "nothing is published; the site stays as it was." in done.stderr
    assert f"in the stage `{stage}` (KeyError: 'prior')" in done.stderr
    assert "Traceback" not in done.stderr
    assert snapshot(story / "site") == before


def lines(path: Path, *texts: str) -> Path:
    rows = (
        {"story": f"story {number}", "doc_id": f"text {number}", "text": text, "published": None}
        for number, text in enumerate(texts, start=1)
    )
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    return path


@pytest.mark.parametrize(
    ("command", "place", "item"),
    [
        ("extract", "builder.reading:annotate", "text 2"),
        ("extract", "builder.reading:findings_of", "text 2"),
        ("extract", "builder.texts.articles:findings_row", "text 2"),
        ("resolve", "builder.reading:findings_of", "text 2"),
        ("resolve", "builder.texts.stories:_story_row", "story 2"),
    ],
)
def test_a_line_that_fails_is_named_and_the_others_are_written(
    command: str, place: str, item: str, tmp_path: Path
) -> None:
    source, out = lines(tmp_path / "in", SOUND, MARKED, SOUND), tmp_path / "out"
    done = dossier(place, command, "--jsonl", source, "--out", out)
    assert done.returncode == 1
    assert f"{item}: it is left out. The builder failed on it in the stage" in done.stderr
    assert "please report it, with what `--verbose` shows." in done.stderr
    assert "1 line skipped." in done.stderr
    assert len(out.read_text().splitlines()) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out"]


def test_what_was_written_until_an_interruption_is_kept(tmp_path: Path):
    source, out = lines(tmp_path / "in", SOUND, MARKED), tmp_path / "out"
    done = dossier(
        "builder.texts.stories:_story_row", "resolve", "--jsonl", source, "--out", out,
        error="KeyboardInterrupt",
    )  # fmt: skip
    assert done.returncode != 0
    assert json.loads(out.read_text())["story"] == "story 1"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out"]
