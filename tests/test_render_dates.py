"""Dates in words, and how dense they stand."""

from datetime import date

import pytest

from builder.render.parts.dates import UNDATED, day, day_words, span_words, when
from builder.render.parts.density_chart import strip_of


@pytest.mark.parametrize(
    ("edtf", "words", "precision", "machine"),
    [
        pytest.param("2023-05-24", "Wednesday 24 May 2023", "", "2023-05-24", id="day"),
        pytest.param(
            "2023-05-24T09:30", "Wednesday 24 May 2023, 09:30", "", "2023-05-24", id="day_and_hour"
        ),
        pytest.param("2022-02", "February 2022", "month", "2022-02", id="month"),
        pytest.param("2022-02~", "February 2022", "about, month", "2022-02", id="about_a_month"),
        pytest.param("2022?", "2022", "not certain, year", "2022", id="uncertain_year"),
        pytest.param("2022", "2022", "year", "2022", id="year"),
        pytest.param("2022-XX", "2022", "year", "2022", id="some_month_of_a_year"),
        pytest.param("2022-05-XX", "May 2022", "month", "2022-05", id="some_day_of_a_month"),
        pytest.param("199X", "1990s", "decade", None, id="decade"),
        pytest.param("19XX", "1900–1999", "century", None, id="century"),
        pytest.param("0044", "44", "year", "0044", id="early_year"),
        pytest.param("-0043", "44 BC", "year", None, id="before_christ"),
        pytest.param("2023-22", "summer 2023", "season", "2023", id="season"),
        pytest.param("2023-34", "second quarter of 2023", "quarter", "2023", id="quarter"),
        pytest.param("2023-40", "first half of 2023", "half", "2023", id="half_a_year"),
        pytest.param("2023-05-15/2023-05-21", "15–21 May 2023", "week", "2023-05-15", id="week"),
        pytest.param("2023-05-20/2023-05-21", "20–21 May 2023", "", "2023-05-20", id="days"),
        pytest.param("2023-05-20/2023-05-20", "20 May 2023", "", "2023-05-20", id="no_span"),
        pytest.param(
            "2023-04-28/2023-05-04", "28 April – 4 May 2023", "week", "2023-04-28", id="two_months"
        ),
        pytest.param(
            "2022-12-30/2023-01-02", "30 December 2022 – 2 January 2023", "", "2022-12-30",
            id="two_years",
        ),
        pytest.param("2022/2023", "2022 – 2023", "", "2022", id="span_of_years"),
        pytest.param("2022-02/..", "since February 2022", "month", "2022-02", id="open_end"),
        pytest.param("../2030", "until 2030", "year", "2030", id="open_start"),
        pytest.param("2023-02-31", "2023-02-31", "as written", None, id="no_such_day"),
        pytest.param("2023-13", "2023-13", "as written", None, id="no_such_month"),
        pytest.param("soon", "soon", "as written", None, id="no_date"),
        pytest.param("a/b", "a/b", "as written", None, id="no_span_of_dates"),
    ],
)  # fmt: skip
def test_a_date_in_words(edtf: str, words: str, precision: str, machine: str | None) -> None:
    found = when(edtf)
    assert found
    assert (found.words, found.precision, found.machine) == (words, precision, machine)


@pytest.mark.parametrize("edtf", [None, ""])
def test_no_date_is_none(edtf: str | None) -> None:
    assert when(edtf) is None


def test_what_cannot_be_read_sorts_last() -> None:
    found = when("soon")
    assert found
    assert found.first == UNDATED


def test_a_day_of_metadata() -> None:
    found = day(date(2023, 5, 24))
    assert found
    assert found.short == "24 May 2023"
    assert day(None) is None


def test_a_day_that_nobody_stated_says_so() -> None:
    assert day_words(None) == "date not stated"
    assert day_words(date(2023, 5, 24)) == "24 May 2023"


def test_a_span_of_a_story() -> None:
    assert span_words((2022, 2, 0), (2023, 5, 26)) == "Feb 2022 – May 2023"
    assert span_words((2022, 0, 0), (2022, 0, 0)) == "2022"


def test_days_make_a_strip_of_days() -> None:
    strip = strip_of([(2023, 5, 22), (2023, 5, 24), (2023, 5, 24)])
    assert strip
    assert [bar.title for bar in strip.bars] == ["22 May 2023: 1 event", "24 May 2023: 2 events"]
    assert strip.words == (
        "Events by day, 22 May 2023 to 24 May 2023; most in 24 May 2023: 2 events"
    )


def test_months_make_a_strip_of_months_with_a_label_in_the_middle() -> None:
    strip = strip_of([(2022, 1, 0), (2022, 12, 5)])
    assert strip
    assert len(strip.bars) == 2
    assert [label.text for label in strip.labels] == ["Jan 2022", "Jul 2022", "Dec 2022"]


def test_many_years_make_a_strip_of_years() -> None:
    strip = strip_of([(1990, 3, 1), (2020, 1, 0)])
    assert strip
    assert [bar.title for bar in strip.bars] == ["1990: 1 event", "2020: 1 event"]


def test_centuries_make_a_strip_that_keeps_their_distances() -> None:
    strip = strip_of([(1066, 10, 14), (1789, 7, 14), (2020, 1, 1)])
    assert strip
    assert [bar.title[:5] for bar in strip.bars] == ["1000s", "1700s", "2000s"]
    first, middle, last = strip.bars
    assert (middle.x - first.x) > 2 * (last.x - middle.x)


def test_lifetimes_make_a_strip_of_decades_with_events_of_a_year_at_large() -> None:
    strip = strip_of([(1921, 0, 0), (1925, 3, 1), (2020, 1, 1)])
    assert strip
    assert [bar.title for bar in strip.bars] == ["1920s: 2 events", "2020s: 1 event"]
    assert strip.words.startswith("Events by decade, 1920s to 2020s")


def test_years_alone_make_a_strip_of_years() -> None:
    strip = strip_of([(2019, 0, 0), (2021, 0, 0)])
    assert strip
    assert [bar.title for bar in strip.bars] == ["2019: 1 event", "2021: 1 event"]


def test_events_of_a_year_at_large_have_no_place_among_days() -> None:
    strip = strip_of([(2023, 0, 0), (2023, 5, 22), (2023, 5, 24)])
    assert strip
    assert [bar.title for bar in strip.bars] == ["22 May 2023: 1 event", "24 May 2023: 1 event"]


@pytest.mark.parametrize("keys", [[], [(2023, 5, 24)]], ids=["nothing", "one_day"])
def test_one_bar_is_no_strip(keys: list[tuple[int, int, int]]) -> None:
    assert strip_of(keys) is None


def test_bars_stay_inside_the_strip() -> None:
    strip = strip_of([(2023, month, 1) for month in range(1, 13)])
    assert strip
    assert all(bar.x >= 0 and bar.x + bar.width <= 1000 for bar in strip.bars)
    assert all(bar.y + bar.height == 52 for bar in strip.bars)
