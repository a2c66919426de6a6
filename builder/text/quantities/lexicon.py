"""The words of quantities, as tables: `builder/data/quantities.yml` and `numbers.yml`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from builder.knowledge import entries
from builder.text.quantities.quantity import Kind
from builder.text.quantities.tokens import tokens_of

_SMALL = 100
_ABBREVIATED = 3  # letters: "mn", "bn", "mio" are written with the figure, "two bn" is not


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What a written unit is worth in its base unit."""

    base: str
    worth: float
    name: str
    kind: Kind
    zero: float = 0.0
    """What zero of it is in the base unit: -17.8 of °F."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way to write a unit, token by token."""

    first: str
    rest: tuple[tuple[str, bool], ...]
    """The other tokens in lower case, and whether each touches the one before."""
    unit: Unit


@cache
def small_numbers() -> dict[str, int]:
    """The number words below a hundred."""
    return {word: worth for word, worth in entries("numbers")["words"].items() if worth < _SMALL
            and word not in entries("quantities")["groups"]}  # fmt: skip


@cache
def scales() -> dict[str, float]:
    """Hundred, lakh, million and their short forms, with their plurals after a figure."""
    found = {word: float(worth) for word, worth in entries("numbers")["scales"].items()}
    return found | {f"{w}s": worth for w, worth in found.items() if len(w) > _ABBREVIATED}


@cache
def spelled_scales() -> dict[str, float]:
    """The scales that stand after a number word: no letters that need a figure."""
    return {word: worth for word, worth in scales().items() if len(word) > _ABBREVIATED}


@cache
def vague() -> dict[str, tuple[float, float]]:
    """For "dozens", "hundreds" and the like between what they lie."""
    rows = entries("numbers")["vague"] | entries("quantities")["vague"]
    return {word: (float(low), float(high)) for word, (low, high) in rows.items()}


@cache
def parts() -> dict[str, int]:
    """What a fraction's name divides by: "thirds" 3."""
    return dict(entries("quantities")["parts"])


@cache
def groups() -> dict[str, int]:
    """Nouns that stand for a number: "dozen" 12."""
    return dict(entries("quantities")["groups"])


@cache
def marks() -> dict[str, str]:
    """For each mark that stands before a sum its currency: "us$", "sfr"."""
    return {
        str(mark): code
        for code, forms in entries("quantities")["currencies"].items()
        for mark in forms["before"]
    }


@cache
def units() -> dict[str, tuple[Form, ...]]:
    """Every form of a unit by its first token, the longest first."""
    found: dict[str, list[Form]] = {}
    for written, unit in (*_moneys(), *_shares(), *_measures()):
        parts = [token for token in tokens_of(written) if token.text]
        rest = tuple((one.low, not one.gap) for one in parts[1:])
        form = Form(first=parts[0].text, rest=rest, unit=unit)
        found.setdefault(parts[0].low, []).append(form)
    return {
        first: tuple(sorted(forms, key=lambda form: -len(form.rest)))
        for first, forms in found.items()
    }


@cache
def scaled_units() -> dict[str, Unit]:
    """Units that count only after a scale: "1.2 trillion won"."""
    return {
        form: Unit(base=code, worth=1, name=form, kind="money")
        for code, forms in entries("quantities")["currencies"].items()
        for form in forms.get("scaled", ())
    }


@cache
def pounds() -> Unit:
    """The pound that weighs; the other one is money."""
    return next(unit for form, unit in _measures() if form == "pounds")


@cache
def hedges(place: str) -> dict[tuple[str, ...], str]:
    """The phrases that hedge `before` or `after` a number, by their words."""
    rows = entries("quantities")[place].items()
    return {tuple(str(phrase).split()): kind for kind, phrases in rows for phrase in phrases}


@cache
def words(name: str) -> frozenset[str]:
    """A list of words of `quantities.yml`."""
    return frozenset(map(str, entries("quantities")[name]))


@cache
def irregular() -> dict[str, str]:
    """Singulars that no rule gives."""
    return dict(entries("quantities")["irregular"])


@cache
def numbered() -> frozenset[str]:
    """Nouns that a number after them names: "flight 370"."""
    known = (str(word).lower() for word in entries("calendar_names")["numbered"])
    return words("numbered").union(known)


def _measures() -> Iterator[tuple[str, Unit]]:
    for base, rows in entries("quantities")["measures"].items():
        kind: Kind = "duration" if base == "s" else "measure"
        for worth, (name, *forms) in rows.items():
            zero = -32 * worth if name.endswith("Fahrenheit") else 0.0
            unit = Unit(base=base, worth=float(worth), name=name, kind=kind, zero=zero)
            for form in (name, *forms):
                yield form, unit


def _shares() -> Iterator[tuple[str, Unit]]:
    for base, rows in entries("quantities")["shares"].items():
        for worth, (name, *forms) in rows.items():
            for form in (name, *forms):
                yield form, Unit(base=base, worth=float(worth), name=name, kind="share")


def _moneys() -> Iterator[tuple[str, Unit]]:
    for code, forms in entries("quantities")["currencies"].items():
        for form in forms["after"]:
            yield form, Unit(base=code, worth=1, name=forms["after"][0], kind="money")
        for form in forms.get("hundredths", ()):
            yield form, Unit(base=code, worth=0.01, name=forms["hundredths"][0], kind="money")
