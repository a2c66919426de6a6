"""Work shared out among workers: items in, results out, in order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from multiprocessing import get_context
from signal import SIG_IGN, SIGINT, signal
from typing import Protocol, TypeVar

from builder.faults import Fault

BATCH = 32  # items at a time: memory holds a batch, not a corpus
PARALLEL_FROM = 4 * BATCH  # items; below, starting processes costs more than it saves
Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[Sequence[Item]], Sequence[Result | Fault]]
"""What is done with a batch: a result or a fault for each item, in order."""


class Workers(Protocol):
    """Who shares work out: processes of this machine, or those of many (`builder.cluster`)."""

    def share(self, work: Work[Item, Result], items: Iterable[Item]) -> Iterator[Result | Fault]:
        """What `work` makes of the items, in order. It and they must be picklable."""
        ...


@dataclass(frozen=True, slots=True)
class Processes:
    """Processes of this machine; with more than one, many items are shared out."""

    number: int

    def share(self, work: Work[Item, Result], items: Iterable[Item]) -> Iterator[Result | Fault]:
        """What `work` makes of the items, in order."""
        remaining = iter(items)
        batch = list(islice(remaining, PARALLEL_FROM))
        alone = len(batch) < PARALLEL_FROM or self.number == 1
        pool_of = partial(
            ProcessPoolExecutor, self.number, mp_context=get_context("spawn"),
            initializer=signal, initargs=(SIGINT, SIG_IGN),  # Ctrl-C ends this process, so them
        )  # fmt: skip
        with nullcontext() if alone else pool_of() as pool:
            run = map if pool is None else pool.map
            while batch:
                yield from chain.from_iterable(run(work, batches(batch)))
                batch = list(islice(remaining, PARALLEL_FROM))


ALONE: Workers = Processes(1)


def batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items, `BATCH` at a time."""
    remaining = iter(items)
    while batch := list(islice(remaining, BATCH)):
        yield batch
