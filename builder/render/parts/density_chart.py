"""The density strip: how many events stand in each day, month or year, as bars."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from builder.render.parts.dates import Key
from builder.render.phrases import counted
from builder.text.calendar_names import MONTHS

_WIDTH, _BASE, _TOP = 1000, 52, 6
_MOST_BARS = 60  # more would be thinner than a finger's breadth on a phone
_LEAST_BARS = 2  # one bar shows nothing
_LABEL_WIDTH = 90
_LONG = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar, in the strip's units."""

    x: int
    y: int
    width: int
    height: int
    title: str
    anchor: str
    """The first event of its time; empty where none was named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words under a bar's place."""

    x: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The picture, and what it says in words."""

    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
    words: str


def strip_of(keys: Sequence[Key], anchors: Sequence[str] = ()) -> Strip | None:
    """The strip of so many first days, sorted; `None` where there are fewer than two slots.

    `anchors` are those of the events, one for each key: a bar leads to the first in it.
    """
    unit, slots = _slots([key for key in keys if key[1]])
    if len(slots) < _LEAST_BARS and keys:  # those of a year at large have their place here
        unit, slots = _years(keys[0][0], keys[-1][0])
    if len(slots) < _LEAST_BARS:
        return None
    counts = Counter(_slot(key, unit) for key in keys if key[1] or unit in _LONG)
    first = {
        _slot(key, unit): anchor for key, anchor in zip(keys[::-1], anchors[::-1], strict=False)
    }
    most = max(counts.values())
    step = _WIDTH / len(slots)
    busiest = min(slot for slot in counts if counts[slot] == most)
    bars = tuple(
        _bar(number * step, step, counts[slot], most, _name(slot, unit), first.get(slot, ""))
        for number, slot in enumerate(slots)
        if counts[slot]
    )
    return Strip(
        bars=bars,
        labels=_labels([_name(slot, unit) for slot in slots], step),
        words=(
            f"Events by {unit}, {_name(slots[0], unit)} to {_name(slots[-1], unit)}; "
            f"most in {_name(busiest, unit)}: {counted(most, 'event')}"
        ),
    )


def _slots(keys: Sequence[Key]) -> tuple[str, list[Key]]:
    """Days or months from first to last, if they make few enough bars; else nothing."""
    if not keys:
        return "", []
    first, last = keys[0], keys[-1]
    if all(key[2] for key in keys):
        start, end = date(*first), date(*last)
        days = (end - start).days
        if days < _MOST_BARS:
            found = [start + timedelta(days=number) for number in range(days + 1)]
            return "day", [(day.year, day.month, day.day) for day in found]
    months = [_months(_slot(key, "month")) for key in (first, last)]
    if months[1] - months[0] < _MOST_BARS:
        return "month", [(at // 12, at % 12 + 1, 0) for at in range(months[0], months[1] + 1)]
    return "", []


def _years(first: int, last: int) -> tuple[str, list[Key]]:
    """Years, decades or longer, whichever make few enough bars."""
    lengths = (unit for unit, years in _LONG.items() if (last - first) // years < _MOST_BARS)
    unit = next(lengths)
    slots = range(first - first % _LONG[unit], last + 1, _LONG[unit])
    return unit, [(year, 0, 0) for year in slots]


def _slot(key: Key, unit: str) -> Key:
    year, month, day = key
    if unit == "day":
        return (year, month, day)
    if unit == "month":
        return (year, month or 1, 0)
    return (year - year % _LONG[unit], 0, 0)


def _months(key: Key) -> int:
    return key[0] * 12 + key[1] - 1


def _bar(left: float, step: float, count: int, most: int, name: str, anchor: str) -> Bar:
    height = max(round((_BASE - _TOP) * count / most), 3)
    return Bar(
        x=round(left + step * 0.1), y=_BASE - height, width=max(round(step * 0.8), 2),
        height=height, title=f"{name}: {counted(count, 'event')}", anchor=anchor,
    )  # fmt: skip


def _labels(names: Sequence[str], step: float) -> tuple[Label, ...]:
    first = Label(x=0, text=names[0], anchor="start")
    last = Label(x=_WIDTH, text=names[-1], anchor="end")
    middle = len(names) // 2
    at = round((middle + 0.5) * step)
    if not 2 * _LABEL_WIDTH < at < _WIDTH - 2 * _LABEL_WIDTH:
        return (first, last)
    return (first, Label(x=at, text=names[middle], anchor="middle"), last)


def _name(slot: Key, unit: str) -> str:
    year, month, day = slot
    if unit in _LONG and unit != "year":
        return f"{year}s"
    words = [str(day)] if day else []
    return " ".join([*words, *([MONTHS[month][:3]] if month else []), str(year)])
