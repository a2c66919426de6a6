"""How the command speaks: messages to standard error, and the arguments that commands share."""

import os
import sys
from pathlib import Path
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
HERE = Path()
CORES = os.cpu_count() or 1
_errors = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)


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
