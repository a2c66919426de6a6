"""The `dossier` command: every error is a sentence, every failure status 1."""

import sys

import typer

from builder.cli import articles, folders, lines
from builder.cli.console import say, tell
from builder.errors import DossierError

COMMANDS = (
    folders.new, articles.add, articles.remove, articles.rename, folders.check,
    folders.build, folders.serve, folders.clean, folders.explain,
    lines.extract, lines.resolve,
)  # fmt: skip
app = typer.Typer(
    name="dossier",
    help="Turn the articles about one story into a website of who said what.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for _command in COMMANDS:
    app.command()(_command)


def main() -> None:
    """Run the command; what a person can mend ends it with one message and status 1."""
    try:
        app()
    except DossierError as problem:
        tell(problem, verbose="--verbose" in sys.argv)
        sys.exit(1)
    except OSError as problem:
        what = f"it cannot be used ({problem.strerror or problem})"
        say(f"{problem.filename}: {what}. Check the path.")
        sys.exit(1)
