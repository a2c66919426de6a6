"""What one number or day of each statement tells, where the statements give it two values."""

from dataclasses import dataclass

from builder.model.claims import DifferenceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a slot, as it is written, and the statements that give it."""

    wording: str
    statements: tuple[int, ...]
    """Indexes into the statements of the claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """How many died, on which day they met: one value or another."""

    kind: DifferenceKind
    values: tuple[Value, ...]
