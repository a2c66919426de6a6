"""Rules for days and periods told from where one stands: "yesterday", "last week"."""

import re
from dataclasses import replace

from builder.extract.times.modifiers import ALL, counted, which
from builder.extract.times.patterns import (
    DAYPARTS,
    UNITS,
    Reading,
    Rule,
    date_reading,
    edge_of,
    rule,
)
from builder.model.times import Modifier, Unit

_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def _day(match: re.Match[str]) -> Reading | None:
    word = match["day"].lower()
    clock = DAYPARTS[match["part"].lower()] if match["part"] else None
    return date_reading(
        unit="day", offset=_DAYS[word], clock="TNI" if word == "tonight" else clock
    )


def _beyond(match: re.Match[str]) -> Reading | None:
    """The one beyond the next: "the day before yesterday", "the week before last"."""
    unit = UNITS[match["unit"].lower()]
    return date_reading(unit=unit, offset=-2 if match["beyond"].lower() == "before" else 2)


def _part_of_day(match: re.Match[str]) -> Reading | None:
    """The part of a day: "last night" is yesterday's, "that night" of the day mentioned."""
    clock = DAYPARTS[match["part"].lower()]
    return Reading(type="TIME", expression=replace(counted(match["which"], "day"), clock=clock))


def _bare_part(match: re.Match[str]) -> Reading | None:
    clock = DAYPARTS[match["part"].lower()]
    return date_reading(unit="day", offset=0, clock=clock, anchor="mentioned")


def _period(match: re.Match[str]) -> Reading | None:
    words = match["which"].lower()
    unit, edge = UNITS[match["unit"].lower()], edge_of(match["edge"])
    if words == "the":
        return _edge_of_current(unit, edge, fiscal=bool(match["fiscal"]))
    if unit == "weekend" and words == "this":  # the nearest one: the tense tells which
        return date_reading(unit="weekend")
    expression = replace(counted(words, unit), modifier=edge)
    if match["fiscal"] and expression.anchor == "published":
        expression = replace(expression, part="FY")
    return Reading(type="DATE", expression=expression)


def _edge_of_current(unit: Unit, edge: Modifier | None, *, fiscal: bool) -> Reading | None:
    """The end of "the year" is this year's; that of "the week" is the one in question."""
    if edge is None or unit == "day":  # "at the end of the day" is a figure of speech
        return None
    if unit in {"week", "month"}:
        return date_reading(unit=unit, offset=0, modifier=edge, anchor="mentioned")
    return date_reading(unit=unit, offset=0, modifier=edge, part="FY" if fiscal else None)


def _then(match: re.Match[str]) -> Reading | None:
    unit = UNITS.get(match["unit"].lower(), "day")
    return date_reading(unit=unit, offset=0, anchor="mentioned")


def _ranked_in(match: re.Match[str]) -> Reading | None:
    """The whole of "the first storm of the year": this year; of "the day", that mentioned."""
    unit = UNITS[match["unit"].lower()]
    if unit == "day":
        return date_reading(unit=unit, offset=0, anchor="mentioned")
    return date_reading(unit=unit, offset=0)


def _weekend(_: re.Match[str]) -> Reading | None:
    return date_reading(unit="weekend")


def _year_end(match: re.Match[str]) -> Reading | None:
    unit = UNITS[match["unit"].lower()]
    return date_reading(unit=unit, offset=0, modifier=edge_of(match["edge"]))


_WHICH = rf"(?P<which>{which(*ALL)})"
_OF_DAY = which("this", "last", "that", "the same", "the next", "the following")
_EARLY = r"(?:(?:earlier|later|early|late) )?"
_RANK = r"(?:{ORDINAL}|only|biggest|best|worst|{WORD}est|(?:most|least) {WORD})"

RULES: tuple[Rule, ...] = (
    rule(
        rf"{_EARLY}(?P<day>today|yesterday|tomorrow|tonight)(?:['’]s)?(?: (?P<part>{{DAYPART}}))?",
        _day,
    ),
    rule(r"the (?P<unit>day) (?P<beyond>before|after) (?:yesterday|tomorrow)", _beyond),
    rule(r"the (?P<unit>week|weekend|month|year) (?P<beyond>before|after) (?:last|next)", _beyond),
    rule(
        rf"{_EARLY}(?P<which>{_OF_DAY}) (?P<part>morning|afternoon|evening|night)",
        _part_of_day,
    ),
    rule(
        r"(?:in the |(?<!the\s)(?<!an\s)(?<!a\s)(?:early |late )?)"
        r"(?P<part>morning|afternoon|evening|noon|midnight|midday|dawn|dusk)",
        _bare_part,
    ),
    rule(r"(?P<part>overnight)(?! \w+(?:s|ing)\b)", _bare_part),
    rule(
        rf"(?:(?P<edge>{{EDGE}}) )?{_WHICH} (?:calendar |whole |entire )?"
        r"(?:(?P<fiscal>fiscal|financial) )?(?P<unit>{PERIODUNIT})(?:['’]s|(?<=this.year)s)?",
        _period,
    ),
    rule(r"(?:later|earlier) in (?P<x>the (?P<unit>day|week|month|year))", _then),
    rule(r"(?:by|until|since|before|after) (?P<x>(?:that|the same) (?P<unit>time))", _then),
    rule(r"(?:for|in|during|over) (?P<x>the (?:full|whole|entire) (?P<unit>year))", _then),
    rule(
        rf"the (?:{{WORD}} )?{_RANK}(?: {{WORD}}){{1,3}} (?:of|in) "
        r"(?P<x>the (?P<unit>day|week|month|year))",
        _ranked_in,
    ),
    rule(r"the weekend", _weekend),
    rule(r"(?:the )?(?P<unit>year|month|week)(?:['’]s |-| )(?P<edge>end)", _year_end),
    rule(r"(?P<edge>mid)-?(?P<unit>year|month|week)", _year_end),
)
