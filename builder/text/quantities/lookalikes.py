"""Figures that only look like quantities: dates, clock times, chains, identifiers, names, years.

Tokens in; where such an expression ends, or whether an amount is one, out.
"""

from functools import cache

from builder.knowledge import entries
from builder.text.quantities import lexicon
from builder.text.quantities.amounts import Amount
from builder.text.quantities.dates import clock_end, date_end, is_bare_clock
from builder.text.quantities.hedges import hedge_before
from builder.text.quantities.nouns import is_plural, singular, words_after
from builder.text.quantities.numerals import single_number
from builder.text.quantities.spelled import run_on_end
from builder.text.quantities.tokens import DASHES, HYPHENS, Token, hyphen_at

YEARS = (1100, 2100)  # a bare four-digit number between them is taken for a year
_YEAR_DIGITS = 4
_RUN = 3  # figures in a row that form no groups: a phone number
_GROUPS = 6  # groups of three: nothing in news is counted in quadrillions
_SINCE = frozenset({"in", "since", "until", "till", "during"})  # "in 1999 troops left"
_COUNTING = frozenset({"only", "just", "exactly"})
_LISTING = frozenset({",", "and", "or", "to", "-", "–"})
_GLUED = frozenset("/_=#@&+\\:*^'’№§")
_JOINTS = frozenset("/:") | DASHES
_STREET_WORDS = 3  # "24 Port Street", "10 Old Mill Road"


def lookalike_end(tokens: list[Token], place: int) -> int | None:
    """Where the expression ends that begins at the place and is no quantity."""
    return place + 1 if _is_glued(tokens, place) else unjoined_end(tokens, place)


def unjoined_end(tokens: list[Token], place: int) -> int | None:
    """The same for what may be joined to a token before it: the second number of a range."""
    if tokens[place].figure:
        for reader in (_chain, _run, _with_letters, _folds):
            end = reader(tokens, place)
            if end is not None:
                return end
    return clock_end(tokens, place) or date_end(tokens, place) or run_on_end(tokens, place)


def is_name(tokens: list[Token], amount: Amount) -> bool:
    """Whether a bare amount only tells which one is meant: "Flight 370", "24 Port Street"."""
    if _is_some_day(tokens, amount):
        return True
    if not amount.bare or amount.number.low is not None:
        return False
    readers = (_is_pronoun, is_bare_clock, _is_marker, _is_year, _is_address, _is_numbered)
    return any(reader(tokens, amount) for reader in readers)


def list_end(tokens: list[Token], amount: Amount) -> int:
    """Where the numbers end that a plural before them names: "Articles 5, 6 and 7"."""
    before, end = tokens[amount.start - 1], amount.end
    if not _numbers(before) or not before.low.endswith(("s", "pp")):
        return end
    while tokens[end].low in _LISTING and tokens[end + 1].figure:
        end += 2
    return end


def _numbers(noun: Token) -> bool:
    """Whether a number after the noun is its name: "flight", "Gates"."""
    known = lexicon.numbered()
    return noun.low in known or (noun.capital and singular(noun.low) in known)


def _is_some_day(tokens: list[Token], amount: Amount) -> bool:
    """As in "one day they will": no duration, unless it is hedged or joined."""
    words = [token.low for token in tokens[amount.start : amount.end]]
    return words == ["one", "day"] and hedge_before(tokens, amount.start) is None


def _is_numbered(tokens: list[Token], amount: Amount) -> bool:
    """As in "Flight 370", "No. 2", "Phase Two", "Local 88"."""
    before, first = tokens[amount.start - 1], tokens[amount.start]
    if before.text == "." and not before.gap:
        return tokens[amount.start - 2].low in lexicon.words("shortened")
    if _numbers(before) and not amount.number.marked:
        return True
    named = (
        before.word
        and before.text != before.text.lower()
        and (amount.number.digits or first.capital)
    )
    return named and not _counts_after_name(tokens, amount)


def _is_marker(tokens: list[Token], amount: Amount) -> bool:
    """As in "1. First", "(2)", "[3]": the number of a point or a note."""
    before, after = tokens[amount.start - 1].text, tokens[amount.end].text
    begins = not before or before.startswith("\n")
    return amount.number.digits and (
        (begins and after in {".", ")"}) or (before, after) in {("(", ")"), ("[", "]")}
    )


def _folds(tokens: list[Token], place: int) -> int | None:
    """As in "20-fold"."""
    fold = hyphen_at(tokens, place + 1) and tokens[place + 2].low == "fold"
    return place + 3 if fold else None


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
    if after.low == "st" and not tokens[place + 2].figure:
        return place + 2  # "1st"; "12st 4lb" weighs
    known = after.low in lexicon.scales() or after.low in lexicon.units()
    capital = after.text.isupper() and len(after.text) == 1 and after.text not in "MCFK"
    return None if known and not capital else place + 2


def _is_year(tokens: list[Token], amount: Amount) -> bool:
    """As in "In 2019"; "2,019 people", "more than 2000 people" and "2019 euros" are none."""
    token, number = tokens[amount.start], amount.number
    if not token.text.isdigit() or len(token.text) != _YEAR_DIGITS or number.marked:
        return False
    if not YEARS[0] <= number.value <= YEARS[1]:
        return False
    before, after = tokens[amount.start - 1].low, tokens[amount.end]
    if before in _SINCE:
        return True
    if after.low in _counted_by_thousands() or after.low in lexicon.words("people"):
        return False
    hedge = hedge_before(tokens, amount.start)
    strong = before in {"than", "least", "some", "many", "nearly", "almost"}
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
    if before.low in _COUNTING and after.low == "of":
        return False  # "only one of three anchors fired"
    if before.low in lexicon.words("not_one") or not after.word:
        return True
    if after.low.endswith("ly"):
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
