"""Parts of a whole, ratios, and numbers that give an order only: tokens in, values out.

"a quarter of a million" is a number, "a quarter of the crew" a share, "half an hour" needs its
unit, "dozens" and "several hundred" are vague. Missed: "half" as an adverb ("half empty").
"""

from builder.text.quantities import lexicon
from builder.text.quantities.numerals import Numeral, part_after, single_number
from builder.text.quantities.tokens import Token, hyphen_at, past_hyphen

_ROUGHLY = 0.1  # of one part: "a quarter" may be 24 or 26 %, not 28 %
_FEW, _MANY = 2, 10  # "several hundred" lies between two and ten hundred
_SURVEYED = 10  # "one in eight", "one in 100": else "two in 24 hours" would be a share
_ARTICLES = frozenset({"a", "an"})


def part_at(tokens: list[Token], place: int) -> Numeral | None:
    """The part, ratio or vague number that begins at the place."""
    for reader in (_nothing, _vague, _half, _ratio, _named_part):
        found = reader(tokens, place)
        if found is not None:
            return found
    return None


def _nothing(tokens: list[Token], place: int) -> Numeral | None:
    """As in "Neither of the twins", "none of the 12", "zero": an empty count is a value."""
    word = tokens[place].low
    if word not in lexicon.words("nothing") or (word != "zero" and tokens[place + 1].low != "of"):
        return None
    return Numeral(end=place + 1, value=0.0, step=1.0)


def _vague(tokens: list[Token], place: int) -> Numeral | None:
    word, after = tokens[place].low, tokens[place + 1]
    scales = lexicon.spelled_scales() | {"dozen": 12.0}
    if word == "a" and after.low == "couple":
        return _vague(tokens, place + 1)
    if word in lexicon.words("few"):
        skip = place + 2 if word == "couple" and after.low == "of" else place + 1
        scale = scales.get(tokens[skip].low)
        if scale is None:
            return None
        return _order(skip + 1, scale * _FEW, scale * _MANY)
    bounds = lexicon.vague().get(word)
    if bounds is None:
        return None
    low, high = bounds
    larger = lexicon.vague().get(tokens[place + 2].low) if after.low == "of" else None
    if larger:  # "tens of thousands"
        scale = larger[0]
        return _order(place + 3, low * scale, high * scale)
    guarded = word in {"scores", "handful"} and (
        after.low not in lexicon.words("vague_after") or tokens[place - 1].low == "the"
    )
    return None if guarded or word == "tens" else _order(place + 1, low, high)


def _order(end: int, low: float, high: float) -> Numeral:
    return Numeral(end=end, value=low, step=low, low=low, high=high)


def _half(tokens: list[Token], place: int) -> Numeral | None:
    """As in "half a million", "half an hour", "half of", "half-hour", "more than half"."""
    before = tokens[place - 1].low
    if tokens[place].low != "half" or before in lexicon.words("not_half"):
        return None
    after = past_hyphen(tokens, place + 1)
    if tokens[after].low in _ARTICLES:
        return _times(tokens, past_hyphen(tokens, after + 1), 0.5)
    if _multiplied(tokens, after) is not None or tokens[after].low in lexicon.units():
        return _times(tokens, after, 0.5)
    if hyphen_at(tokens, place + 1):
        return None
    if tokens[after].low in lexicon.words("halved") or before in lexicon.words("parted"):
        return _share(place + 1, 0.5, 2)
    return None


def _named_part(tokens: list[Token], place: int) -> Numeral | None:
    """As in "Two-thirds", "a third of", "three quarters of an hour", "a quarter-century"."""
    found = part_after(tokens, place)
    if found is None or tokens[place - 1].low in lexicon.words("not_half"):
        return None
    share, end = found
    whole = lexicon.parts()[tokens[end - 1].low]
    of = tokens[end].low == "of"
    if of and tokens[end + 1].low in _ARTICLES:
        measured = _times(tokens, past_hyphen(tokens, end + 2), share)
        return measured or _share(end, share, whole)
    if not of and share * whole == 1 and not _stands_alone(tokens, place, end):
        quarter = tokens[end - 1].low == "quarter"  # "a third-year student" has no third
        return _times(tokens, past_hyphen(tokens, end), share) if quarter else None
    if tokens[place].low == "two" and tokens[end - 1].low == "quarters":
        return None  # three months each
    return _share(end, share, whole)


def _stands_alone(tokens: list[Token], place: int, end: int) -> bool:
    """Whether "a third" is a part though no "of" follows: "fell by a third", "one-third say"."""
    if hyphen_at(tokens, place + 1) and tokens[place].low not in _ARTICLES:
        return True
    if tokens[end].low in lexicon.words("compared"):
        return True
    if tokens[place].low == "one" and not tokens[end].word:
        return True
    closes = not tokens[end].word or tokens[end].low in lexicon.words("closing")
    return tokens[place - 1].low in lexicon.words("parted") and closes


def _times(tokens: list[Token], place: int, share: float) -> Numeral | None:
    """The part of a scale, of a group or of the unit that stands at the place."""
    worth = _multiplied(tokens, place)
    if worth is None:
        if tokens[place].low not in lexicon.units():
            return None
        return Numeral(end=place, value=share, step=share * 0.2, needs_unit=True)
    return Numeral(end=place + 1, value=share * worth, step=share * worth * 0.2, scale=worth)


def _multiplied(tokens: list[Token], place: int) -> float | None:
    word = tokens[place].low
    return 12.0 if word == "dozen" else lexicon.spelled_scales().get(word)


def _ratio(tokens: list[Token], place: int) -> Numeral | None:
    """As in "One in eight", "four out of five", "1 in 10"."""
    many, after = single_number(tokens[place]), tokens[place + 1].low
    if many is None or after not in {"in", "out"}:
        return None
    end = place + (2 if after == "in" else 3)
    if after == "out" and tokens[place + 2].low != "of":
        return None
    end += tokens[end].low == "every"
    whole = single_number(tokens[end])
    if whole is None and tokens[end].low == "a":
        whole = lexicon.spelled_scales().get(tokens[end + 1].low)
        end += 1
    if whole is None or not 0 < many < whole or not _is_surveyed(tokens, end, whole):
        return None
    return _share(end + 1, many / whole, whole)


def _is_surveyed(tokens: list[Token], end: int, whole: float) -> bool:
    after = tokens[end + 1].low
    measured = after in lexicon.units() or after in lexicon.scales()
    return not measured and (whole <= _SURVEYED or whole % _SURVEYED == 0)


def _share(end: int, share: float, whole: float) -> Numeral:
    step = 100 / whole * _ROUGHLY
    return Numeral(end=end, value=100 * share, step=step, share=True)
