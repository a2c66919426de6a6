"""Which tokens of a `Doc` may be part of a name by their letters alone."""

from spacy.tokens import Token

from builder import knowledge, naming

_WORDS = knowledge.entries("name_words")
_CALENDAR = frozenset(_WORDS["calendar"])
_PREFIXES = frozenset(_WORDS["prefixes"])
_BEFORE_DATE = frozenset({"ADP", "NUM", "ADJ", "DET", "PRON", "SCONJ"})
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
    """Whether a month is a name: "Theresa May", "Mar Ruiz", "June Carter", not "in June"."""
    before = token.nbor(-1) if token.i else None
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if token.ent_type_ == "PERSON":
        behind = before is not None and before.ent_type_ == "PERSON"
        begins = after is not None and after.ent_iob_ == "I"
        return begins or (behind and before is not None and before.text[:1].isupper())
    dated = before is not None and before.pos_ in _BEFORE_DATE
    if after is None or dated or not naming.is_given_name(token.text):
        return False
    named = after.ent_type_ == "PERSON" and after.ent_iob_ == "B"
    bound = not token.ent_type_ and token.dep_ == "compound" and token.head == after
    return named or (bound and after.text.istitle() and naming.marks(after.text) is None)


def is_prefix(token: Token) -> bool:
    """Whether it is the "Pan" of "Pan-democratic", the "Pro" of "Pro-Russian"."""
    return (
        token.lower_ in _PREFIXES
        and not token.whitespace_
        and token.i + 1 < len(token.doc)
        and token.nbor(1).text in HYPHENS
    )
