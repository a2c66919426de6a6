"""Work shared out among the workers of a Dask scheduler: items in, results out, in order.

Results are those of one machine, byte for byte: workers of another version are refused. A batch
whose worker is lost goes to another one. A batch that several workers were lost on is done item by
item, and the item that ends its worker each time is a fault, like any other. The package is an
extra: `pip install story-dossier[cluster]`.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib.metadata import version
from typing import TYPE_CHECKING

from builder.cache import code_digest
from builder.errors import DossierError
from builder.faults import Fault, attempt
from builder.parallel import Item, Result, Work, Workers, batches

if TYPE_CHECKING:
    from distributed import Client, Future

_PATIENCE = 10  # seconds in which a scheduler must answer, and a first worker be there
_AHEAD = 3  # batches for each thread that wait for a worker or to be fetched, the oldest first


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

    def share(self, work: Work[Item, Result], items: Iterable[Item]) -> Iterator[Result | Fault]:
        """What `work` makes of the items, in order; a few batches a worker are under way."""
        ahead = _AHEAD * max(1, sum(self._client.nthreads().values()))
        waiting: deque[tuple[Future[Sequence[Result | Fault]], list[Item]]] = deque()
        for batch in batches(items):
            waiting.append((self._sent(work, batch), batch))
            if len(waiting) > ahead:
                yield from self._done(work, *waiting.popleft())
        while waiting:
            yield from self._done(work, *waiting.popleft())

    def _sent(
        self, work: Work[Item, Result], batch: list[Item]
    ) -> "Future[Sequence[Result | Fault]]":
        return self._client.submit(work, batch, pure=False)

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
                return [self._done(work, self._sent(work, one), one)[0] for one in parts]
            killed = attempt(partial(self._result, future), stage="annotate", item=_name(batch[0]))
            return [killed] if isinstance(killed, Fault) else killed

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
            todo="Nothing was published. Start it again, and then this command.",
        )


def _name(item: object) -> str:
    """The article's file, or the text's id."""
    return str(getattr(item, "file", None) or getattr(item, "doc_id", ""))


def _check(client: "Client", address: str) -> None:
    """Whether the workers are there, and what this program is."""
    _wait_for_workers(client, address)
    try:
        client.get_versions(check=True)
    except ValueError as problem:
        raise ClusterError(
            f"the scheduler at {address} or its workers run other versions of Dask or Python.",
            todo="Install the same on all of them.",
        ) from problem
    own = _program()
    others = sorted(worker for worker, told in client.run(_program).items() if told != own)
    if others:
        raise ClusterError(
            f"the worker at {others[0]} runs another version of Story Dossier than {own}.",
            todo="Install the same on all of them.",
        )


def _wait_for_workers(client: "Client", address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError:
        raise ClusterError(
            f"the scheduler at {address} has no workers.",
            todo=f"Start some: dask worker {address}",
        ) from None


def _program() -> str:
    """What findings depend on: the version, and the code and data that make them."""
    return f"{version('story-dossier')} ({code_digest()[:8]})"
