"""Speakers named without a verb: "Jane Roe, author: “…”" and "“…” – Jane Roe"."""

from collections.abc import Sequence

from spacy.tokens import Token

from builder.extract.quotes.reading import Reading

_DASHES = frozenset({"-", "–", "—", "--", "―"})
_MODIFIERS = frozenset({"compound", "poss", "nmod", "amod"})
_LONGEST_SIGNATURE = 12


def label(region: Sequence[Token]) -> Token | None:
    """The speaker of a region that ends with a colon and holds no verb: "Ruiz: “…”"."""
    if not region or region[-1].text != ":" or any(t.pos_ in {"VERB", "AUX"} for t in region):
        return None
    if region[0].pos_ in {"PUNCT", "ADP"}:  # "“The Long Way,” by Ana Roe: “…”"
        return None
    return first_phrase(region)


def signature(reading: Reading, number: int) -> Token | None:
    """The name after a dash that signs a passage, on its line or the next: "“…” – Jane Roe"."""
    tokens: list[Token] = []
    for token in reading.doc[reading.spans[number][1] :][: _LONGEST_SIGNATURE * 2]:
        if token.is_space and (not tokens or "\n" not in token.text):
            continue
        if token.is_space or not reading.is_outside(token) or token.text == ".":
            break
        tokens.append(token)
    signed = len(tokens) > 1 and tokens[0].text in _DASHES and len(tokens) <= _LONGEST_SIGNATURE
    if not signed or tokens[1].pos_ != "PROPN":
        return None
    verb = next((place for place, t in enumerate(tokens) if t.pos_ in {"VERB", "AUX"}), None)
    if verb is not None and tokens[verb - 1].ent_type_ != "PERSON":
        return None  # "“…” – Ana Roe arrives at the count" is signed too
    return first_phrase(tokens[1:])


def first_phrase(region: Sequence[Token]) -> Token | None:
    """The head of the first noun phrase of the region, never looking outside it."""
    here = {token.i for token in region}
    first = next((token for token in region if token.pos_ in {"PROPN", "NOUN", "PRON"}), None)
    while first is not None and first.dep_ in _MODIFIERS and first.head.i in here:
        first = first.head
    return first
