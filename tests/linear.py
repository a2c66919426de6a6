"""Whether work grows no faster than what it is done on.

What is counted are function calls, which are the same on any machine, and processor time, which
sees what happens inside one call.
"""

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import FrameType

GROWTH = 1.3  # calls may grow by so much more than the text; a square of four is sixteen
FLOOR = 0.25  # seconds of processor time that say nothing about growth
FEW = 1_000  # calls that say nothing about growth


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What a piece of work took."""

    calls: int
    seconds: float


def assert_linear(sizes: Sequence[int], work: Callable[[int], Callable[[], object]]) -> None:
    """Hold the work on each size against that on the size before."""
    work(sizes[0])()  # tables are read and caches are filled before anything is counted
    taken = [taken_by(work(size)) for size in sizes]
    for (small, little), (large, much) in pairwise(zip(sizes, taken, strict=True)):
        times = GROWTH * large / small
        assert much.calls <= times * little.calls + FEW
        assert much.seconds <= 2 * times * little.seconds + FLOOR


def taken_by(work: Callable[[], object]) -> Work:
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += 1

    seconds = min(_seconds(work), _seconds(work))
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return Work(calls=calls, seconds=seconds)


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
