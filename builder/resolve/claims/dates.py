"""Whether the days of two statements differ: TIMEX3 values in, yes or no out."""

from collections.abc import Sequence


def dates_differ(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether both give dates and none of one fits any of the other's."""
    return bool(one and other) and not any(dates_fit(a, b) for a in one for b in other)


def dates_fit(one: str, other: str) -> bool:
    """Whether one date may lie in the other (`2023-05` and `2023-05-24`); unlike forms may."""
    if one == other or one.startswith(other) or other.startswith(one):
        return True
    if one[:1].isdigit() != other[:1].isdigit():
        return True
    if ("W" in one) != ("W" in other) or not one[:1].isdigit():
        return one[:4] == other[:4] and one[:1].isdigit()
    return False
