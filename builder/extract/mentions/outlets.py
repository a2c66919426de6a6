"""Outlets that speak, relay and hear: "told AFP", "state media reported", "a note by Xinhua"."""

from functools import cache

from spacy.tokens import Span, Token

from builder import naming
from builder.extract.grammar import noun_phrase, span_over
from builder.knowledge import entries


def outlet_of(head: Token) -> Span | None:
    """The outlet that a noun phrase names: its name alone or, unnamed, the whole phrase."""
    run = span_over(head.doc, [head, *(c for c in head.lefts if c.dep_ in {"compound", "nmod"})])
    named = _registered(run)
    if named is not None:
        return named
    for part in reversed(run):
        named = _name_after(part) if part.lower_ in _nouns() and part.pos_ == "NOUN" else None
        if named is not None:
            return named
    if _nouns() & {head.lower_, head.lemma_.lower()}:
        proper = [token for token in run if token.pos_ == "PROPN"]
        return (
            span_over(head.doc, proper)
            if proper and run[-1].pos_ != "PROPN"
            else noun_phrase(head)
        )
    return None


def outlet_within(head: Token) -> Span | None:
    """The outlet that a noun phrase is or, with a preposition, names: "a readout by Xinhua"."""
    own = outlet_of(head)
    if own is not None:
        return own
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in {"by", "from", "in", "on", "of"}:
            inner = next((token for token in child.children if token.dep_ == "pobj"), None)
            if inner is not None and child.lower_ != "of":
                return outlet_of(inner)
    return None


def _name_after(noun: Token) -> Span | None:
    """The name right behind the noun: "the state news agency Andina", "the newspaper El Sol"."""
    doc, end = noun.doc, noun.i + 1
    while end < len(doc) and doc[end].pos_ == "PROPN" and not doc[end].is_sent_start:
        end += 1
    if end < len(doc) and end > noun.i + 1 and doc[end].pos_ == "NUM":
        end += 1  # "Kanal 5"
    return doc[noun.i + 1 : end] if end > noun.i + 1 else None


@cache
def _nouns() -> frozenset[str]:
    return frozenset(entries("reporting_nouns")["outlets"])


@cache
def _register() -> dict[str, bool]:
    """Every name in the register, with and without "The", and whether it is a common word too."""
    return {
        form.casefold(): outlet.common
        for name, outlet in naming.outlet_names().items()
        for form in (name, name.removeprefix("The "))
    }


def _registered(run: Span) -> Span | None:
    """The longest end or beginning of the run that the register of outlets knows.

    A common word counts only where its capital tells something: "People said" is about people.
    """
    for start in range(run.start, run.end):
        for end in range(run.end, start, -1):
            part = run.doc[start:end]
            common = _register().get(part.text.casefold())
            capital = part[0].text[0].isupper()
            if capital and (common is False or (common and not part[0].is_sent_start)):
                return part
    return None
