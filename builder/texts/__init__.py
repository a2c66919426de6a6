"""Texts that are no files of `seeds/`: rows of other programs in, findings or stories out.

What `dossier extract` and `dossier resolve` do, and the library's two functions of these names.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import NoReturn, TypeVar

from builder.export import FindingsRow
from builder.faults import LEFT_OUT, Fault, FaultError
from builder.findings import model_and_version
from builder.jsonl import Text
from builder.parallel import ALONE, Workers
from builder.partitions import Partitions
from builder.settings import Settings
from builder.texts.articles import found_in, found_or_kept
from builder.texts.stories import Row, Sharing, rows_of

OnFault = Callable[[Fault], None]
Result = TypeVar("Result")


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
        rows = workers.share(partial(found_in, settings=settings), texts)
    else:
        kept = _partitions(findings, settings)
        rows = _then_closed(kept, found_or_kept(texts, kept, settings, workers))
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

    With `all_statements`, every sentence is a statement. Stories are shared out among `workers`
    whole; of one with many texts the reading is shared out before. Holds a story in memory, or a
    few batches of small ones for each worker. `findings` as in `extract`; `on_fault` as there,
    called too for a story that is left out.
    """
    settings = settings or Settings()
    kept = (
        None if findings is None else _partitions(findings, settings, all_sentences=all_statements)
    )
    shared = Sharing(workers=workers, settings=settings, kept=kept, all_sentences=all_statements)
    rows = rows_of(texts, shared)
    return _sound(rows if kept is None else _then_closed(kept, rows), on_fault)


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
