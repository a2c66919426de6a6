"""What is done with a dossier's folder: made, checked, built, served, cleaned, explained."""

import shutil
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from builder.cache import FOLDER
from builder.check import check_folder
from builder.cli.console import CORES, HERE, Folder, Stopped, Verbose, say, tell
from builder.explain import explained
from builder.new import new_folder
from builder.parallel import Processes
from builder.render.phrases import counted
from builder.schemas import write_schemas
from builder.settings import read_settings
from builder.write import EDITED, remove_pages


def new(folder: Annotated[Path, typer.Argument(help="The folder to make.")]) -> None:
    """Make the folder of a new dossier, ready for its first articles.

    Example: `dossier new my-story`
    """
    new_folder(folder)
    say(f"{folder} is ready. Add articles, by their addresses or as files, then build it:")
    say(f"  dossier add ARTICLE --folder {folder}")
    say(f"  dossier build {folder}")


def schemas(folder: Folder = HERE) -> None:
    """Write the schemas that let an editor complete dossier.yml, editorial.yml and metadata.

    Example: `dossier schemas my-story`
    """
    for path in write_schemas(folder):
        say(f"{path} is written.")
    say("Begin dossier.yml with:  # yaml-language-server: $schema=.schemas/dossier.json")


def check(folder: Folder = HERE, *, verbose: Verbose = False) -> None:
    """Say what is wrong or missing in the articles, settings and decisions; change nothing.

    Example: `dossier check my-story`
    """
    found = check_folder(folder)
    for problem in found.problems:
        tell(problem, verbose=verbose)
    for lack in found.lacks:
        say(lack)
    say(
        f"{counted(found.articles, 'article')} can be read, "
        f"{counted(len(found.problems), 'problem')} to mend, {counted(len(found.lacks), 'fact')} "
        "that nobody stated."
    )
    if found.problems:
        raise typer.Exit(1)


def serve(
    folder: Folder = HERE,
    port: Annotated[int, typer.Option(help="The port to listen on.", min=1, max=65535)] = 8000,
    *,
    verbose: Verbose = False,
) -> None:
    """Build the pages and serve them on this machine, until Ctrl-C.

    Example: `dossier serve my-story --port 8080`
    """
    from builder.live import Live  # noqa: PLC0415 - it imports MkDocs

    live = Live(
        folder,
        port=port,
        report=say,
        tell=partial(tell, verbose=verbose),
        workers=Processes(CORES),
    )
    with suppress(Stopped):
        live.run(lambda address: say(f"Serving at {address} until Ctrl-C. What you save shows."))
    say("Serving has ended.")


def clean(folder: Folder = HERE) -> None:
    """Remove what was generated: pages, site and kept findings. Nothing else is touched.

    Example: `dossier clean my-story`
    """
    from builder.site import remove_site  # noqa: PLC0415 - it imports MkDocs

    read_settings(folder)
    remove_site(folder)
    remove_pages(folder / "docs", report=say)
    for kept in sorted((folder / FOLDER).iterdir()) if (folder / FOLDER).exists() else ():
        if kept == folder / EDITED:
            continue
        if kept.is_dir():
            shutil.rmtree(kept)
        else:
            kept.unlink()
    say("Removed: pages, site and kept findings.")


def explain(
    id_: Annotated[
        str,
        typer.Argument(metavar="ID", help="Of a person, claim, event or quote, or its address."),
    ],
    folder: Folder = HERE,
) -> None:
    """Say why the last build took several for one, or whom for the speaker of a quote.

    Example: `dossier explain ana-ruiz my-story`
    """
    for line in explained(folder, id_):
        typer.echo(line)
