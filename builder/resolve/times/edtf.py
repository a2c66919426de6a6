"""TIMEX3 values as EDTF, the date form of events: a day, a week, about, since, until.

In: a TIMEX3 date value and what modifies it. Out: EDTF level 1, `None` where it is no date.
"""

from builder.resolve.times.periods import period_of, precision_of
from builder.text.calendar_names import EDTF_PARTS

_SEASONS = frozenset({"SP", "SU", "FA", "WI"})  # quarters and halves are written as intervals


def edtf_of(value: str, modifier: str | None = None) -> str | None:
    """The EDTF form of a TIMEX3 date value, with `about`, `since` and `until` said in it."""
    plain, ends = _plain(value), _ends(value)
    if plain is None or ends is None:
        return None
    if modifier == "since":
        return f"{ends[0]}/.."
    if modifier == "until":
        return f"../{ends[1]}"
    if modifier == "about" and precision_of(value) in {"day", "month", "year"}:
        return f"{plain}~"
    return plain


def interval(first: str, last: str) -> str | None:
    """The EDTF interval from the first value to the last, `None` where they do not follow."""
    one, other = period_of(first), period_of(last)
    starts, ends = _ends(first), _ends(last)
    if one is None or other is None or starts is None or ends is None or one.first > other.first:
        return None
    return f"{starts[0]}/{ends[1]}" if starts[0] != ends[1] else starts[0]


def _plain(value: str) -> str | None:
    period, kind = period_of(value), precision_of(value)
    if period is None or kind is None:
        return None
    if kind == "day":
        return value[:10]
    if kind in {"week", "weekend"}:
        return f"{period.first.isoformat()}/{period.last.isoformat()}"
    if kind == "part":
        if value[5:] in _SEASONS:
            return f"{value[:4]}-{EDTF_PARTS[value[5:]]}"
        return f"{period.first.isoformat()[:7]}/{period.last.isoformat()[:7]}"
    return value + {"decade": "X", "century": "XX"}.get(kind, "")


def _ends(value: str) -> tuple[str, str] | None:
    """What an interval may begin and end with: a decade has no place there, its years have."""
    plain, period = _plain(value), period_of(value)
    if plain is None or period is None:
        return None
    if "X" in plain:
        return f"{period.first.year:04}", f"{period.last.year:04}"
    first, _, last = plain.partition("/")
    return first, last or first
