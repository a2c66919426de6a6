"""`dossier build` and `dossier publish`: what they do, and what they say when they are done."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from builder import pipeline
from builder.cli.console import CORES, HERE, Folder, Quiet, Verbose, say, silent, tell
from builder.cli.sharing import Jobs, Scheduler, workers_of
from builder.cli.told import changed, to_check_first
from builder.freshness import note_built, told_of
from builder.parallel import Processes
from builder.permalinks import FILE as PERMALINKS
from builder.pipeline import Build, Resolution
from builder.published import FILE as PUBLISHED
from builder.render.phrases import counted


def build(
    folder: Folder = HERE,
    *,
    strict: Annotated[
        bool, typer.Option("--strict", help="Publish nothing if there is any problem.")
    ] = False,
    locked: Annotated[
        bool, typer.Option("--locked", help="Fail if permalinks.json would change.")
    ] = False,
    no_site: Annotated[
        bool, typer.Option("--no-site", help="Write pages and data to docs/, no site.")
    ] = False,
    jobs: Jobs = CORES,
    scheduler: Scheduler = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Read the articles, write the pages, build the site in `site/`, say what changed.

    Example: `dossier build my-story`
    """
    known = None if no_site else told_of(folder)
    if known is not None:
        _say("Nothing changed since the last build.", *known, quiet=quiet)
        return
    made: Build | Resolution
    work = pipeline.build_pages if no_site else pipeline.build
    progress = silent if quiet else say
    with workers_of(scheduler, jobs=jobs) as workers:
        made = work(folder, report=progress, workers=workers, strict=strict, locked=locked)
    for problem in made.problems:
        tell(problem, verbose=verbose)
    if made.problems:
        say(f"Built, but for {counted(len(made.problems), 'problem')} named above.")
    told = tuple(_told(folder, made))
    _say(*told, quiet=quiet)
    if isinstance(made, Build) and not made.problems:
        note_built(folder, made.made_from, told)
    if made.problems:
        raise typer.Exit(1)


def publish(
    folder: Folder = HERE,
    *,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Publish although there are problems.")
    ] = False,
    jobs: Jobs = CORES,
    verbose: Verbose = False,
) -> None:
    """Build the site, and remember what it says as published; upload `site/` then.

    Example: `dossier publish my-story`
    """
    made = pipeline.publish(folder, report=say, workers=Processes(jobs), strict=not anyway)
    for problem in made.problems:
        tell(problem, verbose=verbose)
    for line in changed(made.changes, made.dossier):
        say(line)
    dossier = made.dossier
    pages = sum(claim.page is not None for claim in dossier.claims)
    say(
        f"Published: {counted(len(dossier.articles), 'article')}, "
        f"{counted(len(dossier.people), 'person')}, {counted(len(dossier.quotes), 'quote')}, "
        f"{counted(pages, 'claim')} with a page."
    )
    say(f"The site is in {made.site}. Upload that folder; nothing was copied anywhere.")
    say(f"Keep {PUBLISHED} and {PERMALINKS} under version control, with your articles.")
    if made.problems:
        say(f"Left out: {counted(len(made.problems), 'problem')} named above.")


def _told(folder: Path, made: Build | Resolution) -> Iterator[str]:
    """What changed, where it is, what to look at first and what to do next."""
    if isinstance(made, Build):
        yield f"The site is in {made.site}. To read it: dossier serve {folder}"
    else:
        yield f"The pages are in {folder / 'docs'}. No site was built."
    yield from changed(made.changes, made.dossier)
    yield from to_check_first(made.dossier, folder)
    if made.changes:
        yield f"When it is as you want it: dossier publish {folder}"


def _say(*lines: str, quiet: bool) -> None:
    """Say the lines; of a quiet command only where the site is."""
    for line in lines:
        if not quiet or line.startswith("The site is in"):
            say(line)
