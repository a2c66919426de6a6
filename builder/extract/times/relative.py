"""Rules for what is counted from an anchor: "yesterday", "last week", "two days later", "that day"."""

import re

from builder.extract.times.calendar import edge_of
from builder.extract.times.patterns import (
    DAYPARTS,
    UNITS,
    Reading,
    Rule,
    date_reading,
    number_of,
    rule,
)

_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "overmorrow": 2}
_FROM_PUBLISHED = {
    "last": -1, "past": -1, "this past": -1, "this": 0, "current": 0, "the current": 0, "next": 1,
    "this coming": 1, "the coming": 1, "coming": 1, "the past": -1, "the last": -1, "the": 0, "the upcoming": 1,
}  # fmt: skip
_FROM_MENTIONED = {
    "that": 0, "that same": 0, "the same": 0, "same": 0, "this same": 0, "the previous": -1, "the preceding": -1, "the prior": -1,
    "previous": -1, "the next": 1, "the following": 1, "the subsequent": 1, "following": 1, "the very next": 1, "the very same": 0,
}  # fmt: skip
_REFERENCES = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "current": "PRESENT_REF",
    "nowadays": "PRESENT_REF", "presently": "PRESENT_REF", "ongoing": "PRESENT_REF",
    "recently": "PAST_REF", "recent": "PAST_REF", "lately": "PAST_REF", "past": "PAST_REF",
    "soon": "FUTURE_REF", "future": "FUTURE_REF", "short": "FUTURE_REF", "long": "FUTURE_REF",
    "present": "PRESENT_REF", "moment": "PRESENT_REF", "these": "PRESENT_REF",
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
    if which == "the" and edge is None:
        return None
    offset = _FROM_PUBLISHED.get(which)
    if which == "the" and unit in {"day", "week", "month"}:
        return date_reading(unit=unit, offset=0, modifier=edge, anchor="mentioned")
    if offset is not None:
        if unit == "weekend" and which == "this":  # the nearest one: the tense tells which
            return date_reading(unit="weekend")
        return date_reading(unit=unit, offset=offset, modifier=edge)
    return date_reading(
        unit=unit, offset=_FROM_MENTIONED[which], modifier=edge, anchor="mentioned"
    )


def _weekend(match: re.Match[str]) -> Reading | None:  # noqa: ARG001
    return date_reading(unit="weekend")


def _year_end(match: re.Match[str]) -> Reading | None:
    unit = UNITS[match["unit"].lower()]
    return date_reading(unit=unit, offset=0, modifier=edge_of(match["edge"]))


def _before_after(match: re.Match[str]) -> Reading | None:
    offset = -1 if match["which"].lower() in {"before", "previous", "earlier"} else 1
    return date_reading(unit=UNITS[match["unit"].lower()], offset=offset, anchor="mentioned")


def _ago(match: re.Match[str]) -> Reading | None:
    which = re.sub(r"\s+", " ", match["which"].lower())
    sign = -1 if which in {"ago", "earlier", "before", "previously", "prior"} else 1
    anchor = "published" if which in {"ago", "from now", "hence", "from today"} else "mentioned"
    number = number_of(match["number"]) if match["number"] else None
    unit = UNITS[match["unit"].lower().rstrip("s")]
    if number is None:
        return date_reading(value="PAST_REF" if sign < 0 else "FUTURE_REF")
    if match["half"]:
        number, unit = _halved(number, unit)
    if unit == "decade":  # "a decade ago" counts years, it does not name a decade
        number, unit = 10 * number, "year"
    if not number.is_integer():
        return None
    return date_reading(unit=unit, offset=sign * int(number), anchor=anchor)


def _halved(number: float, unit: str) -> tuple[float, str]:
    smaller = {"year": (12, "month"), "day": (24, "hour"), "hour": (60, "minute")}
    factor, name = smaller.get(unit, (1, unit))
    return float(int((number + 0.5) * factor)), name


def _same_last_year(match: re.Match[str]) -> Reading | None:  # noqa: ARG001
    return date_reading(unit="year", offset=-1, anchor="mentioned", same=True)


def _reference(match: re.Match[str]) -> Reading | None:
    for word in re.findall(r"[a-z]+", match[0].lower()):
        if word in _REFERENCES:
            return date_reading(value=_REFERENCES[word])
    return None


RULES: tuple[Rule, ...] = (
    rule(r"(?:(?:earlier|later|early|late) )?(?P<day>today|yesterday|tomorrow|tonight)(?:['’]s)?(?: (?P<part>{DAYPART}))?", _day),
    rule(r"the day (?:before|after) (?P<day>yesterday|tomorrow)", _beyond),
    rule(r"(?:(?:earlier|later|early|late) )?(?P<which>this|last|that|the same|the next|the following) (?P<part>morning|afternoon|evening|night)", _part_of_today),
    rule(r"(?:in the |at |the (?:early |late )?|early |late |around |by |until |till )?(?P<part>morning|afternoon|evening|noon|midnight|midday|dawn)", _bare_part),
    rule(
        r"(?:(?P<edge>{EDGE}) )?(?P<which>this past|this coming|this same|this|last|next|past|coming|that same|that|"
        r"(?:the )?(?:current|very same|same|previous|preceding|prior|very next|following|subsequent)|the (?:next|coming|upcoming|past|last)|the)"
        r" (?:(?:calendar|fiscal|financial|whole|entire) )?(?P<unit>{PERIODUNIT})(?:['’]s)?", _deictic,
    ),
    rule(r"the weekend", _weekend),
    rule(r"(?:the )?(?P<unit>year|month|week)(?:['’]s|-| )(?P<edge>end)", _year_end),
    rule(r"(?P<edge>mid)-?(?P<unit>year|month|week)", _year_end),
    rule(r"(?:the|a) (?P<unit>day|week|month|year|night|decade|century) (?P<which>before|previous|after|earlier|later)(?! (?:the|a|an|his|her|its|their|he|she|it|they|[A-Z]))", _before_after),
    rule(
        r"(?:(?P<number>{NUMBER}|an?)|{VAGUE})(?P<half> and a half)?[ -](?P<unit>{UNIT})s?(?: |,? )"
        r"(?P<which>ago|earlier|later|before|previously|prior|afterwards?|after|from now|from today|hence|on)"
        r"(?=$|[\s]*[.,;:)\]!?—–”\"]|(?<=ago|ier|ter|now|day|nce|rds) )", _ago,
    ),
    rule(r"(?:the |a )?(?:same|corresponding|similar|year-ago|prior-year) (?:time|period|month|quarter|day|week|point)(?: (?:of |in )?(?:the )?(?:last|previous|prior) year| (?:a|one) year (?:ago|earlier|before))", _same_last_year),
    rule(r"a year[ -](?:earlier|ago)", _same_last_year) if False else rule(r"the year-ago (?:period|quarter|month)", _same_last_year),
    rule(r"now|currently|current|nowadays|presently|(?:more |most )?recently|lately|at present|at the moment|these days|ongoing", _reference),
    rule(r"(?:(?:the |in |its |our |their )(?:[\w.]+ )?)?(?:recent|more recent|most recent)(?: history)?", _reference),
    rule(r"(?:very |as )?soon|in (?:the )?(?:near |foreseeable |distant )?future|the (?:near |foreseeable |distant )?future|(?:the )?(?:short|long)[ -]term", _reference),
    rule(r"in the (?:recent |distant )?past|the (?:recent |distant )?past", _reference),
)  # fmt: skip
