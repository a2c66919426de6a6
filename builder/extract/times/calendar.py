"""Rules for calendar names: dates in full or in part, years, decades, quarters, seasons, weekdays."""

import re
from datetime import date

from builder.extract.times.patterns import (
    DAYPARTS,
    ORDINALS,
    SEASONS,
    Reading,
    Rule,
    date_reading,
    month_number,
    rule,
    weekday_number,
)
from builder.model.times import Modifier

_SMALLEST, _LARGEST = 1, 31
_DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
    "eighties": 8, "nineties": 9,
}  # fmt: skip
_EDGES: dict[str, Modifier] = {
    "early": "start", "start": "start", "beginning": "start", "turn": "start", "mid": "mid",
    "middle": "mid", "late": "end", "end": "end", "close": "end",
}  # fmt: skip


def edge_of(words: str | None) -> Modifier | None:
    """`start`, `mid` or `end` for "early", "the middle of", "the end of" …"""
    for word in re.findall(r"[a-z]+", (words or "").lower()):
        if word in _EDGES:
            return _EDGES[word]
    return None


def full_date(year: int, month: int, day: int) -> str | None:
    """The day in TIMEX3, `None` where the calendar has no such day ("31 February")."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _iso(match: re.Match[str]) -> Reading | None:
    value = full_date(int(match["year"]), int(match["month"]), int(match["day"]))
    return date_reading(value=value) if value else None


def _numeric(match: re.Match[str]) -> Reading | None:
    first, second = int(match["first"]), int(match["second"])
    year = int(match["year"])
    if year < 100:  # "7/8/07"
        year += 2000 if year < 70 else 1900
    # "24/05/2023" and "5/24/2023" say which is the month; "5/6/2023" leaves it to the tense
    days = sorted(
        {full_date(year, first, second), full_date(year, second, first)} - {None}, key=str
    )
    if not days:
        return None
    return date_reading(value=days[0], either_way=len(days) > 1)


def _day(match: re.Match[str]) -> Reading | None:
    month = month_number(match["month"])
    day = int(re.sub(r"\D", "", match["day"]))
    year = match["year"]
    if year:
        value = full_date(int(year), month, day)
        return date_reading(value=value) if value else None
    if full_date(2000, month, day) is None:  # a leap year: 29 February may be meant
        return None
    return date_reading(month=month, day=day)


def _day_of_period(match: re.Match[str]) -> Reading | None:
    day = int(re.sub(r"\D", "", match["day"]))
    offset = {"last": -1, "this": 0, "next": 1}.get((match["which"] or "").lower())
    if offset is None:
        return date_reading(unit="month", offset=0, day=day, anchor="mentioned")
    return date_reading(unit="month", offset=offset, day=day)


def _month(match: re.Match[str]) -> Reading | None:
    month, edge = month_number(match["month"]), edge_of(match["edge"])
    year = match["year"]
    if year:
        return date_reading(value=f"{int(year):04}-{month:02}", modifier=edge)
    direction = {"last": "past", "next": "future", "this": "present"}.get(
        (match["which"] or "").lower()
    )
    return date_reading(month=month, direction=direction, modifier=edge)


def _month_of_year(match: re.Match[str]) -> Reading | None:
    month, edge = month_number(match["month"]), edge_of(match["edge"])
    return date_reading(month=month, modifier=edge, **_year_offset(match["which"]))


def _year_offset(words: str) -> dict[str, object]:
    word = words.lower().removeprefix("the ").removeprefix("of ")
    offset = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}.get(word)
    if offset is not None:
        return {"unit": "year", "offset": offset}
    mentioned = {"previous": -1, "same": 0, "that": 0, "following": 1}.get(word, 0)
    return {"unit": "year", "offset": mentioned, "anchor": "mentioned"}


def _year(match: re.Match[str]) -> Reading | None:
    return date_reading(value=match["year"], modifier=edge_of(match["edge"]))


def _fiscal(match: re.Match[str]) -> Reading | None:
    digits = match["year"]
    return date_reading(value=f"FY{digits if len(digits) == 4 else '20' + digits}")


def _any_year(match: re.Match[str]) -> Reading | None:
    return date_reading(value=f"{int(match['year']):04}")


def _decade(match: re.Match[str]) -> Reading | None:
    digits = match["digits"]
    if digits is None:
        return date_reading(value=f"19{_DECADES[match['word'].lower()]}")
    if len(digits) == 2:
        return date_reading(value=f"{'20' if digits < '20' else '19'}{digits[0]}")
    return date_reading(value=digits[:3], modifier=edge_of(match["edge"]))


def _century(match: re.Match[str]) -> Reading | None:
    number = int(re.sub(r"\D", "", match["number"]))
    return date_reading(value=f"{number - 1:02}", modifier=edge_of(match["edge"]))


def _part(match: re.Match[str]) -> Reading | None:
    groups = match.groupdict()
    if groups.get("season"):
        part = SEASONS[match["season"].lower()]
    elif groups.get("q"):
        part = f"{match['q'][0].upper()}{match['q'][1]}"
    else:
        number = ORDINALS[match["ordinal"].lower()]
        kind = match["kind"][0].upper()
        if match["ordinal"].lower() == "last" and not (match["year"] or match["of"]):
            # "in the last quarter" without a year is the one before this one
            return date_reading(unit="quarter" if kind == "Q" else "half", offset=-1)
        last = 4 if kind == "Q" else 2
        if number > last:
            return None
        part = f"{kind}{last if number < 0 else number}"
    return _part_of_year(part, match)


def _part_of_year(part: str, match: re.Match[str]) -> Reading:
    groups = match.groupdict()
    if match["year"]:
        return date_reading(value=f"{match['year']}-{part}")
    if groups.get("of"):
        return date_reading(part=part, **_year_offset(match["of"]))
    direction = {"last": "past", "next": "future", "this": "present"}.get(
        (groups.get("which") or "").lower()
    )
    return date_reading(part=part, direction=direction, modifier=edge_of(groups.get("edge")))


def _weekday(match: re.Match[str]) -> Reading | None:
    which = (match["which"] or "").lower().removeprefix("this ")
    clock = DAYPARTS[match["part"].lower()] if match["part"] else None
    if which in {"following", "next"} and match["the"]:
        return date_reading(
            weekday=weekday_number(match["weekday"]), anchor="mentioned", direction="future", clock=clock
        )  # fmt: skip
    direction = {
        "last": "past", "past": "past", "previous": "past", "next": "future", "coming": "future",
        "following": "future",
    }.get(which)  # fmt: skip
    return date_reading(weekday=weekday_number(match["weekday"]), direction=direction, clock=clock)


def _weekday_of_week(match: re.Match[str]) -> Reading | None:
    offset = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    return date_reading(unit="week", offset=offset, weekday=weekday_number(match["weekday"]))


def _nth_weekday(match: re.Match[str]) -> Reading | None:
    weekday, nth = weekday_number(match["weekday"]), ORDINALS[match["ordinal"].lower()]
    month, year = month_number(match["month"]), match["year"]
    if year:
        return date_reading(value=f"{year}-{month:02}", weekday=weekday, nth=nth)
    return date_reading(month=month, weekday=weekday, nth=nth)


def _nth_week(match: re.Match[str]) -> Reading | None:
    unit = "weekend" if match["unit"].lower() == "weekend" else "week"
    nth, month, year = (
        ORDINALS[match["ordinal"].lower()],
        month_number(match["month"]),
        match["year"],
    )
    if year:
        return date_reading(value=f"{year}-{month:02}", unit=unit, nth=nth)
    return date_reading(month=month, unit=unit, nth=nth)


_OF_YEAR = r"(?:(?:of |in )?(?P<of>(?:last|this|next|that|the (?:same|previous|following|current|past|coming)|the)) year|(?:of |in )?(?P<year>{YEAR}))"
_WHICH = r"(?:(?P<which>last|next|this|this past|this coming) )?"
_TAIL = r"(?:,? (?:of )?(?P<year>{YEAR}))?"

RULES: tuple[Rule, ...] = (
    rule(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", _iso),
    rule(r"(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>\d{4}|\d\d)", _numeric),
    rule(
        rf"(?:{{WEEKDAYS}},? )?(?P<month>{{MONTH}}) (?:the )?(?P<day>{{DAY}}){_TAIL}", _day
    ),
    rule(
        rf"(?:{{WEEKDAYS}},? )?(?:the )?(?P<day>{{DAY}})(?: of)?[ -](?P<month>{{MONTH}}){_TAIL}", _day
    ),
    rule(r"the (?P<day>{ORDINALDAY}) of (?P<which>this|last|next|that|the) month", _day_of_period),
    rule(
        rf"(?:(?P<edge>{{EDGE}})[ -])?{_WHICH}(?P<month>(?-i:{{MONTHNAME}})){_TAIL}", _month
    ),
    rule(r"(?P<edge>(?!.))?(?P<which>(?!.))?(?P<month>{MONTH})(?:,| of|-)? ?(?P<year>{YEAR})", _month),
    rule(
        r"(?:(?P<edge>{EDGE})[ -])?(?P<month>(?-i:{MONTHNAME})),? (?:of )?"
        r"(?P<which>last|this|next|that|the (?:same|previous|following)) year", _month_of_year
    ),
    rule(r"(?:(?P<edge>{EDGE}) ?[ -])?(?P<year>{YEAR})", _year),
    rule(r"(?:fiscal(?: year)?|financial year|FY) ?-?'?(?P<year>{YEAR}|\d\d)", _fiscal),
    rule(r"(?:in |by )?the year (?P<year>\d{3,4})", _any_year),
    rule(r"(?:the )?(?:(?P<edge>{EDGE})[ -](?:the )?)?(?:(?P<digits>\d{3}0|['’]?\d0)['’]?s|(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))", _decade),
    rule(r"the (?:(?P<edge>{EDGE})[ -](?:the )?)?(?P<number>\d{1,2}(?:st|nd|rd|th)) centur(?:y|ies)", _century),
    rule(rf"(?:the )?(?P<ordinal>{{ORDINAL}})[ -](?:fiscal[ -])?(?P<kind>quarter|half)(?: {_OF_YEAR})?", _part),
    rule(rf"(?P<q>[QH][1-4])(?:,? {_OF_YEAR})?", _part),
    rule(rf"(?:the )?(?:(?P<edge>{{EDGE}})[ -])?{_WHICH}(?P<season>{{SEASON}})(?:,? {_OF_YEAR})?", _part),
    rule(
        r"(?P<the>the )?(?:(?P<which>last|past|previous|next|coming|following|this past|this coming|this) )?"
        r"(?P<weekday>{WEEKDAY})(?:['’]s)?(?:,? (?:early |late )?(?P<part>{DAYPART}))?", _weekday,
    ),
    rule(r"(?P<weekday>{WEEKDAY}) (?:of )?(?P<which>last|this|next) week", _weekday_of_week),
    rule(rf"the (?P<ordinal>{{ORDINAL}}) (?P<weekday>{{WEEKDAY}}) (?:in|of) (?P<month>{{MONTH}}){_TAIL}", _nth_weekday),
    rule(rf"(?:the )?(?P<ordinal>{{ORDINAL}}) (?P<unit>week|weekend) (?:in|of) (?P<month>{{MONTH}}){_TAIL}", _nth_week),
)  # fmt: skip
