"""Rules for feasts and days with a name: "Christmas Eve", "Good Friday", "Labor Day", "9/11".

Missed: feasts of calendars other than the Gregorian, and those that fall on other days from one
country to the next ("Mother's Day").
"""

import re
from dataclasses import replace

from builder import knowledge
from builder.extract.times.modifiers import direction_of, which
from builder.extract.times.patterns import DAYPARTS, Reading, Rule, date_reading, one_of, rule
from builder.model.times import TimeExpression


def _feasts() -> dict[str, TimeExpression]:
    """Every feast by its name in lower case."""
    names = knowledge.entries("calendar_names")
    found = {}
    for name, text in names["holidays"].items():
        month, day = map(int, text.split("-"))
        found[name] = TimeExpression(month=month, day=day)
    for name, (nth, weekday, month) in names["weekday_feasts"].items():
        found[name] = TimeExpression(month=month, weekday=weekday, nth=nth)
    for name, days in names["easter_feasts"].items():
        found[name] = TimeExpression(easter=days)
    return {name.casefold(): expression for name, expression in found.items()}


_FEASTS = _feasts()
_KNOWN: dict[str, str] = knowledge.entries("calendar_names")["known_days"]


def _feast(match: re.Match[str]) -> Reading | None:
    feast = _FEASTS[re.sub(r"\s+", " ", match["name"].replace("’", "'").casefold())]
    year = match["year"] or match["before"]
    part = DAYPARTS[match["part"].lower()] if match["part"] else None
    expression = replace(feast, value=year, direction=direction_of(match["which"]), clock=part)
    return Reading(type="TIME" if part else "DATE", expression=expression)


def _known(match: re.Match[str]) -> Reading | None:
    return date_reading(value=_KNOWN["9/11" if match[0] == "9/11" else "September 11"])


_NAMES = one_of(sorted(_FEASTS, key=len, reverse=True)).replace("'", "['’]").replace(".", r"\.")

RULES: tuple[Rule, ...] = (
    rule(
        rf"(?:(?:(?P<which>{which('last', 'this', 'next')})|(?P<before>{{YEAR}})) )?"
        rf"(?P<name>{_NAMES})(?: (?P<part>{{DAYPART}}))?"
        r"(?:,? (?:of |in )?(?P<year>{YEAR}))?",
        _feast,
    ),
    rule(r"9/11(?!/)", _known),
    rule(r"(?P<x>Sept(?:ember|\.)? 11(?:th)?) (?:terror(?:ist)? )?attacks?", _known),
)
