"""Titles and honorifics at the beginning of a capitalised run.

In: a token span. Out: whether it is but a title, and where the name behind its titles begins.
"""

import re
from collections.abc import Sequence

from spacy.tokens import Token

from builder import knowledge, naming
from builder.extract.tokens import text_of, token_at

_THINGS = frozenset({"ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT"})
_WORDS = knowledge.entries("name_words")
_WEAK = frozenset(_WORDS["weak_titles"])
_GIVEN_TOO = frozenset(_WORDS["given_too"])
_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}")
SINCE = 200  # tokens in which "the dean" makes "Dean Ruiz" a title; further back it is forgotten


def is_title(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether nothing but a title stands there: "Prime Minister", "Chilean President"."""
    words = [t for t in tokens[start:end] if not naming.is_demonym(t.text)]
    if len(words) == 1 < end - start and words[0].is_sent_start and words[0].pos_ == "ADJ":
        return True  # "Furious Peruvian ministers"
    if not words or words[-1].is_lower or naming.title(words[-1].text) is None:
        return False
    if len(words) == 1:
        return naming.is_office(words[-1].text) and words[-1].ent_type_ != "PERSON"
    if naming.marks(words[-1].text) == "heads" and all(t.ent_type_ == "ORG" for t in words):
        return False  # "the Chilean Coast Guard"
    if naming.is_office(words[-1].text) and end < len(tokens) and tokens[end].lower_ == "of":
        return True  # "Ana Ruiz Professor of Trade"
    return naming.title(" ".join(t.text for t in words[-2:])) is not None or (
        naming.is_office(words[-1].text) and not any(naming.is_given_name(t.text) for t in words)
    )


def after_title(tokens: Sequence[Token], start: int, end: int) -> tuple[int, str | None]:
    """Where the name begins after titles and honorifics, and the last honorific."""
    name, honorific = start, None
    for token in tokens[start : end - 1]:
        if naming.is_honorific(token.text):
            name, honorific = token.i + 1, token.text.strip(".")
        elif naming.is_office(token.text) and _begins_name(tokens, token.i + 1, end):
            name = token.i + 1
        elif _introduces(tokens, token.i, end):
            name = token.i + 1  # "Novelist Ana Ruiz"
        elif token.i == name == start and _describes(tokens, start, end):
            name = token.i + 1
    if name == start:
        given = _given_after_office(tokens, start, end)
        if given > start:
            return given, None  # "Secretary of the Interior Ana Ruiz"
        person = _person_at_end(tokens, start, end)
        if start < person < end and any(naming.is_office(t.text) for t in tokens[start:person]):
            return person, None  # "Special Envoy for African Affairs Ana Ruiz"
    return name, honorific


def _introduces(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Whether the word says what the person is whose given name follows."""
    given = naming.is_given_name(tokens[place + 1].text) or _INITIALS.fullmatch(
        tokens[place + 1].text
    )
    return bool(
        given and naming.title(tokens[place].text) and not _is_given(tokens, place + 1, end)
    )


def _describes(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a sentence begins with what someone is: "Producer Ruiz", "Veterans Ana Ruiz …"."""
    token, last = tokens[start], tokens[end - 1]
    return (
        bool(token.is_sent_start)
        and naming.title(token.text) is not None
        and not naming.is_given_name(token.text)
        and not _is_given(tokens, start + 1, end)
        and (last.ent_type_ == "PERSON" or _is_plain_word(token, last))
    )


def _is_plain_word(token: Token, last: Token) -> bool:
    """Whether the tagger reads a noun before names: "Student Ana Ruiz", not "Student Union"."""
    return token.pos_ == "NOUN" and last.pos_ == "PROPN" and naming.marks(last.text) is None


def _given_after_office(tokens: Sequence[Token], start: int, end: int) -> int:
    """The given name in "Secretary of the Interior Ana Ruiz"; the run may begin at "Interior"."""
    office = [t for t in tokens[max(0, start - 3) : start + 1] if naming.is_office(t.text)]
    if not office or naming.is_given_name(tokens[start].text):
        return start
    after = token_at(tokens, office[-1].i + 1)
    if after is None or after.lower_ not in {"of", "for"}:
        return start
    names = (t.i for t in tokens[start + 1 : end - 1] if naming.is_given_name(t.text))
    return next(names, start)


def _begins_name(tokens: Sequence[Token], place: int, end: int) -> bool:
    if place >= end or (not tokens[place].text[0].isupper() and not tokens[place].is_alpha):
        return False
    title, first, last = tokens[place - 1], tokens[place], tokens[end - 1]
    if first.lower_ in {"of", "for", "and", "-"} or first.text in {"&", "'", "’"}:
        return False
    if _is_given(tokens, place, end) or (naming.is_office(first.text) and place == end - 1):
        return False
    person = first.ent_type_ == "PERSON" or last.ent_type_ == "PERSON"
    if naming.marks(last.text) and not person:
        return False
    # "Alba Technologies India MD Ana Ruiz": no model is needed for an office in capitals
    sure = _is_cut(tokens, place) or _is_whole_title(tokens, place)
    if not sure and (title.lower_ in _WEAK or title.ent_type_ in _THINGS):
        inside = title.ent_type_ in _THINGS and first.ent_iob_ == "I"
        return naming.is_given_name(first.text) or (person and not inside)
    return True


def _is_whole_title(tokens: Sequence[Token], place: int) -> bool:
    """Whether a title of three words ends before `place`: "Chief Financial Officer Ruiz"."""
    words = tokens[max(0, place - 3) : place]
    return len(words) == 3 and naming.title(text_of(words)) is not None  # noqa: PLR2004


def _is_given(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Whether the title before the last word is a given name: "coach Dean Ruiz"."""
    word, surname = tokens[place - 1], tokens[place]
    if word.lower_ not in _GIVEN_TOO:
        return False
    if end - place > 1:
        return len(surname.text.strip(".")) == 1  # "Earl J. Ruiz"
    before = tokens[place - 2] if place > 1 else None
    if before is not None and (before.tag_ == "POS" or naming.title(before.text) is not None):
        return True
    one = word.ent_type_ == "PERSON" and surname.ent_iob_ == "I"
    said = any(token.text == word.lower_ for token in tokens[max(0, place - SINCE) : place])
    return one and not said


def _is_cut(tokens: Sequence[Token], place: int) -> bool:
    """Whether an office in capitals stands there: "CEO", or "Alba Foods MD" behind a name."""
    word = tokens[place - 1].text
    named = place > 1 and tokens[place - 2].text[0].isupper()
    sure = named or word.lower() not in _WEAK
    return sure and word.isupper() and naming.title(word) is not None


def _person_at_end(tokens: Sequence[Token], start: int, end: int) -> int:
    place = end
    while place > start and tokens[place - 1].ent_type_ == "PERSON":
        place -= 1
        if tokens[place].ent_iob_ == "B":
            break
    return place
