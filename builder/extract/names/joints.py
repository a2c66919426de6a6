"""What holds a run of capitals together: hyphens, particles, nicknames, "of the", suffixes.

In: the first token of a run. Out: the token after its last.
"""

from spacy.tokens import Doc

from builder import knowledge, naming
from builder.extract.names.capitals import HYPHENS, is_capital

LINKS = 3  # words that may link the parts of an institution's name: "of the", "for the"
_WORDS = knowledge.entries("name_words")
_LINKS = frozenset(_WORDS["joining"])
_FIRMS = frozenset(_WORDS["firms"])
_FIELDS = frozenset(_WORDS["fields"])
_THINGS = frozenset({"ORG", "FAC", "GPE", "LOC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "NORP"})
_QUOTES = frozenset("\"“”‘’'")
NICKNAME = 4  # tokens that a nickname may have
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
CLAUSE_OPENERS = frozenset(_WORDS["openers"])


def end_of(doc: Doc, start: int, skipped: frozenset[int]) -> int:
    """The token after the run of capitals that begins at `start`, with all that links them."""
    end = _partners(doc, start) or start + 1
    while end < len(doc) and end not in skipped:
        if is_capital(doc[end]) and doc[end - 1].whitespace_ and not _parts(doc, end):
            end += 1
            continue
        link = _linked(doc, start, end)
        if not link:
            break
        end = link
    return _with_suffix(doc, end)


def _partners(doc: Doc, start: int) -> int:
    """The end of "Alba, Ruiz & Stern", or of "the solicitors Alba, Ruiz and Stern", else 0.

    With "and" alone, a word before the names must say that they are a firm's.
    """
    start += doc[start].lower_ in _FIRMS  # "Solicitors Alba, Ruiz and Stern" at a sentence's start
    place = start + 1
    while place + 1 < len(doc) and doc[place].text == "," and is_capital(doc[place + 1]):
        place += 2
    if place + 1 >= len(doc) or not is_capital(doc[place + 1]) or not doc[place - 1].is_alpha:
        return 0
    listed = place > start + 1
    if doc[place].text == "&":
        return place + 2 if listed and doc[place].whitespace_ else 0
    firm = start > 0 and doc[start - 1].lower_ in _FIRMS
    return place + 2 if doc[place].lower_ == "and" and listed and firm else 0


def _with_suffix(doc: Doc, end: int) -> int:
    """The end with a suffix that belongs to the name: "Al Roe, Jr."."""
    place = end + 1 if end + 1 < len(doc) and doc[end].text == "," else end
    if place < len(doc) and naming.generation(doc[place].text) and doc[place].text[0].isupper():
        return place + 1
    return end


def _linked(doc: Doc, start: int, end: int) -> int:
    """The end of the run when what stands at `end` links it to a further capital, else 0."""
    token, limit = doc[end], len(doc)
    if token.text in HYPHENS:
        return _hyphenated(doc, start, end)
    if token.text in _POSSESSIVES and _is_possessed(doc, start, end):
        return end + 2
    if token.text in _QUOTES:
        return _after_nickname(doc, end)
    if token.text in {"&", "'", "’"} and end + 1 < limit and is_capital(doc[end + 1]):
        return end + 2 if token.text == "&" or not token.whitespace_ else 0
    if token.text.lower() in naming.PARTICLES and token.is_lower and token.text != "e":
        after = end + 1
        while after < limit and (
            doc[after].text in HYPHENS or doc[after].text in naming.PARTICLES
        ):
            after += 1
        if after < limit and is_capital(doc[after]) and _personal(doc, start, after):
            return after + 1
    return _institution(doc, start, end) if token.lower_ in _LINKS else 0


def _hyphenated(doc: Doc, start: int, end: int) -> int:
    """For "Jean-Claude", "Al-Shabaab", "Min-ho", but not "Chinese-made" or "Smith - the"."""
    if end + 1 >= len(doc) or doc[end - 1].whitespace_ or doc[end].whitespace_:
        return 0
    half = doc[end + 1]
    given = half.ent_type_ == "PERSON" and half.ent_iob_ == "I" and half.is_alpha
    return end + 2 if given or is_capital(half) or _is_given(doc, start, end) else 0


def _is_given(doc: Doc, start: int, end: int) -> bool:
    """Whether it is a given name of two syllables beside a family name: "Kwok Ka-keung"."""
    one, other = doc[end - 1].text, doc[end + 1].text
    return (
        (end - start > 1 or (end + 2 < len(doc) and is_capital(doc[end + 2])))
        and naming.is_syllable(one)
        and naming.is_syllable(other)
        and not naming.known_place(doc[start:end].text)
    )


def _is_possessed(doc: Doc, start: int, end: int) -> bool:
    """Whether a possessive belongs to the name: "St Ann's Hospital", "Magistrates' Court"."""
    owner, after = doc[end - 1], doc[end + 1] if end + 1 < len(doc) else None
    if after is None or not is_capital(after):
        return False
    if (owner.text, after.text) == ("State", "Attorney"):
        return True
    sainted = end - start > 1 and doc[end - 2].text.strip(".") in {"St", "Saint"}
    return (sainted or naming.is_owner(owner.text)) and naming.marks(after.text) in {
        "heads", "places",
    }  # fmt: skip


def _after_nickname(doc: Doc, place: int) -> int:
    """The end of a name that goes on after a nickname (Al "The Fox" Roe), else 0."""
    if doc[place].text in "’”" or (doc[place].whitespace_ and doc[place].text in "“‘"):
        return 0
    for close in range(place + 2, min(place + 2 + NICKNAME, len(doc) - 1)):
        token = doc[close]
        if token.is_space or token.text in {",", "."}:
            return 0
        if token.text in "“‘" or (token.is_stop and not token.is_title and token.lower_ != "the"):
            return 0
        if token.text in _QUOTES:
            spaced = bool(doc[place - 1].whitespace_ and token.whitespace_)
            return close + 2 if spaced and is_capital(doc[close + 1]) else 0
    return 0


def _personal(doc: Doc, start: int, after: int) -> bool:
    # "Ursula von der Leyen", not "Smith y Jones" in a list of places
    return not naming.known_place(doc[start:after].text)


def _institution(doc: Doc, start: int, end: int) -> int:
    after = end
    while after < len(doc) and doc[after].lower_ in _LINKS and after - end < LINKS:
        after += 1
    if after >= len(doc) or not is_capital(doc[after]) or doc[after].is_sent_start:
        return 0
    if doc[end].lower_ == "and" and _are_two(doc, start, end, after):
        return 0
    return after + 1 if _goes_on(doc, start, end, after) else 0


def _goes_on(doc: Doc, start: int, end: int, after: int) -> bool:
    """Whether what links the capitals before `end` with the one at `after` is part of a name."""
    first, last = doc[end - 1], doc[after]
    one = first.ent_type_ in _THINGS and all(t.ent_iob_ == "I" for t in doc[end : after + 1])
    # "he won the Alba Cup for Acme"
    won = naming.marks(first.text) == "things" and doc[end].lower_ == "for"
    if one and first.ent_type_ == last.ent_type_ and not won:
        return True
    if doc[end].lower_ != "and":
        return doc[end].lower_ in {"of", "for"} and _is_head(doc, start, end)
    if _is_couple(doc, end, after):
        return True
    if not any(token.lower_ in {"of", "for"} for token in doc[start:end]):
        return False
    stop = after
    while stop < len(doc) and is_capital(doc[stop]) and doc[stop].text not in _FIELDS:
        stop += 1
    return stop < len(doc) and doc[stop].text in _FIELDS  # "… of Trade and Rural Affairs"


def _are_two(doc: Doc, start: int, end: int, after: int) -> bool:
    """Whether "and" stands between two single words: "Dell and Tyan"."""
    lone = end - start == 1 and after + 1 < len(doc) and not is_capital(doc[after + 1])
    return lone and not naming.known_body(doc[start : after + 1].text)


def _is_couple(doc: Doc, end: int, after: int) -> bool:
    """Whether "Bo and Ana Ruiz Foundation" goes on: two given names, and a body at the end."""
    given = naming.is_given_name(doc[end - 1].text) and naming.is_given_name(doc[after].text)
    last = after
    while last + 1 < len(doc) and is_capital(doc[last + 1]):
        last += 1
    return given and last > after and naming.marks(doc[last].text) == "heads"


def _is_head(doc: Doc, start: int, end: int) -> bool:
    word = doc[end - 1].text
    if naming.is_office(word) and naming.marks(word) is None:
        return False
    if naming.marks(word) in {"heads", "places"}:
        return True
    return any(naming.marks(t.text) == "heads" and t.lower_ for t in doc[start : start + 1])


def _parts(doc: Doc, end: int) -> bool:
    """Whether the capital at `end` begins something new: a line, a sentence, a clause."""
    token = doc[end]
    if "\n" in doc[end - 1].text:
        return True
    before = doc[end - 1].text
    if before.endswith(".") and naming.marks(before) == "suffixes":
        return naming.marks(token.text) != "suffixes"  # "… of Alba Inc. Shares fell", "Co. Ltd."
    if _is_state(doc, end - 1) and naming.title(token.text) is None:
        return True  # "in Alba, Calif. Apart from that"
    if token.text not in CLAUSE_OPENERS:
        return False
    after = doc[end + 1] if end + 1 < len(doc) else None
    if after is None or not is_capital(after):
        return True  # "… said the DAB In a statement"
    return not (token.ent_iob_ == "I" and after.ent_iob_ == "I")  # "Alice In Wonderland"


def _is_state(doc: Doc, place: int) -> bool:
    """Whether a state cut short stands there after a comma: "Alba, Calif."."""
    after_comma = place > 0 and doc[place - 1].text == ","
    word = doc[place].text
    return after_comma and word.endswith(".") and len(word) > 2 and naming.is_state_short(word)  # noqa: PLR2004
