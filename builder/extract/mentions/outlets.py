"""Outlets that speak, relay and hear: "told AFP", "state media reported", "a note by Xinhua"."""

from functools import cache

from spacy.tokens import Span, Token

from builder.extract.grammar import noun_phrase, span_over
from builder.extract.mentions.outlet_names import named_at
from builder.knowledge import entries

_BEHIND = 2  # tokens behind a name that may tell that it is an outlet's


def outlet_of(head: Token) -> Span | None:
    """The outlet that a noun phrase names: its name alone or, unnamed, the whole phrase."""
    run = span_over(head.doc, [head, *(c for c in head.lefts if c.dep_ in {"compound", "nmod"})])
    named = _named_in(run)
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


def _named_in(run: Span) -> Span | None:
    """The outlet that the words name, as citations find it."""
    tokens, place = tuple(run.doc[run.start : run.end + _BEHIND]), 0
    while place < len(run):
        named = named_at(tokens, place)
        sure = named is not None and (named.is_registered or not named.needs_cue)
        if named is not None and sure and named.end <= len(run):
            return run.doc[run.start + named.start : run.start + named.end]
        place = place + 1 if named is None else named.end
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
    return frozenset(entries("citation_words")["outlets"])
