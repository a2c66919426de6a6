"""A capitalised run taken apart: titles and honorifics before a name, demonyms, names in a row.

In: a token span. Out: the names in it. "Mr Roe", "Chilean Premier Ana Ruiz", "Chile-Peru".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from builder import naming
from builder.extract.names.titles import after_title, is_title
from builder.extract.tokens import text_of

_THINGS = frozenset({"ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT"})
_BODIES = frozenset({"ORG", "GPE", "LOC", "FAC"})
_ROYAL = frozenset({"Queen", "King", "Prince", "Princess", "Duke", "Lady", "Lord"})
_ELSE = _THINGS | {"GPE", "LOC", "NORP", "DATE", "TIME"}


@dataclass(frozen=True, slots=True)
class Part:
    """Tokens of one name, and the token where its title begins if the run holds one."""

    start: int
    end: int
    titled: int | None = None
    honorific: str | None = None
    guessed: bool = False
    """A lone capital in a headline, a name only if the story knows it."""


def parts_of(tokens: Sequence[Token], start: int, end: int) -> Iterator[Part]:
    """The names in the run from `start` to `end`."""
    explained = _is_explained(tokens, start, end)
    if is_title(tokens, start, end) and not explained:
        if end - start == 1 and _may_be_surname(tokens, start):
            yield Part(start, end, guessed=True)
        return
    if explained or _is_whole(tokens, start, end):
        yield Part(start, end)
        return
    if naming.is_demonym(text_of(tokens[start : start + 2])) and start + 2 < end:
        width = 2
    else:
        width = 1 if naming.is_demonym(tokens[start].text) else 0
    name, honorific = after_title(tokens, start, end)
    if name > start:
        yield from _institutions(tokens, start, name)
        if name < end:
            yield Part(name, end, titled=start, honorific=honorific)
        return
    if width and not (tokens[start].ent_type_ in _THINGS and width < end - start):
        yield Part(start, start + width)
        start += width
        if start == end or is_title(tokens, start, end):
            return
    yield from _side_by_side(tokens, start, end)


def _is_explained(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the initials of the run stand in brackets after it: "Chilean Coast Guard (CCG)"."""
    if end + 2 >= len(tokens) or tokens[end].text != "(" or tokens[end + 2].text != ")":
        return False
    initials = "".join(t.text[0] for t in tokens[start:end] if t.text[0].isupper())
    return len(initials) > 1 and tokens[end + 1].text == initials


def _is_whole(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the run is one name, whatever titles and demonyms seem to begin it."""
    name = text_of(tokens[start:end])
    if naming.known_body(name) or (naming.country(name) and not naming.is_demonym(name)):
        return True  # "Soviet Union", "Doctors Without Borders"
    if _is_thing(tokens, start, end) or _before_building(tokens, end):
        return True
    words = [token.text for token in tokens[start:end]]  # "Queen Ana Hospital"
    body = any(naming.marks(word) == "heads" for word in words[2:])
    return body and words[0] in _ROYAL


def _may_be_surname(tokens: Sequence[Token], place: int) -> bool:
    """Whether a title alone may be somebody's name: "King said", after "Ana King"."""
    owned = place > 0 and tokens[place - 1].pos_ in {"DET", "PRON"}
    return not owned and (
        place + 1 == len(tokens) or tokens[place + 1].lower_ not in {"of", "for"}
    )


def _before_building(tokens: Sequence[Token], end: int) -> bool:
    """Whether what follows says that it is a place's name: "Queen Ana airport"."""
    after = tokens[end] if end < len(tokens) else None
    if after is None or not after.is_lower or tokens[end - 1].head != after:
        return False
    return naming.marks(after.text.capitalize()) == "places"


def _is_thing(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the first word says that it is a ship, a storm: "MV Princess Ana"."""
    first = tokens[start].text
    return end - start > 1 and naming.begins(first) == "things" and not naming.is_honorific(first)


def _institutions(tokens: Sequence[Token], start: int, end: int) -> Iterator[Part]:
    """Organisations and places inside a title: "White House Press Secretary"."""
    for first in range(start, end):
        token = tokens[first]
        if token.ent_iob_ != "B" or token.ent_type_ not in _BODIES:
            continue
        last = first + 1
        while last < len(tokens) and tokens[last].ent_iob_ == "I":
            last += 1
        if last > end:
            continue
        while last > first and _ends_title(tokens, last - 1):
            last -= 1
        if last > first:
            yield Part(first, last)


def _ends_title(tokens: Sequence[Token], place: int) -> bool:
    # "Alba County State's Attorney": the state is no place here
    word = tokens[place].text
    return naming.title(word) is not None or word in {"State", "'s", "’s"}


def _side_by_side(tokens: Sequence[Token], start: int, end: int) -> Iterator[Part]:
    cuts = [start]
    for place in range(start + 1, end):
        before, token = tokens[place - 1], tokens[place]
        new = token.ent_iob_ == "B" or (before.ent_type_ != "" and token.ent_type_ == "")
        if not new or before.text in "-‐‑&":
            continue
        pair = {before.ent_type_, token.ent_type_}
        if "PERSON" in pair and pair & _ELSE and not _one_name(tokens, cuts[-1], place, end):
            cuts.append(place)  # "Oscars Ana Ruiz"
    for number, cut in enumerate(cuts):
        stop = cuts[number + 1] if number + 1 < len(cuts) else end
        yield from _hyphened(tokens, cut, stop)


def _one_name(tokens: Sequence[Token], start: int, place: int, end: int) -> bool:
    # "Paris Hilton": a place word that is also half of a name of two words
    lone = place - start == 1 and end - place == 1
    return lone and naming.is_given_name(tokens[start].text)


def _hyphened(tokens: Sequence[Token], start: int, end: int) -> Iterator[Part]:
    middle = next((t.i for t in tokens[start:end] if t.text in "-‐‑"), None)
    if middle is not None and middle > start:
        halves = text_of(tokens[start:middle]), text_of(tokens[middle + 1 : end])
        if all(naming.country(half) or naming.known_place(half) for half in halves):
            yield Part(start, middle)
            yield Part(middle + 1, end)
            return
    if start < end:
        yield Part(start, end)
