"""Numbers as stated, with their values in base units: a parsed span in, quantities out.

"$190 billion" and "190bn dollars" are one value. Years, dates and clock times are none: the times
have them. Missed on purpose: fractions in words ("two thirds") and ratios ("three to one").
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from spacy.tokens import Span, Token

from builder.extract.grammar import passage_of
from builder.knowledge import entries
from builder.model.article import Article
from builder.model.findings import Quantity

_FIGURE = re.compile(r"^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([a-z]{0,2})$", re.IGNORECASE)
_YEARS = (1700, 2100)  # a bare four-figure number between them is taken for a year
_FLAT = re.compile(r"^\d+[A-Z]$")  # "Room 4B"; four billion are "$4B" or "4bn"
_DASHES = frozenset({"-", "–", "—"})
_DATES = frozenset({"DATE", "TIME"})
_UNNUMBERED = _DATES | {"GPE", "LOC"}  # "in Chile 12 were hurt"
_PARTS_OF_TIME = re.compile(r"^\d{1,2}[:.]\d{2}$|^\d{4}-\d{2}")
_NOUNS = frozenset({"NOUN", "PROPN"})
_DURATIONS = frozenset({
    "second", "minute", "hour", "day", "night", "week", "weekend", "fortnight", "month", "quarter",
    "season", "year", "decade", "century",
})  # fmt: skip
_TENS, _UNITS = range(20, 100, 10), range(1, 10)
_LOOK_BACK = 3  # words: "more than", "as many as", "at least"


def quantities_in(span: Span, article: Article) -> Iterator[Quantity]:
    """The quantities inside the span, in reading order."""
    end = span.start
    for token in span:
        if token.i >= end and _number(token.lower_) is not None:
            found = _quantity(span, token.i, article)
            if found is not None:
                quantity, end = found
                yield quantity


def _quantity(span: Span, place: int, article: Article) -> tuple[Quantity, int] | None:
    value, end = _value(span, place)
    unit, end = _unit(span, place, end)
    first = place - 1 if place > span.start and span.doc[place - 1].is_currency else place
    if _is_date(span.doc[place], value, unit) or (first == place and _is_name(span, place, unit)):
        return None
    return (
        Quantity(
            passage=passage_of(article, span.doc[first : end - (span.doc[end - 1].text == "-")]),
            value=value,
            unit=unit,
            hedge=_hedge(span, first),
            context=_context(span.doc[end - 1]),
        ),
        end,
    )


def _value(span: Span, place: int) -> tuple[float, int]:
    """The value of the number that begins at the place, with its scales, and where it ends."""
    scales = entries("numbers")["scales"]
    total = _number(span.doc[place].lower_) or 0.0
    for token in span.doc[place + 1 : span.end]:
        scale = token.lower_.rstrip(".")
        if scale in scales:
            total *= scales[scale]
        elif token.nbor(-1).text == "-" and total in _TENS and _number(scale) in _UNITS:
            total += _number(scale) or 0  # "thirty-one"
        elif token.text != "-":
            return total, token.i
    return total, span.end


@lru_cache(maxsize=65536)
def _number(word: str) -> float | None:
    """The value of a word that begins a number: "12,500", "190bn", "twelve"."""
    named = entries("numbers")["words"]
    figure = _figure(word)
    found = named.get(word.rstrip("s")) or named.get(word) if figure is None else figure
    return None if found is None else float(found)


def _figure(text: str) -> float | None:
    match = _FIGURE.match(text)
    if match is None:
        return None
    scale = entries("numbers")["scales"].get(match[3].lower()) if match[3] else 1
    if scale is None:
        return None
    return float(match[1].replace(",", "") + (match[2] or "")) * float(scale)


def _unit(span: Span, place: int, end: int) -> tuple[str | None, int]:
    units = entries("numbers")["units"]
    doc = span.doc
    if place > span.start and doc[place - 1].text in units:
        return units[doc[place - 1].text], end
    for stop in (end + 2, end + 1):
        words = doc[end:stop].text.lower() if stop <= span.end else ""
        if words in units:
            return units[words], stop
    if doc[end - 1].text == "-" and end < span.end and doc[end].pos_ in _NOUNS:
        # "a seven-year term" measures it, "a seven-year-old" does not
        return (None if doc[end + 1 : end + 2].text == "-" else doc[end].lemma_.lower()), end
    head = doc[end - 1].head
    if head.pos_ in _NOUNS and head.i >= end and doc[end - 1].dep_ in {"nummod", "amod"}:
        return head.lemma_.lower(), end
    return None, end


def _is_date(token: Token, value: float, unit: str | None) -> bool:
    """Whether it names a day, year or hour; "five years" measures one."""
    year = _YEARS[0] <= value <= _YEARS[1] and token.text.isdigit()
    if token.ent_type_ in _DATES:
        return not _counts(token, unit) or (year and unit != "year")
    if unit is not None:
        return False
    return year or bool(_PARTS_OF_TIME.match(token.text))


def _counts(token: Token, unit: str | None) -> bool:
    """Whether it measures something, though labelled a date: "$5", "five years", "45 people"."""
    if unit is None:
        return False
    thing = token.doc[token.i + 1 : token.i + 2]
    stands_apart = any(word.pos_ == "NOUN" and word.ent_type_ not in _DATES for word in thing)
    return unit in _DURATIONS or not unit.islower() or stands_apart


def _is_name(span: Span, place: int, unit: str | None) -> bool:
    """Whether it only tells which one is meant: "Flight 370", "exit 12", "24 Port Street"."""
    number = span.doc[place]
    head = number.head
    counts = number.dep_ == "nummod"
    if (counts and head.tag_ == "NNP" and head.i > place) or _FLAT.match(number.text):
        return True
    if unit is not None or place == span.start or span.doc[place + 1 : place + 2].text in _DASHES:
        return False  # "beat Ghent 3-1"
    before = span.doc[place - 1]
    if before.tag_ == "NNP" and before.ent_type_ not in _UNNUMBERED:
        return (head == before or before.head == number) and _hedge(span, place) is None
    return counts and head == before and before.pos_ == "NOUN" and before.lemma_ != "age"


def _hedge(span: Span, first: int) -> Literal["more than", "less than", "about"] | None:
    for length in range(_LOOK_BACK, 0, -1):
        words = span.doc[max(span.start, first - length) : first].text.lower()
        hedge = entries("numbers")["hedges"].get(words)
        if hedge is not None:
            return hedge  # type: ignore[no-any-return]
    return None


def _context(token: Token) -> str | None:
    for above in token.ancestors:
        if above.pos_ == "VERB":
            return above.lemma_.lower()
    return None
