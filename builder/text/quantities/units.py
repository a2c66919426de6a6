"""Currencies before a number and units after it: tokens in, the unit and its place out."""

from builder.text.quantities import lexicon
from builder.text.quantities.lexicon import Form, Unit
from builder.text.quantities.nouns import is_plural
from builder.text.quantities.numerals import Numeral
from builder.text.quantities.tokens import Token, hyphen_at, past_hyphen

_NEARBY = 3  # words: "the baby weighed just 5 pounds"


def mark_at(tokens: list[Token], place: int) -> tuple[str, int] | None:
    """The currency whose mark stands there before a figure, and where the figure begins."""
    first, second = tokens[place], tokens[place + 1]
    if first.word and first.text.islower():
        return None
    for written, end in ((first.low + second.low, place + 2), (first.low, place + 1)):
        code = lexicon.marks().get(written)
        if code is None or (end == place + 2 and second.gap):
            continue
        figure = end + (tokens[end].text == "." and first.word)
        if tokens[figure].figure and len(tokens[figure].gap) <= 1:
            return code, figure
    return None


def unit_at(tokens: list[Token], place: int, number: Numeral) -> tuple[Unit, int] | None:
    """The unit that stands after a number, and where it ends."""
    here = past_hyphen(tokens, place)
    token = tokens[here]
    if (number.scale > 1 or number.marked) and token.low in lexicon.scaled_units():
        return lexicon.scaled_units()[token.low], here + 1
    if token.low == "second" and number.value > 1 and here == place:
        return None  # "two second homes"
    for form in lexicon.units().get(token.low, ()):
        end = _end_of(tokens, here, form, number)
        if end is None:
            continue
        if form.unit.name == "stone" and is_plural(tokens[end].low):
            return None  # "two stone walls"
        if form.unit.name == "pound" and _weighs(tokens, place, end, number):
            return lexicon.pounds(), end
        return form.unit, end
    return None


def _end_of(tokens: list[Token], place: int, form: Form, number: Numeral) -> int | None:
    token = tokens[place]
    exact = len(form.first) == 1 or form.first != form.first.lower()
    if exact and token.text != form.first:
        return None
    joined = not form.rest and form.first in lexicon.words("joined")
    foot = tokens[place - 2].low in {"ft", "feet", "foot"}  # "5 ft 8 in"
    if joined and (token.gap or not number.digits) and not (foot and form.first == "in"):
        return None
    end = place + 1
    for low, glued in form.rest:
        end = end if glued else past_hyphen(tokens, end)
        if tokens[end].low != low or (glued and tokens[end].gap):
            return None
        end += 1
    return end


def _weighs(tokens: list[Token], place: int, end: int, number: Numeral) -> bool:
    """Whether pounds are a weight: no scale, and a word of weighing stands close by."""
    if number.scale > 1:
        return False
    if hyphen_at(tokens, place) and not hyphen_at(tokens, end):
        return tokens[end].low not in {"fine", "note", "bill", "prize", "fee", "deal"}
    near = (*tokens[place - _NEARBY - 1 : place], tokens[end])
    return any(token.low in lexicon.words("weighing") for token in near)
