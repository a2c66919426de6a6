"""Periods, EDTF, and resolution that needs no parse."""

from dataclasses import replace
from datetime import date

import edtf
import pytest

from builder.model.article import Passage
from builder.model.findings import Findings, FoundTime
from builder.model.ids import ArticleId
from builder.model.times import TimeExpression
from builder.resolve.times import timexes_of
from builder.resolve.times.edtf import edtf_of, interval
from builder.resolve.times.periods import named, period_of, precision_of, shifted

A = ArticleId("a")


def resolved(*expressions, tense=None, published=date(2023, 5, 24), kind="DATE"):
    times = tuple(
        FoundTime(
            passage=Passage(article=A, start=number, end=number + 1, text="x"),
            type=kind,
            expression=expression,
            tense=tense,
        )
        for number, expression in enumerate(expressions)
    )
    found = Findings(article=A, times=times)
    return [timex.value for timex in timexes_of({A: published}, [found])]


EDTF = [
    ("2023-05-22", None, "2023-05-22"),
    ("2023-05-22T09:30", None, "2023-05-22"),
    ("2023-W20", None, "2023-05-15/2023-05-21"),
    ("2023-W20-WE", None, "2023-05-20/2023-05-21"),
    ("2022-02", None, "2022-02"),
    ("2022-02", "about", "2022-02~"),
    ("2022-02", "since", "2022-02/.."),
    ("2030", "until", "../2030"),
    ("2023-W20", "about", "2023-05-15/2023-05-21"),
    ("2023-Q2", None, "2023-04/2023-06"),
    ("2023-H2", None, "2023-07/2023-12"),
    ("2022-SU", None, "2022-22"),
    ("2023", "start", "2023"),
    ("199", None, "199X"),
    ("19", None, "19XX"),
    ("199", "since", "1990/.."),
    ("199", "until", "../1999"),
    ("2023-02-31", None, None),
    ("FY2023", None, None),
    ("P2W", None, None),
    ("PAST_REF", None, None),
]


@pytest.mark.parametrize(("value", "modifier", "expected"), EDTF)
def test_timex_values_have_an_edtf_form(value, modifier, expected):
    assert edtf_of(value, modifier) == expected
    assert expected is None or edtf.parse_edtf(expected)


INTERVALS = [
    ("2023-05-22T00:00", "2023-05-22T07:00", "2023-05-22"),
    ("2023-05-22", "2023-05-24", "2023-05-22/2023-05-24"),
    ("2009", "2011", "2009/2011"),
    ("2023-W20", "2023-W21", "2023-05-15/2023-05-28"),
    ("2023-05-24", "2023-05-22", None),
    ("2023-05-24", "P2W", None),
]


@pytest.mark.parametrize(("first", "last", "expected"), INTERVALS)
def test_two_dates_make_an_interval(first, last, expected):
    assert interval(first, last) == expected


PERIODS = [
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ("2022-WI", date(2022, 12, 1), date(2023, 2, 28)),
    ("2023-Q4", date(2023, 10, 1), date(2023, 12, 31)),
    ("201", date(2010, 1, 1), date(2019, 12, 31)),
]


@pytest.mark.parametrize(("value", "first", "last"), PERIODS)
def test_a_value_covers_its_days(value, first, last):
    period = period_of(value)
    assert (period.first, period.last) == (first, last)
    assert period.days == (last - first).days + 1


def test_a_value_that_is_no_period_covers_none():
    assert period_of("2023-02-30") is period_of("XXXX-05-24") is period_of("0000") is None
    assert precision_of("PT5M") is None


SHIFTS = [
    ("day", -1, "2023-05-23"),
    ("hour", -30, "2023-05-23"),
    ("week", -1, "2023-W20"),
    ("weekend", 0, "2023-W21-WE"),
    ("fortnight", 1, "2023-W23"),
    ("month", -6, "2022-11"),
    ("quarter", 1, "2023-Q3"),
    ("half", 1, "2023-H2"),
    ("season", 0, "2023-SP"),
    ("season", -1, "2022-WI"),
    ("year", 5, "2028"),
    ("decade", -1, "201"),
    ("century", 0, "20"),
    ("year", -10_000, None),
    ("day", 10**12, None),
]


@pytest.mark.parametrize(("unit", "offset", "expected"), SHIFTS)
def test_units_are_counted_from_a_day(unit, offset, expected):
    assert shifted(date(2023, 5, 24), unit, offset) == expected


def test_a_winter_day_belongs_to_the_season_that_began_the_year_before():
    assert named("season", date(2023, 1, 5)) == "2022-WI"


def test_a_day_that_the_month_lacks_is_left_open():
    assert resolved(TimeExpression(unit="month", offset=-3, day=30)) == [None]
    assert resolved(TimeExpression(value="2023-02", weekday=1, nth=5)) == [None]
    assert resolved(TimeExpression(value="P2W", month=3)) == [None]


def test_29_february_is_looked_for_in_leap_years():
    assert resolved(TimeExpression(month=2, day=29), tense="past") == ["2020-02-29"]
    assert resolved(TimeExpression(month=2, day=29), tense="future") == ["2024-02-29"]


def test_the_first_weekend_of_a_month_is_picked():
    first = TimeExpression(value="2023-07", unit="weekend", nth=1)
    assert resolved(first) == ["2023-W26-WE"]


def test_a_clock_without_a_day_is_left_open():
    assert resolved(TimeExpression(value="2023", clock="T09:30"), kind="TIME") == [None]


def test_an_expression_that_says_nothing_is_left_open():
    assert resolved(TimeExpression()) == [None]


def test_without_an_anchor_the_mentioned_date_is_unknown():
    counted = TimeExpression(unit="day", offset=1, anchor="mentioned")
    same = TimeExpression(unit="year", offset=-1, anchor="mentioned", same=True)
    assert resolved(counted, same, published=None) == [None, None]
    assert resolved(same) == ["2022"]


def test_durations_are_no_anchor():
    span = TimeExpression(value="P2W")
    later = TimeExpression(unit="day", offset=1, anchor="mentioned")
    assert resolved(span, later) == ["P2W", "2023-05-25"]


WEEKDAY = TimeExpression(weekday=5, direction="past")
WEEKEND = TimeExpression(unit="weekend")


@pytest.mark.parametrize("expression", [WEEKDAY, WEEKEND, TimeExpression(easter=-2)])
@pytest.mark.parametrize("day", [date.min, date(1, 1, 3), date(9999, 12, 29), date.max])
def test_beyond_the_ends_of_the_calendar_nothing_is_named(expression, day):
    for direction in ("past", "future", None):
        (value,) = resolved(replace(expression, direction=direction), published=day)
        assert value is None or len(value) >= len("0001-01-01")


def test_a_week_of_the_first_years_has_four_digits():
    assert shifted(date(1, 1, 3), "week", 0) == "0001-W01"
    assert period_of("9999-W52") is None  # it ends in the year 10000
