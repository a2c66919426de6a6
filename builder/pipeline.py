"""The way through the house: seeds in, a published site out; texts in, findings or stories out.

This module connects the stages and decides nothing else.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from itertools import chain, groupby, islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

from builder.annotate import BATCH, annotate, load_pipeline
from builder.cache import FOLDER, FindingsCache
from builder.clean import clean
from builder.errors import DossierError, SeedError
from builder.export import dossier_row, exports_of, findings_row
from builder.extract import findings_of
from builder.jsonl import Text
from builder.load import load_seeds
from builder.model.article import Article, Metadata, RawArticle
from builder.model.dossier import Dossier
from builder.model.findings import Findings
from builder.model.ids import ArticleId
from builder.overrides import Decisions, read_decisions
from builder.permalinks import Permalinks, read_permalinks, write_permalinks
from builder.render import pages_of
from builder.render.prose import counted
from builder.resolve import dossier_of
from builder.settings import Settings, read_settings
from builder.site import build_site, check_site
from builder.write import write_pages

PARALLEL_FROM = 4 * BATCH  # articles; below, starting processes costs more than it saves
Report = Callable[[str], None]
Row = dict[str, Any]
Item = TypeVar("Item")
Result = TypeVar("Result")


def _silent(_: str) -> None:
    """Report nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """A resolved dossier, and what had to be left out of it."""

    settings: Settings
    dossier: Dossier
    problems: tuple[DossierError, ...]
    """Articles that could not be read, decisions that match nothing: the rest is there."""
    permalinks: Permalinks
    """What the next build must know, once these pages are published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """What a build published, and what it had to leave out."""

    dossier: Dossier
    problems: tuple[DossierError, ...]
    site: Path


def build(folder: Path, *, report: Report = _silent, processes: int = 1) -> Build:
    """Read the dossier in `folder`, write its pages to `docs/`, publish them in `site/`.

    Many new articles are shared out among `processes`; more than one needs, as always in Python, a
    caller that begins with `if __name__ == "__main__":`. Raises `DossierError` where nothing can
    be published; then `site/` stays as it was.
    """
    check_site(folder)
    resolved = build_pages(folder, report=report, processes=processes)
    report("Rendering the site")
    site = build_site(folder, title=resolved.dossier.title)
    write_permalinks(folder, resolved.permalinks)
    return Build(dossier=resolved.dossier, problems=resolved.problems, site=site)


def build_pages(folder: Path, *, report: Report = _silent, processes: int = 1) -> Resolution:
    """The same without the site: only the Markdown pages and data files in `docs/`."""
    resolved = resolve_folder(folder, report=report, processes=processes)
    exports = exports_of(resolved.dossier)
    pages = pages_of(resolved.dossier, resolved.settings, exports)
    write_pages(folder / "docs", {**pages, **exports})
    return resolved


def resolve_folder(folder: Path, *, report: Report = _silent, processes: int = 1) -> Resolution:
    """The same without its pages: nothing is written but the findings that are kept."""
    settings, decisions = read_settings(folder), read_decisions(folder)
    permalinks = read_permalinks(folder)
    seeds = load_seeds(folder)
    if not seeds.articles:
        raise _unreadable(seeds.problems)
    articles = [clean(raw) for raw in seeds.articles]
    report(f"Reading {counted(len(articles), 'article')}")
    findings = _cached_findings(folder, articles, settings, processes)
    report("Comparing them")
    dossier = dossier_of(
        articles, findings, settings=settings, decisions=decisions, permalinks=permalinks
    )
    problems = (*seeds.problems, *decisions.unmatched())
    return Resolution(settings=settings, dossier=dossier, problems=problems, permalinks=permalinks)


def extract(
    texts: Iterable[Text], *, settings: Settings | None = None, processes: int = 1
) -> Iterator[Row]:
    """What each text holds, as the contract's `extract` lines.

    Holds a batch of texts in memory, not all of them. `processes` as in `build`.
    """
    return _shared_out(partial(_extract, settings=settings or Settings()), texts, processes)


def resolve(
    texts: Iterable[Text],
    *,
    settings: Settings | None = None,
    all_statements: bool = False,
    processes: int = 1,
) -> Iterator[Row]:
    """Each story of the texts, as the contract's `resolve` lines; a story's texts stand together.

    With `all_statements`, every sentence is a statement. Holds one story in memory.
    `processes` as in `build`, for stories of many texts.
    """
    settings = settings or Settings()
    read = partial(_read, language_model=settings.language_model, all_sentences=all_statements)
    for story, members in groupby(texts, key=lambda text: text.story):
        articles = [_article(text) for text in members]
        findings = list(_shared_out(read, articles, processes))
        yield {"story": story, **dossier_row(_story(articles, findings, settings))}


def _unreadable(problems: Sequence[DossierError]) -> SeedError:
    listed = "".join(f"\n  {problem}" for problem in problems)
    return SeedError(
        f"no article can be read:{listed}\n", todo="Mend one, or add another.", file="seeds"
    )


def _cached_findings(
    folder: Path, articles: Sequence[Article], settings: Settings, processes: int
) -> tuple[Findings, ...]:
    nlp = load_pipeline(settings.language_model)
    model = f"{settings.language_model} {nlp.meta['version']}"
    kept = FindingsCache(folder / FOLDER, language_model=model)
    known = {article.id: found for article in articles if (found := kept.get(article))}
    unread = [article for article in articles if article.id not in known]
    read = partial(_read, language_model=settings.language_model)
    found_now = _shared_out(read, unread, processes)
    for article, found in zip(unread, found_now, strict=True):
        kept.put(article, found)
        known[article.id] = found
    return tuple(known[article.id] for article in articles)


def _read(
    articles: Sequence[Article], *, language_model: str, all_sentences: bool = False
) -> tuple[Findings, ...]:
    return tuple(
        findings_of(doc, article, all_sentences=all_sentences)
        for article, doc in annotate(articles, load_pipeline(language_model))
    )


def _extract(texts: Sequence[Text], *, settings: Settings) -> tuple[Row, ...]:
    articles = [_article(text) for text in texts]
    findings = _read(articles, language_model=settings.language_model)
    return tuple(
        findings_row(article, found, _story([article], [found], settings))
        for article, found in zip(articles, findings, strict=True)
    )


def _shared_out(
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


def _article(text: Text) -> Article:
    data = text.text.encode("utf-8", "surrogatepass")
    return clean(
        RawArticle(
            id=ArticleId(text.doc_id),
            file=text.doc_id,
            text=text.text,
            sha256=hashlib.sha256(data).hexdigest(),
            metadata=Metadata(published=text.published, outlet=text.outlet),
        )
    )


def _story(
    articles: Sequence[Article], findings: Sequence[Findings], settings: Settings
) -> Dossier:
    return dossier_of(
        articles, findings, settings=settings, decisions=Decisions(), permalinks=Permalinks()
    )
