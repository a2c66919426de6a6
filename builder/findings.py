"""The findings of a dossier's articles: those kept from an earlier build, the others read now.

In: cleaned articles. Out: findings or faults, in order. spaCy takes half a second to import, so it
is imported only where an article has to be read.
"""

from collections.abc import Sequence
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from builder.cache import FOLDER, FindingsCache
from builder.faults import Fault
from builder.model.article import Article
from builder.model.findings import Read
from builder.parallel import Workers


def read_or_kept(
    folder: Path, articles: Sequence[Article], *, language_model: str, workers: Workers
) -> list[Read | Fault]:
    """What each article holds, in order; new ones are shared out among the workers."""
    model = f"{language_model} {_version(language_model)}"
    cache = FindingsCache(folder / FOLDER, language_model=model)
    kept = [cache.get(article) for article in articles]
    unread = [article for article, found in zip(articles, kept, strict=True) if found is None]
    now = workers.share(partial(read, language_model=language_model), unread)
    found: list[Read | Fault] = []
    for article, findings in zip(articles, kept, strict=True):
        each = next(now) if findings is None else (article, findings)
        if findings is None and not isinstance(each, Fault):
            cache.put(*each)
        found.append(each)
    return found


def read(
    articles: Sequence[Article], *, language_model: str, all_sentences: bool = False
) -> Sequence[Read | Fault]:
    """What each article holds, in order, read now; `all_sentences` as in `extract.findings_of`."""
    from builder import reading  # noqa: PLC0415 - it imports spaCy

    return reading.read(articles, language_model=language_model, all_sentences=all_sentences)


def _version(language_model: str) -> str:
    """The version of an installed pipeline, by its package where it is one."""
    try:
        return version(language_model)
    except (PackageNotFoundError, ValueError):
        from builder.annotate import load_pipeline  # noqa: PLC0415 - it imports spaCy

        return str(load_pipeline(language_model).meta["version"])
