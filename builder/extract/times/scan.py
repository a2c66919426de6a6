"""Where a time expression may begin: a text in, the matches of all rules out.

Trying every rule at every character took a tenth of the spaCy pass; so rules are tried only at
words that open an expression, and only where a word that makes it a time follows soon.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from builder import knowledge
from builder.extract.times.patterns import FRAGMENTS, Reading, Rule

_WORD = re.compile(r"\w+")
_OPEN = re.compile(  # no middle of a number, but the end of "1979-85" and "2008/09"
    r"(?<![\w$€£#@/.])(?:(?<!\d[-–,:])|(?<=\b\d{4}[-–]))|(?<=\b\d{4}/)(?=\d\d\b)"
)
_REACH = 7  # words from the opener to what makes it a time: "the beginning of the financial year"
_TIMES = frozenset({
    "half", "quarter", "quarters", "halves", "today", "yesterday", "tomorrow", "tonight", "now",
    "currently", "nowadays", "presently", "recently", "lately", "moment", "present", "days",
    "recent", "history", "time", "times", "past", "future", "soon", "term", "daily", "nightly",
    "weekly", "fortnightly", "monthly", "quarterly", "yearly", "annually", "annual", "hourly",
    "biennial", "biannual", "weekend", "fiscal", "fy", "twenties", "thirties", "forties",
    "fifties", "sixties", "seventies", "eighties", "nineties", "daylong", "weeklong",
    "monthlong", "yearlong", "midyear", "midweek", "midmonth", "centuries", "period", "point",
    "overnight", "q1", "q2", "q3", "q4", "h1", "h2", "jan", "feb", "mar", "apr", "jun", "jul",
    "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu",
    "thur", "thurs", "fri", "sat", "sun",
})  # fmt: skip
_OPENERS = frozenset({
    "the", "a", "an", "this", "last", "next", "that", "past", "coming", "previous", "preceding",
    "prior", "following", "subsequent", "same", "current", "very", "every", "each", "once",
    "twice", "per", "half", "all", "whole", "entire", "full", "financial", "earlier", "later",
    "early", "late", "mid", "middle", "end", "beginning", "start", "more", "most", "as", "at",
    "these", "our", "its", "their", "in", "for", "over", "after", "within", "through",
    "throughout", "take", "takes", "took", "spent", "spend", "spending", "lasted", "by",
    "until", "since", "before", "during", "corresponding", "similar", "upcoming", "opening",
    "closing", "several", "many", "few", "some", "dozens", "hundreds", "thousands", "short",
    "long", "new", "year", "month", "week", "day", "decade", "century", "hundred",
})  # fmt: skip
_TRIGGERS = _TIMES.union(
    word.lower()
    for name in ("MONTH", "WEEKDAYS", "UNIT", "SEASON", "DAYPART", "NUMBER", "ORDINAL")
    for word in re.findall("[A-Za-z]{2,}", FRAGMENTS[name])
).union(
    re.findall(r"\w+", name)[0].lower()
    for kind in ("holidays", "weekday_feasts", "easter_feasts")
    for name in knowledge.entries("calendar_names")[kind]
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
    places = []
    ahead = _REACH + 1  # words to the next one that makes a time
    for word in reversed(list(_WORD.finditer(text))):
        lower = word[0].lower()
        stem = lower.rstrip("s0123456789")  # "weeks", "FY24"
        timely = lower[0].isdigit() or stem in _TRIGGERS or lower in _TRIGGERS
        ahead = 0 if timely else ahead + 1
        if ahead == 0 or (ahead <= _REACH and lower in _OPENERS):
            places.append(word.start())
    return places[::-1]
