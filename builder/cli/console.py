"""How the command speaks: messages to standard error, and the arguments that commands share."""

import os
import sys
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer
from rich.console import Console

from builder.errors import DossierError, printable
from builder.faults import FaultError

Folder = Annotated[
    Path,
    typer.Argument(
        help="The dossier's folder: it holds dossier.yml and seeds/.", exists=True, file_okay=False
    ),
]
Verbose = Annotated[
    bool, typer.Option("--verbose", help="Show the traceback of a fault of the builder.")
]
Yes = Annotated[bool, typer.Option("--yes", help="Do it without asking, as scripts need.")]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="Say only what goes wrong, and where the site is.")
]
HERE = Path()
STOPPED = 130  # what a shell gives for Ctrl-C
CORES = os.cpu_count() or 1
_errors = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)


class Stopped(BaseException):
    """Somebody pressed Ctrl-C; typer would turn a KeyboardInterrupt into "Aborted."."""


def stop(_signal: int, _frame: FrameType | None) -> None:
    """Raise `Stopped`, wherever the command is."""
    raise Stopped


def silent(_: str) -> None:
    """Say nothing: what `--quiet` makes of progress."""


def say(line: str) -> None:
    """Tell whoever runs the command, on standard error."""
    _errors.print(printable(line))


def confirm(*, yes: bool) -> None:
    """Ask whoever runs the command to go on; end it on a no, and where nobody is there."""
    if yes:
        return
    if not sys.stdin.isatty():
        say("Nothing was changed: nobody is here to ask. Add --yes to do it.")
        raise typer.Exit(1)
    if not typer.confirm("Go on?", err=True):
        say("Nothing was changed.")
        raise typer.Exit(1)


def tell(problem: DossierError, *, verbose: bool) -> None:
    """Say what went wrong and, of a fault of the builder, where if asked."""
    say(str(problem))
    if verbose and isinstance(problem, FaultError):
        say(problem.fault.report)
