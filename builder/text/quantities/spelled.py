"""Numbers in words, below the scales that follow figures: tokens in, a value out.

"two thousand three hundred and six", "forty-five hundred", "a hundred".
"""

from dataclasses import dataclass

from builder.text.quantities import lexicon
from builder.text.quantities.tokens import Token, hyphen_at, past_hyphen

_TEN, _HUNDRED, _THOUSAND, _LARGEST = 10, 100, 1000, 1e18


@dataclass(slots=True, kw_only=True)
class _Sum:
    """What the words so far are worth."""

    total: float = 0.0
    current: float = 0.0
    """What waits for its scale."""
    scale: float = 0.0
    """The last scale."""

    def takes_small(self, worth: int) -> bool:
        """Whether a number below a hundred may follow: "forty-" five, "hundred and" five."""
        if self.current == 0:
            return self.scale > worth
        rest = self.current % _HUNDRED
        return rest == 0 or (worth < _TEN and rest % _TEN == 0)

    def raise_by(self, scale: float) -> bool:
        """Multiply by a scale; no if it cannot follow ("a hundred hundred")."""
        if scale == _HUNDRED:
            if not 0 < self.current < _HUNDRED:
                return False
            self.current *= scale
        elif self.current and self.total and scale >= self.scale:
            return False
        elif self.current:
            self.total, self.current = self.total + self.current * scale, 0.0
        else:
            self.total *= scale  # "a lakh crore"
        self.scale = scale
        return self.total < _LARGEST


def spelled_at(tokens: list[Token], place: int) -> tuple[float, float, int] | None:
    """The value, the last scale and the end of a number in words."""
    first, end = tokens[place].low, place + 1
    small, scales = lexicon.small_numbers(), lexicon.spelled_scales()
    if first in {"a", "an"}:
        if tokens[end].low not in scales and tokens[end].low not in lexicon.groups():
            return None
    elif first not in small:
        return None
    found = _Sum(current=small.get(first, 1))
    while True:
        here = _past_and(tokens, past_hyphen(tokens, end), found.scale)
        word = tokens[here].low
        if word in small and found.takes_small(small[word]):
            found.current += small[word]
        elif word not in scales or not found.raise_by(scales[word]):
            break
        end = here + 1
    value = found.total + found.current
    return None if value > _LARGEST else (value, found.scale, end)


def run_on_end(tokens: list[Token], place: int) -> int | None:
    """Where number words end that follow each other and make no number: "twenty twenty"."""
    found, end = spelled_at(tokens, place), place
    while found is not None and tokens[found[2]].low in lexicon.small_numbers():
        end = found[2]
        found = spelled_at(tokens, end)
    if end == place or found is None:
        return None
    return None if hyphen_at(tokens, found[2]) else found[2]  # "two ten-year terms"


def _past_and(tokens: list[Token], place: int, scale: float) -> int:
    """The place, or the one after an "and" that stands there and joins the parts of a number."""
    after = past_hyphen(tokens, place + 1)
    return (
        after if tokens[place].low == "and" and scale and _joins(tokens, after, scale) else place
    )


def _joins(tokens: list[Token], place: int, scale: float) -> bool:
    """Whether "and" leads to the rest of the number, not to another.

    In "four hundred and fifty thousand" it does, in "two hundred and three hundred" it does not.
    """
    small = lexicon.small_numbers()
    after = past_hyphen(tokens, place + 1)
    if tokens[after].low in small:
        after = past_hyphen(tokens, after + 1)
    another = lexicon.spelled_scales().get(tokens[after].low)
    return tokens[place].low in small and (another is None or another > scale)
