"""Work shared out among workers: items in, results out, in order."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import chain
from multiprocessing import get_context
from signal import SIG_IGN, SIGINT, signal
from typing import Protocol, TypeVar

from builder.faults import Fault, lost

BATCH = 32  # articles at a time: memory holds a batch, not a corpus
PARALLEL_FROM = 4 * BATCH  # articles; below, starting processes costs more than it saves
AHEAD = 3  # batches for each worker that are under way or wait to be fetched, the oldest first
Item = TypeVar("Item")
Result = TypeVar("Result")
Task = TypeVar("Task")
Work = Callable[[Sequence[Item]], Sequence[Result | Fault]]
"""What is done with a batch: a result or a fault for each item, in order."""
Weight = Callable[[Item], int]
"""How many articles an item holds."""


class Workers(Protocol):
    """Who shares work out: processes of this machine, or those of many (`builder.cluster`)."""

    def share(
        self,
        work: Work[Item, Result],
        items: Iterable[Item],
        *,
        weight: Weight[Item] | None = None,
    ) -> Iterator[Result | Fault]:
        """What `work` makes of the items, in order. It and they must be picklable.

        Without `weight` each item is one article. An item that ends its worker each time is a
        fault. The items may themselves come from work that is shared out.
        """
        ...


class Processes:
    """Processes of this machine; with more than one, many items are shared out."""

    def __init__(self, number: int) -> None:
        """Take so many processes, once there is work for them."""
        self._number = number
        self._pool: ProcessPoolExecutor | None = None
        self._sharing = 0

    def share(
        self,
        work: Work[Item, Result],
        items: Iterable[Item],
        *,
        weight: Weight[Item] | None = None,
    ) -> Iterator[Result | Fault]:
        """What `work` makes of the items, in order."""
        self._sharing += 1
        remaining = iter(items)
        try:
            first = [] if self._number == 1 else _enough(remaining, weight or one)
            every = chain(first, remaining)
            if self._number == 1 or (self._sharing == 1 and not _is_enough(first, weight or one)):
                sole = ([item] for item in every)
                yield from chain.from_iterable(map(work, sole if weight else batches(every)))
            else:
                yield from in_order(
                    partial(self._send, work), partial(self._fetch, work),
                    every, room=AHEAD * self._number * BATCH, weight=weight,
                )  # fmt: skip
        finally:
            self._sharing -= 1
            if not self._sharing:
                self._close(cancel=True)

    def _send(
        self, work: Work[Item, Result], batch: list[Item]
    ) -> Future[Sequence[Result | Fault]]:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._number, mp_context=get_context("spawn"),
                initializer=signal, initargs=(SIGINT, SIG_IGN),  # Ctrl-C ends this process
            )  # fmt: skip
        try:
            return self._pool.submit(work, batch)
        except BrokenProcessPool:
            self._close()
            return self._send(work, batch)

    def _fetch(
        self, work: Work[Item, Result], task: Future[Sequence[Result | Fault]], batch: list[Item]
    ) -> Sequence[Result | Fault]:
        try:
            return task.result()
        except BrokenProcessPool:  # of all that was under way, one item ended its process
            self._close()
            return self._alone(work, batch)

    def _alone(self, work: Work[Item, Result], batch: list[Item]) -> Sequence[Result | Fault]:
        """What is done again with nothing beside it, so that it is known what ends a process."""
        try:
            return self._send(work, batch).result()
        except BrokenProcessPool:
            if len(batch) > 1:
                return [self._alone(work, [item])[0] for item in batch]
            return [lost(name_of(batch[0]))]

    def _close(self, *, cancel: bool = False) -> None:
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(cancel_futures=cancel)


ALONE: Workers = Processes(1)


def in_order(
    send: Callable[[list[Item]], Task],
    fetch: Callable[[Task, list[Item]], Sequence[Result]],
    items: Iterable[Item],
    *,
    room: int,
    weight: Weight[Item] | None = None,
) -> Iterator[Result]:
    """What is fetched of the batches that are sent, in order; `room` articles are under way.

    A batch that is larger than that waits until nothing else is.
    """
    waiting: deque[tuple[Task, list[Item], int]] = deque()
    for batch in batches(items, weight):
        size = sum(map(weight or one, batch))
        while waiting and sum(held for *_, held in waiting) + size > room:
            task, sent, _ = waiting.popleft()
            yield from fetch(task, sent)
        waiting.append((send(batch), batch, size))
    while waiting:
        task, sent, _ = waiting.popleft()
        yield from fetch(task, sent)


def batches(items: Iterable[Item], weight: Weight[Item] | None = None) -> Iterator[list[Item]]:
    """The items, `BATCH` articles at a time; an item of more is a batch of its own."""
    batch: list[Item] = []
    held = 0
    for item in items:
        size = (weight or one)(item)
        if batch and held + size > BATCH:
            yield batch
            batch, held = [], 0
        batch.append(item)
        held += size
    if batch:
        yield batch


def one(_: object) -> int:
    """The weight of an article."""
    return 1


def name_of(item: object) -> str:
    """The article's file, the text's id, or the story."""
    names = (getattr(item, name, None) for name in ("file", "doc_id", "story"))
    return str(next(filter(None, names), ""))


def _enough(items: Iterator[Item], weight: Weight[Item]) -> list[Item]:
    """The first items: as many as are worth more than one process, if there are."""
    first: list[Item] = []
    for item in items:
        first.append(item)
        if _is_enough(first, weight):
            break
    return first


def _is_enough(items: Sequence[Item], weight: Weight[Item]) -> bool:
    return len(items) > 1 and sum(map(weight, items)) >= PARALLEL_FROM
