"""A build that would make what is there is left out; whatever it depends on brings it back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builder.freshness import MadeFrom, inputs_of, note_built, pages_in, told_of
from builder.new import new_folder

TOLD = ("The site is in site.", "Nothing is new.")


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder that looks as a build leaves it."""
    folder = tmp_path / "story"
    new_folder(folder)
    for name, text in {
        "seeds/a.txt": "Ana Ruiz left.", "seeds/b.txt": "Ben Cole came.",
        "docs/index.md": "# Story", "permalinks.json": "{}", "site/.made-by-dossier": "",
    }.items():  # fmt: skip
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    note_built(folder, MadeFrom(inputs=inputs_of(folder), pages=pages_in(folder)), TOLD)
    return folder


def append(name: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / name).write_text((folder / name).read_text() + "\n# more\n")

    return change


def remove(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


def another_site(folder: Path) -> None:
    (folder / "site").rename(folder / "old")
    (folder / "site").mkdir()
    (folder / "site" / ".made-by-dossier").touch()


CHANGES = {
    "article": append("seeds/a.txt"),
    "article_added": lambda folder: (folder / "seeds" / "c.txt").write_text("Tom Okoro wept."),
    "article_removed": remove("seeds/a.txt"),
    "article_renamed": lambda folder: (folder / "seeds/a.txt").rename(folder / "seeds/z.txt"),
    "setting": append("dossier.yml"),
    "decision": append("editorial.yml"),
    "site_configuration": append("mkdocs.yml"),
    "generated_page": append("docs/index.md"),
    "page_by_hand": lambda folder: (folder / "docs" / "mine.md").write_text("# Mine"),
    "addresses": append("permalinks.json"),
    "addresses_lost": remove("permalinks.json"),
    "site_lost": remove("site/.made-by-dossier"),
    "another_site": another_site,
    "last_published": lambda folder: (folder / "published.json").write_text("{}"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_changed_is_built_again(built: Path, change: Callable[[Path], object]):
    assert told_of(built) == TOLD
    change(built)
    assert told_of(built) is None


def test_the_address_that_the_site_is_built_for_counts(
    built: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SITE_URL", "https://story.example/")
    assert told_of(built) is None


def test_the_same_words_written_again_are_no_change(built: Path):
    seed = built / "seeds" / "a.txt"
    seed.write_text(seed.read_text())
    assert told_of(built) == TOLD


def test_a_note_that_cannot_be_read_is_none(built: Path):
    (built / ".dossier-cache" / "built.json").write_text("{")
    assert told_of(built) is None
