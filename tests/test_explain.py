"""Why several are taken for one, as `dossier explain` tells it."""

from pathlib import Path

import pytest

from builder.explain import ExplainError, explained
from builder.pipeline import build_pages
from tests.conftest import REPOSITORY, copy_story

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_story(REPOSITORY / "tests/golden/harbour", tmp_path_factory.mktemp("explain"))
    build_pages(folder)
    return folder


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        ("ana-ruiz", "short for the only full name that fits"),
        ("c-a-crane-hurt-14-workers", "told alike, by a trained comparison ("),
    ],
)
def test_every_join_is_told_with_its_passages(folder: Path, id_: str, words: str) -> None:
    first, *reasons = explained(folder, id_)
    assert first.startswith(f"{id_}, ")
    assert any(words in line and "“" in line and "(coast)" in line for line in reasons)


@pytest.mark.parametrize(
    "asked",
    [
        "q-we-will-not-reopen-the-harbour",
        "#Q-we-will-not-reopen-the-harbour",
        "https://quay.example/articles/gazette/#p-176-246",
    ],
)
def test_whose_a_quote_is_and_how_that_is_known(folder: Path, asked: str) -> None:
    first, who, sure, line = explained(folder, asked)
    assert first.startswith("q-we-will-not-reopen-the-harbour, quote: “")
    assert who == "  Said by Ana Ruiz (ana-ruiz): the article says “Ruiz” beside “told”."
    assert sure.startswith("  Confidence 0.95: ")
    assert "speaker: q-we-will-not-reopen-the-harbour" in line


def test_an_address_stands_for_its_id(folder: Path) -> None:
    assert list(explained(folder, "https://quay.example/people/ana-ruiz/")) == list(
        explained(folder, "ana-ruiz")
    )


def test_a_line_is_told_with_its_evidence_and_what_joined_it(folder: Path) -> None:
    first, evidence, *reasons = explained(folder, "report-coast")
    assert first == "report-coast, reports of one origin: coast, gazette"
    assert "sentences of" in evidence
    assert any("(coast)" in line and "(gazette)" in line for line in reasons)


def test_what_was_never_joined_says_so(folder: Path) -> None:
    assert (
        "Nothing was joined" in list(explained(folder, "c-i-was-elected-to-stand-on-this-quay"))[1]
    )


def test_an_unknown_id_and_a_folder_that_was_never_built_are_sentences(
    folder: Path, tmp_path: Path
) -> None:
    with pytest.raises(ExplainError, match="nothing with the id `nobody`"):
        list(explained(folder, "nobody"))
    with pytest.raises(ExplainError, match="nothing to explain yet"):
        list(explained(tmp_path, "ana-ruiz"))
