"""Whether two quantities can be one and the same fact's: two records in, a verdict out.

Only values, units and hedges are compared. What is counted is not: "14 coaches" and "14 former
staff" may be one number, which the caller knows better.
"""

from typing import Literal

from builder.text.quantities.quantity import Quantity

Agreement = Literal["same", "differ", "incomparable"]

_EXACT = 1e-6  # relative: sums of floats; 1,112 and 1,113 are two counts
_ROUNDED = 0.1  # "5 million" is told of 5.3 million; "1 billion" is not told of 1.4 billion
_BOUND = 0.12  # "more than 60" is told of 64 and 67; with 25 %, "at least 9" was one with 11
_APPROXIMATE = 0.1  # "about 100" is told of 93 and 108; 5 % parted "nearly 50" from 46
_CONVERTED = 0.04  # "6 miles" and "10 km" are 3.5 % apart


def agree(one: Quantity, other: Quantity) -> Agreement:
    """Whether the two say the same value, differ, or measure different things.

    They are the same if equal, or if one may be the other rounded, bounded, blurred or converted.
    Vague quantities, other currencies, kinds and units are never compared.
    """
    if "vague" in {one.kind, other.kind} or one.kind != other.kind or one.unit != other.unit:
        return "incomparable"
    if one.kind == "score":
        same = (one.low, one.high) == (other.low, other.high)
        return "same" if same else "differ"
    gap, size = _gap(one, other)
    if gap <= _slack(one, other, size):
        return "same"
    bounded = _is_bounded(one, other) or _is_bounded(other, one)
    return "same" if bounded and gap <= _BOUND * size else "differ"


def _ends(quantity: Quantity) -> tuple[float, float]:
    if quantity.low is None or quantity.high is None:
        return quantity.value, quantity.value
    return quantity.low, quantity.high


def _gap(one: Quantity, other: Quantity) -> tuple[float, float]:
    """How far the two lie apart (0 where ranges overlap), and the size of what is compared."""
    (low, high), (other_low, other_high) = _ends(one), _ends(other)
    size = max(abs(low), abs(high), abs(other_low), abs(other_high))
    return max(low - other_high, other_low - high, 0.0), size


def _slack(one: Quantity, other: Quantity, size: float) -> float:
    """How far apart two values may lie that tell the same without a bound."""
    slack = max(_EXACT * size, min(max(one.step, other.step) / 2, _ROUNDED * size))
    if one.approximate or other.approximate:
        slack = max(slack, _APPROXIMATE * size)
    units = {one.written, other.written} - {None}
    if len(units) > 1 and one.kind in {"measure", "duration", "age"}:
        slack = max(slack, _CONVERTED * size)
    return slack * (1 + _EXACT)


def _is_bounded(one: Quantity, bounded: Quantity) -> bool:
    """Whether the first lies on the side to which the other is open: 64 and "more than 60"."""
    low, high = _ends(one)
    other_low, other_high = _ends(bounded)
    if bounded.bound == "at least":
        return low >= other_high
    return bounded.bound == "at most" and high <= other_low
