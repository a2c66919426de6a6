"""What is done with a dossier's folder: made, checked, built, served, cleaned, explained."""

import shutil
from pathlib import Path
from typing import Annotated

import typer

from builder import pipeline
from builder.cache import FOLDER
from builder.check import check_folder
from builder.cli.console import CORES, HERE, Folder, Verbose, say, tell
from builder.explain import explained
from builder.new import new_folder
from builder.render.phrases import counted
from builder.settings import read_settings
from builder.site import remove_site, serve_site
from builder.write import remove_pages


def new(folder: Annotated[Path, typer.Argument(help="The folder to make.")]) -> None:
    """Make the folder of a new dossier, ready for its first articles."""
    new_folder(folder)
    say(f"{folder} is ready. Add articles, by their addresses or as files, then build it:")
    say(f"  dossier add ARTICLE --folder {folder}")
    say(f"  dossier build {folder}")


def check(folder: Folder = HERE, *, verbose: Verbose = False) -> None:
    """Say what is wrong or missing in the articles, settings and decisions; change nothing."""
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


def build(folder: Folder = HERE, *, verbose: Verbose = False) -> None:
    """Read the articles, write the pages, and publish the site in `site/`."""
    made = pipeline.build(folder, report=say, processes=CORES)
    for problem in made.problems:
        tell(problem, verbose=verbose)
    say(f"The site is in {made.site}. To read it: dossier serve {folder}")
    say("What the machine is least sure of stands on its page review/.")
    if made.problems:
        say(f"Published, but for {counted(len(made.problems), 'problem')} named above.")
        raise typer.Exit(1)


def serve(
    folder: Folder = HERE,
    port: Annotated[int, typer.Option(help="The port to listen on.", min=1, max=65535)] = 8000,
    *,
    verbose: Verbose = False,
) -> None:
    """Build the pages and serve them on this machine, until Ctrl-C."""
    resolved = pipeline.build_pages(folder, report=say, processes=CORES)
    for problem in resolved.problems:
        tell(problem, verbose=verbose)
    say(f"Serving at http://127.0.0.1:{port}/ until Ctrl-C.")
    serve_site(folder, title=resolved.dossier.title, port=port)


def clean(folder: Folder = HERE) -> None:
    """Remove what was generated: pages, site and kept findings. Nothing else is touched."""
    read_settings(folder)
    remove_site(folder)
    remove_pages(folder / "docs")
    if (folder / FOLDER).exists():
        shutil.rmtree(folder / FOLDER)
    say("Removed: pages, site and kept findings.")


def explain(
    id_: Annotated[str, typer.Argument(metavar="ID", help="Of a person, claim, event or quote.")],
    folder: Folder = HERE,
) -> None:
    """Say why the last build took several names, wordings or reports for one."""
    for line in explained(folder, id_):
        typer.echo(line)
