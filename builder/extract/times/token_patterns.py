"""Where a time expression may begin: a text in, the matches of all rules out.

Trying every rule at every character took a tenth of the spaCy pass; so rules are tried only at
words that open an expression, and only where a word that makes it a time follows soon.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Literal

from builder import knowledge
from builder.extract.times.patterns import (
    DAYPARTS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    SEASONS,
    UNITS,
    WEEKDAYS,
    Reading,
    Rule,
)

_WORD = re.compile(r"\w+")
_OPEN = re.compile(  # no middle of a number, but the end of "1979-85", "2008/09" and "12-14 July"
    r"(?<![\w$€£#@/.])(?:(?<!\d[-–,:])|(?<=\b\d{4}[-–])|(?<=\d[-–])(?=\d\d? [A-Z]))|"
    r"(?<=\b\d{4}/)(?=\d\d\b)"
)
_REACH = 7  # words from the opener to what makes it a time: "the beginning of the financial year"
_TIMES = frozenset({
    "half", "quarter", "quarters", "halves", "today", "yesterday", "tomorrow", "tonight",
    "now", "currently", "nowadays", "presently", "recently", "lately", "moment", "present",
    "days", "recent", "history", "time", "times", "past", "future", "soon", "term", "daily",
    "nightly", "weekly", "fortnightly", "monthly", "quarterly", "yearly", "annually", "annual",
    "hourly", "biennial", "biannual", "weekend", "fiscal", "fy", "twenties", "thirties",
    "forties", "fifties", "sixties", "seventies", "eighties", "nineties", "daylong",
    "weeklong", "monthlong", "yearlong", "midyear", "midweek", "midmonth", "century",
    "centuries", "period", "point", "overnight", "q1", "q2", "q3", "q4", "h1", "h2", "jan",
    "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "am", "pm",
    "m", "clock", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
})  # fmt: skip
_OPENERS = frozenset({
    "the", "a", "an", "this", "last", "next", "that", "past", "coming", "previous", "preceding",
    "prior", "following", "subsequent", "same", "current", "very", "every", "each", "once",
    "twice", "per", "half", "all", "whole", "entire", "full", "financial", "earlier", "later",
    "early", "late", "mid", "middle", "end", "beginning", "start", "more", "most", "as", "at",
    "these", "our", "its", "their", "his", "her", "in", "for", "over", "after", "within",
    "through",
    "throughout", "take", "takes", "took", "spent", "spend", "spending", "lasted", "by",
    "until", "since", "before", "during", "corresponding", "similar", "upcoming", "opening",
    "closing", "several", "many", "few", "some", "dozens", "hundreds", "thousands", "short",
    "long", "new", "hundred",
})  # fmt: skip
_JOINERS = frozenset({  # inside an expression: "a couple of weeks", "9 o'clock", "at the close of"
    "of", "or", "so", "and", "to", "on", "from", "hours", "small", "wee", "near", "distant",
    "foreseeable", "couple", "number", "calendar", "close", "turn", "rest", "remainder", "other",
    "o", "p", "consecutive", "straight", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
})  # fmt: skip


_NUMBERS = frozenset({*NUMBERS, *ORDINALS, "hundred"})
_TRIGGERS = _TIMES.union(
    (*MONTHS, *WEEKDAYS, *UNITS, *SEASONS, *DAYPARTS),
    (
        re.findall(r"\w+", name)[0].lower()
        for kind in ("holidays", "weekday_feasts", "easter_feasts")
        for name in knowledge.entries("calendar_names")[kind]
    ),
)
_Kind = Literal["time", "number", "opener", "joiner", "other"]
_FULL_YEAR = len("2023")
_FIGURES = re.compile(r"[-–/]\d|\d[:./]")  # "1979-85", "9:30", "9/11"; 40 alone makes no time
_RANKED = re.compile(  # "the first northern storm of the year": any words between
    r"(?i)the\s(?:\w+\s)?(?:only|best|worst|most|least|last|final|opening|closing|\w{3,}est|"
    r"first|second|third|fourth|fifth|\d(?:st|nd|rd|th))\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Characters of the text, and what a rule read from them."""

    start: int
    end: int
    reading: Reading


def matches(text: str, rules: Sequence[Rule]) -> Iterator[Match]:
    """What every rule matches, in order of beginning; matches may overlap."""
    for place in filter(partial(_OPEN.match, text), _beginnings(text)):
        for rule in rules:
            match = rule.pattern.match(text, place)
            reading = rule.read(match) if match else None
            if match and reading:
                start, end = match.span(rule.extent)
                yield Match(start=start, end=end, reading=reading)


def _beginnings(text: str) -> list[int]:
    """Where words lead, without a strange one between, to a word that makes a time."""
    places = []
    unbroken, ahead = False, _REACH + 1  # words to the next one that makes a time
    for word in reversed(list(_WORD.finditer(text))):
        kind, start = _kind_of(word[0]), word.start()
        if kind == "time" or (
            kind == "number" and _FIGURES.search(text, start - 1, word.end() + 1)
        ):
            unbroken, ahead = True, 0
        else:
            unbroken, ahead = unbroken and kind != "other", ahead + 1
        leads = unbroken or (kind == "opener" and _RANKED.match(text, start))
        if ahead == 0 or (leads and ahead <= _REACH and kind in {"opener", "number"}):
            places.append(start)
    return places[::-1]


@lru_cache(maxsize=10_000)
def _kind_of(word: str) -> _Kind:
    lower = word.lower()
    if lower in _NUMBERS or (lower.isdigit() and len(lower) < _FULL_YEAR):
        return "number"
    stem = lower.rstrip("s0123456789")  # "weeks", "FY24"
    if lower[0].isdigit() or lower in _TRIGGERS or stem in _TRIGGERS:
        return "time"
    if lower in _OPENERS:
        return "opener"
    return "joiner" if lower in _JOINERS else "other"
