"""Words around a number that bound or blur it: tokens in, bounds out.

"at least", "or more", "nearly", "just under", "60 or so", "9,000-odd".
"""

from dataclasses import dataclass
from functools import cache

from builder.text.quantities import lexicon
from builder.text.quantities.quantity import Bound
from builder.text.quantities.tokens import Token, past_hyphen

_LONGEST = 4  # words: "a little more than"
_CHAINED = 3  # "a total of at least about"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """What the words around a number say of it, and how far they reach."""

    bound: Bound | None = None
    approximate: bool = False
    start: int
    end: int


def hedge_of(tokens: list[Token], start: int, end: int) -> Hedge:
    """The hedges before and after the tokens of an expression, which they make longer."""
    kinds: list[str] = []
    for _ in range(_CHAINED):
        found = hedge_before(tokens, start)
        if found is None:
            break
        start = found[1]
        kinds.append(found[0])
    after = _hedge_after(tokens, end)
    if after is not None:
        end = after[1]
        kinds.append(after[0])
    bounds: list[Bound] = [_BOUNDS[kind] for kind in kinds if kind in _BOUNDS]
    blurred = any(kind in _BLURRED for kind in kinds)
    return Hedge(bound=bounds[0] if bounds else None, approximate=blurred, start=start, end=end)


def hedge_before(tokens: list[Token], start: int) -> tuple[str, int] | None:
    """The hedge that ends right before the place, and where it begins."""
    if tokens[start - 1].low == "of" and tokens[start - 3].low in _OUTERMOST:
        return _OUTERMOST[tokens[start - 3].low], start - 3  # "a minimum term of 26 years"
    place = start
    while tokens[place - 1].low in lexicon.words("between") and start - place < _CHAINED:
        place -= 1
    for stop in dict.fromkeys((start, place)):
        longest = _LONGEST if tokens[stop - 1].low in _words_of("before", -1) else 0
        for length in range(longest, 0, -1):
            phrase = tuple([token.low for token in tokens[stop - length : stop]])
            kind = lexicon.hedges("before").get(phrase)
            if kind is not None:
                return kind, stop - length
    return None


@cache
def _words_of(where: str, place: int) -> frozenset[str]:
    """The words that all hedges before or after a number end or begin with."""
    return frozenset([phrase[place] for phrase in lexicon.hedges(where)])


def _hedge_after(tokens: list[Token], end: int) -> tuple[str, int] | None:
    place = past_hyphen(tokens, end)
    longest = _LONGEST if tokens[place].low in _words_of("after", 0) else 0
    for length in range(longest, 0, -1):
        phrase = tuple([token.low for token in tokens[place : place + length]])
        kind = lexicon.hedges("after").get(phrase)
        number = (
            tokens[place + length].figure or tokens[place + length].low in lexicon.small_numbers()
        )
        if (
            kind is not None
            and not number
            and (length > 1 or not tokens[place].gap or place > end)
        ):
            return kind, place + length
    return None


_BOUNDS: dict[str, Bound] = {
    "at least": "at least", "just over": "at least", "at most": "at most", "just under": "at most",
}  # fmt: skip
_OUTERMOST = {"minimum": "at least", "maximum": "at most"}
_BLURRED = frozenset({"about", "just over", "just under"})
