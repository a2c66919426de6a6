"""Dates and clock times in figures, which are no quantities: tokens in, their ends out."""

import calendar
from functools import cache

from builder.text.quantities import lexicon
from builder.text.quantities.amounts import Amount
from builder.text.quantities.nouns import words_after
from builder.text.quantities.numerals import single_number
from builder.text.quantities.tokens import DASHES, Token

_DAYS, _HOURS, _MINUTES = 31, 24, 60
_BETWEEN_DAYS = frozenset({"and", "to", "or", ",", "until"}) | DASHES
_AROUND = frozenset({"at", "around", "about", "by", "until", "since", "before", "after"})
_MINUTES_TOLD = frozenset({5.0, 10.0, 20.0, 25.0})
_PARTS_OF_HOURS = frozenset({"half", "quarter"})


def clock_end(tokens: list[Token], place: int) -> int | None:
    """As in "5.40 am", "8 p.m.", "five o'clock", "1700 GMT"."""
    after = tokens[place + 1]
    if after.low in lexicon.words("clock") and (not after.capital or after.text.isupper()):
        return place + 2
    if after.low in {"a", "p"} and tokens[place + 2].text == "." and tokens[place + 3].low == "m":
        return place + 4
    flat = tokens[place].text.isdigit() and len(tokens[place].text) == 4  # noqa: PLR2004
    if after.low == "hours" and flat:
        return place + 2  # "at 1400 hours"
    return _told_by_the_hour(tokens, place)


def _told_by_the_hour(tokens: list[Token], place: int) -> int | None:
    """As in "half past eleven", "twenty past seven", "at ten to four"."""
    before, after = tokens[place - 1].low, tokens[place + 1].low
    if before in {"past", "to"} and tokens[place - 2].low in _PARTS_OF_HOURS:
        return place + 1
    to = after == "to" and before in _AROUND and single_number(tokens[place]) in _MINUTES_TOLD
    return place + 3 if (to or after == "past") and _is_hour(tokens[place + 2]) else None


def date_end(tokens: list[Token], place: int) -> int | None:
    """As in "19 July", "July 19", "5 and 6 May", "5-6 May", "May 5-6"."""
    if not _is_day(tokens[place]):
        return None
    end = place + 1
    before = tokens[place - 1 - (tokens[place - 1].text == "." and not tokens[place - 1].gap)]
    follows = before.text in _months()
    two = tokens[end].text in _BETWEEN_DAYS and _is_day(tokens[end + 1])
    listed = tokens[end].text != "," or not tokens[end + 2].word  # "On May 5, 12 people died"
    if two and listed and (follows or tokens[end + 2].text in _months()):
        return end + 2 + (not follows)
    if tokens[end].text in _months():
        return end + 1
    return end if follows else None


def _is_day(token: Token) -> bool:
    return token.figure and token.text.isdigit() and len(token.text) <= 2 and (  # noqa: PLR2004
        0 < int(token.text) <= _DAYS
    )  # fmt: skip


@cache
def _months() -> frozenset[str]:
    names = (*calendar.month_name[1:], *calendar.month_abbr[1:], "Sept")
    return frozenset([*names, *(name.upper() for name in names)])


def is_bare_clock(tokens: list[Token], amount: Amount) -> bool:
    """As in "she left at 6.40": hours and minutes, and nothing that they count."""
    token = tokens[amount.start]
    hours, dot, minutes = token.text.partition(".")
    if not dot or len(minutes) != 2 or tokens[amount.start - 1].low != "at":  # noqa: PLR2004
        return False
    if words_after(tokens, amount.end) or not (hours + minutes).isdigit():
        return False
    return int(hours) < _HOURS and int(minutes) < _MINUTES


def _is_hour(token: Token) -> bool:
    number = single_number(token)
    return number is not None and number <= _HOURS / 2
