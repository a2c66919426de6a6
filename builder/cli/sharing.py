"""Who reads the articles of a command: processes of this machine, or a scheduler's workers."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from builder.cli.console import CORES
from builder.cluster import cluster
from builder.parallel import Processes, Workers

Jobs = Annotated[
    int, typer.Option("--jobs", help="How many processes of this machine read articles.", min=1)
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler", help="Read on many machines: a Dask scheduler's address, tcp://….",
    ),
]  # fmt: skip


@contextmanager
def workers_of(scheduler: str | None, *, jobs: int = CORES) -> Iterator[Workers]:
    """Those of the scheduler, where one is given, else as many processes as `jobs`."""
    if scheduler is None:
        yield Processes(jobs)
        return
    with cluster(scheduler) as workers:
        yield workers
