"""Rules for months, quarters, seasons, years, decades and centuries, in full or by name alone."""

import re
from dataclasses import replace
from typing import Literal

from builder.extract.times.patterns import (
    ORDINALS,
    SEASONS,
    Reading,
    Rule,
    date_reading,
    edge_of,
    month_number,
    rule,
)
from builder.model.times import TimeExpression

_DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
    "eighties": 8, "nineties": 9,
}  # fmt: skip
_DIRECTIONS: dict[str, Literal["past", "present", "future"]] = {
    "last": "past", "this past": "past", "this": "present", "next": "future",
    "this coming": "future",
}  # fmt: skip
_FROM_PUBLISHED = {
    "last": -1,
    "the past": -1,
    "this": 0,
    "the current": 0,
    "next": 1,
    "the coming": 1,
}
_FROM_MENTIONED = {"the previous": -1, "that": 0, "the same": 0, "the": 0, "the following": 1}


def _month(match: re.Match[str]) -> Reading | None:
    month, edge = month_number(match["month"]), edge_of(match["edge"])
    if match["year"]:
        return date_reading(value=f"{match['year']}-{month:02}", modifier=edge)
    which = (match["which"] or "").lower()
    if which == "that":
        return date_reading(unit="year", offset=0, month=month, anchor="mentioned", modifier=edge)
    return date_reading(month=month, direction=_DIRECTIONS.get(which), modifier=edge)


def _short_month(match: re.Match[str]) -> Reading | None:
    return date_reading(value=f"{match['year']}-{month_number(match['month']):02}")


def _month_of_year(match: re.Match[str]) -> Reading | None:
    edge = edge_of(match["edge"])
    year = _year_of(match["which"])
    return Reading(
        type="DATE", expression=replace(year, month=month_number(match["month"]), modifier=edge)
    )


def _year_of(words: str) -> TimeExpression:
    """The year that "last year", "that year" or "the previous year" stands for."""
    word = words.lower()
    if word in _FROM_PUBLISHED:
        return TimeExpression(unit="year", offset=_FROM_PUBLISHED[word])
    return TimeExpression(unit="year", offset=_FROM_MENTIONED[word], anchor="mentioned")


def _year(match: re.Match[str]) -> Reading | None:
    return date_reading(value=match["year"], modifier=edge_of(match["edge"]))


def _early_year(match: re.Match[str]) -> Reading | None:
    return date_reading(value=f"{int(match['year']):04}")


def _fiscal(match: re.Match[str]) -> Reading | None:
    digits = match["year"]
    return date_reading(value=f"FY{digits.rjust(3, '0').rjust(4, '2')}")  # "FY24" is 2024


def _decade(match: re.Match[str]) -> Reading | None:
    digits, edge = match["digits"], edge_of(match["edge"])
    if digits is None:
        return date_reading(value=f"19{_DECADES[match['word'].lower()]}", modifier=edge)
    digits = digits.lstrip("'’")
    if len(digits) == 2:  # noqa: PLR2004 - "the '80s"
        return date_reading(value=f"{'20' if digits < '20' else '19'}{digits[0]}", modifier=edge)
    if digits.endswith("00") and digits != "2000":  # "the 1600s" is a century
        return date_reading(value=digits[:2], modifier=edge)
    return date_reading(value=digits[:3], modifier=edge)


def _century(match: re.Match[str]) -> Reading | None:
    number = int(re.sub(r"\D", "", match["number"]))
    return date_reading(value=f"{number - 1:02}", modifier=edge_of(match["edge"]))


def _quarter(match: re.Match[str]) -> Reading | None:
    word, kind = match["ordinal"].lower(), match["kind"].lower()
    number = ORDINALS[word]
    if word == "last" and not (match["year"] or match["of"]):  # the one before this one
        return date_reading(unit="quarter" if kind == "quarter" else "half", offset=-1)
    parts = 4 if kind == "quarter" else 2
    if number > parts:
        return None
    return _part_of_year(f"{kind[0].upper()}{parts if number < 0 else number}", match)


def _short_quarter(match: re.Match[str]) -> Reading | None:
    return _part_of_year(match["part"].upper(), match)


def _season(match: re.Match[str]) -> Reading | None:
    part = SEASONS[match["season"].lower()]
    if match["year"] or match["of"]:
        return _part_of_year(part, match)
    direction = _DIRECTIONS.get((match["which"] or "").lower())
    return date_reading(part=part, direction=direction, modifier=edge_of(match["edge"]))


def _part_of_year(part: str, match: re.Match[str]) -> Reading:
    if match["year"]:
        return date_reading(value=f"{match['year']}-{part}")
    if match["of"]:
        return Reading(type="DATE", expression=replace(_year_of(match["of"]), part=part))
    return date_reading(part=part)


_SOME = "last|this|next|that|the (?:same|previous|following|current|past|coming)|the"
_OF_YEAR = rf"(?:(?:of |in )?(?P<of>{_SOME}) year|(?:of |in )?(?P<year>{{YEAR}}))"
_WHICH = r"(?:(?P<which>last|next|this past|this coming|this|that) )?"
_TENS = "|".join(_DECADES)

RULES: tuple[Rule, ...] = (
    rule(
        rf"(?:(?P<edge>{{EDGE}})[ -])?{_WHICH}(?P<month>(?-i:{{MONTHNAME}}))"
        r"(?:,? (?:of )?(?P<year>{YEAR}))?",
        _month,
    ),
    rule(r"(?P<month>{MONTH})(?:,| of|-)? ?(?P<year>{YEAR})", _short_month),
    rule(
        r"(?:(?P<edge>{EDGE})[ -])?(?P<month>(?-i:{MONTHNAME})),? (?:of )?"
        r"(?P<which>last|this|next|that|the (?:same|previous|following)) year",
        _month_of_year,
    ),
    rule(r"(?:(?P<edge>{EDGE}) ?[ -])?(?P<year>{YEAR})", _year),
    rule(r"the year (?P<year>\d{3,4})", _early_year),
    rule(r"(?:fiscal(?: year)?|financial year|FY) ?-?'?(?P<year>{YEAR}|\d\d)", _fiscal),
    rule(
        r"(?:the )?(?:(?P<edge>{EDGE})[ -](?:the )?)?"
        rf"(?:(?P<digits>\d{{3}}0|['’]\d0|(?<=the\s)[4-9]0|(?<=and\s)[4-9]0)['’]?s|(?P<word>{_TENS}))",
        _decade,
    ),
    rule(
        r"the (?:(?P<edge>{EDGE})[ -](?:the )?)?(?P<number>\d{1,2}(?:st|nd|rd|th)) "
        r"centur(?:y|ies)",
        _century,
    ),
    rule(
        r"(?:the )?(?P<ordinal>{ORDINAL})[ -](?:fiscal[ -])?(?P<kind>quarter|half)"
        rf"(?: {_OF_YEAR})?",
        _quarter,
    ),
    rule(rf"(?P<part>[QH][1-4])(?:,? {_OF_YEAR})?", _short_quarter),
    rule(
        rf"(?:the )?(?:(?P<edge>{{EDGE}})[ -])?{_WHICH}(?P<season>{{SEASON}})(?:,? {_OF_YEAR})?",
        _season,
    ),
)
