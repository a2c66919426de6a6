"""The `dossier` command: every error is a sentence, every failure status 1."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, BinaryIO

import typer
from rich.console import Console

from builder import jsonl, pipeline
from builder.cache import FOLDER
from builder.check import check_folder
from builder.errors import DossierError
from builder.jsonl import Text
from builder.new import new_folder
from builder.render.prose import counted
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
        _errors.print(str(problem))
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
def check(folder: Folder = HERE) -> None:
    """Say what is wrong or missing in the articles, settings and decisions; change nothing."""
    found = check_folder(folder)
    for problem in found.problems:
        _errors.print(str(problem))
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
def build(folder: Folder = HERE) -> None:
    """Read the articles, write the pages, and publish the site in `site/`."""
    made = pipeline.build(folder, report=_errors.print, processes=CORES)
    for problem in made.problems:
        _errors.print(str(problem))
    _errors.print(f"The site is in {made.site}. To read it: dossier serve {folder}")
    _errors.print("What the machine is least sure of stands on its page review/.")
    if made.problems:
        _errors.print(f"Published, but for {counted(len(made.problems), 'problem')} named above.")
        raise typer.Exit(1)


@app.command()
def serve(
    folder: Folder = HERE,
    port: Annotated[int, typer.Option(help="The port to listen on.", min=1, max=65535)] = 8000,
) -> None:
    """Build the pages and serve them on this machine, until Ctrl-C."""
    resolved = pipeline.build_pages(folder, report=_errors.print, processes=CORES)
    for problem in resolved.problems:
        _errors.print(str(problem))
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
def extract(source: Input, out: Output = STANDARD) -> None:
    """What each text holds: quotes, times, mentions and statements, one JSON object a line."""
    _convert(
        source,
        out,
        jsonl.texts_in,
        lambda texts: pipeline.extract(texts, processes=CORES),
    )


@app.command()
def resolve(
    source: Input,
    out: Output = STANDARD,
    *,
    all_statements: Annotated[
        bool, typer.Option(help="Keep every sentence as a statement, to measure the grouping.")
    ] = False,
) -> None:
    """Each story of the texts, resolved, one JSON object a line."""
    _convert(
        source,
        out,
        jsonl.stories_in,
        lambda texts: pipeline.resolve(texts, all_statements=all_statements, processes=CORES),
    )


def _convert(
    source: Path,
    out: Path,
    read: Callable[..., Iterator[Text | DossierError]],
    convert: Callable[[Iterable[Text]], Iterator[Mapping[str, Any]]],
) -> None:
    bad: list[DossierError] = []
    with _reading(source) as lines, _writing(out) as sink:
        texts = _good(read(lines, file=str(source)), bad)
        for number, row in enumerate(convert(texts), start=1):
            sink.write(jsonl.line_of(row).encode())
            if number % pipeline.PARALLEL_FROM == 0:
                _errors.print(f"{number} done")
    _errors.print(f"{counted(len(bad), 'line')} skipped." if bad else "Every line was read.")
    if bad:
        raise typer.Exit(1)


@contextmanager
def _reading(path: Path) -> Iterator[BinaryIO]:
    if path == STANDARD:
        yield sys.stdin.buffer
        return
    with path.open("rb") as source:
        yield source


@contextmanager
def _writing(path: Path) -> Iterator[BinaryIO]:
    """Where to write; a file is replaced only when all of it is resolved."""
    if path == STANDARD:
        yield sys.stdout.buffer
        return
    if not path.parent.is_dir():
        raise DossierError("there is no such folder.", todo="Check the path.", file=path.parent)
    fresh = path.with_name(f".{path.name}.new")
    with fresh.open("wb") as sink:
        yield sink
    fresh.replace(path)


def _good(texts: Iterable[Text | DossierError], bad: list[DossierError]) -> Iterator[Text]:
    for text in texts:
        if isinstance(text, Text):
            yield text
        else:
            _errors.print(str(text))
            bad.append(text)
