"""A build after a change gives what a build from nothing gives, byte for byte."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.new import new_folder
from builder.pipeline import build_pages

SEEDS = {
    "gazette.txt": (
        "---\ntitle: Marrowby bridge shut\noutlet: Gazette\npublished: 2031-04-02\n---\n"
        "The bridge in Marrowby was shut on Monday after 12 cracks were found in its arches.\n\n"
        "“We will not open it until it is safe,” Councillor Nadia Ferrow said.\n\n"
        "The repairs will cost £3 million, the council told the Gazette.\n"
    ),
    "courier.txt": (
        "---\ntitle: Cracks close bridge\noutlet: Courier\npublished: 2031-04-02\n---\n"
        "Marrowby’s bridge was closed on Monday after engineers found 14 cracks in its arches.\n\n"
        "Nadia Ferrow, a councillor, said: “We will not open it until it is safe.”\n\n"
        "Buses will be diverted through Ostley, Tom Brandreth of Ostley Buses said.\n"
    ),
    "star.txt": (
        "---\ntitle: Ostley’s roads are full\noutlet: Star\npublished: 2031-04-05\n---\n"
        "Traffic in Ostley doubled after the bridge in Marrowby was shut, Tom Brandreth said.\n\n"
        "Repairs of the bridge are to cost £4 million, Nadia Ferrow told reporters on Friday.\n"
    ),
}


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A folder with a story of three articles, built."""
    folder = tmp_path / "story"
    new_folder(folder)
    for name, text in SEEDS.items():
        (folder / "seeds" / name).write_text(text, encoding="utf-8")
    build_pages(folder)
    return folder


def written(name: str, old: str, new: str) -> Callable[[Path], None]:
    """Words of a file that stand no longer as they did when it was built."""

    def change(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")

    return change


def added(folder: Path) -> None:
    (folder / "seeds" / "herald.txt").write_text(
        "---\ntitle: Bridge to open\noutlet: Herald\npublished: 2031-05-01\n---\n"
        "The bridge in Marrowby will open in June, Councillor Nadia Ferrow said on Thursday.\n",
        encoding="utf-8",
    )


def decided(folder: Path) -> None:
    (folder / "editorial.yml").write_text(
        "- rename: Tom Brandreth\n  to: Thomas Brandreth\n  why: so he signs\n", encoding="utf-8"
    )


CHANGES: dict[str, Callable[[Path], object]] = {
    "nothing": lambda folder: None,
    "article_added": added,
    "article_removed": lambda folder: (folder / "seeds" / "star.txt").unlink(),
    "article_renamed": lambda folder: (folder / "seeds/star.txt").rename(folder / "seeds/sun.txt"),
    "article_edited": written("seeds/star.txt", "£4 million", "£5 million"),
    "outlet_stated": written("seeds/star.txt", "outlet: Star", "outlet: Evening Star"),
    "setting": written("dossier.yml", "title:", "publish_full_text: true\ntitle:"),
    "decision": decided,
}


@pytest.mark.model
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_is_kept_changes_no_byte(story: Path, change: Callable[[Path], object]):
    change(story)
    build_pages(story)
    assert_as_from_nothing(story)


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut_short": lambda data: data[:-9],
    "head_lost": lambda data: data[9:],
    "words_changed": lambda data: data.replace(b"Marrowby", b"Marrowbx").replace(b"[1", b"[2"),
    "no_text": lambda data: b"\xff" + data,
}


@pytest.mark.model
@pytest.mark.parametrize("spoilt", SPOILT.values(), ids=SPOILT)
def test_what_is_kept_and_spoilt_is_made_anew(story: Path, spoilt: Callable[[bytes], bytes]):
    kept = story / ".dossier-cache" / "cleaned.json"
    kept.write_bytes(spoilt(kept.read_bytes()))
    added(story)
    build_pages(story)
    assert_as_from_nothing(story)


@pytest.mark.model
def test_what_is_not_asked_for_again_is_let_go(story: Path):
    before = (story / ".dossier-cache" / "cleaned.json").read_bytes()
    added(story)
    build_pages(story)
    (story / "seeds" / "herald.txt").unlink()
    build_pages(story)
    assert (story / ".dossier-cache" / "cleaned.json").read_bytes() == before


def assert_as_from_nothing(story: Path) -> None:
    cold = story.parent / "cold"
    new_folder(cold)
    shutil.rmtree(cold / "seeds")
    shutil.copytree(story / "seeds", cold / "seeds")
    for name in ("dossier.yml", "editorial.yml"):
        shutil.copy(story / name, cold / name)
    build_pages(cold)
    assert files_in(story / "docs") == files_in(cold / "docs")


def files_in(folder: Path) -> dict[str, bytes]:
    found = {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    assert "data/dossier.json" in found
    return found
