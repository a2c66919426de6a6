"""Reading shared out among the workers of a Dask scheduler, both on this machine; some are killed.

Each test speaks to a scheduler of its own, as a person starts it: `dask scheduler`, `dask worker`.
"""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from socket import socket
from time import sleep
from unittest import mock

import pytest

from builder.cluster import ClusterError, cluster
from builder.faults import Fault
from builder.parallel import BATCH

pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
POISON = "poison"
LINE = '{"doc_id": "a%03d", "story": "s", "text": "Ana Ruiz said that %d ships were lost."}\n'


class Schedule:
    """A scheduler and its workers, each a process."""

    def __init__(self, stack: ExitStack, folder: Path) -> None:
        self._stack, self._folder = stack, folder
        with closing(socket()) as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{port}"
        self.scheduler = self._start(
            "dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"
        )
        while not answers(port):
            assert self.scheduler.poll() is None, "the scheduler ended"
            sleep(0.1)

    def worker(self, *options: str, **environment: str) -> subprocess.Popen[bytes]:
        """One more worker of one thread."""
        return self._start(
            "dask_worker", self.address, "--nthreads", "1", "--no-dashboard", "--local-directory",
            str(self._folder), *options, **environment,
        )  # fmt: skip

    def _start(self, program: str, *arguments: str, **environment: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{program}", *arguments],
            env={
                **os.environ,
                "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1",
                **environment,
            },
            stderr=subprocess.DEVNULL,
        )
        self._stack.callback(process.wait)
        self._stack.callback(process.terminate)
        return process


def answers(port: int) -> bool:
    with closing(socket()) as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture
def schedule(tmp_path: Path) -> Iterator[Schedule]:
    with ExitStack() as stack:
        yield Schedule(stack, tmp_path)


@pytest.fixture
def impatient() -> Iterator[None]:
    """Who has nobody to wait for, waits a second."""
    with mock.patch("builder.cluster._PATIENCE", 1):
        yield


def doubled(batch: Sequence[str]) -> list[str | Fault]:
    """Slow enough for a worker to be killed in the middle; ends the worker that gets poison."""
    if POISON in batch:
        os._exit(1)
    sleep(0.05)
    return [word * 2 for word in batch]


def test_a_worker_that_is_killed_in_the_middle_costs_nothing(schedule: Schedule):
    victim, _ = schedule.worker("--no-nanny"), schedule.worker("--no-nanny")
    items = [str(number) for number in range(40 * BATCH)]
    with cluster(schedule.address) as workers:
        results = workers.share(doubled, items)
        found = [next(results)]
        victim.send_signal(signal.SIGKILL)
        found.extend(results)
    assert found == doubled(items)


def test_an_item_that_ends_each_worker_is_named_and_the_others_are_done(schedule: Schedule):
    schedule.worker(), schedule.worker()
    items = ["a", "b", POISON, *map(str, range(2 * BATCH))]
    with cluster(schedule.address) as workers:
        found = list(workers.share(doubled, items))
    fault = found.pop(2)
    assert isinstance(fault, Fault)
    assert fault.cause == "lost"
    assert found == doubled([item for item in items if item != POISON])


def test_without_a_scheduler_it_is_said(impatient: None):
    said = re.escape("no scheduler answers at tcp://127.0.0.1:9.")
    with pytest.raises(ClusterError, match=said), cluster("tcp://127.0.0.1:9"):
        pass


def test_without_workers_it_is_said(schedule: Schedule, impatient: None):
    said = re.escape(f"{schedule.address} has no workers. Start some")
    with pytest.raises(ClusterError, match=said), cluster(schedule.address):
        pass


@pytest.mark.parametrize(
    ("package", "named"),
    [("story_dossier", "Story Dossier"), ("dask", "dask"), ("spacy", "spacy")],
)
def test_a_worker_of_another_version_is_named(
    schedule: Schedule, tmp_path: Path, package: str, named: str
):
    told = tmp_path / "packages" / f"{package}-9.9.dist-info"
    told.mkdir(parents=True)
    (told / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 9.9\n")
    paths = os.pathsep.join((str(told.parent), *sys.path))
    schedule.worker("--no-nanny", PYTHONPATH=paths)
    said = (
        f"tcp://.* runs another version of {named}: 9.9.*, and this machine .*\\. Install the same"
    )
    with pytest.raises(ClusterError, match=said), cluster(schedule.address):
        pass


@pytest.mark.model
def test_a_command_writes_to_the_byte_what_it_writes_alone(schedule: Schedule, tmp_path: Path):
    schedule.worker(), schedule.worker()
    texts = tmp_path / "texts.jsonl"
    texts.write_text("".join(LINE % (number, number) for number in range(2 * BATCH)))
    for word in ("extract", "resolve"):
        alone, shared = (tmp_path / f"{word}-{how}.jsonl" for how in ("alone", "shared"))
        for out, options in ((alone, ()), (shared, ("--scheduler", schedule.address))):
            dossier(word, "--jsonl", texts, "--out", out, *options)
        assert shared.read_bytes() == alone.read_bytes() != b""


@pytest.mark.model
def test_what_workers_found_is_kept_where_the_command_runs(schedule: Schedule, tmp_path: Path):
    pytest.importorskip("pyarrow", reason="the extra `cluster` is not installed")
    schedule.worker("--no-nanny")
    texts, folder = tmp_path / "texts.jsonl", tmp_path / "found"
    texts.write_text("".join(LINE % (number, number) for number in range(3)))
    shared, alone = tmp_path / "shared.jsonl", tmp_path / "alone.jsonl"
    scheduled = ("--scheduler", schedule.address, "--findings", folder)
    dossier("extract", "--jsonl", texts, "--out", shared, *scheduled)
    (kept,) = folder.iterdir()
    dossier("resolve", "--jsonl", texts, "--out", alone, "--findings", folder)
    assert list(folder.iterdir()) == [kept]  # no text was read again
    dossier("extract", "--jsonl", texts, "--out", alone, "--findings", folder)
    assert shared.read_bytes() == alone.read_bytes() != b""


def dossier(*words: str | Path) -> None:
    done = subprocess.run([sys.executable, "-m", "builder", *map(str, words)], check=False)
    assert done.returncode == 0


def test_a_scheduler_that_is_lost_is_said(schedule: Schedule):
    schedule.worker()
    with cluster(schedule.address) as workers:
        results = workers.share(doubled, map(str, range(400 * BATCH)))
        next(results)
        schedule.scheduler.kill()
        with pytest.raises(ClusterError, match=f"{schedule.address} was lost"):
            list(results)
