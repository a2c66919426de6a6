"""Findings kept between builds, and read again only for the very same article."""

from dataclasses import replace
from pathlib import Path

from builder.cache import FindingsCache
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
