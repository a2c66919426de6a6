"""What holds a run of capitals together: hyphens, particles, nicknames, "of the", suffixes.

In: the first token of a run. Out: the token after its last.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from builder import knowledge, naming
from builder.extract.names.capitals import HYPHENS, is_capital
from builder.extract.tokens import text_of

LINKS = 3  # words that may link the parts of an institution's name: "of the", "for the"
_WORDS = knowledge.entries("name_words")
_LINKS = frozenset(_WORDS["joining"])
_FIRMS = frozenset(_WORDS["firms"])
_FIELDS = frozenset(_WORDS["fields"])
_THINGS = frozenset({"ORG", "FAC", "GPE", "LOC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "NORP"})
_QUOTES = frozenset("\"“”‘’'")
PARTNERS = 8  # of one firm; a longer row of names is a list
NICKNAME = 4  # tokens that a nickname may have
_VOWELS = frozenset("aeou")  # "Seong Ji-a"
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
CLAUSE_OPENERS = frozenset(_WORDS["openers"])


def end_of(tokens: Sequence[Token], start: int, skipped: frozenset[int]) -> int:
    """The token after the run of capitals that begins at `start`, with all that links them."""
    end = _partners(tokens, start) or start + 1
    while end < len(tokens) and end not in skipped:
        if is_capital(tokens[end]) and tokens[end - 1].whitespace_ and not _parts(tokens, end):
            end += 1
            continue
        link = _linked(tokens, start, end)
        if not link:
            break
        end = link
    return _with_suffix(tokens, end)


def _partners(tokens: Sequence[Token], start: int) -> int:
    """The end of "Alba, Ruiz & Stern", or of "the solicitors Alba, Ruiz and Stern", else 0.

    With "and" alone, a word before the names must say that they are a firm's.
    """
    start += (
        tokens[start].lower_ in _FIRMS
    )  # "Solicitors Alba, Ruiz and Stern" at a sentence's start
    place = start + 1
    while place + 1 < len(tokens) and tokens[place].text == "," and is_capital(tokens[place + 1]):
        place += 2
        if place > start + 2 * PARTNERS:
            return 0
    if (
        place + 1 >= len(tokens)
        or not is_capital(tokens[place + 1])
        or not tokens[place - 1].is_alpha
    ):
        return 0
    listed = place > start + 1
    if tokens[place].text == "&":
        return place + 2 if listed and tokens[place].whitespace_ else 0
    firm = start > 0 and tokens[start - 1].lower_ in _FIRMS
    return place + 2 if tokens[place].lower_ == "and" and listed and firm else 0


def _with_suffix(tokens: Sequence[Token], end: int) -> int:
    """The end with a suffix that belongs to the name: "Al Roe, Jr."."""
    place = end + 1 if end + 1 < len(tokens) and tokens[end].text == "," else end
    if (
        place < len(tokens)
        and naming.generation(tokens[place].text)
        and tokens[place].text[0].isupper()
    ):
        return place + 1
    return end


def _linked(tokens: Sequence[Token], start: int, end: int) -> int:
    """The end of the run when what stands at `end` links it to a further capital, else 0."""
    token, limit = tokens[end], len(tokens)
    if token.text in HYPHENS:
        return _hyphenated(tokens, start, end)
    if token.text in _POSSESSIVES and _is_possessed(tokens, start, end):
        return end + 2
    if token.text in _QUOTES:
        return _after_nickname(tokens, end)
    if token.text in {"&", "'", "’"} and end + 1 < limit and is_capital(tokens[end + 1]):
        return end + 2 if token.text == "&" or not token.whitespace_ else 0
    if token.text.lower() in naming.PARTICLES and token.is_lower and token.text != "e":
        after = end + 1
        while after < limit and (
            tokens[after].text in HYPHENS or tokens[after].text in naming.PARTICLES
        ):
            after += 1
        if after < limit and is_capital(tokens[after]) and _personal(tokens, start, after):
            return after + 1
    return _institution(tokens, start, end) if token.lower_ in _LINKS else 0


def _hyphenated(tokens: Sequence[Token], start: int, end: int) -> int:
    """For "Jean-Claude", "Al-Shabaab", "Min-ho", but not "Chinese-made" or "Smith - the"."""
    if end + 1 >= len(tokens) or tokens[end - 1].whitespace_ or tokens[end].whitespace_:
        return 0
    half = tokens[end + 1]
    given = half.ent_type_ == "PERSON" and half.ent_iob_ == "I" and half.is_alpha
    return end + 2 if given or is_capital(half) or _is_given(tokens, start, end) else 0


def _is_given(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether it is a given name of two syllables beside a family name: "Kwok Ka-keung"."""
    one, other = tokens[end - 1].text, tokens[end + 1].text
    return (
        (end - start > 1 or _goes_on_after(tokens, end + 2))
        and naming.is_syllable(one)
        and (naming.is_syllable(other) or other in _VOWELS)
        and not naming.known_place(text_of(tokens[start:end]))
    )


def _goes_on_after(tokens: Sequence[Token], place: int) -> bool:
    """Whether a surname follows the given name that ends before `place`: "Jun-jun dela Cruz"."""
    if place < len(tokens) and tokens[place].text in naming.PARTICLES:
        place += 1
    return place < len(tokens) and is_capital(tokens[place])


def _is_possessed(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a possessive belongs to the name: "St Ann's Hospital", "Magistrates' Court"."""
    owner, after = tokens[end - 1], tokens[end + 1] if end + 1 < len(tokens) else None
    if after is None or not is_capital(after):
        return False
    if (owner.text, after.text) == ("State", "Attorney"):
        return True
    sainted = end - start > 1 and tokens[end - 2].text.strip(".") in {"St", "Saint"}
    if _is_trade(owner) and tokens[end].text in {"'", "’"} and naming.marks(after.text) == "heads":
        return True
    return (sainted or naming.is_owner(owner.text)) and naming.marks(after.text) in {
        "heads", "places",
    }  # fmt: skip


def _is_trade(owner: Token) -> bool:
    """Whether it may be what the members of a body are: "Bakers’ Guild", not "Agnes’ House"."""
    plural = owner.text.endswith("ers") or owner.tag_ in {"NNS", "NNPS"}
    title = naming.title(owner.text.removesuffix("s")) is not None
    return owner.text.endswith("s") and (plural or title) and not naming.is_given_name(owner.text)


def _after_nickname(tokens: Sequence[Token], place: int) -> int:
    """The end of a name that goes on after a nickname (Al "The Fox" Roe), else 0."""
    if tokens[place].text in "’”" or (tokens[place].whitespace_ and tokens[place].text in "“‘"):
        return 0
    for close in range(place + 2, min(place + 2 + NICKNAME, len(tokens) - 1)):
        token = tokens[close]
        if token.is_space or token.text in {",", "."}:
            return 0
        if token.text in "“‘" or (token.is_stop and not token.is_title and token.lower_ != "the"):
            return 0
        if token.text in _QUOTES:
            spaced = bool(tokens[place - 1].whitespace_ and token.whitespace_)
            return close + 2 if spaced and is_capital(tokens[close + 1]) else 0
    return 0


def _personal(tokens: Sequence[Token], start: int, after: int) -> bool:
    # "Ursula von der Leyen", not "Smith y Jones" in a list of places
    return not naming.known_place(text_of(tokens[start:after]))


def _institution(tokens: Sequence[Token], start: int, end: int) -> int:
    after = end
    while after < len(tokens) and tokens[after].lower_ in _LINKS and after - end < LINKS:
        after += 1
    if after >= len(tokens) or not is_capital(tokens[after]) or tokens[after].is_sent_start:
        return 0
    if tokens[end].lower_ == "and" and _are_two(tokens, start, end, after):
        return 0
    return after + 1 if _goes_on(tokens, start, end, after) else 0


def _goes_on(tokens: Sequence[Token], start: int, end: int, after: int) -> bool:
    """Whether what links the capitals before `end` with the one at `after` is part of a name."""
    first, last = tokens[end - 1], tokens[after]
    one = first.ent_type_ in _THINGS and all(t.ent_iob_ == "I" for t in tokens[end : after + 1])
    # "he won the Alba Cup for Acme"
    won = naming.marks(first.text) == "things" and tokens[end].lower_ == "for"
    if _is_addressed(tokens, start, end) and tokens[end].lower_ == "of":
        return False  # "Dr Ana Ruiz of Alba College"
    if one and first.ent_type_ == last.ent_type_ and not won:
        return True
    if tokens[end].lower_ != "and":
        return tokens[end].lower_ in {"of", "for"} and _is_head(tokens, start, end)
    if _is_couple(tokens, end, after):
        return True
    if not any(token.lower_ in {"of", "for"} for token in tokens[start:end]):
        return False
    stop = after
    while stop < len(tokens) and is_capital(tokens[stop]) and tokens[stop].text not in _FIELDS:
        stop += 1
    return stop < len(tokens) and tokens[stop].text in _FIELDS  # "… of Trade and Rural Affairs"


def _is_addressed(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether an honorific and a person's name stand there: not "Queen Ana University"."""
    named = end - start > 1 and naming.marks(tokens[end - 1].text) is None
    return named and naming.is_honorific(tokens[start].text)


def _are_two(tokens: Sequence[Token], start: int, end: int, after: int) -> bool:
    """Whether "and" stands between two single words: "Dell and Tyan"."""
    lone = end - start == 1 and after + 1 < len(tokens) and not is_capital(tokens[after + 1])
    return lone and not naming.known_body(text_of(tokens[start : after + 1]))


def _is_couple(tokens: Sequence[Token], end: int, after: int) -> bool:
    """Whether "Bo and Ana Ruiz Foundation" goes on: two given names, and a body at the end."""
    given = naming.is_given_name(tokens[end - 1].text) and naming.is_given_name(tokens[after].text)
    last = after
    while last + 1 < len(tokens) and is_capital(tokens[last + 1]):
        last += 1
    return given and last > after and naming.marks(tokens[last].text) == "heads"


def _is_head(tokens: Sequence[Token], start: int, end: int) -> bool:
    word = tokens[end - 1].text
    if naming.is_office(word) and naming.marks(word) is None:
        return False
    if naming.marks(word) in {"heads", "places"}:
        return True
    return any(naming.marks(t.text) == "heads" and t.lower_ for t in tokens[start : start + 1])


def _parts(tokens: Sequence[Token], end: int) -> bool:
    """Whether the capital at `end` begins something new: a line, a sentence, a clause."""
    token = tokens[end]
    if "\n" in tokens[end - 1].text:
        return True
    before = tokens[end - 1].text
    if before.endswith(".") and naming.marks(before) == "suffixes":
        return naming.marks(token.text) != "suffixes"  # "… of Alba Inc. Shares fell", "Co. Ltd."
    if _is_state(tokens, end - 1) and naming.title(token.text) is None:
        return True  # "in Alba, Calif. Apart from that"
    if token.text not in CLAUSE_OPENERS:
        return False
    after = tokens[end + 1] if end + 1 < len(tokens) else None
    if after is None or not is_capital(after):
        return True  # "… said the DAB In a statement"
    return not (token.ent_iob_ == "I" and after.ent_iob_ == "I")  # "Alice In Wonderland"


def _is_state(tokens: Sequence[Token], place: int) -> bool:
    """Whether a state cut short stands there after a comma: "Alba, Calif."."""
    after_comma = place > 0 and tokens[place - 1].text == ","
    word = tokens[place].text
    return after_comma and word.endswith(".") and len(word) > 2 and naming.is_state_short(word)  # noqa: PLR2004
