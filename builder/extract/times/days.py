"""Rules for days: "24 May 2023", "5/24/2023", "last Friday", "the second Tuesday in June"."""

import re
from dataclasses import replace
from datetime import date

from builder.extract.times.modifiers import counted, direction_of, which
from builder.extract.times.patterns import (
    DAYPARTS,
    ENDS,
    NO_TIME,
    ORDINALS,
    Reading,
    Rule,
    date_reading,
    month_number,
    rule,
    weekday_number,
)
from builder.model.times import Unit

_PIVOT = 70  # of years of two digits, 70 to 99 lie in the 1900s
_FIRST_YEAR = 1000  # in figures; what logs and exporters write for no date is 0001-01-01


def _iso(match: re.Match[str]) -> Reading | None:
    value = _in_figures(int(match["year"]), int(match["month"]), int(match["day"]))
    return date_reading(value=value) if value else NO_TIME


def _numeric(match: re.Match[str]) -> Reading | None:
    first, second = int(match["first"]), int(match["second"])
    year = int(match["year"])
    if len(match["year"]) == len("07"):
        year += 2000 if year < _PIVOT else 1900
    # "24/05/2023" and "5/24/2023" say which is the month; "5/6/2023" leaves it to the tense
    days = sorted(
        {_in_figures(year, first, second), _in_figures(year, second, first)} - {None}, key=str
    )
    if not days:
        return NO_TIME
    return date_reading(value=days[0], either_way=len(days) > 1)


def _day(match: re.Match[str]) -> Reading | None:
    month = month_number(match["month"])
    day = int(re.sub(r"\D", "", match["day"]))
    year = match["year"]
    if year:
        value = _full_date(int(year), month, day)
        return date_reading(value=value) if value else NO_TIME
    if _full_date(2000, month, day) is None:  # a leap year: 29 February may be meant
        return NO_TIME
    return date_reading(month=month, day=day)


def _day_of_year(match: re.Match[str]) -> Reading | None:
    year, month = counted(match["which"], "year"), month_number(match["month"])
    day = int(re.sub(r"\D", "", match["day"]))
    return Reading(type="DATE", expression=replace(year, month=month, day=day))


def _day_of_month(match: re.Match[str]) -> Reading | None:
    month, day = counted(match["which"], "month"), int(re.sub(r"\D", "", match["day"]))
    return Reading(type="DATE", expression=replace(month, day=day))


def _weekday(match: re.Match[str]) -> Reading | None:
    words, weekday = (match["which"] or "").lower(), weekday_number(match["weekday"])
    clock = DAYPARTS[match["part"].lower()] if match["part"] else None
    if match["hours"]:
        clock = "TNI" if match["hours"].lower() == "late" else "TMO"
    if match["the"] and words in {"following", "next"}:
        return date_reading(weekday=weekday, anchor="mentioned", direction="future", clock=clock)
    return date_reading(weekday=weekday, direction=direction_of(words), clock=clock)


def _weekday_beside(match: re.Match[str]) -> Reading | None:
    direction = "past" if match["which"].lower() == "before" else "future"
    weekday = weekday_number(match["weekday"])
    return date_reading(weekday=weekday, anchor="mentioned", direction=direction)


def _weekday_of_week(match: re.Match[str]) -> Reading | None:
    week, weekday = counted(match["which"], "week"), weekday_number(match["weekday"])
    return Reading(type="DATE", expression=replace(week, weekday=weekday))


def _no_day(_: re.Match[str]) -> Reading:
    """What no calendar tells: "the first Tuesday after the vote"."""
    return NO_TIME


def _nth_weekday(match: re.Match[str]) -> Reading | None:
    return _nth(match, weekday=weekday_number(match["weekday"]), unit=None)


def _nth_week(match: re.Match[str]) -> Reading | None:
    unit: Unit = "weekend" if match["unit"].lower() == "weekend" else "week"
    return _nth(match, weekday=None, unit=unit)


def _nth(match: re.Match[str], *, weekday: int | None, unit: Unit | None) -> Reading:
    nth, month = ORDINALS[match["ordinal"].lower()], month_number(match["month"])
    if match["year"]:
        value = f"{match['year']}-{month:02}"
        return date_reading(value=value, weekday=weekday, unit=unit, nth=nth)
    return date_reading(month=month, weekday=weekday, unit=unit, nth=nth)


def _in_figures(year: int, month: int, day: int) -> str | None:
    return _full_date(year, month, day) if year >= _FIRST_YEAR else None


def _full_date(year: int, month: int, day: int) -> str | None:
    """The day in TIMEX3, `None` where the calendar has no such day ("31 February")."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


_YEAR = r"(?:,? (?:of )?(?P<year>{YEAR}|0\d{3}(?!\d)))?"
_OTHER_YEAR = (
    r",? (?:of )?(?P<which>"
    rf"{which('last', 'next', 'that', 'the same', 'the previous', 'the following')}) year"
)
_OF_WEEKDAY = which(
    "last", "past", "this past", "previous", "this", "next", "coming", "this coming", "following"
)
_UPTO = r"(?: (?:to|through|until|and|or) | ?[-–—] ?)"
_CLOSES = (
    r"(?= ?(?:$|[.,;:)]|(?:and|but|in|at|of|by|with|when|as)\b))"  # not "June 1 and 2 people"
)

RULES: tuple[Rule, ...] = (
    rule(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", _iso),
    rule(r"(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>\d{4}|\d\d)", _numeric),
    rule(rf"(?P<month>{{MONTH}}) (?P<day>{{DAY}})(?={_UPTO}{{DAY}}{_YEAR}{_CLOSES})", _day),
    rule(rf"(?P<month>{{MONTH}}) {{DAY}}{_UPTO}(?P<x>(?P<day>{{DAY}}){_YEAR}){_CLOSES}", _day),
    rule(rf"(?P<day>{{DAY}})(?={_UPTO}{{DAY}}(?: of)?[ -](?P<month>{{MONTH}}){_YEAR})", _day),
    rule(rf"(?:{{WEEKDAYS}},? )?(?P<month>{{MONTH}}) (?:the )?(?P<day>{{DAY}}){_YEAR}", _day),
    rule(r"(?:{WEEKDAYS},? )?(?:the )?(?P<day>{DAY})(?: of)?[ -](?P<month>{MONTH})" + _YEAR, _day),
    rule(rf"(?P<day>{{DAY}})(?: of)? (?P<month>{{MONTH}}){_OTHER_YEAR}", _day_of_year),
    rule(rf"(?P<month>{{MONTH}}) (?P<day>{{DAY}}){_OTHER_YEAR}", _day_of_year),
    rule(
        r"the (?P<day>{ORDINALDAY}) of "
        rf"(?P<which>{which('this', 'last', 'next', 'that', 'the')}) month",
        _day_of_month,
    ),
    rule(
        r"(?:the (?P<hours>early|late|small|wee) hours of )?"
        r"(?P<the>the )?(?:(?:earlier|later|early|late) )?"
        rf"(?:(?P<which>{_OF_WEEKDAY}) )?"
        r"(?P<weekday>{WEEKDAY})(?:['’]s)?(?:,? (?:early |late )?(?P<part>{DAYPART}))?",
        _weekday,
    ),
    rule(r"the (?:{ORDINAL}|last) {WEEKDAY}(?= (?:after|before|following)\b)", _no_day),
    rule(
        r"the (?P<weekday>{WEEKDAY}) (?P<which>before|after)" + ENDS,
        _weekday_beside,
    ),
    rule(
        rf"(?P<weekday>{{WEEKDAY}}) (?:of )?(?P<which>{which('last', 'this', 'next')}) week",
        _weekday_of_week,
    ),
    rule(
        r"the (?P<ordinal>{ORDINAL}) (?P<weekday>{WEEKDAY}) (?:in|of) (?P<month>{MONTH})" + _YEAR,
        _nth_weekday,
    ),
    rule(
        r"(?:the )?(?P<ordinal>{ORDINAL}) (?P<unit>week|weekend) (?:in|of) (?P<month>{MONTH})"
        + _YEAR,
        _nth_week,
    ),
)
