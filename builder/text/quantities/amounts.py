"""One number with its currency or unit: tokens in, a value in the base unit out.

"£3m", "5bn dollars", "2½ miles", "6ft 2in", "2hr 18min 44sec", "an hour and a half", "345p".
"""

from dataclasses import dataclass, replace

from builder.text.quantities import lexicon
from builder.text.quantities.hedges import hedge_before
from builder.text.quantities.lexicon import Unit
from builder.text.quantities.nouns import is_plural
from builder.text.quantities.numerals import Numeral, number_at, part_after
from builder.text.quantities.parts import part_at
from builder.text.quantities.tokens import Token, hyphen_at
from builder.text.quantities.units import mark_at, unit_at

_PRICE = 10  # "€1.785 a litre" has decimals, "92.500 euros" groups
_LESSER = 3  # units: hours, minutes and seconds
_COMPOUND = frozenset({"s", "m", "kg"})
_PART = Unit(base="%", worth=1.0, name="part", kind="share")
_CLOCK = (Unit(base="s", worth=1.0, name="second", kind="duration"), (3600, 60, 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number and its unit, from one token up to another."""

    start: int
    end: int
    number: Numeral
    unit: Unit | None = None

    @property
    def bare(self) -> bool:
        """Whether it has neither unit nor scale."""
        return self.unit is None and self.number.scale == 1

    def based(self, value: float) -> float:
        """A value of its unit in the base unit."""
        return value if self.unit is None else value * self.unit.worth + self.unit.zero

    @property
    def value(self) -> float:
        """In the base unit."""
        return self.based(self.number.value)

    @property
    def step(self) -> float:
        """In the base unit."""
        return self.number.step * (1.0 if self.unit is None else self.unit.worth)


def amount_at(tokens: list[Token], place: int) -> Amount | None:
    """The amount that begins at the place."""
    mark = mark_at(tokens, place)
    if mark is not None:
        return _sum(tokens, place, *mark)
    number = part_at(tokens, place) or number_at(tokens, place)
    if number is None:
        return _one_unit(tokens, place)
    if number.share:
        return Amount(start=place, end=number.end, number=number, unit=_PART)
    found = unit_at(tokens, number.end, number)
    if found is None:
        number = _regrouped(tokens, number, None)
        return None if number.needs_unit else Amount(start=place, end=number.end, number=number)
    unit, end = found
    number = _regrouped(tokens, number, unit)
    return _compound(tokens, Amount(start=place, end=end, number=number, unit=unit))


def clock_at(tokens: list[Token], place: int) -> Amount | None:
    """A time that was taken, "2:18:44": hours, minutes and seconds, or nothing."""
    unit, worths = _CLOCK
    fields = tokens[place : place + 5 : 2]
    colons = tokens[place + 1 : place + 4 : 2]
    if not all(token.text.isascii() and token.text.isdigit() for token in fields):
        return None
    if any(token.text != ":" or token.gap for token in colons):
        return None
    if any(len(token.text) > 2 or token.gap for token in fields[1:]) or len(fields[0].text) > 2:  # noqa: PLR2004 - digits
        return None
    value = sum(int(token.text) * worth for token, worth in zip(fields, worths, strict=True))
    number = Numeral(end=place + 5, value=float(value), step=1.0, digits=True, marked=True)
    return Amount(start=place, end=place + 5, number=number, unit=unit)


def _sum(tokens: list[Token], place: int, code: str, first: int) -> Amount | None:
    number = number_at(tokens, first, money=True)
    if number is None:
        return None
    unit = Unit(base=code, worth=1.0, name=code, kind="money")
    number = _regrouped(tokens, number, unit)
    again = unit_at(tokens, number.end, number)  # "$5 million dollars"
    end = again[1] if again and again[0].base == code else number.end
    return Amount(start=place, end=end, number=number, unit=unit)


def _regrouped(tokens: list[Token], number: Numeral, unit: Unit | None) -> Numeral:
    """The number with its one dot read as a mark of thousands, where that fits what is counted."""
    if number.grouped is None:
        return number
    counts = unit is None and any(is_plural(token.low) for token in tokens[number.end :][:2])
    if counts or (unit is not None and unit.kind == "money" and number.value >= _PRICE):
        grouped = number.grouped
        return replace(number, value=grouped.value, step=grouped.step, marked=True)
    return number


def _one_unit(tokens: list[Token], place: int) -> Amount | None:
    """As in "A foot of rain", "an hour and a half", "more than a year"; not any "a day"."""
    if tokens[place].low not in {"a", "an"}:
        return None
    number = Numeral(end=place + 1, value=1.0, step=1.0)
    found = unit_at(tokens, place + 1, number)
    if found is None or hyphen_at(tokens, found[1]) or found[0].kind == "share":
        return None
    unit, end = found
    amount = Amount(start=place, end=end, number=number, unit=unit)
    longer = _compound(tokens, amount)
    measured = unit.kind == "measure" and tokens[end].low in lexicon.words("away")
    hedged = hedge_before(tokens, place) is not None
    return longer if longer is not amount or measured or hedged else None


def _compound(tokens: list[Token], amount: Amount) -> Amount:
    """The amount with lesser units that add to it: "6ft 2in", "two years and three months"."""
    unit = amount.unit
    if unit is None or unit.base not in _COMPOUND:
        return amount
    last = unit
    for _ in range(_LESSER):
        place = amount.end + (tokens[amount.end].low in {",", "and"})
        part = part_after(tokens, place) if tokens[amount.end].low == "and" else None
        if part is not None and part[0] < 1:
            return _added(amount, part[0] * last.worth, last.worth / 5, part[1])
        number = number_at(tokens, place)
        found = number and unit_at(tokens, number.end, number)
        if number is None or not found or found[0].base != unit.base:
            return amount
        last, worth = found[0], last.worth
        if last.worth >= worth or number.value * last.worth >= worth:
            return amount
        amount = _added(amount, number.value * last.worth, number.step * last.worth, found[1])
    return amount


def _added(amount: Amount, more: float, step: float, end: int) -> Amount:
    """The amount with more of its base unit."""
    worth = amount.unit.worth if amount.unit else 1.0
    number = replace(amount.number, value=amount.number.value + more / worth, step=step / worth)
    return replace(amount, end=end, number=number)
