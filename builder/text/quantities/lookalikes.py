"""Figures that only look like quantities: dates, clock times, chains, identifiers, names, years.

Tokens in; where such an expression ends, or whether an amount is one, out.
"""

import calendar
from functools import cache

from builder.knowledge import entries
from builder.text.quantities import lexicon
from builder.text.quantities.amounts import Amount
from builder.text.quantities.hedges import hedge_before
from builder.text.quantities.nouns import is_plural, words_after
from builder.text.quantities.numerals import single_number
from builder.text.quantities.tokens import DASHES, HYPHENS, Token, hyphen_at

_DAYS, _HOURS = 31, 24
YEARS = (1100, 2100)  # a bare four-digit number between them is taken for a year
_YEAR_DIGITS = 4
_RUN = 3  # figures in a row that form no groups: a phone number
_GROUPS = 6  # groups of three: nothing in news is counted in quadrillions
_GLUED = frozenset("/_=#@&+\\:*^'’№§")
_JOINTS = frozenset("/:") | DASHES
_MINUTES = 2  # digits
_STREET_WORDS = 3  # "24 Port Street", "10 Old Mill Road"
_BETWEEN_DAYS = frozenset({"and", "to", "or", ",", "until"}) | DASHES


def lookalike_end(tokens: list[Token], place: int) -> int | None:
    """Where the expression ends that begins at the place and is no quantity."""
    return place + 1 if _is_glued(tokens, place) else unjoined_end(tokens, place)


def unjoined_end(tokens: list[Token], place: int) -> int | None:
    """The same for what may be joined to a token before it: the second number of a range."""
    if tokens[place].figure:
        for reader in (_chain, _run, _with_letters):
            end = reader(tokens, place)
            if end is not None:
                return end
    return _clock(tokens, place) or _date(tokens, place)


def is_name(tokens: list[Token], amount: Amount) -> bool:
    """Whether a bare amount only tells which one is meant: "Flight 370", "24 Port Street"."""
    if not amount.bare or amount.number.low is not None:
        return False
    readers = (_is_pronoun, _is_marker, _is_year, _is_address, _is_numbered)
    return any(reader(tokens, amount) for reader in readers)


def _is_numbered(tokens: list[Token], amount: Amount) -> bool:
    """As in "Flight 370", "No. 2", "Phase Two", "Local 88"."""
    before, first = tokens[amount.start - 1], tokens[amount.start]
    if before.text == "." and not before.gap:
        return tokens[amount.start - 2].low in lexicon.words("shortened")
    if before.low in lexicon.numbered() and not amount.number.marked:
        return True
    named = before.capital and (amount.number.digits or first.capital)
    return named and not _counts_after_name(tokens, amount)


def _is_marker(tokens: list[Token], amount: Amount) -> bool:
    """As in "1. First", "(2)", "[3]": the number of a point or a note."""
    before, after = tokens[amount.start - 1].text, tokens[amount.end].text
    begins = not before or before.startswith("\n")
    return amount.number.digits and (
        (begins and after in {".", ")"}) or (before, after) in {("(", ")"), ("[", "]")}
    )


def _is_glued(tokens: list[Token], place: int) -> bool:
    """Whether it is a part of a longer sign: "COVID-19", "A380", "#5", "no-one"."""
    here, before = tokens[place], tokens[place - 1]
    if here.gap or not before.text:
        return False
    if before.word or before.figure or before.text in _GLUED:
        return True
    joined = tokens[place - 2]
    return before.text in HYPHENS and not before.gap and (joined.word or joined.figure)


def _chain(tokens: list[Token], place: int) -> int | None:
    """As in "7/7", "11:30", "2024-05-06", "555-12-34": figures that signs join."""
    end, signs = place + 1, set()
    while tokens[end].text in _JOINTS and not tokens[end].gap:
        if not tokens[end + 1].figure or tokens[end + 1].gap:
            break
        signs.add(tokens[end].text)
        end += 2
    slashed = bool(signs & {"/", ":"})
    return end if slashed or end - place > _RUN + 1 or _is_phone(tokens, place, end) else None


def _is_phone(tokens: list[Token], place: int, end: int) -> bool:
    """As in "555-1234": three figures and four."""
    lengths = [len(token.text) for token in tokens[place:end:2]]
    noun = is_plural(tokens[end].low) or is_plural(tokens[end + 1].low)
    return lengths == [_RUN, _YEAR_DIGITS] and not noun


def _run(tokens: list[Token], place: int) -> int | None:
    """As in "020 7946 0958", "555 123 4567": figures in a row that do not form groups of three."""
    end, token = place + 1, tokens[place]
    nought = len(token.text) > 1 and token.text[0] == "0" and token.text.isdigit()
    grouped = len(token.text) <= _RUN and not nought
    while tokens[end].figure and len(tokens[end].gap) <= 1:
        grouped = grouped and len(tokens[end].text) == _RUN
        end += 1
    long = end - place >= (_GROUPS if grouped else _RUN)
    return end if nought or long else None


def _with_letters(tokens: list[Token], place: int) -> int | None:
    """As in "2nd", "4B", "1990s", "3D": letters on a figure that are neither unit nor scale."""
    after = tokens[place + 1]
    if after.gap or not after.word:
        return None
    known = after.low in lexicon.scales() or after.low in lexicon.units()
    capital = after.text.isupper() and len(after.text) == 1 and after.text not in "MCFK"
    return None if known and not capital else place + 2


def _clock(tokens: list[Token], place: int) -> int | None:
    """As in "5.40 am", "8 p.m.", "five o'clock", "1700 GMT"."""
    before, after = tokens[place - 1].low, tokens[place + 1]
    if before in {"past", "to"} and tokens[place - 2].low in {"half", "quarter"}:
        return place + 1
    if after.low in lexicon.words("clock") and (not after.capital or after.text.isupper()):
        return place + 2
    if after.low in {"a", "p"} and tokens[place + 2].text == "." and tokens[place + 3].low == "m":
        return place + 4
    return None


def _date(tokens: list[Token], place: int) -> int | None:
    """As in "19 July", "July 19", "5 and 6 May", "5-6 May", "May 5-6"."""
    if not _is_day(tokens[place]):
        return None
    end = place + 1
    before = tokens[place - 1 - (tokens[place - 1].text == "." and not tokens[place - 1].gap)]
    follows = before.text in _months()
    two = tokens[end].text in _BETWEEN_DAYS and _is_day(tokens[end + 1])
    if two and (follows or tokens[end + 2].text in _months()):
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
    short = (*calendar.month_abbr[1:], "Sept")
    return frozenset([*calendar.month_name[1:], *short])


def _is_year(tokens: list[Token], amount: Amount) -> bool:
    """As in "In 2019"; "2,019 people", "more than 2000 people" and "2019 euros" are none."""
    token, number = tokens[amount.start], amount.number
    if not token.text.isdigit() or len(token.text) != _YEAR_DIGITS or number.marked:
        return False
    if not YEARS[0] <= number.value <= YEARS[1]:
        return False
    after = tokens[amount.end]
    if after.low in _counted_by_thousands() or after.low in lexicon.words("people"):
        return False
    hedge = hedge_before(tokens, amount.start)
    strong = tokens[amount.start - 1].low in {"than", "least", "some", "many", "nearly", "almost"}
    return not (hedge and strong and is_plural(after.low))


@cache
def _counted_by_thousands() -> frozenset[str]:
    return frozenset(str(word).lower() for word in entries("calendar_names")["counted"])


def _is_address(tokens: list[Token], amount: Amount) -> bool:
    after = tokens[amount.end : amount.end + _STREET_WORDS + 1]
    for count, token in enumerate(after):
        if not token.capital:
            return False
        if count and token.low in lexicon.words("streets"):
            return True
    return False


def _is_pronoun(tokens: list[Token], amount: Amount) -> bool:
    """As in "No one", "one of the", "one must"."""
    before, after = tokens[amount.start - 1], tokens[amount.end]
    if amount.end > amount.start + 1 or tokens[amount.start].low != "one":
        return False
    if before.low in lexicon.words("not_one") or not after.word:
        return True
    return after.low in lexicon.words("after_one") or not words_after(tokens, amount.end)


def _counts_after_name(tokens: list[Token], amount: Amount) -> bool:
    """Whether a number after a capital still counts: at a sentence's start, or before a plural."""
    before, place = tokens[amount.start - 1], amount.start
    if before.low in _small_words() or before.low.endswith("ing") or hedge_before(tokens, place):
        return True
    if hyphen_at(tokens, amount.end):
        return False
    after = words_after(tokens, amount.end)
    return any(is_plural(token.low) for token in after[:2]) or _closes_clause(tokens, amount)


def _closes_clause(tokens: list[Token], amount: Amount) -> bool:
    """As in "Killed 12", "Kills 12 in": a headline's verb, which ends like one."""
    before = tokens[amount.start - 1]
    return before.low.endswith("ed") and single_number(tokens[amount.start]) is not None


@cache
def _small_words() -> frozenset[str]:
    return frozenset(map(str, entries("function_words"))) | lexicon.words("no_noun")
