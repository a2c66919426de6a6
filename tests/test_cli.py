"""The command as a maintainer types it: what it says, and how it ends."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.model
DOSSIER = [sys.executable, "-m", "builder"]


def dossier(*words: str | Path, stdin: str = "", cwd: Path | None = None):
    return subprocess.run(
        [*DOSSIER, *map(str, words)],
        input=stdin, capture_output=True, text=True, check=False, cwd=cwd,
        env={**os.environ, "COLUMNS": "200"},
    )  # fmt: skip


def snapshot(site: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(site)): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder made by `dossier new`, with one article, built once."""
    folder = tmp_path_factory.mktemp("cli") / "story"
    assert dossier("new", folder).returncode == 0
    (folder / "seeds" / "a.txt").write_text("“We will stay,” Mayor Ana Ruiz said on Monday.\n")
    made = dossier("build", folder)
    assert made.returncode == 0, made.stderr
    return folder


@pytest.fixture
def story(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "story"))


def test_a_new_folder_builds_a_site(built: Path):
    assert "Ana Ruiz" in (built / "site" / "people" / "index.html").read_text()


def test_a_second_build_gives_the_same_bytes(story: Path):
    before = snapshot(story / "site")
    (story / ".dossier-cache" / "built.json").unlink()
    assert dossier("build", story).returncode == 0
    assert snapshot(story / "site") == before


def test_a_build_that_would_change_nothing_says_so(story: Path):
    assert dossier("build", story).returncode == 0  # the copy of a site is another site
    before = snapshot(story / "site")
    again = dossier("build", story)
    assert "Nothing changed since the last build." in again.stderr
    assert "Reading" not in again.stderr
    assert snapshot(story / "site") == before


def test_ctrl_c_ends_a_build_with_a_sentence_and_the_site_stays(story: Path):
    before = snapshot(story / "site")
    (story / "seeds" / "b.txt").write_text("“We left,” engineer Ben Cole said.\n")
    build = subprocess.Popen([*DOSSIER, "build", str(story)], stderr=subprocess.PIPE, text=True)
    assert build.stderr is not None
    assert build.stderr.readline().startswith("Reading")
    build.send_signal(signal.SIGINT)
    _, said = build.communicate(timeout=60)
    assert build.returncode == 130
    assert said.splitlines()[-1].startswith("Stopped. What was published stays as it was")
    assert snapshot(story / "site") == before
    assert dossier("build", story).returncode == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--version"], "dossier 0."),
        (["-h"], "Turn the articles about one story into a website"),
        (["build", "-h"], "Example: dossier build my-story"),
    ],
    ids=["version", "help", "example"],
)
def test_the_command_tells_of_itself(words: list[str], said: str):
    assert said in dossier(*words).stdout


def test_quiet_says_only_where_the_site_is(story: Path):
    built = dossier("build", story, "--quiet")
    assert [line.split(" is in ")[0] for line in built.stderr.splitlines()] == ["The site"]


def test_new_leaves_a_folder_in_use_alone(story: Path):
    made = dossier("new", story)
    assert made.returncode == 1
    assert "is not empty" in made.stderr


BAD_ARTICLES = {
    "empty": (b"", "b.txt"),
    "binary": (bytes(range(256)) * 8, "b.txt"),
    "blank": (b" \n\n", "b.txt"),
    "broken_front_matter": (b"---\ntitle: [\n---\nText of it.\n", "b.txt:"),
    "unknown_key": (b"---\ntilte: x\n---\nText of it.\n", "b.txt:2"),
}


@pytest.mark.parametrize("name", BAD_ARTICLES)
def test_a_bad_article_is_named_and_the_rest_published(story: Path, name: str):
    contents, place = BAD_ARTICLES[name]
    (story / "seeds" / "b.txt").write_bytes(contents)
    (story / "seeds" / "c.txt").write_text("Tomas Okafor arrived in Leeds.\n")
    made = dossier("build", story)
    assert made.returncode == 1
    assert f"seeds/{place}" in made.stderr
    assert "Traceback" not in made.stderr
    assert (story / "site" / "articles" / "c" / "index.html").exists()


BAD_FOLDERS = {
    "unknown_setting": ("dossier.yml", "titel: x\n", "dossier.yml:1"),
    "broken_settings": ("dossier.yml", "title: [\n", "dossier.yml:2"),
    "broken_decisions": ("editorial.yml", "- drop: x\n", "editorial.yml:1"),
    "missing_model": ("dossier.yml", "language_model: no_such\n", "no_such"),
    "only_a_bad_article": ("seeds/a.txt", "", "seeds/a.txt"),
    "broken_permalinks": ("permalinks.json", "{", "permalinks.json"),
}


@pytest.mark.parametrize("name", BAD_FOLDERS)
def test_nothing_is_published_and_the_site_stays(story: Path, name: str):
    file, contents, place = BAD_FOLDERS[name]
    before = snapshot(story / "site")
    (story / file).write_text(contents)
    made = dossier("build", story)
    assert made.returncode == 1
    assert place in made.stderr
    assert "Traceback" not in made.stderr
    assert snapshot(story / "site") == before


def test_a_missing_seeds_folder_says_what_to_do(story: Path):
    shutil.rmtree(story / "seeds")
    made = dossier("build", story)
    assert made.returncode == 1
    assert "seeds" in made.stderr
    assert "Traceback" not in made.stderr


def test_a_decision_that_matches_nothing_is_reported_after_publishing(story: Path):
    (story / "editorial.yml").write_text("- drop: Nobody Here\n  why: a test\n")
    made = dossier("build", story)
    assert made.returncode == 1
    assert "editorial.yml:1: `drop: Nobody Here` matches nothing" in made.stderr


def test_a_removed_article_keeps_its_address(story: Path):
    (story / "seeds" / "a.txt").rename(story / "seeds" / "z.txt")
    assert dossier("build", story).returncode == 0
    assert (story / "site" / "articles" / "a" / "index.html").exists()


def test_check_finds_decisions_that_match_nothing(story: Path):
    (story / "editorial.yml").write_text("- drop: Nobody Here\n  why: a test\n")
    checked = dossier("check", story)
    assert checked.returncode == 1
    assert "editorial.yml:1" in checked.stderr


def test_check_lists_what_is_missing_and_what_that_costs(story: Path):
    checked = dossier("check", story)
    assert checked.returncode == 0
    assert "seeds/a.txt: no `published`: relative dates" in checked.stderr
    (story / "seeds" / "b.txt").write_bytes(b"")
    assert dossier("check", story).returncode == 1


def test_check_names_the_day_that_is_inferred(story: Path):
    (story / "seeds" / "b.txt").write_text(
        "LEEDS, March 4, 2026 (AFP) – The port closed on Wednesday, the mayor said.\n"
    )
    assert "b.txt: no `published`: 2026-03-04 is taken" in dossier("check", story).stderr


def test_clean_removes_what_was_generated_and_nothing_else(story: Path):
    (story / "docs" / "mine.md").write_text("# Mine\n")
    assert dossier("clean", story).returncode == 0
    left = [path.name for path in sorted((story / "docs").rglob("*")) if path.is_file()]
    assert left == [".gitkeep", "mine.md"]
    assert not (story / "site").exists()
    assert (story / "seeds" / "a.txt").exists()


def test_clean_touches_no_folder_that_is_no_dossier(tmp_path: Path):
    (tmp_path / ".dossier-cache").mkdir()
    (tmp_path / "site").mkdir()
    assert dossier("clean", tmp_path).returncode == 1
    assert (tmp_path / ".dossier-cache").exists()
    assert (tmp_path / "site").exists()


def test_a_site_of_somebody_else_is_not_replaced(story: Path):
    shutil.rmtree(story / "site")
    (story / "site").mkdir()
    (story / "site" / "keep.txt").write_text("precious")
    for command in ("build", "clean"):
        made = dossier(command, story)
        assert made.returncode == 1
        assert "was not made by `dossier build`" in made.stderr
    assert (story / "site" / "keep.txt").read_text() == "precious"


def test_a_file_in_the_way_is_one_sentence(story: Path):
    shutil.rmtree(story / ".dossier-cache")
    (story / ".dossier-cache").write_text("x")
    made = dossier("build", story)
    assert made.returncode == 1
    assert "Traceback" not in made.stderr
    assert "cannot be used" in made.stderr


def test_what_cannot_be_written_is_named_and_leaves_no_half(story: Path):
    """The system refuses files above a size, as a full disk refuses all."""
    (story / "seeds" / "b.txt").write_text("“We will go,” Mayor Ana Ruiz said on Tuesday.\n")
    before = snapshot(story)
    unmeasured = {name: value for name, value in os.environ.items() if "COVERAGE" not in name}
    made = subprocess.run(
        ["/bin/sh", "-c", 'ulimit -f 1; exec "$@"', "sh", *DOSSIER, "build", str(story)],
        capture_output=True, text=True, check=False, env=unmeasured,
    )  # fmt: skip
    assert made.returncode == 1
    assert "cannot be used (File too large)" in made.stderr
    assert f"{story}/" in made.stderr.splitlines()[-1]
    assert not list(story.rglob("*.new"))
    assert snapshot(story / "site") == {
        name.removeprefix("site/"): data
        for name, data in before.items()
        if name.startswith("site/")
    }
    assert dossier("build", story).returncode == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_an_article_that_may_not_be_read_is_left_out(story: Path):
    (story / "seeds" / "b.txt").write_text("“We will go,” Mayor Ana Ruiz said on Tuesday.\n")
    (story / "seeds" / "b.txt").chmod(0)
    made = dossier("build", story)
    assert made.returncode == 1
    assert "seeds/b.txt: it cannot be read (Permission denied)" in made.stderr
    assert "The site is in" in made.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_an_old_site_that_may_not_be_removed_is_named(story: Path):
    (story / "site" / "people").chmod(0o555)
    (story / "seeds" / "b.txt").write_text("“We will go,” Mayor Ana Ruiz said on Tuesday.\n")
    assert dossier("build", story).returncode == 0
    (story / "seeds" / "b.txt").write_text("“We will go,” Mayor Ana Ruiz said on Monday.\n")
    made = dossier("build", story)
    assert made.returncode == 1
    assert ".site-previous: it cannot be removed (Permission denied)" in made.stderr
    (story / ".site-previous" / "people").chmod(0o755)
    assert dossier("build", story).returncode == 0


def test_a_file_may_be_read_and_replaced_at_once(tmp_path: Path):
    path = tmp_path / "t.jsonl"
    path.write_text('{"doc_id": "a", "text": "“Go,” Ana Ruiz said."}\n')
    assert dossier("extract", "--jsonl", path, "--out", path).returncode == 0
    assert json.loads(path.read_text())["quotes"]


def test_extract_reads_lines_and_names_bad_ones(tmp_path: Path):
    lines = '{"doc_id": "a", "text": "“Go,” Ana Ruiz said."}\n{\n'
    made = dossier("extract", "--jsonl", "-", stdin=lines)
    assert made.returncode == 1
    assert "-:2: the line is skipped" in made.stderr
    (row,) = map(json.loads, made.stdout.splitlines())
    (quote,) = row["quotes"]
    assert (quote["text"], quote["speaker"]["text"], quote["speaker_name"]) == (
        "“Go,”",
        "Ana Ruiz",
        "Ana Ruiz",
    )


def test_resolve_gives_one_line_a_story(tmp_path: Path):
    rows = [
        {
            "story": story,
            "doc_id": doc,
            "text": "Ana Ruiz spoke in Leeds.",
            "outlet": "Coast Radio",
        }
        for story, doc in [("s", "a"), ("s", "b"), ("t", "a")]
    ]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    out = tmp_path / "out.jsonl"
    made = dossier("resolve", "--jsonl", tmp_path / "in.jsonl", "--out", out)
    assert made.returncode == 0, made.stderr
    stories = [json.loads(line) for line in out.read_text().splitlines()]
    assert [story["story"] for story in stories] == ["s", "t"]
    assert [len(story["articles"]) for story in stories] == [2, 1]
    assert stories[0]["outlets"][0]["name"] == "Coast Radio"


def test_a_missing_input_file_says_so(tmp_path: Path):
    made = dossier("extract", "--jsonl", tmp_path / "none.jsonl")
    assert made.returncode == 1
    assert "cannot be used (No such file" in made.stderr


def test_a_missing_folder_to_write_to_is_named(tmp_path: Path):
    made = dossier("extract", "--jsonl", "-", "--out", tmp_path / "none" / "out.jsonl")
    assert made.returncode == 1
    assert f"{tmp_path / 'none'}: there is no such folder." in made.stderr


@pytest.mark.parametrize("command", ["build", "check", "clean", "serve"])
def test_a_folder_that_is_none_or_no_dossier_is_named(tmp_path: Path, command: str):
    missing = dossier(command, tmp_path / "none")
    assert missing.returncode != 0
    assert "none' does not exist" in missing.stderr
    empty = dossier(command, tmp_path)
    assert empty.returncode == 1
    assert f"{tmp_path}/" in empty.stderr
    assert "it is missing. Name" in empty.stderr
