"""What is done with a dossier's articles: added, removed, renamed."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from builder.cli.console import HERE, STOPPED, Stopped, Verbose, Yes, confirm, say, tell
from builder.remove import Removal
from builder.rename import Renaming
from builder.render.phrases import counted

InFolder = Annotated[
    Path,
    typer.Option(
        "--folder", help="The dossier's folder: it holds dossier.yml and seeds/.",
        exists=True, file_okay=False,
    ),
]  # fmt: skip


def add(  # noqa: PLR0917 - one for each option
    source: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help="Addresses, files, folders, feeds, sitemaps; `-` is standard input.",
        ),
    ],
    folder: InFolder = HERE,
    title: Annotated[str | None, typer.Option(help="Of a single article.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published a single article.")] = None,
    url: Annotated[str | None, typer.Option(help="The address of a single article.")] = None,
    published: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="The day of a single article.")
    ] = None,
    limit: Annotated[
        int, typer.Option(help="How many articles of feeds and sitemaps to take.", min=1)
    ] = 100,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be added.")] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from private networks too.")
    ] = False,
    verbose: Verbose = False,
) -> None:
    """Add articles: web pages, saved pages, texts, documents, or all that a feed names.

    Example: `dossier add https://coast.example/crane ~/Desktop/articles --folder my-story`
    """
    # Only this command needs the network and lxml: the others start without them.
    from builder import add as adding  # noqa: PLC0415

    if adding.STANDARD_INPUT in source and sys.stdin.isatty():
        say("Paste the article, or one address a line; end with Ctrl-D on a line of its own.")
    how = adding.Addition(
        today=datetime.now(tz=UTC).astimezone().date(),
        stated=adding.stated_of(title=title, outlet=outlet, url=url, published=published),
        limit=limit,
        dry_run=dry_run,
    )
    try:
        added = adding.add_sources(
            folder,
            adding.sources_of(source, sys.stdin.buffer.read),
            adding.Fetcher(allow_private=allow_private),
            how=how,
            report=say,
        )
    except Stopped:
        say("Stopped. What was added stays; the same command passes over it.")
        raise typer.Exit(STOPPED) from None
    for problem in added.problems if verbose else ():
        tell(problem, verbose=True)
    would = "would be " if dry_run else ""
    say(
        f"{counted(len(added.kept), 'article')} {would}added, {len(added.known)} known already, "
        f"{len(added.problems)} left out."
    )
    if added.kept and not dry_run:
        say(f"Next: dossier build {quote(str(folder))}")
    if added.problems:
        raise typer.Exit(1)


def remove(
    name: Annotated[list[str], typer.Argument(metavar="NAME...", help="Of files in seeds/.")],
    folder: InFolder = HERE,
    *,
    yes: Yes = False,
) -> None:
    """Remove articles, with what stands beside them; say first what will change.

    Example: `dossier remove crane --folder my-story`
    """
    removal = Removal(folder, name)
    for line in removal.consequences():
        say(line)
    confirm(yes=yes)
    removal.carry_out()
    say(f"Removed. Next: dossier build {quote(str(folder))}")


def rename(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The name of a file in seeds/.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="Its new name.")],
    folder: InFolder = HERE,
    *,
    yes: Yes = False,
) -> None:
    """Rename an article; its page's old address leads to the new one.

    Example: `dossier rename crane port-shut --folder my-story`
    """
    renaming = Renaming(folder, old, new)
    for line in renaming.consequences():
        say(line)
    confirm(yes=yes)
    renaming.carry_out()
    say(f"Renamed. Next: dossier build {quote(str(folder))}")
