"""The age that stands beside a name: a text and the name's place in, the age in years out."""

import re
from dataclasses import dataclass

from builder.text.quantities import quantities_in

_BEFORE, _BEHIND = 40, 14  # characters around a name in which its age is looked for
# what is read costs a hundred times as much as to see that there is nothing to read
_MAY_TELL = re.compile(r"\d|year-old|, [a-z-]+[,.]")
_TO_AGE = re.compile(r"\s*[,(]\s*(?:aged\s+)?|\s+aged\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Age:
    """An age, with where it and the name begin and end."""

    years: float
    start: int
    end: int


def age_beside(text: str, start: int, end: int) -> Age | None:
    """The age of "Ana Ruiz, 61,", "Ana Ruiz (61)", "61-year-old Ana Ruiz"; `None` without one."""
    first, last = max(0, start - _BEFORE), end + _BEHIND
    around = text[first:last]
    for found in quantities_in(around) if _MAY_TELL.search(around) else ():
        if found.kind == "age" and not found.bound and found.low is None:
            begins, ends = first + found.start, first + found.end
            if begins >= end and _TO_AGE.fullmatch(text[end:begins]):
                return Age(years=found.value, start=start, end=ends + text.startswith(")", ends))
            if ends <= start and not text[ends:start].strip():
                return Age(years=found.value, start=begins, end=end)
    return None
