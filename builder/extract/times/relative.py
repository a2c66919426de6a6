"""Rules for what is counted from an anchor: "yesterday", "last week", "two days later"."""

import re

from builder.extract.times.patterns import (
    DAYPARTS,
    UNITS,
    Reading,
    Rule,
    date_reading,
    edge_of,
    number_of,
    rule,
)
from builder.model.times import Anchor, Modifier, Unit

_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "overmorrow": 2}
_YEARS: dict[Unit, int] = {"decade": 10, "century": 100}
_FROM_PUBLISHED = {
    "last": -1, "this past": -1, "this": 0, "current": 0, "the current": 0, "next": 1,
    "this coming": 1, "the coming": 1, "coming": 1, "the last": -1, "the upcoming": 1,
}  # fmt: skip
_FROM_MENTIONED = {
    "that": 0, "that same": 0, "the same": 0, "same": 0, "this same": 0, "the very same": 0,
    "the previous": -1, "the preceding": -1, "the prior": -1, "previous": -1, "the next": 1,
    "the following": 1, "the subsequent": 1, "following": 1, "the very next": 1,
}  # fmt: skip
_REFERENCES = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF",
    "presently": "PRESENT_REF", "present": "PRESENT_REF", "moment": "PRESENT_REF",
    "these": "PRESENT_REF", "recently": "PAST_REF", "recent": "PAST_REF", "lately": "PAST_REF",
    "past": "PAST_REF", "soon": "FUTURE_REF", "future": "FUTURE_REF", "short": "FUTURE_REF",
    "long": "FUTURE_REF",
}  # fmt: skip


def _day(match: re.Match[str]) -> Reading | None:
    word = match["day"].lower()
    clock = DAYPARTS[match["part"].lower()] if match["part"] else None
    return date_reading(
        unit="day", offset=_DAYS[word], clock="TNI" if word == "tonight" else clock
    )


def _beyond(match: re.Match[str]) -> Reading | None:
    return date_reading(unit="day", offset=-2 if match["day"].lower() == "yesterday" else 2)


def _part_of_today(match: re.Match[str]) -> Reading | None:
    which, part = match["which"].lower(), DAYPARTS[match["part"].lower()]
    if which == "last":
        return date_reading(unit="day", offset=-1, clock=part)
    if which in {"that", "the same"}:
        return date_reading(unit="day", offset=0, clock=part, anchor="mentioned")
    if which in {"the next", "the following"}:
        return date_reading(unit="day", offset=1, clock=part, anchor="mentioned")
    return date_reading(unit="day", offset=0, clock=part)


def _bare_part(match: re.Match[str]) -> Reading | None:
    return date_reading(
        unit="day", offset=0, clock=DAYPARTS[match["part"].lower()], anchor="mentioned"
    )


def _deictic(match: re.Match[str]) -> Reading | None:
    which = re.sub(r"\s+", " ", match["which"].lower())
    unit, edge = UNITS[match["unit"].lower()], edge_of(match["edge"])
    if which == "the":
        return _edge_of_current(unit, edge, fiscal=bool(match["fiscal"]))
    if which in _FROM_MENTIONED:
        return date_reading(
            unit=unit, offset=_FROM_MENTIONED[which], modifier=edge, anchor="mentioned"
        )
    if unit == "weekend" and which == "this":  # the nearest one: the tense tells which
        return date_reading(unit="weekend")
    part = "FY" if match["fiscal"] else None
    return date_reading(unit=unit, offset=_FROM_PUBLISHED[which], modifier=edge, part=part)


def _edge_of_current(unit: Unit, edge: Modifier | None, *, fiscal: bool) -> Reading | None:
    """The end of "the year" is this year's; that of "the week" is the one in question."""
    if edge is None:
        return None
    if unit == "day":  # "at the end of the day" is a figure of speech
        return None
    if unit in {"week", "month"}:
        return date_reading(unit=unit, offset=0, modifier=edge, anchor="mentioned")
    return date_reading(unit=unit, offset=0, modifier=edge, part="FY" if fiscal else None)


def _then(match: re.Match[str]) -> Reading | None:
    unit = UNITS.get(match["unit"].lower(), "day")
    return date_reading(unit=unit, offset=0, anchor="mentioned")


def _weekend(match: re.Match[str]) -> Reading | None:
    return date_reading(unit="weekend")


def _year_end(match: re.Match[str]) -> Reading | None:
    unit = UNITS[match["unit"].lower()]
    return date_reading(unit=unit, offset=0, modifier=edge_of(match["edge"]))


def _before_after(match: re.Match[str]) -> Reading | None:
    offset = -1 if match["which"].lower() in {"before", "previous", "earlier"} else 1
    unit = UNITS.get(match["unit"].lower(), "day")  # "the night before"
    return date_reading(unit=unit, offset=offset, anchor="mentioned")


def _ago(match: re.Match[str]) -> Reading | None:
    which = re.sub(r"\s+", " ", match["which"].lower())
    sign = -1 if which in {"ago", "earlier", "before", "previously", "prior"} else 1
    counted = which in {"ago", "from now", "hence", "from today"}
    number = number_of(match["number"]) if match["number"] else None
    unit: Unit = UNITS[match["unit"].lower().rstrip("s")]
    if number is None:
        return date_reading(value="PAST_REF" if sign < 0 else "FUTURE_REF")
    if match["half"]:
        number, unit = _halved(number, unit)
    if unit in _YEARS:  # "a decade ago" counts years, it does not name a decade
        number, unit = _YEARS[unit] * number, "year"
    if not number.is_integer():
        return None
    anchor: Anchor = "published" if counted else "mentioned"
    return date_reading(unit=unit, offset=sign * int(number), anchor=anchor)


def _halved(number: float, unit: Unit) -> tuple[float, Unit]:
    smaller: dict[Unit, tuple[int, Unit]] = {
        "year": (12, "month"),
        "day": (24, "hour"),
        "hour": (60, "minute"),
    }
    factor, name = smaller.get(unit, (1, unit))
    return float(int((number + 0.5) * factor)), name


def _same_last_year(match: re.Match[str]) -> Reading | None:
    return date_reading(unit="year", offset=-1, anchor="mentioned", same=True)


def _reference(match: re.Match[str]) -> Reading | None:
    for word in re.findall(r"[a-z]+", match[0].lower()):
        if word in _REFERENCES:
            return date_reading(value=_REFERENCES[word])
    return None


_WHICH = (
    r"(?P<which>this past|this coming|this same|this|last|next|coming|that same|that|"
    r"(?:the )?(?:current|very same|same|previous|preceding|prior|very next|following|subsequent)|"
    r"the (?:next|coming|upcoming|last)|the)"
)
_COUNT = r"(?:(?:(?P<number>{NUMBER}|an?)|{VAGUE})(?P<half> and a half)?[ -]|(?=\w+s ))"
_ENDS = r"(?=\s*(?:$|[.,;:)\]!?—–”\"]))"  # "two days before the vote" is no date

RULES: tuple[Rule, ...] = (
    rule(
        r"(?:(?:earlier|later|early|late) )?(?P<day>today|yesterday|tomorrow|tonight)(?:['’]s)?"
        r"(?: (?P<part>{DAYPART}))?",
        _day,
    ),
    rule(r"the day (?:before|after) (?P<day>yesterday|tomorrow)", _beyond),
    rule(
        r"(?:(?:earlier|later|early|late) )?(?P<which>this|last|that|the same|the next|"
        r"the following) (?P<part>morning|afternoon|evening|night)",
        _part_of_today,
    ),
    rule(
        r"(?:in the |(?<!the\s)(?<!an\s)(?<!a\s)(?:early |late )?)"
        r"(?P<part>morning|afternoon|evening|noon|midnight|midday|dawn)",
        _bare_part,
    ),
    rule(
        rf"(?:(?P<edge>{{EDGE}}) )?{_WHICH} (?:calendar |whole |entire )?"
        r"(?:(?P<fiscal>fiscal|financial) )?(?P<unit>{PERIODUNIT})(?:['’]s|(?<=this.year)s)?",
        _deictic,
    ),
    rule(r"(?:later|earlier) in (?P<x>the (?P<unit>day|week|month|year))", _then),
    rule(r"(?:by|until|since|before|after) (?P<x>(?:that|the same) (?P<unit>time))", _then),
    rule(r"(?:for|in|during|over) (?P<x>the (?:full|whole|entire) (?P<unit>year))", _then),
    rule(r"the weekend", _weekend),
    rule(r"(?:the )?(?P<unit>year|month|week)(?:['’]s|-| )(?P<edge>end)", _year_end),
    rule(r"(?P<edge>mid)-?(?P<unit>year|month|week)", _year_end),
    rule(
        r"(?:the|a) (?P<unit>day|week|month|year|night|decade|century) "
        rf"(?P<which>before|previous|after|earlier|later){_ENDS}",
        _before_after,
    ),
    rule(
        r"the (?P<unit>day|week|month|year|night) (?P<which>before|after)"
        r"(?= (?:and|but|that|when)\b)",
        _before_after,
    ),
    rule(rf"{_COUNT}(?P<unit>{{UNIT}})s? (?P<which>ago|from now|from today|hence)", _ago),
    rule(
        rf"{_COUNT}(?P<unit>day|week|fortnight|month|year|decade|centur(?:y|ie))s?,? "
        r"(?P<which>earlier|later|afterwards?|previously)(?! than)",
        _ago,
    ),
    rule(
        rf"{_COUNT}(?P<unit>day|week|fortnight|month|year|decade|centur(?:y|ie))s? "
        rf"(?P<which>before|after|prior|on){_ENDS}",
        _ago,
    ),
    rule(
        r"(?:the |a )?(?:same|corresponding|similar) (?:time|period|month|quarter|day|week|point)"
        r"(?: (?:of |in )?(?:the )?(?:last|previous|prior) year| (?:a|one) year "
        r"(?:ago|earlier|before))",
        _same_last_year,
    ),
    rule(r"the (?:year-ago|year-earlier|prior-year) (?:period|quarter|month)", _same_last_year),
    rule(
        r"(?<!every\s)(?:now|currently|nowadays|presently|(?:more |most )?recently|lately|"
        r"at present|at the moment|these days)(?!-| that\b| and (?:again|then)\b)",
        _reference,
    ),
    rule(
        r"(?:in )?(?:the |our |its |their )?recent (?:[\w.]+ )?(?:history|times?|past)", _reference
    ),
    rule(r"(?:very |as )?soon(?!-| as\b|er\b)", _reference),
    rule(r"(?:in )?the (?:near |foreseeable |distant )?future(?! of\b)", _reference),
    rule(r"(?:in )?the (?:distant )?past(?! \w)", _reference),
    rule(r"(?:the )?(?:short|long)(?: |-)term(?= *[.,;”\"])", _reference),
)
