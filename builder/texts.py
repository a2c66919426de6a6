"""Texts that are no files of `seeds/`: rows of other programs in, findings or stories out.

What `dossier extract` and `dossier resolve` do, and the library's two functions of these names.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any, NoReturn, TypeVar

from builder.clean import clean
from builder.export import dossier_row, findings_row
from builder.export.findings import FindingsRow
from builder.faults import LEFT_OUT, Fault, FaultError, apart, attempt
from builder.findings import read
from builder.jsonl import Text
from builder.model.article import Article, Metadata, RawArticle
from builder.model.dossier import Dossier
from builder.model.findings import Findings, Read
from builder.model.ids import ArticleId
from builder.overrides import Decisions
from builder.parallel import ALONE, Workers
from builder.permalinks import Permalinks
from builder.resolve import dossier_of
from builder.settings import Settings

OnFault = Callable[[Fault], None]
Row = dict[str, Any]
Result = TypeVar("Result")


def raise_fault(fault: Fault) -> NoReturn:
    """Raise the fault that a text was met with: what `extract` and `resolve` do unless told."""
    raise FaultError(fault, consequence=LEFT_OUT)


def extract(
    texts: Iterable[Text],
    *,
    settings: Settings | None = None,
    workers: Workers = ALONE,
    on_fault: OnFault = raise_fault,
) -> Iterator[FindingsRow]:
    """What each text holds, as the contract's `extract` lines.

    Holds a batch of texts in memory, not all of them. `workers` as in `build`. A text that the
    builder fails on is left out, after `on_fault` was called with the fault.
    """
    work = partial(_extract, settings=settings or Settings())
    return _sound(workers.share(work, texts), on_fault)


def resolve(
    texts: Iterable[Text],
    *,
    settings: Settings | None = None,
    all_statements: bool = False,
    workers: Workers = ALONE,
    on_fault: OnFault = raise_fault,
) -> Iterator[Row]:
    """Each story of the texts, as the contract's `resolve` lines; a story's texts stand together.

    With `all_statements`, every sentence is a statement. Holds one story in memory.
    `workers` as in `build`, for stories of many texts; `on_fault` as in `extract`, called too
    for a story that is left out.
    """
    settings = settings or Settings()
    read_all = partial(read, language_model=settings.language_model, all_sentences=all_statements)
    share = partial(workers.share, read_all)
    return _sound(_stories(texts, share, settings), on_fault)


def _sound(rows: Iterable[Result | Fault], on_fault: OnFault) -> Iterator[Result]:
    for row in rows:
        if isinstance(row, Fault):
            on_fault(row)
        else:
            yield row


def _stories(
    texts: Iterable[Text],
    read_all: Callable[[Iterable[Article]], Iterable[Read | Fault]],
    settings: Settings,
) -> Iterator[Row | Fault]:
    for story, members in groupby(texts, key=lambda text: text.story):
        articles, unclean = apart(map(_article, members))
        found, unread = apart(read_all(articles))
        yield from (*unclean, *unread)
        if found:
            yield attempt(partial(_story_row, story, found, settings), stage="resolve", item=story)


def _extract(texts: Sequence[Text], *, settings: Settings) -> list[FindingsRow | Fault]:
    articles, unclean = apart(map(_article, texts))
    found, unread = apart(read(articles, language_model=settings.language_model))
    rows = [
        attempt(partial(_findings_row, *each, settings), stage="resolve", item=each[0].file)
        for each in found
    ]
    return [*unclean, *unread, *rows]


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
