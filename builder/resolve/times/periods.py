"""Calendar periods: TIMEX3 values to days and back, shifts, and the nearest period of a name.

Values in, values out. Weeks are ISO weeks; a winter is named after the year that it begins in;
seasons are those of the northern hemisphere.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from builder.model.times import Unit

_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_FORMS = (
    ("day", re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")),
    ("weekend", re.compile(r"(\d{4})-W(\d\d)-WE")),
    ("week", re.compile(r"(\d{4})-W(\d\d)")),
    ("month", re.compile(r"(\d{4})-(\d\d)")),
    ("part", re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")),
    ("year", re.compile(r"(\d{4})")),
    ("decade", re.compile(r"(\d{3})")),
    ("century", re.compile(r"(\d\d)")),
)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Period:
    """From the first day to the last, both included."""

    first: date
    last: date

    def holds(self, other: "Period") -> bool:
        """Whether the other period lies wholly inside this one."""
        return self.first <= other.first and other.last <= self.last

    @property
    def days(self) -> int:
        """Its length."""
        return (self.last - self.first).days + 1


@lru_cache(maxsize=10_000)  # the tellings of a story name the same days over and over
def period_of(value: str) -> Period | None:
    """The days that a TIMEX3 date value covers; `None` for durations, sets and references."""
    for kind, form in _FORMS:
        if match := form.fullmatch(value):
            try:
                return _period(kind, match.groups())
            except (ValueError, OverflowError):  # a week that ends in the year 10000
                return None
    return None


@lru_cache(maxsize=10_000)
def precision_of(value: str) -> str | None:
    """`day`, `weekend`, `week`, `month`, `part`, `year`, `decade` or `century`."""
    return next((kind for kind, form in _FORMS if form.fullmatch(value)), None)


def shifted(day: date, unit: Unit, offset: int) -> str | None:
    """The TIMEX3 value of the `unit` that lies `offset` units from the one that holds `day`."""
    try:
        return _shifted(day, unit, offset)
    except (ValueError, OverflowError):  # beyond the calendar: "10,000 years ago"
        return None


def days_from(day: date, days: int) -> date | None:
    """The day so many days after, or before, another; `None` beyond the calendar's ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def named(unit: str, day: date) -> str:
    """The TIMEX3 value of the period of that unit which holds the day."""
    week = day.isocalendar()
    forms = {
        "day": day.isoformat(),
        "week": f"{week.year:04}-W{week.week:02}",
        "weekend": f"{week.year:04}-W{week.week:02}-WE",
        "month": f"{day.year:04}-{day.month:02}",
        "quarter": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "half": f"{day.year:04}-H{1 if day.month <= 6 else 2}",  # noqa: PLR2004 - June
        "season": _season(day),
        "year": f"{day.year:04}",
        "decade": f"{day.year // 10:03}",
        "century": f"{day.year // 100:02}",
    }
    return forms[unit]


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the method of Meeus, Jones and Butcher)."""
    century, in_century = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (in_century // 4) - epact - in_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _period(kind: str, parts: tuple[str, ...]) -> Period:
    year = int(parts[0])
    if kind == "day":
        day = date(year, int(parts[1]), int(parts[2]))
        return Period(first=day, last=day)
    if kind in {"week", "weekend"}:
        first = 1 if kind == "week" else 6
        return Period(
            first=date.fromisocalendar(year, int(parts[1]), first),
            last=date.fromisocalendar(year, int(parts[1]), 7),
        )
    if kind == "month":
        return _months(year, int(parts[1]), 1)
    if kind == "part":
        return _part(year, parts[1])
    years = {"year": 1, "decade": 10, "century": 100}[kind]
    return Period(first=date(year * years, 1, 1), last=date(year * years + years - 1, 12, 31))


def _part(year: int, part: str) -> Period:
    if part[0] == "Q":
        return _months(year, 3 * int(part[1]) - 2, 3)
    if part[0] == "H":
        return _months(year, 6 * int(part[1]) - 5, 6)
    return _months(year, _SEASON_STARTS[part], 3)


def _months(year: int, month: int, length: int) -> Period:
    end_year, end_month = divmod(12 * year + month - 2 + length, 12)
    last = monthrange(end_year, end_month + 1)[1]
    return Period(first=date(year, month, 1), last=date(end_year, end_month + 1, last))


def _season(day: date) -> str:
    if day.month < _SEASON_STARTS["SP"]:
        return f"{day.year - 1:04}-WI"
    part = max((start, name) for name, start in _SEASON_STARTS.items() if start <= day.month)[1]
    return f"{day.year:04}-{part}"


def _shifted(day: date, unit: Unit, offset: int) -> str:
    if unit in {"second", "minute", "hour"}:
        seconds = offset * {"second": 1, "minute": 60, "hour": 3600}[unit]
        return named("day", day + timedelta(days=int(seconds / 86400)))
    if unit in {"day", "week", "weekend", "fortnight"}:
        days = {"day": 1, "fortnight": 14}.get(unit, 7)
        return named("week" if unit == "fortnight" else unit, day + timedelta(days=days * offset))
    months = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120}
    index = 12 * day.year + day.month - 1 + offset * months.get(unit, 1200)
    return named(unit, date(index // 12, index % 12 + 1, 1))
