"""Quantities of a text: one pass over its tokens, each expression read once.

Every reader looks a fixed number of tokens ahead or to the end of what it reads, and what is read
is passed over: the time grows with the text.
"""

from dataclasses import replace
from functools import cache, lru_cache

from builder.text.quantities import lexicon
from builder.text.quantities.ages import YEAR, age_end, decade_at, decades
from builder.text.quantities.amounts import Amount, amount_at, clock_at
from builder.text.quantities.figures import vulgar_fraction
from builder.text.quantities.hedges import hedge_of
from builder.text.quantities.lookalikes import is_name, list_end, lookalike_end
from builder.text.quantities.nouns import noun_of, words_after
from builder.text.quantities.pairs import Pair, leads_to_clock, pair_at
from builder.text.quantities.quantity import Kind, Quantity
from builder.text.quantities.tokens import AHEAD, Token, hyphen_at, tokens_of
from builder.text.quantities.units import mark_at

_MINUS = frozenset({"minus", "−", "-"})
_BELOW_NOUGHT = frozenset({"C", "%"})
_LONGEST_OF = 40  # characters: "of the governing party's"
_PARTED = frozenset({"count", "share", "vague"})
_AT = frozenset({"at", "by", "from", "until", "till", "since", "gmt"})
Read = tuple[tuple[Quantity, ...], int]


@lru_cache(maxsize=10_000)  # extraction asks of a statement, and the comparison of claims again
def quantities_in(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text in reading order; "7/7", "Flight 370" and years are none."""
    tokens = tokens_of(text)
    found: list[Quantity] = []
    place = AHEAD
    while place < len(tokens) - AHEAD:
        read, place = _read(tokens, place) if _may_begin(tokens[place]) else ((), place + 1)
        for quantity in read:
            end = found[-1].end if found else 0
            found.append(quantity if quantity.start >= end else _clipped(text, quantity, end))
            if len(found) > 1:
                found[-2:] = _part_and_whole(text, *found[-2:])
    return tuple(found)


def _part_and_whole(text: str, part: Quantity, whole: Quantity) -> tuple[Quantity, Quantity]:
    """As in "12 of the 14 judges", "2,400 of the firm's 9,300 jobs"."""
    between = text[part.end : min(whole.start, part.end + _LONGEST_OF)].lower().split()
    told = lexicon.words("articles") | {"all"}
    if between[:1] != ["of"] or {part.kind, whole.kind} - _PARTED or part.end > whole.start:
        return part, whole
    if not all(word in told or word.endswith(("'s", "’s")) for word in between[1:]):
        return part, whole
    return replace(part, part=True), replace(whole, whole=True)


def _clipped(text: str, quantity: Quantity, start: int) -> Quantity:
    """The quantity without the hedge that the one before it has taken."""
    written = text[start : quantity.end]
    return replace(quantity, start=start + len(written) - len(written.lstrip()))


def _may_begin(token: Token) -> bool:
    if token.word:
        return token.low in _beginnings()
    sign = token.low in _beginnings() or vulgar_fraction(token.text) is not None
    return token.figure or sign


@cache
def _beginnings() -> frozenset[str]:
    marks = {tokens_of(mark)[AHEAD].low for mark in lexicon.marks()}
    return frozenset({"a", "an", "half", "all"}).union(
        lexicon.small_numbers(), lexicon.vague(), lexicon.groups(), marks, decades(),
        lexicon.words("few"), lexicon.words("nothing"),
    )  # fmt: skip


def _read(tokens: list[Token], place: int) -> Read:
    """The quantities of the expression that begins at the place, and where to go on."""
    special = _special(tokens, place)
    if special is not None:
        return special
    end = None if mark_at(tokens, place) else lookalike_end(tokens, place)
    if end is not None:
        return (), end
    amount = amount_at(tokens, place)
    if amount is None:
        return (), place + 1
    if leads_to_clock(tokens, amount):
        return (), amount.end
    pair = pair_at(tokens, amount)
    return _single(tokens, amount) if pair is None else _paired(tokens, pair)


def _special(tokens: list[Token], place: int) -> Read | None:
    """What no amount begins: "in her 70s", "all but three", "2:18:44"."""
    decade = decade_at(tokens, place)
    if decade is not None:
        return (_decade(tokens, place, *decade),), decade[1]
    if tokens[place].low == "all":
        return _all_but(tokens, place)
    clock = clock_at(tokens, place)
    if clock is None:
        return None
    at_a_time = tokens[place - 1].low in _AT
    return (() if at_a_time else (_quantity(tokens, clock),)), clock.end


def _single(tokens: list[Token], amount: Amount) -> Read:
    end = age_end(tokens, amount)
    if end is not None:
        return (_age(tokens, amount, amount, end),), end
    if is_name(tokens, amount):
        return (), list_end(tokens, amount)
    return (_quantity(tokens, amount),), amount.end


def _paired(tokens: list[Token], pair: Pair) -> Read:
    first, second = pair.first, pair.second
    if pair.kind == "none":
        return (), second.end
    if pair.kind == "change":
        return (_quantity(tokens, first), _quantity(tokens, second)), second.end
    if pair.kind == "score":
        return (_score(tokens, pair),), second.end
    whole = replace(second, start=pair.start)
    end = age_end(tokens, replace(second, start=pair.start))
    if end is not None:
        return (_age(tokens, replace(first, start=pair.start), second, end),), end
    if is_name(tokens, replace(first, end=second.end)):
        return (), second.end
    low, high = first.value, second.value
    middle = _quantity(tokens, whole)
    step = max(first.step, second.step)
    ranged = replace(middle, value=(low + high) / 2, low=low, high=high, step=step)
    return (ranged,), second.end


def _quantity(tokens: list[Token], amount: Amount) -> Quantity:
    hedge = hedge_of(tokens, amount.start, amount.end)
    number, unit = amount.number, amount.unit
    kind: Kind = "count" if unit is None else unit.kind
    counts = unit is None or unit.name == "part" or tokens[amount.end].low == "of"
    after = words_after(tokens, hedge.end) if counts else ()
    minus = _minus(tokens, amount)
    return Quantity(
        start=tokens[hedge.start - minus].start,
        end=tokens[hedge.end - 1].end,
        value=-amount.value if minus else amount.value,
        low=None if number.low is None else amount.based(number.low),
        high=None if number.high is None else amount.based(number.high),
        unit=None if unit is None else unit.base,
        written=None if unit is None else unit.name,
        counted=noun_of(after, plural=_takes_plural(tokens, amount, hedge.end)),
        following=tuple([token.low for token in after]),
        bound=hedge.bound,
        approximate=hedge.approximate,
        step=amount.step,
        kind=kind if number.low is None else "vague",
    )


def _takes_plural(tokens: list[Token], amount: Amount, end: int) -> bool:
    """Whether only a plural can be what is counted: not after "one", a part, or a hyphen."""
    after = tokens[end].low
    shared = amount.number.share and after in lexicon.words("articles")  # "half the town"
    named = after == "of" or shared
    return not named and amount.value != 1 and not hyphen_at(tokens, end)


def _all_but(tokens: list[Token], place: int) -> Read:
    """As in "all but three of the 90 crew": never compared."""
    amount = amount_at(tokens, place + 2) if tokens[place + 1].low == "but" else None
    if amount is None:
        return (), place + 1
    told = replace(_quantity(tokens, replace(amount, start=place)), kind="vague")
    whole = amount.end + 2 if tokens[amount.end + 1].low == "the" else amount.end + 1
    rest = amount_at(tokens, whole) if tokens[amount.end].low == "of" else None
    if rest is None:
        return (told,), amount.end
    told = replace(told, value=rest.value - amount.value, end=tokens[rest.end - 1].end)
    return (told,), rest.end


def _minus(tokens: list[Token], amount: Amount) -> bool:
    """As in "-5C", "minus 3 per cent"."""
    before, first = tokens[amount.start - 1], tokens[amount.start]
    if amount.unit is None or amount.unit.base not in _BELOW_NOUGHT or before.text not in _MINUS:
        return False
    return before.word or (bool(before.gap) and not first.gap)


def _age(tokens: list[Token], first: Amount, last: Amount, end: int) -> Quantity:
    """An age in years, or a range of ages."""
    worth = YEAR if last.unit is not None else 1.0
    told = replace(_quantity(tokens, replace(first, end=end, unit=None)), counted=None)
    low, high, step = first.value / worth, last.value / worth, last.step / worth
    if first is last or low == high:
        return replace(told, value=high, step=step, unit="year", written="year", kind="age")
    return replace(
        told, value=(low + high) / 2, low=low, high=high, step=step, unit="year",
        written="year", kind="age",
    )  # fmt: skip


def _decade(tokens: list[Token], place: int, years: int, stop: int) -> Quantity:
    return Quantity(
        start=tokens[place].start,
        end=tokens[stop - 1].end,
        value=years,
        low=years,
        high=years + 9,
        unit="year",
        written="year",
        step=10.0,
        kind="vague",
    )


def _score(tokens: list[Token], pair: Pair) -> Quantity:
    """Both numbers of a score: the first is its value."""
    first, second = pair.first, pair.second
    noun = tokens[first.end] if tokens[first.end].word else tokens[second.end]
    counted = noun_of((noun,), plural=True) if noun.low in lexicon.words("scored") else None
    return Quantity(
        start=tokens[first.start].start,
        end=tokens[second.end - 1].end,
        value=first.value,
        low=min(first.value, second.value),
        high=max(first.value, second.value),
        counted=counted,
        step=1.0,
        kind="score",
    )
