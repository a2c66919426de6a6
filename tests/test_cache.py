"""Findings kept between builds, and read again only for the very same article."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from builder.cache import CLEANERS, MAKERS, FindingsCache
from builder.model.findings import Findings
from tests.conftest import article_of

ARTICLE = article_of("Ruiz spoke.")
FOUND = Findings(article=ARTICLE.id, sentences=(ARTICLE.passage(0, 11),))


def test_findings_come_back_as_they_were(tmp_path: Path):
    kept = FindingsCache(tmp_path, language_model="m 1")
    kept.put(ARTICLE, FOUND)
    assert kept.get(ARTICLE) == FOUND


def test_a_changed_text_mask_or_model_is_read_again(tmp_path: Path):
    kept = FindingsCache(tmp_path, language_model="m 1")
    kept.put(ARTICLE, FOUND)
    assert kept.get(article_of("Ruiz spoke!")) is None
    assert kept.get(replace(ARTICLE, text="Ruiz spoke*", substitutes=((10, 11, "."),))) is None
    assert kept.get(replace(ARTICLE, boilerplate=((0, 4),))) is None
    assert kept.get(replace(ARTICLE, headings=((0, 11),))) is None
    assert FindingsCache(tmp_path, language_model="m 2").get(ARTICLE) is None


def test_a_broken_file_is_read_again(tmp_path: Path):
    kept = FindingsCache(tmp_path, language_model="m 1")
    kept.put(ARTICLE, FOUND)
    for path in tmp_path.rglob("*.json"):
        path.write_text("{")
    assert kept.get(ARTICLE) is None


@pytest.mark.parametrize(
    ("makers", "beside"),
    [
        pytest.param(MAKERS, set(), id="findings"),
        pytest.param(CLEANERS, {"overrides"}, id="cleaned"),  # decisions come after
    ],
)
def test_a_change_of_any_code_that_something_kept_is_made_by_makes_it_anew(
    makers: tuple[str, ...], beside: set[str]
):
    package = Path(str(files("builder")))
    made_by = {name.removesuffix(".py") for name in (*makers, "errors", "__init__")} | beside
    sources = [path for name in makers for path in _modules(package / name)]
    assert {part for path in sources for part in _imported(path)} <= made_by


def _modules(place: Path) -> list[Path]:
    assert place.exists()
    return [place] if place.is_file() else sorted(place.rglob("*.py"))


def _imported(path: Path) -> Iterator[str]:
    """The parts of the package that the module imports: `naming`, `model`."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "builder":
            inside = (node.module or "").split(".")[1:]
            yield from inside[:1] or (name.name for name in node.names)
