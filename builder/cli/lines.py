"""Texts that are no folder: JSON lines in, JSON lines out."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Annotated, Any, BinaryIO

import typer

from builder import jsonl, texts
from builder.cli.console import CORES, Verbose, say, tell
from builder.cli.sharing import Jobs, Scheduler, workers_of
from builder.errors import DossierError
from builder.faults import LEFT_OUT, Fault, FaultError
from builder.jsonl import Text
from builder.parallel import PARALLEL_FROM
from builder.render.phrases import counted

Input = Annotated[Path, typer.Option("--jsonl", help="JSON lines to read; `-` is standard input.")]
Output = Annotated[Path, typer.Option("--out", help="Where to write; `-` is standard output.")]
Kept = Annotated[
    Path | None,
    typer.Option(
        "--findings", help="A folder that keeps what is found: the next run reads only new texts."
    ),
]
STANDARD = Path("-")


def extract(
    source: Input,
    out: Output = STANDARD,
    *,
    findings: Kept = None,
    jobs: Jobs = CORES,
    scheduler: Scheduler = None,
    verbose: Verbose = False,
) -> None:
    """What each text holds: quotes, times, mentions and statements, one JSON object a line.

    Example: `dossier extract --jsonl texts.jsonl --out found.jsonl`
    """
    with workers_of(scheduler, jobs=jobs) as workers:
        convert = partial(texts.extract, findings=findings, workers=workers)
        _convert(source, out, jsonl.texts_in, convert, verbose=verbose)


def resolve(
    source: Input,
    out: Output = STANDARD,
    *,
    all_statements: Annotated[
        bool, typer.Option(help="Keep every sentence as a statement, to measure the grouping.")
    ] = False,
    findings: Kept = None,
    jobs: Jobs = CORES,
    scheduler: Scheduler = None,
    verbose: Verbose = False,
) -> None:
    """Each story of the texts, resolved, one JSON object a line.

    Example: `dossier resolve --jsonl texts.jsonl --out stories.jsonl`
    """
    with workers_of(scheduler, jobs=jobs) as workers:
        convert = partial(
            texts.resolve, all_statements=all_statements, findings=findings, workers=workers
        )
        _convert(source, out, jsonl.stories_in, convert, verbose=verbose)


def _convert(
    source: Path,
    out: Path,
    read: Callable[..., Iterator[Text | DossierError]],
    convert: Callable[..., Iterator[Mapping[str, Any]]],
    *,
    verbose: bool,
) -> None:
    bad: list[DossierError] = []

    def leave_out(problem: DossierError | Fault) -> None:
        if isinstance(problem, Fault):
            problem = FaultError(problem, consequence=LEFT_OUT)
        tell(problem, verbose=verbose)
        bad.append(problem)

    with _reading(source) as lines:
        rows = convert(_good(read(lines, file=str(source)), leave_out), on_fault=leave_out)
        _write(rows, out)
    say(f"{counted(len(bad), 'line')} skipped." if bad else "Every line was read.")
    if bad:
        raise typer.Exit(1)


def _write(rows: Iterable[Mapping[str, Any]], out: Path) -> None:
    with _writing(out) as sink:
        for number, row in enumerate(rows, start=1):
            sink.write(jsonl.line_of(row).encode())
            if number % PARALLEL_FROM == 0:
                say(f"{number} done")


@contextmanager
def _reading(path: Path) -> Iterator[BinaryIO]:
    if path == STANDARD:
        yield sys.stdin.buffer
        return
    with path.open("rb") as source:
        yield source


@contextmanager
def _writing(path: Path) -> Iterator[BinaryIO]:
    """Where to write; at the end, however it comes, the file holds what was written until then.

    Only where it cannot be written (a full disk), what stood there before stays.
    """
    if path == STANDARD:
        yield sys.stdout.buffer
        return
    if not path.parent.is_dir():
        raise DossierError("there is no such folder.", todo="Check the path.", file=path.parent)
    fresh = path.with_name(f".{path.name}.new")
    try:
        with fresh.open("wb") as sink:
            yield sink
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
    finally:
        if fresh.exists():
            fresh.replace(path)


def _good(
    texts: Iterable[Text | DossierError], leave_out: Callable[[DossierError], None]
) -> Iterator[Text]:
    for text in texts:
        if isinstance(text, Text):
            yield text
        else:
            leave_out(text)
