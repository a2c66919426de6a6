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

from builder.errors import DossierError

Stage = Literal["load", "clean", "annotate", "extract", "resolve", "render"]
Result = TypeVar("Result")
LEFT_OUT = "it is left out."


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """An exception that nobody foresaw: where it was met, and what to report of it."""

    stage: Stage
    item: str
    """The article's file, the text's id, or the story; what the stage failed on."""
    error: str
    report: str
    """The traceback, and the versions that it was met with."""


class FaultError(DossierError):
    """A fault of the builder, as a person reads it."""

    def __init__(self, fault: Fault, *, consequence: str, kept: str | None = None) -> None:
        """Say what follows from the fault, and where its report is kept, if it is."""
        self.fault = fault
        what = f"{consequence} The builder failed on it in the stage `{fault.stage}`"
        report = kept or "what `--verbose` shows"
        super().__init__(
            f"{what} ({fault.error}).",
            todo=f"That is a fault of the builder, not yours: please report it, with {report}.",
            file=fault.item,
        )


def attempt(work: Callable[[], Result], *, stage: Stage, item: str) -> Result | Fault:
    """The result of the work, or the fault that ended it; a `DossierError` is raised on."""
    try:
        return work()
    except DossierError:
        raise
    except Exception as problem:
        return Fault(
            stage=stage,
            item=item,
            error=traceback.format_exception_only(problem)[-1].strip(),
            report=_report(stage, item),
        )


def apart(items: Iterable[Result | Fault]) -> tuple[list[Result], list[Fault]]:
    """The items in their order, and apart from them the faults."""
    every = list(items)
    faults = [item for item in every if isinstance(item, Fault)]
    return [item for item in every if not isinstance(item, Fault)], faults


def _report(stage: Stage, item: str) -> str:
    versions = ", ".join(f"{name} {version(name)}" for name in ("story-dossier", "spacy"))
    python = f"Python {platform.python_version()} on {platform.system()}"
    return f"stage {stage}, {item}\n{versions}, {python}\n\n{traceback.format_exc()}"
