"""The `dossier` command: every error is a sentence, every failure status 1."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Annotated, Any, BinaryIO

import typer
from rich.console import Console

from builder import jsonl, pipeline, texts
from builder.cache import FOLDER
from builder.check import check_folder
from builder.errors import DossierError
from builder.explain import explained
from builder.faults import LEFT_OUT, Fault, FaultError
from builder.jsonl import Text
from builder.new import new_folder
from builder.reading import PARALLEL_FROM
from builder.render.phrases import counted
from builder.settings import read_settings
from builder.site import remove_site, serve_site
from builder.write import remove_pages

app = typer.Typer(
    name="dossier",
    help="Turn the articles about one story into a website of who said what.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
Folder = Annotated[
    Path,
    typer.Argument(
        help="The dossier's folder: it holds dossier.yml and seeds/.", exists=True, file_okay=False
    ),
]
Verbose = Annotated[
    bool, typer.Option("--verbose", help="Show the traceback of a fault of the builder.")
]
Input = Annotated[Path, typer.Option("--jsonl", help="JSON lines to read; `-` is standard input.")]
Output = Annotated[Path, typer.Option("--out", help="Where to write; `-` is standard output.")]
STANDARD = Path("-")
HERE = Path()
CORES = os.cpu_count() or 1
_errors = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)


def main() -> None:
    """Run the command; what a person can mend ends it with one message and status 1."""
    try:
        app()
    except DossierError as problem:
        _tell(problem, verbose="--verbose" in sys.argv)
        sys.exit(1)
    except OSError as problem:
        what = f"it cannot be used ({problem.strerror or problem})"
        _errors.print(f"{problem.filename}: {what}. Check the path.")
        sys.exit(1)


@app.command()
def new(folder: Annotated[Path, typer.Argument(help="The folder to make.")]) -> None:
    """Make the folder of a new dossier, ready for its first articles."""
    new_folder(folder)
    _errors.print(f"{folder} is ready. Put articles into {folder / 'seeds'}, then run:")
    _errors.print(f"  dossier build {folder}")


@app.command()
def check(folder: Folder = HERE, *, verbose: Verbose = False) -> None:
    """Say what is wrong or missing in the articles, settings and decisions; change nothing."""
    found = check_folder(folder)
    for problem in found.problems:
        _tell(problem, verbose=verbose)
    for lack in found.lacks:
        _errors.print(lack)
    _errors.print(
        f"{counted(found.articles, 'article')} can be read, "
        f"{counted(len(found.problems), 'problem')} to mend, {counted(len(found.lacks), 'fact')} "
        "that nobody stated."
    )
    if found.problems:
        raise typer.Exit(1)


@app.command()
def build(folder: Folder = HERE, *, verbose: Verbose = False) -> None:
    """Read the articles, write the pages, and publish the site in `site/`."""
    made = pipeline.build(folder, report=_errors.print, processes=CORES)
    for problem in made.problems:
        _tell(problem, verbose=verbose)
    _errors.print(f"The site is in {made.site}. To read it: dossier serve {folder}")
    _errors.print("What the machine is least sure of stands on its page review/.")
    if made.problems:
        _errors.print(f"Published, but for {counted(len(made.problems), 'problem')} named above.")
        raise typer.Exit(1)


@app.command()
def serve(
    folder: Folder = HERE,
    port: Annotated[int, typer.Option(help="The port to listen on.", min=1, max=65535)] = 8000,
    *,
    verbose: Verbose = False,
) -> None:
    """Build the pages and serve them on this machine, until Ctrl-C."""
    resolved = pipeline.build_pages(folder, report=_errors.print, processes=CORES)
    for problem in resolved.problems:
        _tell(problem, verbose=verbose)
    _errors.print(f"Serving at http://127.0.0.1:{port}/ until Ctrl-C.")
    serve_site(folder, title=resolved.dossier.title, port=port)


@app.command()
def clean(folder: Folder = HERE) -> None:
    """Remove what was generated: pages, site and kept findings. Nothing else is touched."""
    read_settings(folder)
    remove_site(folder)
    remove_pages(folder / "docs")
    if (folder / FOLDER).exists():
        shutil.rmtree(folder / FOLDER)
    _errors.print("Removed: pages, site and kept findings.")


@app.command()
def explain(
    id_: Annotated[str, typer.Argument(metavar="ID", help="Of a person, claim, event or quote.")],
    folder: Folder = HERE,
) -> None:
    """Say why the last build took several names, wordings or reports for one."""
    for line in explained(folder, id_):
        typer.echo(line)


@app.command()
def extract(source: Input, out: Output = STANDARD, *, verbose: Verbose = False) -> None:
    """What each text holds: quotes, times, mentions and statements, one JSON object a line."""
    convert = partial(texts.extract, processes=CORES)
    _convert(source, out, jsonl.texts_in, convert, verbose=verbose)


@app.command()
def resolve(
    source: Input,
    out: Output = STANDARD,
    *,
    all_statements: Annotated[
        bool, typer.Option(help="Keep every sentence as a statement, to measure the grouping.")
    ] = False,
    verbose: Verbose = False,
) -> None:
    """Each story of the texts, resolved, one JSON object a line."""
    convert = partial(texts.resolve, all_statements=all_statements, processes=CORES)
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
        _tell(problem, verbose=verbose)
        bad.append(problem)

    with _reading(source) as lines, _writing(out) as sink:
        rows = convert(_good(read(lines, file=str(source)), leave_out), on_fault=leave_out)
        for number, row in enumerate(rows, start=1):
            sink.write(jsonl.line_of(row).encode())
            if number % PARALLEL_FROM == 0:
                _errors.print(f"{number} done")
    _errors.print(f"{counted(len(bad), 'line')} skipped." if bad else "Every line was read.")
    if bad:
        raise typer.Exit(1)


def _tell(problem: DossierError, *, verbose: bool) -> None:
    _errors.print(str(problem))
    if verbose and isinstance(problem, FaultError):
        _errors.print(problem.fault.report)


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
