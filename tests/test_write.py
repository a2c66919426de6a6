"""Pages on disk: exactly what was generated, and never a file of somebody else's."""

from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from builder import write
from builder.errors import WriteError
from builder.write import remove_pages


def write_pages(docs: Path, pages: Mapping[str, str], **more: Callable[[str], None]) -> None:
    write.write_pages(docs, ((name, [text]) for name, text in pages.items()), **more)


def files(docs: Path) -> dict[str, str]:
    return {
        str(path.relative_to(docs)): path.read_text()
        for path in sorted(docs.rglob("*"))
        if path.is_file() and path.name != ".generated"
    }


def test_pages_are_written_and_stale_ones_removed(tmp_path: Path):
    write_pages(tmp_path, {"people/a.md": "A", "people/b/c.md": "C"})
    write_pages(tmp_path, {"people/a.md": "A2"})
    assert files(tmp_path) == {"people/a.md": "A2"}
    assert not (tmp_path / "people" / "b").exists()


def test_hand_written_pages_stay(tmp_path: Path):
    (tmp_path / "guide.md").write_text("mine")
    write_pages(tmp_path, {"index.md": "x"})
    remove_pages(tmp_path)
    assert files(tmp_path) == {"guide.md": "mine"}


def test_a_file_in_the_way_stops_everything_and_is_named(tmp_path: Path):
    (tmp_path / "index.md").write_text("mine")
    with pytest.raises(WriteError, match=r"docs/index\.md: .* Move or rename it"):
        write_pages(tmp_path, {"about.md": "x", "index.md": "y"})
    assert files(tmp_path) == {"index.md": "mine"}


def test_a_folder_in_the_way_is_named(tmp_path: Path):
    (tmp_path / "index.md").mkdir()
    with pytest.raises(WriteError, match=r"docs/index\.md"):
        write_pages(tmp_path, {"index.md": "y"})


@pytest.mark.parametrize("name", ["people", "."], ids=["a_section", "docs_itself"])
def test_a_file_where_a_folder_belongs_is_named(tmp_path: Path, name: str):
    docs = tmp_path / "docs"
    (docs / name).parent.mkdir(exist_ok=True)
    (docs / name).write_text("mine")
    with pytest.raises(WriteError, match="did not write"):
        write_pages(docs, {"people/a.md": "y"})
    assert (docs / name).read_text() == "mine"


def test_a_file_in_place_of_a_folder_that_was_ours_is_named(tmp_path: Path):
    write_pages(tmp_path, {"people/a.md": "x"})
    (tmp_path / "people" / "a.md").unlink()
    (tmp_path / "people").rmdir()
    (tmp_path / "people").write_text("mine")
    with pytest.raises(WriteError, match=r"docs/people: .* did not write"):
        write_pages(tmp_path, {"people/a.md": "y"})
    assert (tmp_path / "people").read_text() == "mine"


def test_a_page_of_an_interrupted_build_is_not_in_the_way(tmp_path: Path):
    write_pages(tmp_path, {"index.md": "x"})
    (tmp_path / ".generated").unlink()
    write_pages(tmp_path, {"index.md": "x"})
    assert files(tmp_path) == {"index.md": "x"}


def test_an_unchanged_page_is_not_touched(tmp_path: Path):
    write_pages(tmp_path, {"index.md": "x"})
    before = (tmp_path / "index.md").stat().st_mtime_ns
    write_pages(tmp_path, {"index.md": "x"})
    assert (tmp_path / "index.md").stat().st_mtime_ns == before


def test_a_list_that_names_files_outside_is_not_followed(tmp_path: Path):
    docs = tmp_path / "docs"
    write_pages(docs, {"index.md": "x"})
    (tmp_path / "precious.txt").write_text("keep")
    (docs / ".generated").write_text("../precious.txt\nindex.md\n")
    remove_pages(docs)
    assert (tmp_path / "precious.txt").exists()
    assert files(docs) == {}


def test_a_page_changed_by_hand_is_put_aside_each_time(tmp_path: Path):
    docs, said = tmp_path / "docs", []
    write_pages(docs, {"people/a.md": "A"})
    for words in ("mine", "mine too"):
        (docs / "people" / "a.md").write_text(words)
        write_pages(docs, {"people/a.md": "A2"}, report=said.append)
    kept = tmp_path / ".dossier-cache" / "edited" / "people"
    assert [path.read_text() for path in sorted(kept.iterdir())] == ["mine", "mine too"]
    assert [line.partition(":")[0] for line in said] == ["docs/people/a.md"] * 2
    assert files(docs) == {"people/a.md": "A2"}


@pytest.mark.parametrize("pages", [{"b.md": "B"}, {}], ids=["the_page_goes", "all_go"])
def test_a_changed_page_that_goes_is_put_aside_too(tmp_path: Path, pages: dict[str, str]):
    docs, said = tmp_path / "docs", []
    write_pages(docs, {"a.md": "A", "b.md": "B"})
    (docs / "a.md").write_text("mine")
    if pages:
        write_pages(docs, pages, report=said.append)
    else:
        remove_pages(docs, report=said.append)
    assert files(docs) == pages
    assert len(said) == 1
    assert (tmp_path / ".dossier-cache/edited/a.md.edited").read_text() == "mine"


def test_what_an_interrupted_build_wrote_is_no_change_by_hand(tmp_path: Path):
    docs, said = tmp_path / "docs", []
    write_pages(docs, {"a.md": "A"})
    hashes = [sha256(words).hexdigest() for words in (b"A", b"A2")]
    (docs / ".generated").write_text("".join(f"{found}  a.md\n" for found in hashes))
    (docs / "a.md").write_text("A2")
    write_pages(docs, {"a.md": "A3"}, report=said.append)
    assert (said, files(docs)) == ([], {"a.md": "A3"})


def test_a_list_of_an_older_version_is_read(tmp_path: Path):
    said: list[str] = []
    (tmp_path / ".generated").write_text("a.md\nb.md\n")
    (tmp_path / "a.md").write_text("older words")
    (tmp_path / "b.md").write_text("older words")
    write_pages(tmp_path, {"a.md": "A"}, report=said.append)
    assert (said, files(tmp_path)) == ([], {"a.md": "A"})
