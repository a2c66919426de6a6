"""Ages: "71-year-old", "aged 71", "Anna Ruiz, 71,", "in her 70s"; tokens in, yes or no out."""

import calendar
from functools import cache

from builder.text.quantities import lexicon
from builder.text.quantities.amounts import Amount
from builder.text.quantities.hedges import hedge_of
from builder.text.quantities.tokens import Token, hyphen_at, past_hyphen

YEAR = 31_557_600.0  # seconds
OLDEST = 120
_YOUNGEST = 5  # years: "Ruiz, 3," is more often a score or a list
_NEARBY = 3  # words: "in her very late 70s"
_DECADE = 10
_AFTER_AGE = frozenset({",", ".", ";", ")", ":", "—", "–"})
_SAID_OF_IT = frozenset({"was", "said", "who", "from", "of", "and", "told", "has", "is", "died"})


def age_end(tokens: list[Token], amount: Amount) -> int | None:
    """Where the amount ends if it is an age, with the "old" that makes it one."""
    end = amount.end
    if amount.unit is not None:
        place = past_hyphen(tokens, end)
        aged = amount.unit.base == "s" and tokens[place].low in {"old", "olds", "old's"}
        if aged:
            return place + 1
        if amount.unit.name == "year" and _stands_apart(tokens, amount):
            return end  # "Ruiz, 61 years, said"
        of_age = (
            amount.unit.base == "s" and tokens[end].low == "of" and tokens[end + 1].low == "age"
        )
        return end + 2 if of_age else None
    if amount.number.scale > 1 or amount.value > OLDEST:
        return None
    return end if _is_told_before(tokens, amount) or _stands_apart(tokens, amount) else None


def decade_at(tokens: list[Token], place: int) -> tuple[int, int] | None:
    """The years of "70s" in "in her late 70s", of "thirties", and where that ends."""
    token, after = tokens[place], tokens[place + 1]
    nearby = tokens[place - _NEARBY : place]
    if not any(one.low in lexicon.words("possessives") for one in nearby):
        return None
    if token.word:
        years = decades().get(token.low)
        return None if years is None else (years, place + 1)
    short = token.text.isdigit() and len(token.text) == 2 and token.text.isascii()  # noqa: PLR2004
    if not short or after.low != "s" or after.gap or int(token.text) % _DECADE:
        return None
    return int(token.text), place + 2


@cache
def decades() -> dict[str, int]:
    """What "twenties" to "nineties" begin with."""
    tens = lexicon.small_numbers().items()
    return {f"{word[:-1]}ies": worth for word, worth in tens if word.endswith("ty")}


def _is_told_before(tokens: list[Token], amount: Amount) -> bool:
    """As in "Aged 71", "at the age of 71"."""
    start = hedge_of(tokens, amount.start, amount.end).start
    before, earlier = tokens[start - 1].low, tokens[start - 2].low
    return before in {"aged", "age", "ages"} or (before == "of" and earlier == "age")


def _stands_apart(tokens: list[Token], amount: Amount) -> bool:
    """As in "Anna Ruiz, 71," and "Anna Ruiz (71)"."""
    name, mark, after = (*tokens[amount.start - 2 : amount.start], tokens[amount.end])
    years = amount.number.value
    kin = tokens[amount.start - 3].low in lexicon.words("articles") and after.text == ","
    joined = tokens[amount.start - 4].capital and hyphen_at(tokens, amount.start - 3)
    if not (name.capital or joined or (name.word and kin)):
        return False  # "Noh Mi-ran, 54,", "her son, 5,"
    if name.low in _calendar() or amount.number.marked:
        return False
    if not years.is_integer() or (years < _YOUNGEST and after.text != ","):
        return False
    if mark.text == "(":
        return after.text == ")"
    if not after.text and mark.text == ",":
        return tokens[amount.start - 3].capital  # "named locally as Ana Ruiz, 29"
    return mark.text == "," and (after.text in _AFTER_AGE or after.low in _SAID_OF_IT)


@cache
def _calendar() -> frozenset[str]:
    months = (name.lower() for name in (*calendar.month_name, *calendar.month_abbr))
    return frozenset(months) | lexicon.words("days")
