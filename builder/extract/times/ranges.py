"""Rules for durations and sets: "two weeks", "15-month-old", "recent years", "every Friday"."""

import re

from builder.extract.times.patterns import (
    UNITS,
    Reading,
    Rule,
    number_of,
    one_of,
    rule,
    weekday_number,
)
from builder.model.times import TimeExpression, Unit

_LETTERS: dict[Unit, tuple[str, str]] = {
    "second": ("PT", "S"), "minute": ("PT", "M"), "hour": ("PT", "H"), "day": ("P", "D"),
    "weekend": ("P", "WE"), "week": ("P", "W"), "fortnight": ("P", "W"), "month": ("P", "M"),
    "quarter": ("P", "Q"), "half": ("P", "H"), "season": ("P", "SN"), "year": ("P", "Y"),
    "decade": ("P", "DE"), "century": ("P", "CE"),
}  # fmt: skip
_ADVERBS = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M",
    "quarterly": "P1Q", "yearly": "P1Y", "annually": "P1Y", "annual": "P1Y", "hourly": "PT1H",
    "biennial": "P2Y", "biannual": "P6M",
}  # fmt: skip
_RUNNING = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip
_YEARS_IN: dict[Unit, int] = {"decade": 10, "century": 100}


def duration_value(number: float | None, unit: Unit) -> str:
    """The TIMEX3 duration: 2.5 years `P2.5Y`, an unsaid number of days `PXD`."""
    start, letter = _LETTERS[unit]
    if number is None:
        return f"{start}X{letter}"
    if unit == "fortnight":
        return f"P{_plain(2 * number)}W"
    if unit in _YEARS_IN:
        return f"P{_plain(number * _YEARS_IN[unit])}Y"
    return f"{start}{_plain(number)}{letter}"


def _plain(number: float) -> str:
    """The number in digits: 1500000, 2.5."""
    return f"{number:f}".rstrip("0").rstrip(".")


def _duration(match: re.Match[str]) -> Reading | None:
    groups = match.groupdict()
    number = number_of(match["number"]) if groups.get("number") else None
    if number is not None and groups.get("half"):
        number += 0.5
    unit = UNITS[match["unit"].lower().rstrip("s")]
    value = duration_value(number, unit)
    return Reading(type="DURATION", expression=TimeExpression(value=value))


def _and_a_half(match: re.Match[str]) -> Reading | None:
    value = duration_value(1.5, UNITS[match["unit"].lower()])
    return Reading(type="DURATION", expression=TimeExpression(value=value))


def _half_unit(match: re.Match[str]) -> Reading | None:
    unit = UNITS[match["unit"].lower()]
    value = {
        "hour": "PT30M",
        "year": "P6M",
        "century": "P50Y",
        "decade": "P5Y",
        "day": "PT12H",
    }.get(unit)
    return Reading(type="DURATION", expression=TimeExpression(value=value)) if value else None


def _whole(match: re.Match[str]) -> Reading | None:
    return Reading(
        type="DURATION",
        expression=TimeExpression(value=duration_value(1, UNITS[match["unit"].lower()])),
    )


def _running(match: re.Match[str]) -> Reading | None:
    """How long it has run at most: "a war in its second year" runs for two at most."""
    word = match["ordinal"].lower()
    number = _RUNNING.get(word) or number_of(word[:-2])
    value = duration_value(number, UNITS[match["unit"].lower()])
    return Reading(type="DURATION", expression=TimeExpression(value=value))


def _set(match: re.Match[str]) -> Reading | None:
    groups = match.groupdict()
    if groups.get("weekday"):
        value = f"XXXX-WXX-{weekday_number(match['weekday'])}"
    elif groups.get("adverb"):
        value = _ADVERBS[match["adverb"].lower()]
    else:
        number = number_of(match["number"]) if groups.get("number") else 1
        if groups.get("other"):
            number = 2
        value = duration_value(number, UNITS[match["unit"].lower().rstrip("s")])
    return Reading(type="SET", expression=TimeExpression(value=value))


_RECENT = "recent|past|last|coming|next|first|final|following|subsequent|previous|later|earlier"
_LONG = "minute|hour|day|week|month|year|decade|centurie"

RULES: tuple[Rule, ...] = (
    rule(
        r"(?!(?:19|20)\d\d {UNIT}\b(?! old))(?P<number>{NUMBER})"
        r"(?P<half> and a half| and one half)?[ -]"
        r"(?P<unit>{UNIT})s?(?:[ -](?:long|old))?",
        _duration,
    ),
    rule(
        rf"(?:the|these|those) (?:{_RECENT}|preceding|opening|closing) (?P<number>{{NUMBER}})"
        r"(?: or so| or more)? (?P<unit>{UNIT})s?",
        _duration,
    ),
    rule(
        r"(?P<x>(?P<number>{NUMBER})) (?:and|to|or) {NUMBER} (?P<unit>{UNIT})s", _duration
    ),  # "between 60 and 90 days": the first of the two
    rule(
        r"(?P<number>an?)(?P<half> half)?[ -](?P<unit>second|minute|hour|day|week|fortnight|month|"
        r"year|decade|century)(?:-long|-old)?",
        _duration,
    ),
    rule(r"(?:an?|one) (?P<unit>day|week|month|year|decade|century) and a half", _and_a_half),
    rule(
        r"(?P<x>(?P<unit>second|minute|hour|day|week|month|year|decade)s)"
        r" (?:before|after|into)",
        _duration,
    ),
    rule(
        r"(?:half an?|a half|half-an?|half)[ -](?P<unit>hour|year|century|decade|day)", _half_unit
    ),
    rule(rf"(?:(?:the )?(?:{_RECENT}) )?(?:{{VAGUE}}) (?:more )?(?P<unit>{{UNIT}})s", _duration),
    rule(rf"(?:the )?(?:{_RECENT}) (?P<unit>{_LONG})s", _duration),
    rule(
        r"(?:for|over|in|after|within|through|throughout|takes?|took|spent|spend|spending|lasted) "
        rf"(?P<x>(?:the )?(?P<unit>{_LONG})s)",
        _duration,
    ),
    rule(
        rf"(?<!the\s)(?P<x>(?P<unit>{_LONG})s(?:[ -](?:long|old))?)"
        r"(?: in the making| of| ahead| away| on end|(?<=long)|(?<=old))",
        _duration,
    ),
    rule(
        r"(?:the )?(?:whole|entire|full|all|all the) (?P<unit>day|week|month|year|decade|century)",
        _whole,
    ),
    rule(r"(?P<unit>day|week|month|year|decade|century)-?long", _whole),
    rule(
        rf"(?:its|their|his|her|our) (?P<ordinal>{one_of(_RUNNING)}|\d{{1,3}}(?:st|nd|rd|th))"
        r"(?: (?:consecutive|straight|full))? (?P<unit>day|week|month|year|decade|century)",
        _running,
    ),
    rule(r"the past (?P<unit>hour|day|week|month|quarter|year|decade|century)", _whole),
    rule(r"(?:every|each)(?P<other> other)?(?: (?P<number>{NUMBER}))? (?P<unit>{UNIT})s?", _set),
    rule(r"(?:every|each) (?P<weekday>{WEEKDAY})", _set),
    rule(r"(?P<weekday>{WEEKDAY})s(?! ?['’])", _set),
    rule(rf"(?P<adverb>{one_of(_ADVERBS)})", _set),
    rule(
        r"(?:(?:once|twice|(?:{NUMBER}) times) (?:an?|per|each|every)|per) "
        r"(?P<unit>second|minute|hour|day|week|month|quarter|year)",
        _set,
    ),
)
