"""The findings of articles: those kept from an earlier run, the others read now.

In: cleaned articles. Out: findings or faults, in order. spaCy takes half a second to import, so it
is imported only where an article has to be read.
"""

from collections.abc import Sequence
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from typing import Protocol

from builder.faults import Fault
from builder.model.article import Article
from builder.model.findings import Findings, Read
from builder.parallel import Workers


class Kept(Protocol):
    """Where findings are kept between runs."""

    def get(self, article: Article) -> Findings | None:
        """The findings of the article as it is now, if they are kept and readable."""
        ...

    def put(self, article: Article, findings: Findings) -> None:
        """Keep the findings of the article."""
        ...


def read_or_kept(
    articles: Sequence[Article],
    kept: Kept,
    *,
    language_model: str,
    workers: Workers,
    all_sentences: bool = False,
) -> list[Read | Fault]:
    """What each article holds, in order; new ones are shared out among the workers."""
    known = [kept.get(article) for article in articles]
    unread = [article for article, found in zip(articles, known, strict=True) if found is None]
    work = partial(read, language_model=language_model, all_sentences=all_sentences)
    now = workers.share(work, unread)
    found: list[Read | Fault] = []
    for article, findings in zip(articles, known, strict=True):
        each = next(now) if findings is None else (article, findings)
        if findings is None and not isinstance(each, Fault):
            kept.put(*each)
        found.append(each)
    return found


def read(
    articles: Sequence[Article], *, language_model: str, all_sentences: bool = False
) -> Sequence[Read | Fault]:
    """What each article holds, in order, read now; `all_sentences` as in `extract.findings_of`."""
    if not articles:
        return []
    from builder import reading  # noqa: PLC0415 - it imports spaCy

    return reading.read(articles, language_model=language_model, all_sentences=all_sentences)


def model_and_version(language_model: str) -> str:
    """The name and version of an installed pipeline, the latter by its package where it is one."""
    return f"{language_model} {_version(language_model)}"


def _version(language_model: str) -> str:
    try:
        return version(language_model)
    except (PackageNotFoundError, ValueError):
        from builder.annotate import load_pipeline  # noqa: PLC0415 - it imports spaCy

        return str(load_pipeline(language_model).meta["version"])


def load_reader(language_model: str) -> None:
    """Load what reads articles, so that the first one that comes need not wait for it."""
    from builder import reading  # noqa: PLC0415 - it imports spaCy

    reading.read([], language_model=language_model)
