"""Rules for times of day: "9:30 a.m.", "18:00 UTC", "5 p.m. local time", "noon"."""

import re

from builder.extract.times.patterns import Reading, Rule, date_reading, rule

_LAST_HOUR, _LAST_MINUTE, _NOON = 24, 59, 12


def _clock(match: re.Match[str]) -> Reading | None:
    groups = match.groupdict()
    hour, minute = int(match["hour"]), int(groups.get("minute") or 0)
    half = (groups.get("half") or "").lower()
    if half:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    if hour > _LAST_HOUR or minute > _LAST_MINUTE:
        return None
    zone = (
        "Z"
        if re.fullmatch(r"UTC|GMT", groups.get("zone") or "") and not groups.get("shift")
        else ""
    )
    return date_reading(
        unit="day", offset=0, anchor="mentioned", clock=f"T{hour:02}:{minute:02}{zone}"
    )


_ZONE = r"(?:,? (?P<bracket>\()?(?P<zone>{ZONE})(?P<shift> ?[+-]\d{1,2})?(?(bracket)\)))?"

RULES: tuple[Rule, ...] = (
    rule(
        r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap])(?:m\b|\.m\b\.?)" + _ZONE,
        _clock,
    ),
    rule(rf"(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?::\d\d)?(?![.,]\d){_ZONE}", _clock),
    rule(
        r"(?P<hour>\d\d)\.?(?P<minute>\d\d)(?: hours| hrs)?,? (?P<bracket>\()?(?P<zone>{ZONE})"
        r"(?P<shift> ?[+-]\d{1,2})?(?(bracket)\))",
        _clock,
    ),
    rule(r"(?P<hour>\d{1,2}) o['’]clock", _clock),
)
