"""TIMEX3 values as EDTF, the date form of events: a day, a week, about, since, until.

In: a TIMEX3 date value and what modifies it. Out: EDTF level 1, `None` where it is no date.
"""

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from builder.resolve.periods import period_of, precision_of

_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}


def edtf_of(value: str, modifier: str | None = None) -> str | None:
    """The EDTF form of a TIMEX3 date value, with `about`, `since` and `until` said in it."""
    plain = _plain(value)
    if plain is None:
        return None
    first, last = plain.split("/") if "/" in plain else (plain, plain)
    if modifier == "since":
        return f"{first}/.."
    if modifier == "until":
        return f"../{last}"
    if modifier == "about" and "/" not in plain and "X" not in plain:
        return f"{plain}~"
    return plain


def interval(first: str, last: str) -> str | None:
    """The EDTF interval from the first value to the last, `None` where they do not follow."""
    one, other = period_of(first), period_of(last)
    start, end = _plain(first), _plain(last)
    if one is None or other is None or start is None or end is None or one.first > other.first:
        return None
    return f"{start.split('/')[0]}/{end.split('/')[-1]}"


def is_edtf(text: str) -> bool:
    """Whether the text is a date in EDTF."""
    try:
        parse_edtf(text)
    except EDTFParseException:
        return False
    return True


def _plain(value: str) -> str | None:
    period, kind = period_of(value), precision_of(value)
    if period is None or kind is None:
        return None
    if kind == "day":
        return value[:10]
    if kind in {"week", "weekend"}:
        return f"{period.first.isoformat()}/{period.last.isoformat()}"
    if kind == "part":
        season = _SEASONS.get(value[5:])
        if season:
            return f"{value[:4]}-{season}"
        return f"{period.first:%Y-%m}/{period.last:%Y-%m}"
    return value + {"decade": "X", "century": "XX"}.get(kind, "")
