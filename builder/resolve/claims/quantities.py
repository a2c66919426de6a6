"""Whether the numbers and dates of two statements differ: values in, yes or no out.

Only numbers of one kind are compared (percentages with percentages), and a value that one of the
two does not give is no difference.
"""

from collections.abc import Sequence

from builder.knowledge import entries
from builder.model.findings import Quantity

# how far an exact number may lie from one that is said to be near
_ROUNDED = {"more than": (1.0, 1.25), "less than": (0.8, 1.0), "about": (0.95, 1.05)}
_SAME = 0.005  # relative: "$1.0 bn" and "$1 billion" are one value, 40 % and 41 % are not


def numbers_differ(one: Sequence[Quantity], other: Sequence[Quantity]) -> bool:
    """Whether both give a number of the same kind that the other does not give."""
    mine = [q for q in one if not any(_equal(q, p) for p in other)]
    yours = [p for p in other if not any(_equal(p, q) for q in one)]
    return any(same_kind(q, p) for q in mine for p in yours)


def dates_differ(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether both give dates and none of one fits any of the other's."""
    return bool(one and other) and not any(dates_fit(a, b) for a in one for b in other)


def same_kind(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers measure the same: by unit, or both count what the same verb tells of."""
    if one.unit == other.unit:
        return True
    if is_measure(one) or is_measure(other):
        return False
    return one.unit is None or other.unit is None or one.context == other.context


def is_measure(quantity: Quantity) -> bool:
    """Whether the unit is a currency, a share or the like, not what is counted."""
    return quantity.unit is not None and (
        quantity.unit.isupper() or not quantity.unit[0].isalpha()
    )


def vague_bounds(quantity: Quantity) -> tuple[float, float] | None:
    """Between what a number lies that is told by its order alone: "dozens", "thousands of"."""
    words = quantity.passage.text.lower().split()
    bounds = entries("numbers")["vague"].get(words[0]) if words else None
    return None if bounds is None else (float(bounds[0]), float(bounds[1]))


def rounds(one: Quantity, hedged: Quantity) -> bool:
    """Whether "2.3 million" may be what another calls "more than 2 million"."""
    if one.hedge is not None or hedged.hedge is None:
        return False
    below, above = _ROUNDED[hedged.hedge]
    return below * hedged.value <= one.value <= above * hedged.value


def dates_fit(one: str, other: str) -> bool:
    """Whether one date may lie in the other (`2023-05` and `2023-05-24`); unlike forms may."""
    if one == other or one.startswith(other) or other.startswith(one):
        return True
    if one[:1].isdigit() != other[:1].isdigit():
        return True
    if ("W" in one) != ("W" in other) or not one[:1].isdigit():
        return one[:4] == other[:4] and one[:1].isdigit()
    return False


def _equal(one: Quantity, other: Quantity) -> bool:
    if one.unit != other.unit and is_measure(one) and is_measure(other):
        return False
    close = abs(one.value - other.value) <= _SAME * max(abs(one.value), abs(other.value))
    rounded = rounds(one, other) or rounds(other, one)
    return close or rounded or _within(one, other) or _within(other, one)


def _within(one: Quantity, vague: Quantity) -> bool:
    """Whether "24" may be what another calls "dozens"."""
    bounds = vague_bounds(vague)
    return bounds is not None and bounds[0] <= one.value < bounds[1]
