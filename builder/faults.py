"""Faults of the builder itself: a piece of work in, its result or the fault that ended it out.

`attempt` is the one place that catches any exception: an article that a stage fails on is named
and left out, and the others are published.
"""

import platform
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.metadata import version
from typing import Literal, TypeVar

from builder.errors import DISK_FULL, DossierError

Stage = Literal["load", "clean", "annotate", "extract", "resolve", "render"]
Result = TypeVar("Result")
Cause = Literal["builder", "memory", "lost"]
LEFT_OUT = "it is left out."
_DIVIDE = "Give it to a machine with more, or divide it."
_CAUSES: dict[Cause, str] = {
    "memory": "It needs more memory than is free.",
    "lost": "It ended each process that worked on it, most likely for want of memory.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """An exception that nobody foresaw: where it was met, and what to report of it."""

    stage: Stage
    item: str
    """The article's file, the text's id, or the story; what the stage failed on."""
    error: str
    report: str
    """The traceback, and the versions that it was met with."""
    cause: Cause = "builder"
    """A fault of the builder, too little memory, or the end of its process."""


class FaultError(DossierError):
    """A fault of the builder, as a person reads it."""

    def __init__(self, fault: Fault, *, consequence: str, kept: str | None = None) -> None:
        """Say what follows from the fault, and where its report is kept, if it is."""
        self.fault = fault
        if fault.cause in _CAUSES:
            what = f"{consequence} {_CAUSES[fault.cause]}"
            super().__init__(what, todo=_DIVIDE, file=fault.item)
            return
        what = f"{consequence} The builder failed on it in the stage `{fault.stage}`"
        report = kept or "what `--verbose` shows"
        super().__init__(
            f"{what} ({fault.error}).",
            todo=f"That is a fault of the builder, not yours: please report it, with {report}.",
            file=fault.item,
        )


def attempt(work: Callable[[], Result], *, stage: Stage, item: str) -> Result | Fault:
    """The result of the work, or the fault that ended it.

    A `DossierError` is raised on, and an `OSError` that tells of a full disk.
    """
    try:
        return work()
    except DossierError:
        raise
    except MemoryError as problem:
        traceback.clear_frames(problem.__traceback__)  # what it held is needed to go on
        report = f"stage {stage}, {item}: MemoryError"
        return Fault(stage=stage, item=item, error="MemoryError", report=report, cause="memory")
    except Exception as problem:
        if isinstance(problem, OSError) and problem.errno in DISK_FULL:
            raise
        return Fault(
            stage=stage,
            item=item,
            error=traceback.format_exception_only(problem)[-1].strip(),
            report=_report(stage, item),
        )


def lost(item: str) -> Fault:
    """The fault of an item that ended every process that worked on it."""
    report = f"{item}: each process that worked on it was ended"
    return Fault(stage="annotate", item=item, error="process ended", report=report, cause="lost")


def apart(items: Iterable[Result | Fault]) -> tuple[list[Result], list[Fault]]:
    """The items in their order, and apart from them the faults."""
    every = list(items)
    faults = [item for item in every if isinstance(item, Fault)]
    return [item for item in every if not isinstance(item, Fault)], faults


def _report(stage: Stage, item: str) -> str:
    versions = ", ".join(f"{name} {version(name)}" for name in ("story-dossier", "spacy"))
    python = f"Python {platform.python_version()} on {platform.system()}"
    return f"stage {stage}, {item}\n{versions}, {python}\n\n{traceback.format_exc()}"
