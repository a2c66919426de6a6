"""Articles read one after the other: cleaned articles in, findings or faults out, in order.

Many articles are shared out among processes, and what was found is kept between builds.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from functools import partial
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from spacy.tokens import Doc

from builder.annotate import BATCH, annotate, load_pipeline
from builder.cache import FOLDER, FindingsCache
from builder.extract import findings_of
from builder.faults import Fault, attempt
from builder.model.article import Article
from builder.model.findings import Findings

PARALLEL_FROM = 4 * BATCH  # articles; below, starting processes costs more than it saves
Read = tuple[Article, Findings]
Item = TypeVar("Item")
Result = TypeVar("Result")


def read(
    articles: Sequence[Article], *, language_model: str, all_sentences: bool = False
) -> list[Read | Fault]:
    """What each article holds, in order; a batch that the model fails on is read one by one."""
    docs = _annotated(articles, language_model)
    found = partial(_found, all_sentences=all_sentences)
    return [
        doc
        if isinstance(doc, Fault)
        else attempt(partial(found, article, doc), stage="extract", item=article.file)
        for article, doc in zip(articles, docs, strict=True)
    ]


def read_or_kept(
    folder: Path, articles: Sequence[Article], *, language_model: str, processes: int
) -> list[Read | Fault]:
    """The same for the dossier in `folder`; an article that did not change is not read again."""
    version = load_pipeline(language_model).meta["version"]
    cache = FindingsCache(folder / FOLDER, language_model=f"{language_model} {version}")
    kept = [cache.get(article) for article in articles]
    unread = [article for article, found in zip(articles, kept, strict=True) if found is None]
    now = shared_out(partial(read, language_model=language_model), unread, processes)
    found: list[Read | Fault] = []
    for article, findings in zip(articles, kept, strict=True):
        each = next(now) if findings is None else (article, findings)
        if findings is None and not isinstance(each, Fault):
            cache.put(*each)
        found.append(each)
    return found


def shared_out(
    work: Callable[[Sequence[Item]], Sequence[Result]], items: Iterable[Item], processes: int
) -> Iterator[Result]:
    """The results of `work` on the items, in order; many items are shared out among processes."""
    remaining = iter(items)
    batch = list(islice(remaining, PARALLEL_FROM))
    alone = len(batch) < PARALLEL_FROM or processes == 1
    pool_of = partial(ProcessPoolExecutor, processes, mp_context=get_context("spawn"))
    with nullcontext() if alone else pool_of() as pool:
        run = map if pool is None else pool.map
        while batch:
            parts = [batch[start : start + BATCH] for start in range(0, len(batch), BATCH)]
            yield from chain.from_iterable(run(work, parts))
            batch = list(islice(remaining, PARALLEL_FROM))


def _found(article: Article, doc: Doc, *, all_sentences: bool) -> Read:
    return article, findings_of(doc, article, all_sentences=all_sentences)


def _annotated(articles: Sequence[Article], language_model: str) -> Sequence[Doc | Fault]:
    nlp = load_pipeline(language_model)
    docs = attempt(
        lambda: [doc for _, doc in annotate(articles, nlp)],
        stage="annotate",
        item=articles[0].file if articles else "",
    )
    if not isinstance(docs, Fault):
        return docs
    if len(articles) == 1:
        return [docs]
    return [_annotated([article], language_model)[0] for article in articles]
