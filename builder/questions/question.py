"""What a question is: what it asks, the words it is about, and the decisions that it offers.

A decision here is the mapping that stands in `editorial.yml`, without `why`, `by` and `on`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import yaml

from builder.model.article import Passage

Kind = Literal["damaging", "speaker", "name", "same", "difference", "missing"]
Decided = tuple[Mapping[str, Any], ...]
"""Decisions that answer a question together."""
OPEN = "…"
"""What the maintainer still has to write."""
_WIDE = 10_000  # characters: one decision, one line


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One way to answer: in words, and as decisions."""

    words: str
    decisions: Decided


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something that the machine is unsure of, or that nobody stated."""

    id: str
    """`speaker/q-we-will-stay`: its kind and what it is about, the same from build to build."""
    kind: Kind
    asks: str
    passages: tuple[Passage, ...]
    accept: Answer | None = None
    other: Answer | None = None
    """The second candidate, where there are two."""
    reject: Answer | None = None
    template: Decided = ()
    """What to write where no answer is suggested, with `OPEN` for what only a person knows."""

    @property
    def lines(self) -> tuple[str, ...]:
        """What to paste into `editorial.yml`, one decision a line."""
        decisions = self.accept.decisions if self.accept else self.template
        return tuple(line_of({**decision, "why": OPEN}) for decision in decisions)


def line_of(decision: Mapping[str, Any]) -> str:
    """The decision as an item of `editorial.yml`, on one line."""
    row = yaml.safe_dump(
        dict(decision), default_flow_style=True, width=_WIDE, sort_keys=False, allow_unicode=True
    )
    return f"- {row.strip()}"
