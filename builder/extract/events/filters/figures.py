"""Figures with a date, which are claims and no events: "exports reached $5bn last year".

In: a verb and the time that dates it. Out: whether it gives a figure. A score, a toll
of the dead and a price paid belong to what happened, and are no figures here.
"""

import re
from collections.abc import Sequence

from spacy.tokens import Token

from builder.extract.events.clauses import clause_of, top_of
from builder.extract.events.words import words_of
from builder.model.findings import FoundTime

_AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY"})
_OBJECTS = frozenset({"dobj", "attr", "oprd", "npadvmod", "dative"})
_LONG = frozenset({"month", "quarter", "half", "season", "year", "decade"})
_PERIOD = re.compile(r"\d{4}(?:-(?:\d\d|Q[1-4]|H[12]))?|FY\d{4}")
_MAGNITUDE = re.compile(r"(?i)hundreds?|thousands?|(?:m|b|tr)illions?|m|bn|tn")
_LARGE = 100  # "won three medals in 2019" happened; "built 300 homes in 2022" is a total


def is_figure(verb: Token, time: FoundTime) -> bool:
    """Whether it says how much: "Shares fell 3 percent", "it handled 2m tons last year"."""
    if verb.lemma_ in words_of("prices") and _at_price(verb):
        return True
    measures = verb.lemma_ in words_of("measures")
    if not measures and not _is_period(time):
        return False
    said = [token for token in clause_of(top_of(verb)) if token.i > verb.i]
    after = [token for token in said if not _is_time(token)]
    if measures:
        return (
            any(map(_is_decimal, said))
            or any(_is_amount(token) or _is_large(token) for token in after)
            or _is_change(after)
        )
    if verb.lemma_ in words_of("transfers") and _is_sum(verb):
        return True
    if verb.lemma_ in words_of("tolls"):
        return False
    return any(_is_amount(token) or _is_large(token) for token in _counted(verb, after))


def _counted(verb: Token, after: Sequence[Token]) -> list[Token]:
    """What is told of what it did: not the price in "agreed in May to sell it for $5m"."""
    objects = [child for child in verb.rights if child.dep_ in _OBJECTS]
    return [t for t in after if any(one in (t, t.head, t.head.head) for one in objects)]


def _at_price(verb: Token) -> bool:
    """Whether it says at which price: "closed at $18", "ended up 2 percent"."""
    told = (child for child in verb.rights if child.lower_ in {"at", "up", "down"})
    return any(_is_amount(token) for child in told for token in child.subtree)


def _is_decimal(token: Token) -> bool:
    """Whether it counts in parts: "31.36 points", even where parsers take it for a date."""
    return re.fullmatch(r"\d+\.\d+", token.text) is not None


def _is_sum(verb: Token) -> bool:
    """Whether its object is nothing but a sum: "paid out $40 million", not "paid a $5m fine"."""
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    return any(child.ent_type_ == "MONEY" for child in objects)


def _is_time(token: Token) -> bool:
    return token.ent_type_ in {"DATE", "TIME"}


def _is_amount(token: Token) -> bool:
    return token.ent_type_ in _AMOUNTS or token.text[-1:] in {"%", "$", "€", "£"}


def _is_large(token: Token) -> bool:
    digits = token.text.replace(",", "")
    if digits.isdigit():
        return int(digits) >= _LARGE
    return token.ent_type_ == "CARDINAL" and bool(_MAGNITUDE.fullmatch(token.text))


def _is_change(after: Sequence[Token]) -> bool:
    """Whether it says from what to what: "fell from 40 to 35", "rose to 12 cases"."""
    return any(
        token.lower_ in {"from", "to", "by"}
        and token.dep_ == "prep"
        and any(
            child.ent_type_ == "CARDINAL" or (child.like_num and not _is_time(child))
            for child in token.subtree
        )
        for token in after
    )


def _is_period(time: FoundTime) -> bool:
    expression = time.expression
    if expression.weekday or expression.day or expression.unit in {"day", "week", "weekend"}:
        return False
    named = bool(expression.month or expression.part or expression.unit in _LONG)
    return named or bool(_PERIOD.fullmatch(expression.value or ""))
