"""Articles removed and renamed: what is said before, what is gone after, where addresses lead."""

import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from builder.errors import DossierError
from builder.permalinks import Permalinks, read_permalinks, write_permalinks
from builder.remove import Removal
from builder.rename import Renaming
from tests.adding import command, new_dossier

ANA = "“We will stay,” Mayor Ana Ruiz said on Monday. The mayor’s office has 40 rooms.\n"
IVO = "“The boats were late,” Ivo Brandt told reporters. The port has 12 boats.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dossier of two articles, one of them with all that may stand beside it."""
    folder = new_dossier(tmp_path)
    (folder / "seeds" / "ana.txt").write_text(ANA)
    (folder / "seeds" / "ana.yml").write_text("published: 2026-03-04\n")
    (folder / "seeds" / "ivo.txt").write_text(IVO)
    (folder / "originals").mkdir()
    (folder / "originals" / "ana.html").write_text("<p>x</p>")
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = new_dossier(tmp_path_factory.mktemp("built"))
    (folder / "seeds" / "ana.txt").write_text(ANA)
    (folder / "seeds" / "ivo.txt").write_text(IVO)
    made = command("build", folder)
    assert made.returncode == 0, made.stderr
    return folder


@pytest.fixture
def story(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "story"))


def files(folder: Path) -> set[str]:
    places = (folder / "seeds", folder / "originals")
    return {
        str(path.relative_to(folder))
        for place in places if place.is_dir()
        for path in place.iterdir() if path.name != ".gitkeep"
    }  # fmt: skip


def test_an_article_goes_with_what_stands_beside_it(folder: Path):
    done = command("remove", "ana", "--yes", "--folder", folder)
    assert done.returncode == 0, done.stderr
    assert "To be removed: seeds/ana.txt, seeds/ana.yml and originals/ana.html." in done.stderr
    assert f"Removed. Next: dossier build {folder}" in done.stderr
    assert files(folder) == {"seeds/ivo.txt"}


def test_a_file_that_stays_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch):
    def forbidden(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", forbidden)
    with pytest.raises(DossierError, match=r"ana.txt: it cannot be removed \(Permission denied\)"):
        Removal(folder, ["ana"]).carry_out()


@pytest.mark.parametrize("words", [("remove", "ana"), ("rename", "ana", "new")])
def test_nothing_changes_without_a_yes(folder: Path, words: tuple[str, ...]):
    before = files(folder)
    done = command(*words, "--folder", folder)
    assert done.returncode == 1
    assert "Nothing was changed: nobody is here to ask. Add --yes to do it." in done.stderr
    assert files(folder) == before


@pytest.mark.parametrize(("answer", "status"), [(b"y\n", 0), (b"n\n", 1), (b"\n", 1)])
def test_on_a_terminal_the_maintainer_is_asked(folder: Path, answer: bytes, status: int):
    ours, theirs = pty.openpty()
    os.write(ours, answer)
    done = subprocess.run(
        [sys.executable, "-m", "builder", "remove", "ivo", "--folder", folder],
        stdin=theirs, capture_output=True, check=False,
    )  # fmt: skip
    os.close(ours)
    os.close(theirs)
    assert done.returncode == status
    assert b"Go on?" in done.stderr
    assert ("seeds/ivo.txt" in files(folder)) is (status == 1)


MISTAKES = {
    "no_such_article": (("remove", "anna"), "there is no such article. Did you mean ana?"),
    "no_such_article_at_all": (("rename", "zzz", "x"), "Look its name up in the folder."),
    "a_name_that_is_taken": (("rename", "ana", "ivo"), "there is an article of that name."),
    "a_name_with_blanks": (("rename", "ana", "Ana Ruiz"), "has small letters, digits"),
    "a_name_with_accents": (("rename", "ana", "añá"), "Take ana."),
    "a_name_of_another_folder": (("rename", "ana", "../ana-2"), "small letters, digits"),
    "a_name_of_nothing": (("rename", "ana", "—"), "Take another name."),
    "the_name_of_the_list": (("rename", "ana", "index"), "Take another name."),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_mistakes_are_told_and_nothing_changes(folder: Path, name: str):
    words, sentence = MISTAKES[name]
    before = files(folder)
    done = command(*words, "--yes", "--folder", folder)
    assert done.returncode == 1
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert files(folder) == before


def test_of_two_articles_of_one_name_the_file_is_asked_for(folder: Path):
    (folder / "seeds" / "ana.md").write_text("Words.\n")
    done = command("remove", "ana", "--yes", "--folder", folder)
    assert "several articles have this name. Name the file: ana.md and ana.txt." in done.stderr
    assert command("remove", "seeds/ana.md", "--yes", "--folder", folder).returncode == 0
    assert "seeds/ana.txt" in files(folder)


def test_a_renamed_article_takes_along_what_stands_beside_it(folder: Path):
    done = command("rename", "seeds/ana.txt", "ana-ruiz.txt", "--yes", "--folder", folder)
    assert done.returncode == 0, done.stderr
    assert "moves from articles/ana/ to articles/ana-ruiz/; the old one will lead there." in (
        done.stderr
    )
    assert files(folder) == {
        "seeds/ana-ruiz.txt", "seeds/ana-ruiz.yml", "originals/ana-ruiz.html", "seeds/ivo.txt",
    }  # fmt: skip


def test_a_decision_that_names_the_article_is_pointed_out(folder: Path):
    (folder / "editorial.yml").write_text(
        "- claim: c-x\n  split: [ana, ivo]\n  why: ana and another\n"
    )
    done = command("rename", "ana", "new", "--yes", "--folder", folder)
    assert "editorial.yml:2: `ana` stands there. If it is the article, write new." in done.stderr
    assert done.stderr.count("stands there") == 1


def test_a_rename_that_fails_half_way_is_taken_back(folder: Path, monkeypatch: pytest.MonkeyPatch):
    before = files(folder)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "permalinks.json")

    monkeypatch.setattr("builder.rename.write_permalinks", full)
    with pytest.raises(DossierError, match="it cannot be renamed"):
        Renaming(folder, "ana", "new").carry_out()
    assert files(folder) == before


def ids_of(folder: Path) -> set[str]:
    data = json.loads((folder / "docs" / "data" / "dossier.json").read_text())
    kinds = ("quotes", "utterances", "events", "claims", "people", "lineages")
    return {row["id"] for kind in kinds for row in data[kind]}


@pytest.mark.model
def test_the_old_address_leads_to_the_renamed_article_and_ids_stay(story: Path):
    before = ids_of(story)
    assert command("rename", "ana", "mayor", "--yes", "--folder", story).returncode == 0
    made = command("build", story)
    assert made.returncode == 0, made.stderr
    assert "mayor/" in (story / "site" / "articles" / "ana" / "index.html").read_text()
    assert ids_of(story) == before
    assert command("rename", "mayor", "ruiz", "--yes", "--folder", story).returncode == 0
    assert command("build", story).returncode == 0
    for old in ("ana", "mayor"):
        assert "/ruiz/" in (story / "site" / "articles" / old / "index.html").read_text()
    assert ids_of(story) == before


@pytest.mark.model
def test_what_goes_with_the_only_article_is_told_first(story: Path):
    done = command("remove", "ana", "--folder", story)
    assert "Its page articles/ana/ goes; the address leads to the list of articles." in done.stderr
    assert "1 person whom no other article names: Ana Ruiz." in done.stderr
    assert "no other article makes:" in done.stderr


def test_names_lead_on_through_several_renamings_and_back(tmp_path: Path):
    links = Permalinks({}, ["articles/a/", "articles/b/"], {"a": "b"})
    links.rename_article("b", "c")
    write_permalinks(tmp_path, links)
    again = read_permalinks(tmp_path)
    again.reserve(["c"])
    assert again.publish({"c": "articles/c/"}) == (
        ("articles/a/", "articles/c/"), ("articles/b/", "articles/c/"),
    )  # fmt: skip
    again.rename_article("c", "a")
    write_permalinks(tmp_path, again)
    back = read_permalinks(tmp_path)
    back.reserve(["a"])
    assert back.publish({"a": "articles/a/"}) == (
        ("articles/b/", "articles/a/"), ("articles/c/", "articles/a/"),
    )  # fmt: skip


def test_only_what_stands_in_the_article_is_told_by_its_new_name():
    links = Permalinks({
        "quotes": {"q": ["a: we will stay", "ab: we will stay"]},
        "events": {"e": ["a the port shut", "b a port shut"]},
        "lineages": {"l": ["a", "release a", "b"]},
        "people": {"p": ["a"]},
    })  # fmt: skip
    links.rename_article("a", "z")
    ids = json.loads(links.as_json())["ids"]
    assert ids["quotes"]["q"] == ["ab: we will stay", "z: we will stay"]
    assert ids["events"]["e"] == ["b a port shut", "z the port shut"]
    assert ids["lineages"]["l"] == ["b", "release z", "z"]
    assert ids["people"]["p"] == ["a"]
