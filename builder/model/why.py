"""Why two things of a story are taken for one."""

from dataclasses import dataclass

from builder.model.article import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Two passages that were joined, by which rule, and how alike they are where it measures."""

    one: Passage
    other: Passage
    rule: str
    """In words that a maintainer reads: "same surname, one of the full names fits"."""
    score: float | None = None
    """0 to 1; `None` for a rule that holds or does not."""
