"""Names in lines set like headlines, where capitals say nothing.

Those that the body confirms, longest first; then a given name with the word after it; then a
place or an organisation that is well known, or whose last word says what it is: the model alone
takes any two words for one ("Diamond Heist"). Every other capital is a word that resolution may
claim as a known surname.
"""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from builder import naming
from builder.extract.names.capitals import HYPHENS
from builder.extract.names.segmentation import Part, parts_of
from builder.extract.tokens import text_of

LONGEST = 8  # words of a name looked for in a headline
_THINGS = frozenset({"GPE", "LOC", "ORG"})


def names_in_headlines(
    tokens: Sequence[Token], headlines: Sequence[tuple[int, int]], known: Iterable[Part]
) -> Iterator[Part]:
    """The names of all headline lines."""
    lexicon = _lexicon(tokens, known)
    for start, end in headlines:
        place = start
        while place < end:
            width = _width(tokens, place, end, lexicon)
            if width:
                yield from parts_of(tokens, place, place + width)
            elif _may_be_surname(tokens[place]):
                yield Part(place, place + 1, guessed=True)
            place += width or 1


def _lexicon(tokens: Sequence[Token], known: Iterable[Part]) -> frozenset[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for part in known:
        words = tuple(token.lower_ for token in tokens[part.start : part.end])
        found.add(words)
        if len(words) > 1 and naming.marks(tokens[part.end - 1].text) is None:
            found.add(words[-1:])
    return frozenset(found)


def _width(
    tokens: Sequence[Token], place: int, end: int, lexicon: frozenset[tuple[str, ...]]
) -> int:
    words = tuple(token.lower_ for token in tokens[place : min(end, place + LONGEST)])
    if not tokens[place].text[:1].isupper():
        return 0
    for width in range(len(words), 0, -1):
        if words[:width] in lexicon:
            return width
    return _person(tokens, place, end) or _thing(tokens, place, end)


def _person(tokens: Sequence[Token], place: int, end: int) -> int:
    """Two words of "Ana Ruiz Opens Bridge": the model often takes the verb in."""
    if place + 1 >= end or not naming.is_given_name(tokens[place].text):
        return 0
    after = tokens[place + 1]
    named = after.text[:1].isupper() and naming.marks(after.text) != "things"  # "Diamond Heist"
    if not named or after.is_stop or not tokens[place].whitespace_:
        return 0
    seen = tokens[place].ent_type_ == "PERSON" and after.ent_iob_ == "I"
    if not seen and (after.pos_ != "PROPN" or after.is_upper):
        return 0
    hyphened = [token.text in HYPHENS for token in tokens[place + 2 : min(end, place + 4)]]
    return 4 if hyphened == [True, False] and not after.whitespace_ else 2  # "Kim Soo-yeon"


def _thing(tokens: Sequence[Token], place: int, end: int) -> int:
    token = tokens[place]
    if token.ent_iob_ != "B" or token.ent_type_ not in _THINGS:
        return 0
    width = 1
    while place + width < end and tokens[place + width].ent_iob_ == "I":
        width += 1
    name = text_of(tokens[place : place + width])
    known = naming.known_place(name) or naming.known_body(name) or naming.is_body(name)
    ends = width > 1 and naming.marks(tokens[place + width - 1].text) not in {None, "things"}
    return width if known or ends else 0


def _may_be_surname(token: Token) -> bool:
    return token.text[:1].isupper() and token.is_alpha and not token.is_stop and len(token) > 1
