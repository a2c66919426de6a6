"""Work shared out among the workers of a Dask scheduler: items in, results out, in order.

Results are those of one machine, byte for byte: workers of another version are refused. A batch
whose worker is lost goes to another one. A batch that several workers were lost on is done item by
item, and the item that ends its worker each time is a fault, like any other. The package is an
extra: `pip install story-dossier[cluster]`.
"""

import logging
import platform
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, partial
from importlib.metadata import entry_points, version
from importlib.resources import files
from typing import TYPE_CHECKING, NoReturn, cast

from builder.cache import code_digest
from builder.errors import DossierError
from builder.faults import Fault, lost
from builder.parallel import AHEAD, BATCH, Item, Result, Weight, Work, Workers, in_order, name_of

if TYPE_CHECKING:
    from distributed import Client, Future
    from distributed.client import VersionsDict

_PATIENCE = 10  # seconds in which a scheduler must answer, and a first worker be there
_SAME = "Install the same on all of them."
_PACKAGES = ("dask", "distributed", "spacy", "numpy")  # beside the models and the program itself


class ClusterError(DossierError):
    """The scheduler is not there, has no workers, or they are of another version."""


@contextmanager
def cluster(address: str) -> Iterator[Workers]:
    """The workers of the scheduler at an address, such as `tcp://10.0.0.5:8786`.

    Raises `ClusterError` where it does not answer, has no workers, or is of another version.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - an extra, slow to import
    except ImportError as missing:
        raise ClusterError(
            "sharing work out among machines needs Dask, which is not installed.",
            todo="Install it: pip install 'story-dossier[cluster]'.",
        ) from missing
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters is said here
    warnings.filterwarnings("ignore", module="distributed")
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as problem:
        raise ClusterError(
            f"no scheduler answers at {address}.",
            todo="Start one (dask scheduler), or check the address.",
        ) from problem
    with client:
        _check(client, address)
        yield _Cluster(client, address)


class _Cluster:
    """The workers of a scheduler."""

    def __init__(self, client: "Client", address: str) -> None:
        self._client, self._address = client, address

    def share(
        self,
        work: Work[Item, Result],
        items: Iterable[Item],
        *,
        weight: Weight[Item] | None = None,
    ) -> Iterator[Result | Fault]:
        """What `work` makes of the items, in order; a few batches a worker are under way."""
        room = AHEAD * BATCH * max(1, sum(self._client.nthreads().values()))
        send, fetch = partial(self._sent, work), partial(self._done, work)
        return in_order(send, fetch, items, room=room, weight=weight)

    def _sent(
        self, work: Work[Item, Result], batch: list[Item]
    ) -> "Future[Sequence[Result | Fault]]":
        return self._client.submit(_work_there, work, batch, _program(), pure=False)

    def _done(
        self,
        work: Work[Item, Result],
        future: "Future[Sequence[Result | Fault]]",
        batch: list[Item],
    ) -> Sequence[Result | Fault]:
        from distributed import KilledWorker  # noqa: PLC0415 - an extra, slow to import

        try:
            return self._result(future)
        except KilledWorker:
            if len(batch) > 1:
                parts = ([item] for item in batch)
                return [self._done(work, self._sent(work, part), part)[0] for part in parts]
            return [lost(name_of(batch[0]))]

    def _result(self, future: "Future[Sequence[Result | Fault]]") -> Sequence[Result | Fault]:
        """What the future holds, once it is there; the scheduler may be gone, or its workers."""
        from distributed import CancelledError  # noqa: PLC0415 - an extra, slow to import
        from distributed.comm.core import CommClosedError  # noqa: PLC0415

        while True:
            try:
                return future.result(timeout=_PATIENCE)
            except TimeoutError:
                if self._client.status != "running":
                    raise self._lost() from None
                _wait_for_workers(self._client, self._address)
            except (CancelledError, CommClosedError) as problem:
                raise self._lost() from problem

    def _lost(self) -> ClusterError:
        return ClusterError(
            f"the scheduler at {self._address} was lost.",
            todo="The site stays as it was. Start it again, and then this command.",
        )


def _work_there(
    work: Work[Item, Result], batch: list[Item], program: Mapping[str, str]
) -> Sequence[Result | Fault]:
    """What a worker does: the work, if it is the same program; what it cannot mend, it says."""
    from distributed import get_worker  # noqa: PLC0415 - an extra, slow to import

    address = get_worker().address
    _compare(f"the worker at {address}", _program(), program)  # a worker may join in the middle
    try:
        return work(batch)
    except DossierError as problem:
        raise ClusterError(f"the worker at {address}: {problem.what}", todo=problem.todo) from None
    except OSError as problem:
        raise ClusterError(
            f"the worker at {address} cannot go on ({problem.strerror or problem}).",
            todo="Make room on its disk, or stop it; then run this again.",
        ) from None


def _check(client: "Client", address: str) -> None:
    """Whether the workers are there, and what this program is."""
    _wait_for_workers(client, address)
    told = cast("VersionsDict", client.get_versions())
    own = _basis(told["client"]["packages"])
    _compare(f"the scheduler at {address}", _basis(told["scheduler"]["packages"]), own)
    for worker, those in told["workers"].items():
        _compare(f"the worker at {worker}", _basis(those["packages"]), own)
    for worker, program in sorted(client.run(_program, on_error="return").items()):
        if isinstance(program, Exception):  # it is not installed there, or of another shape
            raise ClusterError(
                f"the worker at {worker} does not run this Story Dossier ({program}).", todo=_SAME
            ) from program
        _compare(f"the worker at {worker}", program, _program())


def _basis(packages: Mapping[str, str | None]) -> dict[str, str]:
    """What every process must have in common to understand another."""
    python = ".".join((packages["python"] or "").split(".")[:2])
    return {"Python": python, **{name: packages[name] or "none" for name in _PACKAGES[:2]}}


def _compare(process: str, there: Mapping[str, str], here: Mapping[str, str]) -> None:
    """Raise `ClusterError` where that process is not what this one is."""
    for name in sorted({*there, *here}):
        if there.get(name) != here.get(name):
            _refuse(process, name, there.get(name, "none"), here.get(name, "none"))


def _refuse(process: str, name: str, there: str, here: str) -> NoReturn:
    raise ClusterError(
        f"{process} runs another version of {name}: {there}, and this machine {here}.", todo=_SAME
    )


def _wait_for_workers(client: "Client", address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError:
        raise ClusterError(
            f"the scheduler at {address} has no workers.",
            todo=f"Start some: dask worker {address}",
        ) from None


@cache
def _program() -> dict[str, str]:
    """What results depend on: versions, and a digest of the code and data that make them."""
    code = code_digest(tuple(sorted(item.name for item in files("builder").iterdir())))
    models = entry_points(group="spacy_models")
    return {
        "Story Dossier": f"{version('story-dossier')} ({code[:8]})",
        "Python": ".".join(platform.python_version_tuple()[:2]),
        **{name: version(name) for name in _PACKAGES},
        **{model.name: model.dist.version for model in models if model.dist},
    }
