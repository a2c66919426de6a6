"""The day that a page's field states, in the forms that pages write: a text in, a date out.

ISO 8601 with or without a time ("2025-03-04T08:00:00Z", "20250304"), RFC 822 and what programs
print ("Tue, 04 Mar 2025 21:30:09 GMT", "Tue Mar 04 21:30:09 CET 2025"), and English words ("March
4, 2025"). The day is the one that is written, in the writer's own zone.
Missed on purpose: "03/04/2025", which is March in one country and April in another.
"""

import re
from datetime import date

_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)"
_ISO = re.compile(
    rf"\W*{_YEAR}(?:(?P<mark>[-/.])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)(?!\d)"
    r"|(?P<m>\d\d)(?P<d>\d\d)(?!\d))"
)
_DOTTED = re.compile(rf"\W*(?P<day>\d\d?)\.\s?(?P<month>\d\d?)\.\s?{_YEAR}(?!\d)")
_SLASHED = re.compile(rf"\W*(?P<one>\d\d?)[/-](?P<other>\d\d?)[/-]{_YEAR}(?!\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_ZONE = r"(?:[A-Z]{1,5})?(?:[+-]\d\d:?\d\d)?"
_CLOCK = rf"(?:\d\d?:\d\d(?::\d\d)?(?:\.\d+)?\s*(?:[ap]\.?m\.?)?[\s,]*(?:{_ZONE}\s+)?)?"
_DAY = r"\b(?P<day>\d\d?)(?:st|nd|rd|th)?\b"
_WORDS = (
    re.compile(rf"{_DAY}[\s,.-]*(?:of\s+)?{_MONTH}[\s,.-]*{_YEAR}(?!\d)", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}[\s,.-]*{_DAY}[\s,.-]*{_CLOCK}{_YEAR}(?!\d)", re.IGNORECASE),
)
_LONGEST = 200  # characters; a field holds a date, not a paragraph
_UNSET = date(1970, 1, 1)  # the zero of most clocks: a field that nobody filled in


def day_in(text: str) -> date | None:
    """The day that the field's text states first, `None` where it states none or one in doubt."""
    text = text[:_LONGEST]
    found = _ISO.match(text) or _DOTTED.match(text)
    if found is None and (slashed := _SLASHED.match(text)):
        return _slashed(slashed)
    if found is None:
        matches = [match for form in _WORDS if (match := form.search(text))]
        found = min(matches, key=lambda match: match.start(), default=None)
    return None if found is None else _date(found)


def _date(found: re.Match[str]) -> date | None:
    parts = found.groupdict()
    month = parts["month"] or parts["m"]
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    return _possible(int(found["year"]), number, int(parts["day"] or parts["d"]))


def _slashed(found: re.Match[str]) -> date | None:
    """The day of "25/03/2025", whose first number can be no month."""
    one, other, year = int(found["one"]), int(found["other"]), int(found["year"])
    days = {_possible(year, one, other), _possible(year, other, one)} - {None}
    return days.pop() if len(days) == 1 else None


def _possible(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return None if found == _UNSET else found
