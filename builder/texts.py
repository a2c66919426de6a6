"""Texts that are no files of `seeds/`: rows of other programs in, findings or stories out.

What `dossier extract` and `dossier resolve` do, and the library's two functions of these names.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from builder.clean import clean
from builder.export import dossier_row, findings_row
from builder.export.findings import FindingsRow
from builder.faults import LEFT_OUT, Fault, FaultError, apart, attempt
from builder.findings import model_and_version, read, read_or_kept
from builder.jsonl import Text
from builder.model.article import Article, Metadata, RawArticle
from builder.model.dossier import Dossier
from builder.model.findings import Findings, Read
from builder.model.ids import ArticleId
from builder.overrides import Decisions
from builder.parallel import ALONE, Workers
from builder.partitions import Partitions
from builder.permalinks import Permalinks
from builder.resolve import dossier_of
from builder.settings import Settings

OnFault = Callable[[Fault], None]
Row = dict[str, Any]
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """An article, and its findings where they are kept from an earlier run."""

    article: Article
    known: Findings | None = None

    @property
    def file(self) -> str:
        """What it is called where it ends its worker."""
        return self.article.file


@dataclass(frozen=True, slots=True, kw_only=True)
class _Extracted:
    """A row, and what it was made of."""

    article: Article
    findings: Findings
    is_new: bool
    """Whether the article was read now."""
    row: FindingsRow


def raise_fault(fault: Fault) -> NoReturn:
    """Raise the fault that a text was met with: what `extract` and `resolve` do unless told."""
    raise FaultError(fault, consequence=LEFT_OUT)


def extract(
    texts: Iterable[Text],
    *,
    settings: Settings | None = None,
    findings: Path | None = None,
    workers: Workers = ALONE,
    on_fault: OnFault = raise_fault,
) -> Iterator[FindingsRow]:
    """What each text holds, as the contract's `extract` lines.

    Holds a batch of texts in memory, not all of them. `findings` is a folder that keeps what is
    found, so that the next run reads only the texts that are not there yet. `workers` as in
    `build`. A text that the builder fails on is left out, after `on_fault` was called with the
    fault. Raises `DossierError` where findings cannot be kept.
    """
    settings = settings or Settings()
    if findings is None:
        rows = workers.share(partial(_extract, settings=settings), texts)
    else:
        kept = _partitions(findings, settings)
        rows = _then_closed(kept, _extract_unkept(texts, kept, settings, workers))
    return _sound(rows, on_fault)


def resolve(
    texts: Iterable[Text],
    *,
    settings: Settings | None = None,
    all_statements: bool = False,
    findings: Path | None = None,
    workers: Workers = ALONE,
    on_fault: OnFault = raise_fault,
) -> Iterator[Row]:
    """Each story of the texts, as the contract's `resolve` lines; a story's texts stand together.

    With `all_statements`, every sentence is a statement. Holds one story in memory.
    `findings` as in `extract`; `workers` as in `build`, for stories of many texts; `on_fault` as
    in `extract`, called too for a story that is left out.
    """
    settings = settings or Settings()
    model = settings.language_model
    if findings is None:
        read_new = partial(read, language_model=model, all_sentences=all_statements)
        return _sound(_stories(texts, partial(workers.share, read_new), settings), on_fault)
    kept = _partitions(findings, settings, all_sentences=all_statements)
    read_all = partial(
        read_or_kept, kept=kept, language_model=model, workers=workers,
        all_sentences=all_statements,
    )  # fmt: skip
    return _sound(_then_closed(kept, _stories(texts, read_all, settings)), on_fault)


def _partitions(folder: Path, settings: Settings, *, all_sentences: bool = False) -> Partitions:
    model = model_and_version(settings.language_model)
    return Partitions(folder, language_model=model, all_sentences=all_sentences)


def _then_closed(kept: Partitions, rows: Iterator[Result]) -> Iterator[Result]:
    """The rows; what was found is kept at the end, however it comes."""
    with closing(kept):
        yield from rows


def _sound(rows: Iterable[Result | Fault], on_fault: OnFault) -> Iterator[Result]:
    for row in rows:
        if isinstance(row, Fault):
            on_fault(row)
        else:
            yield row


def _stories(
    texts: Iterable[Text],
    read_all: Callable[[Sequence[Article]], Iterable[Read | Fault]],
    settings: Settings,
) -> Iterator[Row | Fault]:
    for story, members in groupby(texts, key=lambda text: text.story):
        articles, unclean = apart(map(_article, members))
        found, unread = apart(read_all(articles))
        yield from (*unclean, *unread)
        if found:
            yield attempt(partial(_story_row, story, found, settings), stage="resolve", item=story)


def _extract(texts: Sequence[Text], *, settings: Settings) -> list[FindingsRow | Fault]:
    articles = map(_article, texts)
    asked = [each if isinstance(each, Fault) else _Asked(article=each) for each in articles]
    found = _extract_asked(asked, settings=settings)
    return [each if isinstance(each, Fault) else each.row for each in found]


def _extract_unkept(
    texts: Iterable[Text], kept: Partitions, settings: Settings, workers: Workers
) -> Iterator[FindingsRow | Fault]:
    articles = map(_article, texts)
    asked = (
        each if isinstance(each, Fault) else _Asked(article=each, known=kept.get(each))
        for each in articles
    )  # fmt: skip
    for each in workers.share(partial(_extract_asked, settings=settings), asked):
        if isinstance(each, Fault):
            yield each
        else:
            if each.is_new:
                kept.put(each.article, each.findings)
            yield each.row


def _extract_asked(
    asked: Sequence[_Asked | Fault], *, settings: Settings
) -> list[_Extracted | Fault]:
    """The row of each article, in order; those are read now whose findings are not there."""
    unread = [each.article for each in asked if isinstance(each, _Asked) and each.known is None]
    now = iter(read(unread, language_model=settings.language_model))
    extracted: list[_Extracted | Fault] = []
    for each in asked:
        if isinstance(each, Fault):
            extracted.append(each)
            continue
        found = next(now) if each.known is None else (each.article, each.known)
        if not isinstance(found, Fault):
            work = partial(_extracted, *found, settings, is_new=each.known is None)
            extracted.append(attempt(work, stage="resolve", item=each.file))
        else:
            extracted.append(found)
    return extracted


def _extracted(
    article: Article, findings: Findings, settings: Settings, *, is_new: bool
) -> _Extracted:
    row = _findings_row(article, findings, settings)
    return _Extracted(article=article, findings=findings, is_new=is_new, row=row)


def _findings_row(article: Article, found: Findings, settings: Settings) -> FindingsRow:
    return findings_row(article, found, _dossier([(article, found)], settings))


def _story_row(story: str, found: Sequence[Read], settings: Settings) -> Row:
    return {"story": story, **dossier_row(_dossier(found, settings))}


def _dossier(found: Sequence[Read], settings: Settings) -> Dossier:
    articles, findings = zip(*found, strict=True)
    return dossier_of(
        articles, findings, settings=settings, decisions=Decisions(), permalinks=Permalinks()
    )


def _article(text: Text) -> Article | Fault:
    data = text.text.encode("utf-8", "surrogatepass")
    raw = RawArticle(
        id=ArticleId(text.doc_id),
        file=text.doc_id,
        text=text.text,
        sha256=hashlib.sha256(data).hexdigest(),
        metadata=Metadata(published=text.published, outlet=text.outlet),
    )
    return attempt(partial(clean, raw), stage="clean", item=raw.file)
