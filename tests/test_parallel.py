"""Work shared out among processes of this machine: in order, though one of them ends."""

import os
from collections.abc import Iterator, Sequence

import pytest

from builder.faults import Fault, FaultError, attempt
from builder.parallel import BATCH, PARALLEL_FROM, Processes, batches

POISON = -1


def doubled(batch: Sequence[int]) -> list[int | Fault]:
    """Ends the process that gets poison."""
    if POISON in batch:
        os._exit(1)
    return [number * 2 for number in batch]


def summed(groups: Sequence[Sequence[int]]) -> list[int | Fault]:
    return [sum(group) for group in groups]


def test_an_item_that_ends_each_process_is_named_and_the_others_are_done():
    items = [*range(PARALLEL_FROM), POISON, *range(PARALLEL_FROM)]
    found = list(Processes(2).share(doubled, items))
    fault = found.pop(PARALLEL_FROM)
    assert isinstance(fault, Fault)
    assert fault.cause == "lost"
    assert found == doubled(range(PARALLEL_FROM)) * 2


def test_large_items_whose_parts_are_shared_out_first_come_in_order():
    workers = Processes(2)
    groups = [range(size) for size in (3, PARALLEL_FROM, 5, 2 * PARALLEL_FROM, 1)]

    def parts() -> Iterator[list[int]]:
        for group in groups:
            yield [each for each in workers.share(doubled, group) if isinstance(each, int)]

    found = list(workers.share(summed, parts(), weight=len))
    assert found == [2 * sum(group) for group in groups]


@pytest.mark.parametrize("number", [1, 2])
def test_few_items_need_no_other_process(number: int):
    assert list(Processes(number).share(list, range(5))) == list(range(5))


def test_batches_are_cut_by_what_their_items_weigh():
    cut = list(batches(["a" * BATCH, "b", "c", "d" * BATCH, "e" * 3 * BATCH], len))
    assert [len(batch) for batch in cut] == [1, 2, 1, 1]


def test_too_little_memory_is_no_fault_of_the_builder():
    def greedy() -> bytearray:
        return bytearray(1 << 60)

    fault = attempt(greedy, stage="resolve", item="flood")
    assert isinstance(fault, Fault)
    assert str(FaultError(fault, consequence="it is left out.")) == (
        "flood: it is left out. It needs more memory than is free. "
        "Give it to a machine with more, or divide it."
    )


def test_a_full_disk_is_no_fault_of_an_article():
    def writing() -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        attempt(writing, stage="extract", item="flood")
