"""Which tokens of a `Doc` may be part of a name by their letters alone."""

from spacy.tokens import Token

from builder import knowledge, naming

_WORDS = knowledge.entries("name_words")
_CALENDAR = frozenset(_WORDS["calendar"])
_PREFIXES = frozenset(_WORDS["prefixes"])
HYPHENS = frozenset("-‐‑")


def is_capital(token: Token) -> bool:
    """Whether the token may be part of a name: a capital in it, or a script without capitals."""
    text = token.text
    if text.islower():
        # most words: no need to look at each letter
        return text[0].isdigit() and naming.is_numbered(text)
    if not any(map(str.isalpha, text)) or (text in _CALENDAR and not _names_person(token)):
        return False
    if any(map(str.isupper, text)):
        return text not in {"I", "I.", "OK", "A"} or (text != "I" and token.ent_type_ == "PERSON")
    return token.ent_type_ != "" and not any(map(str.islower, text))


def _names_person(token: Token) -> bool:
    if token.ent_type_ != "PERSON":
        return False
    before = token.i > 0 and token.nbor(-1).ent_type_ == "PERSON"  # "Theresa May"
    return before and token.nbor(-1).text[:1].isupper()


def is_prefix(token: Token) -> bool:
    """Whether it is the "Pan" of "Pan-democratic", the "Pro" of "Pro-Russian"."""
    return (
        token.lower_ in _PREFIXES
        and not token.whitespace_
        and token.i + 1 < len(token.doc)
        and token.nbor(1).text in HYPHENS
    )
