"""Findings kept as Parquet: the next run reads only what is new, and writes the same bytes."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unittest import mock

import pytest

from builder import Text, extract, resolve
from builder.errors import DossierError
from builder.model.article import Article
from builder.model.findings import Findings
from builder.partitions import Partitions
from tests.conftest import article_of

pytest.importorskip("pyarrow", reason="the extra `cluster` is not installed")
LINE = (
    '{"doc_id": "a%d", "story": "s%d", "text": "Mona Feld said on Monday that %d boats sank."}\n'
)


def found_in(article: Article) -> Findings:
    return Findings(article=article.id, sentences=(article.passage(0, len(article.text)),))


def articles(number: int) -> list[Article]:
    return [article_of(f"Feld saw {each} boats.") for each in range(number)]


@pytest.fixture
def small() -> Iterator[None]:
    """Partitions of a few texts, and row groups of fewer."""
    with (
        mock.patch("builder.partitions._PARTITION", 2_000),
        mock.patch("builder.partitions._GROUP", 2),
    ):
        yield


def keep(folder: Path, texts: list[Article]) -> None:
    kept = Partitions(folder, language_model="m 1")
    for article in texts:
        kept.put(article, found_in(article))
    kept.close()


def known(folder: Path, texts: list[Article]) -> list[bool]:
    kept = Partitions(folder, language_model="m 1")
    found = [kept.get(article) for article in texts]
    assert all(each in {None, found_in(text)} for each, text in zip(found, texts, strict=True))
    return [each is not None for each in found]


def test_findings_come_back_in_any_order_from_partitions_of_a_bounded_size(
    tmp_path: Path, small: None
):
    texts = articles(40)
    keep(tmp_path, texts)
    assert len(list(tmp_path.iterdir())) > 4
    assert all(known(tmp_path, texts[::-1] + texts[::7]))


def test_a_changed_text_mask_model_or_choice_of_sentences_is_read_again(tmp_path: Path):
    (text,) = articles(1)
    keep(tmp_path, [text])
    changed = [
        replace(text, text="Feld saw 0 boats!"),
        replace(text, boilerplate=((0, 4),)),
        replace(text, headings=((0, 4),)),
    ]
    assert known(tmp_path, [text, *changed]) == [True, False, False, False]
    assert Partitions(tmp_path, language_model="m 2").get(text) is None
    every = Partitions(tmp_path, language_model="m 1", all_sentences=True)
    assert every.get(text) is None


@pytest.mark.parametrize("share", [0, 0.05, 0.5, 0.95])
def test_a_partition_that_is_cut_short_counts_as_none(tmp_path: Path, share: float):
    keep(tmp_path, articles(3))
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[: int(share * path.stat().st_size)])
    assert not any(known(tmp_path, articles(3)))
    keep(tmp_path, articles(3))
    assert all(known(tmp_path, articles(3)))


def test_a_garbled_byte_anywhere_never_gives_other_findings(tmp_path: Path, small: None):
    keep(tmp_path, articles(5))
    (path,) = tmp_path.iterdir()
    data = path.read_bytes()
    lost = 0
    for place in range(0, len(data), 7):
        path.write_bytes(data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :])
        lost += not all(known(tmp_path, articles(5)))  # which compares what it finds
    assert lost


def test_another_file_in_the_folder_is_left_alone(tmp_path: Path):
    (tmp_path / "notes.parquet").write_text("mine")
    (tmp_path / ".half.new").write_text("of a run that was ended")
    keep(tmp_path, articles(2))
    assert all(known(tmp_path, articles(2)))
    assert (tmp_path / "notes.parquet").read_text() == "mine"


def test_two_runs_at_once_keep_each_others_partitions(tmp_path: Path):
    one, other = (Partitions(tmp_path, language_model="m 1") for _ in range(2))
    first, second = articles(2)
    for kept, texts in ((one, [first]), (other, [first, second])):
        for article in texts:
            kept.put(article, found_in(article))
    one.close()
    other.close()
    assert all(known(tmp_path, [first, second]))


def test_a_text_that_json_cannot_hold_is_not_kept(tmp_path: Path):
    half = article_of("Feld saw \ud83d boats.")
    keep(tmp_path, [half, *articles(1)])
    assert known(tmp_path, [half, *articles(1)]) == [False, True]


def test_without_pyarrow_it_is_said(tmp_path: Path):
    said = r"needs PyArrow, which is not installed\. Install it: pip install 'story-dossier\[clus"
    with (
        mock.patch.dict(sys.modules, {"pyarrow": None}),
        pytest.raises(DossierError, match=said),
    ):
        extract([], findings=tmp_path)


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path):
    file = tmp_path / "found"
    file.write_text("mine")
    with pytest.raises(DossierError, match="kept in a folder, and this is a file"):
        resolve([], findings=file)


@pytest.mark.model
@pytest.mark.parametrize("word", ["extract", "resolve"])
def test_the_next_run_reads_what_is_new_alone_and_writes_the_same(tmp_path: Path, word: str):
    texts, folder = tmp_path / "texts.jsonl", tmp_path / "found"
    lines = [LINE % (number, number // 3, number) for number in range(9)]
    texts.write_text("".join(lines))
    plain = dossier(word, "--jsonl", texts)
    texts.write_text("".join(lines[:6]))
    dossier(word, "--jsonl", texts, "--findings", folder)
    texts.write_text("".join(lines))
    assert dossier(word, "--jsonl", texts, "--findings", folder) == plain != b""
    assert len(list(folder.iterdir())) == 2
    with mock.patch("builder.reading.read", side_effect=AssertionError("was read again")):
        asked = [
            Text(doc_id=f"a{each}", story=f"s{each // 3}", text=text_of(each)) for each in range(9)
        ]
        work = extract if word == "extract" else resolve
        assert len(list(work(asked, findings=folder))) == plain.count(b"\n")


@pytest.mark.model
def test_what_was_read_is_kept_where_the_run_is_ended(tmp_path: Path):
    rows = extract(
        [Text(doc_id="a", text=text_of(each)) for each in range(200)], findings=tmp_path
    )
    next(rows)
    rows.close()
    assert list(tmp_path.glob("*.parquet"))


def test_a_full_disk_is_an_error_and_leaves_no_half(tmp_path: Path):
    full = OSError(28, "No space left on device")
    with (
        mock.patch("pyarrow.parquet.write_table", side_effect=full),
        pytest.raises(OSError, match="No space left"),
    ):
        keep(tmp_path, articles(1))
    assert not list(tmp_path.iterdir())


def text_of(number: int) -> str:
    return f"Mona Feld said on Monday that {number} boats sank."


def dossier(*words: str | Path) -> bytes:
    run = [sys.executable, "-m", "builder", *map(str, words)]
    return subprocess.run(run, check=True, capture_output=True).stdout
