"""The words that time expressions are made of, and the patterns that rules are written in.

A rule's pattern is written with plain blanks and `{names}` of the fragments below; `rule` turns a
blank into "blanks or one line end", so that no expression runs over the end of a paragraph. It
accepts the letters and digits of the tables only: no "firſt", no digits of other scripts.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from builder.model.times import Modifier, TimeExpression, TimeType, Unit

MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
WEEKDAYS: Final = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5} | {
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "last": -1, "final": -1, "opening": 1,
    "closing": -1,
}  # fmt: skip
_ONES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
UNITS: Final[dict[str, Unit]] = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "weekend": "weekend",
    "week": "week", "fortnight": "fortnight", "month": "month", "quarter": "quarter",
    "year": "year", "decade": "decade", "century": "century", "centurie": "century",
}  # fmt: skip
_NO_PERIODS = frozenset({"second", "minute", "hour", "centurie"})
SEASONS: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DAYPARTS: Final = {
    "morning": "TMO", "dawn": "TMO", "afternoon": "TAF", "evening": "TEV", "dusk": "TEV",
    "night": "TNI", "overnight": "TNI",
    "noon": "T12:00", "midday": "T12:00", "midnight": "T00:00",
}  # fmt: skip
NUMBERS: Final = {word: number for number, word in enumerate(_ONES, start=1)} | {
    word: 10 * number for number, word in enumerate(_TENS, start=2)
}
_VAGUE = (
    r"(?:a|the(?: last| past| next)?) (?:couple(?: of)?|few|number of)|several|(?<!as\s)many|few|"
    r"some|dozens of|hundreds of|thousands of"
)
ENDS: Final = r"(?=\s*(?:$|[.,;:)\]!?—–”\"]))"
"""An end of a clause: "two days before the vote" is no date."""
_BLANK = r"(?u:[^\S\n]{1,3}|\n)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_ZONES = (
    r"UTC|GMT|BST|CES?T|EES?T|E[SD]T|C[SD]T|M[SD]T|P[SD]T|IST|JST|MSK|local time|"
    r"Eastern(?: Time)?|Pacific(?: Time)?"
)


def one_of(words: Iterable[str]) -> str:
    """The words by their first letter: most words open none, and one look says so."""
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())


_SPELLED = rf"(?:{one_of(_TENS)})(?:-(?:{one_of(_ONES[:9])}))?|{one_of(reversed(_ONES))}"


def _either(names: tuple[str, ...]) -> str:
    return one_of(form for name in names for form in (name.title(), name.upper()))


def _short(names: tuple[str, ...], *, also: str = "") -> str:
    return one_of(rf"{name[:3].title()}\b\.?" for name in names) + also


FRAGMENTS: Final = {
    "MONTHNAME": _either(MONTHS),
    "MONTH": f"(?-i:{_either(MONTHS)}|{_short(MONTHS)}|Sept\\b\\.?)",
    "WEEKDAY": f"(?-i:{_either(WEEKDAYS)})",
    "WEEKDAYS": f"(?-i:{_either(WEEKDAYS)}|{_short(WEEKDAYS)}|Tues\\b\\.?|Thurs?\\b\\.?)",
    "DAY": rf"{_DAY}(?:st|nd|rd|th)?(?![\d%])(?![.,:]\d)",
    "ORDINALDAY": rf"{_DAY}(?:st|nd|rd|th)",
    "YEAR": r"(?:1\d|20)\d\d(?![\d%])(?![.,]\d)",
    "NUMBER": rf"\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}(?:\.\d+)?|{_SPELLED}|(?:an? |one )?hundred",
    "VAGUE": _VAGUE,
    "UNIT": one_of(UNITS),
    "PERIODUNIT": one_of(unit for unit in UNITS if unit not in _NO_PERIODS),
    "ORDINAL": one_of(ORDINALS),
    "SEASON": one_of(SEASONS),
    "EDGE": (
        r"early|mid|late|earlier|later|(?:the (?:very )?)?(?:start|beginning|end|middle) of|"
        r"the (?:close|turn|rest|remainder) of"
    ),
    "DAYPART": one_of(part for part in DAYPARTS if part != "overnight"),
    "ZONE": _ZONES,
    "WORD": r"(?u:[\w-]+)",  # of any letters: "the first Möller play of the year"
}  # fmt: skip
EDGES: Final[dict[str, Modifier]] = {
    "early": "start", "start": "start", "beginning": "start", "turn": "start", "mid": "mid",
    "middle": "mid", "late": "end", "end": "end", "close": "end",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a rule makes of its match."""

    type: TimeType
    expression: TimeExpression


NO_TIME: Final = Reading(type="DATE", expression=TimeExpression(value=""))
"""What looks like a date and is none ("31 February"): no shorter match inside it counts either."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A pattern and how to read what it matches; `None` where the match says no time."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Reading | None]

    @property
    def extent(self) -> int | str:
        """The group that is the expression, where the pattern needs a word beside it as well."""
        return "x" if "x" in self.pattern.groupindex else 0


def rule(pattern: str, read: Callable[[re.Match[str]], Reading | None]) -> Rule:
    """The rule for a pattern in the notation of this module."""
    for name, fragment in FRAGMENTS.items():
        pattern = pattern.replace("{" + name + "}", f"(?:{fragment})")
    spaced = pattern.replace("[ -]", "(?: |-)").replace(" ", _BLANK)
    return Rule(pattern=re.compile(rf"(?a:{spaced})(?!\w)", re.IGNORECASE), read=read)


def date_reading(**fields: object) -> Reading:
    """A DATE, or a TIME where the expression has a clock."""
    expression = TimeExpression(**fields)  # type: ignore[arg-type]
    return Reading(type="TIME" if expression.clock else "DATE", expression=expression)


def month_number(word: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    return 1 + [name[:3] for name in MONTHS].index(word[:3].lower())


def weekday_number(word: str) -> int:
    """1 (Monday) to 7 for a weekday's name or abbreviation."""
    return 1 + [name[:3] for name in WEEKDAYS].index(word[:3].lower())


def number_of(word: str) -> float | None:
    """The value of a number in digits or words, `None` where it is vague or no number."""
    word = re.sub(r"\s+", " ", word.lower())
    if word[0].isdigit():
        return float(word.replace(",", ""))
    if "hundred" in word:
        return 100.0
    if word in {"a", "an"}:
        return 1.0
    parts = [NUMBERS.get(part) for part in word.split("-")]
    return None if None in parts else float(sum(part for part in parts if part))


def edge_of(words: str | None) -> Modifier | None:
    """Which part of a period words such as "early" or "the end of" mean."""
    for word in re.findall(r"[a-z]+", (words or "").lower()):
        if word in EDGES:
            return EDGES[word]
    return None
