"""Rules for months, quarters, seasons, years, decades and centuries, in full or by name alone."""

import re
from dataclasses import replace

from builder.extract.times.modifiers import counted, direction_of, which
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

_DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
    "eighties": 8, "nineties": 9,
}  # fmt: skip
_LONGEST_SPAN = 40  # years: "1954-73"; "1966-15" is no span


def _month(match: re.Match[str]) -> Reading | None:
    month, edge = month_number(match["month"]), edge_of(match["edge"])
    if match["year"]:
        return date_reading(value=f"{match['year']}-{month:02}", modifier=edge)
    if (match["which"] or "").lower() == "that":
        return date_reading(unit="year", offset=0, month=month, anchor="mentioned", modifier=edge)
    return date_reading(month=month, direction=direction_of(match["which"]), modifier=edge)


def _delivery(match: re.Match[str]) -> Reading | None:
    return date_reading(month=month_number(match["month"]), direction="future")


def _short_month(match: re.Match[str]) -> Reading | None:
    return date_reading(value=f"{match['year']}-{month_number(match['month']):02}")


def _month_of_year(match: re.Match[str]) -> Reading | None:
    year, month = counted(match["which"], "year"), month_number(match["month"])
    expression = replace(year, month=month, modifier=edge_of(match["edge"]))
    return Reading(type="DATE", expression=expression)


def _year(match: re.Match[str]) -> Reading | None:
    return date_reading(value=match["year"], modifier=edge_of(match["edge"]))


def _last_year(match: re.Match[str]) -> Reading | None:
    """The end of "1979-85", "the 1999-00 season": the first year after that ends so."""
    first, digits = int(match["first"]), int(match["digits"])
    length = (digits - first) % 100
    return date_reading(value=f"{first + length}") if 0 < length <= _LONGEST_SPAN else None


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
    if number == 0:
        return None
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
    return date_reading(
        part=part, direction=direction_of(match["which"]), modifier=edge_of(match["edge"])
    )


def _part_of_year(part: str, match: re.Match[str]) -> Reading:
    if match["year"]:
        return date_reading(value=f"{_full_year(match['year'])}-{part}")
    if match["of"]:
        return Reading(type="DATE", expression=replace(counted(match["of"], "year"), part=part))
    return date_reading(part=part)


def _full_year(year: str) -> str:
    """Four digits: "the summer of '76"."""
    digits = year.lstrip("'’")
    return f"19{digits}" if len(digits) < len(year) else digits


_SOME = which(
    "last", "this", "next", "that", "the", "the same", "the previous", "the following",
    "the current", "the past", "the coming",
)  # fmt: skip
_OF_YEAR = rf"(?:(?:of |in )?(?P<of>{_SOME}) year|(?:of |in )?(?P<year>{{YEAR}}|['’][4-9]\d))"
_WHICH = f"(?:(?P<which>{which('last', 'next', 'this past', 'this coming', 'this', 'that')}) )?"
_OTHER = which("last", "this", "next", "that", "the same", "the previous", "the following")
_TENS = "|".join(_DECADES)

RULES: tuple[Rule, ...] = (
    rule(r"(?P<x>(?P<month>{MONTH})) (?:delivery|settlement|expiry)", _delivery),
    rule(
        rf"(?:(?P<edge>{{EDGE}})[ -])?{_WHICH}(?P<month>(?-i:{{MONTHNAME}}))"
        r"(?:,? (?:of )?(?P<year>{YEAR}))?",
        _month,
    ),
    rule(r"(?P<month>{MONTH})(?:,| of|-)? ?(?P<year>{YEAR})", _short_month),
    rule(
        r"(?:(?P<edge>{EDGE})[ -])?(?P<month>(?-i:{MONTHNAME})),? (?:of )?"
        rf"(?P<which>{_OTHER}) year",
        _month_of_year,
    ),
    rule(r"(?:(?P<edge>{EDGE}) ?[ -])?(?P<year>{YEAR})", _year),
    rule(
        r"(?<=\b(?P<first>(?:1\d|20)\d\d)[-–/])(?P<digits>\d\d)(?![\d%])(?![-–/.,]\d)", _last_year
    ),
    rule(r"the year (?P<year>\d{3,4})", _early_year),
    rule(r"(?P<edge>)(?:this|that) (?:same )?day in (?P<year>{YEAR})", _year),
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
