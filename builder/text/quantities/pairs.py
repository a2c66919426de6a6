"""Two numbers that belong together: ranges, scores and changes; tokens in, amounts out.

"10 to 12 per cent", "$2-3 billion", "between 200 and 300"; "34 to 23", "42 votes to 14"; "from 500
to 300 jobs", "to nine hours from 11" is a change, two amounts that share their unit.
"""

from dataclasses import dataclass, replace
from typing import Literal

from builder.text.quantities import lexicon
from builder.text.quantities.amounts import Amount, amount_at
from builder.text.quantities.dates import clock_end
from builder.text.quantities.lookalikes import YEARS, unjoined_end
from builder.text.quantities.nouns import words_after
from builder.text.quantities.tokens import DASHES, Token, hyphen_at, past_hyphen

_CHANGES_NEAR = 5  # words before "from": "cut the number of staff from"
_DRAW = 9  # goals: "2-2" is a score, "50-50" a phrase
_SEASON = 4  # digits: "2019-21", "1999–2003"
_THOUSAND = 1000
PairKind = Literal["range", "score", "change", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two amounts and how they belong together."""

    kind: PairKind
    first: Amount
    second: Amount
    start: int
    """The token that it begins with: "between" and "from" are part of it."""


def pair_at(tokens: list[Token], first: Amount) -> Pair | None:
    """The pair that the amount begins; of kind "none" where two numbers are no quantity."""
    found = _counted_score(tokens, first)
    if found is not None:
        return found
    joint = _joint(tokens, first)
    if joint is None or first.number.low is not None or unjoined_end(tokens, joint[1]):
        return None
    second = amount_at(tokens, joint[1])
    if second is None or second.number.low is not None:
        return None
    if joint[0] == "was":
        return _changed(tokens, first, second)
    given = joint[0] == "from"
    alone = given and second.bare and not words_after(tokens, second.end)
    shared = _shared(first, second, given=given, alone=alone)
    kind = shared and _kind(tokens, *shared, joint[0])
    if shared is None or kind is None:
        return None
    start = first.start - (joint[0] in {"between", "from"} and kind == "range")
    return Pair(kind=kind, first=shared[0], second=shared[1], start=start)


def _changed(tokens: list[Token], now: Amount, was: Amount) -> Pair | None:
    """As in "to nine hours from 11": a number without a unit, that counts nothing of its own."""
    if was.unit is not None or _is_year(tokens, was) or words_after(tokens, was.end):
        return None
    shared = _shared(was, now, given=True)
    return shared and Pair(kind="change", first=shared[1], second=shared[0], start=now.start)


def leads_to_clock(tokens: list[Token], first: Amount) -> bool:
    """Whether a bare number is an hour, since another ends it: "6 to 8 p.m."."""
    joint = _joint(tokens, first) if first.bare else None
    return joint is not None and clock_end(tokens, joint[1]) is not None


def _joint(tokens: list[Token], first: Amount) -> tuple[str, int] | None:
    """What joins the amount to another, and where that begins."""
    place, before = first.end, tokens[first.start - 1].low
    token, after = tokens[place], tokens[place + 1]
    if token.text in DASHES and not token.gap and not after.gap and after.low != "to":
        return "dash", place + 1
    place = past_hyphen(tokens, place)
    word, place = tokens[place].low, past_hyphen(tokens, place + 1)
    if word == "to":
        return ("from" if before == "from" else "to"), place
    if word == "from" and before == "to" and not first.bare:
        return "was", place
    if word == "and" and before == "between":
        return "between", place
    return ("or", place) if word == "or" and first.bare else None


def _shared(
    first: Amount, second: Amount, *, given: bool, alone: bool = False
) -> tuple[Amount, Amount] | None:
    """Both with the unit and the scale that one of them has: "$2-3 billion", "10 to 12 %".

    `given` where "from" stands before them: then also the greater one may lack its scale. `alone`
    where nothing follows that the second could count: "from 11 hours to nine".
    """
    if first.number.share != second.number.share:
        return None
    if first.unit is None and second.unit is not None:
        first = replace(first, unit=second.unit)
    elif second.unit is None and first.unit is not None:
        if first.unit.name != first.unit.base and not alone:
            return None
        second = replace(second, unit=first.unit)
    if first.unit and second.unit and first.unit.base != second.unit.base:
        return None
    scale, number = second.number.scale, first.number
    lesser = number.value < second.number.value / scale
    if number.scale == 1 and number.value < _THOUSAND and (lesser or given) and not number.marked:
        number = replace(number, value=number.value * scale, step=number.step * scale)
        first = replace(first, number=number)
    return first, second


def _kind(tokens: list[Token], first: Amount, second: Amount, joint: str) -> PairKind | None:
    if _is_year(tokens, first) and (_is_year(tokens, second) or joint == "dash"):
        return "none"
    rises = first.value < second.value
    if joint == "or":
        return "range" if rises and second.bare else None
    if joint == "from":
        near = tokens[first.start - 1 - _CHANGES_NEAR : first.start - 1]
        changed = any(token.low in lexicon.words("changes") for token in near)
        return "range" if rises and not changed else "change"
    if rises:
        goals = joint == "dash" and second.value <= _DRAW and second.bare
        alone = goals and not words_after(tokens, second.end)
        return "score" if alone and not hyphen_at(tokens, second.end) else "range"
    if joint == "between" or not (first.bare and second.bare):
        return None
    return "score" if first.value > second.value or first.value <= _DRAW else "none"


def _is_year(tokens: list[Token], amount: Amount) -> bool:
    """A figure of four digits, as in "2019-21", "between 1999 and 2003"."""
    token = tokens[amount.start]
    low, high = YEARS
    return amount.bare and len(token.text) == _SEASON and token.text.isdigit() and (
        low <= amount.value <= high
    )  # fmt: skip


def _counted_score(tokens: list[Token], first: Amount) -> Pair | None:
    """As in "42 votes to 14"."""
    place = first.end
    if not first.bare or tokens[place].low not in lexicon.words("scored"):
        return None
    if tokens[place + 1].low != "to" or unjoined_end(tokens, place + 2):
        return None
    second = amount_at(tokens, place + 2)
    if second is None or not second.bare or second.value > first.value:
        return None
    return Pair(kind="score", first=first, second=second, start=first.start)
