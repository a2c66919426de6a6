"""The `dossier` command: every error is a sentence, every failure status 1."""

import signal
import sys
from importlib.metadata import version
from typing import Annotated

import typer

from builder.cli import articles, building, folders, lines
from builder.cli.console import STOPPED, Stopped, say, stop, tell
from builder.cli.review import review
from builder.errors import DiskError, DossierError

COMMANDS = (
    folders.new, articles.add, articles.remove, articles.rename, folders.check, building.build,
    folders.serve, review, building.publish,
    folders.clean, folders.explain, folders.schemas, lines.extract, lines.resolve,
)  # fmt: skip
app = typer.Typer(
    name="dossier",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _command in COMMANDS:
    app.command()(_command)


def main() -> None:
    """Run the command; what a person can mend ends it with one message and status 1."""
    signal.signal(signal.SIGINT, stop)
    try:
        app()
    except DossierError as problem:
        tell(problem, verbose="--verbose" in sys.argv)
        sys.exit(1)
    except OSError as problem:
        say(str(DiskError.of(problem)))
        sys.exit(1)
    except MemoryError:
        say(
            "There is not enough memory. Close other programs, or divide what you gave it; "
            "what was published stays as it was."
        )
        sys.exit(1)
    except Stopped:
        say("Stopped. What was published stays as it was; run it again whenever you like.")
        sys.exit(STOPPED)


def _tell_version(*, asked: bool) -> None:
    if asked:
        typer.echo(f"dossier {version('story-dossier')}")
        raise typer.Exit


@app.callback()
def _dossier(
    *,
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_tell_version, is_eager=True, help="Say the version."),
    ] = False,
) -> None:
    """Turn the articles about one story into a website of who said what.

    `dossier new my-story` makes a folder; `dossier add ARTICLE --folder my-story` puts an article
    into it; `dossier build my-story` makes the website; `dossier serve my-story` shows it.
    """
