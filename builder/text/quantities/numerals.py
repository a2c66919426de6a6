"""Numbers as written, in figures or words, with their scales: tokens in, values out.

"12,50,000", "forty-five hundred", "2½", "one and a half million", "32 crore 40 lakh".
"""

from dataclasses import dataclass, replace

from builder.text.quantities import lexicon
from builder.text.quantities.figures import Figure, figure_of, step_of, vulgar_fraction
from builder.text.quantities.nouns import is_plural
from builder.text.quantities.spelled import spelled_at
from builder.text.quantities.tokens import Token, past_hyphen

_THOUSAND, _MILLION, _LARGEST = 1e3, 1e6, 1e18
_GROUPS_OF_THREE = 3
_PART_STEP = 0.2  # of the part: "two and a half million" may be 2.45 or 2.55
_GROUP_STEP = 3  # two dozen are told of 22 to 26: a third of a dozen is the step


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number that ends before a token."""

    end: int
    value: float
    step: float
    scale: float = 1.0
    """What its last scale multiplies by: a million in "1.2 million"."""
    digits: bool = False
    marked: bool = False
    """Written with marks or blanks between its groups."""
    grouped: Figure | None = None
    """How the figure reads if its one dot parts thousands: "92.000"."""
    share: bool = False
    needs_unit: bool = False
    """"half an" counts only before "hour"."""
    low: float | None = None
    high: float | None = None


def number_at(tokens: list[Token], place: int, *, money: bool = False) -> Numeral | None:
    """The number that begins at the place; `money` where a currency stands before it."""
    found = _figure(tokens, place) or _spelled(tokens, place)
    if found is None:
        return _group(tokens, place)
    found = _and_a_part(tokens, found)
    scaled = _scaled(tokens, found, money=money)
    if scaled is not found:
        scaled = _and_a_part(tokens, _lesser_scale(tokens, scaled))
    return scaled if scaled.value < _LARGEST else None


def single_number(token: Token) -> float | None:
    """What one token is worth as a whole number: "4", "four"."""
    if token.figure:
        figure = figure_of(token.text)
        return figure.value if figure and figure.value.is_integer() else None
    return lexicon.small_numbers().get(token.low)


def _figure(tokens: list[Token], place: int) -> Numeral | None:
    token = tokens[place]
    part = vulgar_fraction(token.text)
    if part is not None:
        return Numeral(end=place + 1, value=part, step=part * _PART_STEP, digits=True)
    figure, end = (figure_of(token.text), place + 1) if token.figure else (None, place)
    if figure is None:
        return None
    if not figure.marked and figure.value < 10**_GROUPS_OF_THREE and figure.step >= 1:
        figure, end = _with_blanks(tokens, place, figure)
    part = vulgar_fraction(tokens[end].text)
    value, step = figure.value, figure.step
    if part is not None and len(tokens[end].gap) <= 1:
        value, step, end = value + part, part * _PART_STEP, end + 1
    return Numeral(end=end, value=value, step=step, digits=True, marked=figure.marked,
        grouped=figure.grouped)  # fmt: skip


def _with_blanks(tokens: list[Token], place: int, figure: Figure) -> tuple[Figure, int]:
    """The figure with the groups that follow it after single blanks: "1 200", "12 500 000"."""
    end, written = place + 1, tokens[place].text
    while (
        tokens[end].figure
        and len(tokens[end].text) == _GROUPS_OF_THREE
        and len(tokens[end].gap) == 1
        and len(written) < _GROUPS_OF_THREE**3
    ):
        written, end = f"{written},{tokens[end].text}", end + 1
    return (figure_of(written) or figure, end) if end > place + 1 else (figure, end)


def _spelled(tokens: list[Token], place: int) -> Numeral | None:
    found = spelled_at(tokens, place)
    if found is None:
        return None
    value, scale, end = found
    article = tokens[place].low in {"a", "an"} and end == place + 1
    scale = scale if scale >= _MILLION else 1.0
    step = step_of(round(value / scale)) * scale
    number = Numeral(end=end, value=value, step=step, scale=scale)
    grouped = _grouped(tokens, number)
    return None if article and grouped is number else grouped


def _grouped(tokens: list[Token], found: Numeral) -> Numeral:
    """As in "Two dozen"; "a score", "a pair" only before "of"."""
    place = past_hyphen(tokens, found.end)
    group = lexicon.groups().get(tokens[place].low)
    if group is None or (tokens[place].low != "dozen" and tokens[place + 1].low != "of"):
        return found
    return replace(found, end=place + 1, value=found.value * group, step=group / _GROUP_STEP)


def _group(tokens: list[Token], place: int) -> Numeral | None:
    """As in "The pair of swimmers": a group that no number and no "a" stands before."""
    group = lexicon.groups().get(tokens[place].low)
    if group is None or tokens[place + 1].low != "of" or tokens[place - 1].low == "a":
        return None
    if tokens[place].low == "score":
        return None  # "the score of the song"
    return Numeral(end=place + 1, value=float(group), step=1.0)


def _and_a_part(tokens: list[Token], found: Numeral) -> Numeral:
    """As in "Two and a half", "a million and a half", "two-and-three-quarters"."""
    place = past_hyphen(tokens, found.end)
    if tokens[place].low != "and" or not found.value.is_integer():
        return found
    part = part_after(tokens, past_hyphen(tokens, place + 1))
    if part is None:
        return found
    share, end = part
    return replace(
        found,
        end=end,
        value=found.value + share * found.scale,
        step=share * found.scale * _PART_STEP,
    )


def part_after(tokens: list[Token], place: int) -> tuple[float, int] | None:
    """The part of one that is named there, "a half", "three-quarters", and where it ends."""
    token = tokens[place]
    many = 1 if token.low in {"a", "one"} else lexicon.small_numbers().get(token.low)
    place = past_hyphen(tokens, place + 1)
    whole = lexicon.parts().get(tokens[place].low)
    if many is None or whole is None or many >= whole:
        return None
    return many / whole, place + 1


def _scaled(tokens: list[Token], found: Numeral, *, money: bool) -> Numeral:
    """The number with the scales that follow it: "1.2 mn", "15k", "5 lakh crore"."""
    while found.value < _LARGEST:
        place = past_hyphen(tokens, found.end)
        scale = _scale_at(tokens, place, found, money=money)
        if scale is None:
            return _grouped(tokens, found) if found.digits else found
        found = replace(
            found,
            end=place + 1,
            value=found.value * scale,
            step=found.step * scale,
            scale=found.scale * scale,
            grouped=None,
        )
    return found


def _scale_at(tokens: list[Token], place: int, found: Numeral, *, money: bool) -> float | None:
    token = tokens[place]
    scale = lexicon.scales().get(token.low)
    if scale is None or token.low in lexicon.spelled_scales():
        return scale
    if not found.digits or found.scale > 1:
        return None
    if len(token.low) > 1:
        return scale
    if token.low == "k" or money:
        return scale if money or not token.gap else None
    return scale if token.low == "m" and not token.gap and _is_million(tokens, place) else None


def _is_million(tokens: list[Token], place: int) -> bool:
    """As in "5m people", "5M"; "a 100m race" and "5m high" measure."""
    after = tokens[place + 1]
    if tokens[place].text == "M":
        return True
    forms = lexicon.units().get(after.low, ())
    if any(form.unit.kind == "money" and len(form.first) > 1 for form in forms):
        return True  # "480m rupees"
    far = bool(forms) or after.low in lexicon.words("away")
    return bool(after.gap) and not far and is_plural(after.low)


def _lesser_scale(tokens: list[Token], found: Numeral) -> Numeral:
    """As in "32 crore 40 lakh": a lesser scale that adds to the one before."""
    place = found.end
    more, scale = single_number(tokens[place]), lexicon.scales().get(tokens[place + 1].low)
    if not found.digits or more is None or scale is None:
        return found
    if not _THOUSAND <= scale < found.scale or more * scale >= found.scale:
        return found
    return replace(found, end=place + 2, value=found.value + more * scale, step=scale)
