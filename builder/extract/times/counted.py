"""Rules for what is counted in units from an anchor: "two days later", "half a century ago"."""

import re

from builder.extract.times.patterns import (
    ENDS,
    UNITS,
    Reading,
    Rule,
    date_reading,
    number_of,
    rule,
)
from builder.model.times import Anchor, Unit

_YEARS: dict[Unit, int] = {"decade": 10, "century": 100}
_BACK = frozenset({"ago", "earlier", "before", "previously", "previous", "prior"})
_FROM_NOW = frozenset({"ago", "from now", "hence", "from today"})
_SMALLER: dict[Unit, tuple[int, Unit]] = {
    "century": (100, "year"), "decade": (10, "year"), "year": (12, "month"), "day": (24, "hour"),
    "hour": (60, "minute"),
}  # fmt: skip


def _one(match: re.Match[str]) -> Reading | None:
    unit = UNITS.get(match["unit"].lower(), "day")  # "the night before"
    return _shifted(1.0, unit, match["which"])


def _counted(match: re.Match[str]) -> Reading | None:
    number = number_of(match["number"]) if match["number"] else None
    if number is None:
        past = match["which"].lower() in _BACK
        return date_reading(value="PAST_REF" if past else "FUTURE_REF")
    half = 0.5 if match["half"] else 0
    return _shifted(number + half, UNITS[match["unit"].lower().rstrip("s")], match["which"])


def _and_a_half(match: re.Match[str]) -> Reading | None:
    return _shifted(1.5, UNITS[match["unit"].lower()], match["which"])


def _half(match: re.Match[str]) -> Reading | None:
    return _shifted(0.5, UNITS[match["unit"].lower()], match["which"])


def _shifted(number: float, unit: Unit, words: str) -> Reading | None:
    which = re.sub(r"\s+", " ", words.lower())
    if not number.is_integer():
        factor, unit = _SMALLER.get(unit, (1, unit))
        number = float(int(number * factor))
    if unit in _YEARS:  # "a decade ago" counts years, it does not name a decade
        number, unit = _YEARS[unit] * number, "year"
    anchor: Anchor = "published" if which in _FROM_NOW else "mentioned"
    offset = int(number) * (-1 if which in _BACK else 1)
    return date_reading(unit=unit, offset=offset, anchor=anchor)


def _same_last_year(_: re.Match[str]) -> Reading | None:
    return date_reading(unit="year", offset=-1, anchor="mentioned", same=True)


_COUNT = r"(?:(?:(?P<number>{NUMBER}|an?)\]?|{VAGUE})(?P<half> and a half)?[ -]|(?=\w+s ))"
_FROM = r"(?P<which>ago|from now|from today|hence)"
_LATER = r"(?P<which>earlier|later|afterwards?|previously)(?! than)"
_LONG = r"(?P<unit>day|week|fortnight|month|year|decade|centur(?:y|ie))s?"

RULES: tuple[Rule, ...] = (
    rule(
        r"(?:the|a) (?P<unit>day|week|month|year|night|decade|century) "
        rf"(?P<which>before|previous|after|earlier|later){ENDS}",
        _one,
    ),
    rule(
        r"the (?P<unit>day|week|month|year|night) (?P<which>before|after)"
        r"(?= (?:and|but|that|when)\b)",
        _one,
    ),
    rule(rf"{_COUNT}(?P<unit>{{UNIT}})s? {_FROM}", _counted),
    rule(rf"{_COUNT}{_LONG},? {_LATER}", _counted),
    rule(rf"{_COUNT}{_LONG} (?P<which>before|after|prior|on){ENDS}", _counted),
    rule(rf"(?:an?|one) {_LONG} and a half {_FROM}", _and_a_half),
    rule(rf"(?:an?|one) {_LONG} and a half {_LATER}", _and_a_half),
    rule(rf"half an? (?P<unit>hour|year|decade|century) {_FROM}", _half),
    rule(rf"half an? (?P<unit>year|decade|century) {_LATER}", _half),
    rule(
        r"(?:the |a )?(?:same|corresponding|similar) (?:time|period|month|quarter|day|week|point)"
        r"(?: (?:of |in )?(?:the )?(?:last|previous|prior) year| (?:a|one) year "
        r"(?:ago|earlier|before))",
        _same_last_year,
    ),
    rule(r"the (?:year-ago|year-earlier|prior-year) (?:period|quarter|month)", _same_last_year),
)
