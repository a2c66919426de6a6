"""Work shared out among processes: items in, results out, in order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from functools import partial
from itertools import chain, islice
from multiprocessing import get_context
from signal import SIG_IGN, SIGINT, signal
from typing import TypeVar

BATCH = 32  # items at a time: memory holds a batch, not a corpus
PARALLEL_FROM = 4 * BATCH  # items; below, starting processes costs more than it saves
Item = TypeVar("Item")
Result = TypeVar("Result")


def shared_out(
    work: Callable[[Sequence[Item]], Sequence[Result]], items: Iterable[Item], processes: int
) -> Iterator[Result]:
    """The results of `work` on the items, in order; many items are shared out among processes."""
    remaining = iter(items)
    batch = list(islice(remaining, PARALLEL_FROM))
    alone = len(batch) < PARALLEL_FROM or processes == 1
    pool_of = partial(
        ProcessPoolExecutor, processes, mp_context=get_context("spawn"),
        initializer=signal, initargs=(SIGINT, SIG_IGN),  # Ctrl-C ends this process, and so them
    )  # fmt: skip
    with nullcontext() if alone else pool_of() as pool:
        run = map if pool is None else pool.map
        while batch:
            parts = [batch[start : start + BATCH] for start in range(0, len(batch), BATCH)]
            yield from chain.from_iterable(run(work, parts))
            batch = list(islice(remaining, PARALLEL_FROM))
