"""What a quantity is once it is read: a record of values in base units."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["count", "money", "share", "measure", "duration", "age", "score", "vague"]
Bound = Literal["at least", "at most"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """An expression of quantity; `text[start:end]` is how it is written, hedges included."""

    start: int
    end: int
    value: float
    """In the base unit and full scale: "$5 billion" is 5e9, "345p" 3.45, "a third of" 33.3 %.

    The middle of a range, the first number of a score, the lowest sensible value of a vague one.
    """
    low: float | None = None
    """Of a range, a score ("34 to 23": 23) or a vague quantity ("dozens": 20)."""
    high: float | None = None
    unit: str | None = None
    """`%`, `pp` (percentage points), a currency (ISO 4217, or `kr` and
    the like where a name tells no country), or a base unit: `m`, `m2`, `m3`, `kg`,
    `s`, `m/s`, `m3/s`, `C`, `W`, `Wh`, `B`. A duration is in `s`, an age in `year`."""
    written: str | None = None
    """The unit as written, by its first name: "mile", "year", "per cent"."""
    counted: str | None = None
    """The noun that is counted or shared out, singular ("job"): a guess without a parse."""
    following: tuple[str, ...] = ()
    """Up to three words that the guess was made from ("14 former coaches": former, coaches),
    lower case, as written, up to a function word; a caller with a parse may choose better."""
    part: bool = False
    """Whether the next quantity tells of how many these are some: 12 in "12 of the 14 judges"."""
    whole: bool = False
    """Whether it is that other quantity: 14."""
    bound: Bound | None = None
    approximate: bool = False
    step: float
    """What the last figure that is written out is worth: 1e5 in "1.2m", 100 in "1,100"."""
    kind: Kind
