"""A capitalised run taken apart: titles and honorifics before a name, demonyms, names in a row.

In: a token span. Out: the names in it. "Mr Roe", "Chilean Premier Ana Ruiz", "Chile-Peru".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from builder import knowledge, naming
from builder.extract.tokens import text_of

_THINGS = frozenset({"ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT"})
_BODIES = frozenset({"ORG", "GPE", "LOC", "FAC"})
_ELSE = _THINGS | {"GPE", "LOC", "NORP", "DATE", "TIME"}
_WORDS = knowledge.entries("name_words")
_WEAK = frozenset(_WORDS["weak_titles"])
_GIVEN_TOO = frozenset(_WORDS["given_too"])
SINCE = 200  # tokens in which "the dean" makes "Dean Ruiz" a title; further back it is forgotten


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
    if _is_title(tokens, start, end):
        if end - start == 1 and _may_be_surname(tokens, start):
            yield Part(start, end, guessed=True)
        return
    whole = text_of(tokens[start:end])
    if naming.known_body(whole) or (naming.country(whole) and not naming.is_demonym(whole)):
        yield Part(start, end)  # "Soviet Union", "Doctors Without Borders"
        return
    if naming.is_demonym(text_of(tokens[start : start + 2])) and start + 2 < end:
        width = 2
    else:
        width = 1 if naming.is_demonym(tokens[start].text) else 0
    if _after_thing_noun(tokens, start) or _is_thing(tokens, start, end):
        yield Part(start, end)  # "his yacht, the Lady Ana"
        return
    name, honorific = _after_title(tokens, start, end)
    if name > start:
        yield from _institutions(tokens, start, name)
        if name < end:
            yield Part(name, end, titled=start, honorific=honorific)
        return
    if width and not (tokens[start].ent_type_ in _THINGS and width < end - start):
        yield Part(start, start + width)
        start += width
        if start == end or _is_title(tokens, start, end):
            return
    yield from _side_by_side(tokens, start, end)


def _may_be_surname(tokens: Sequence[Token], place: int) -> bool:
    """Whether a title alone may be somebody's name: "King said", after "Ana King"."""
    owned = place > 0 and tokens[place - 1].pos_ in {"DET", "PRON"}
    return not owned and (
        place + 1 == len(tokens) or tokens[place + 1].lower_ not in {"of", "for"}
    )


def _after_thing_noun(tokens: Sequence[Token], start: int) -> bool:
    before = [token.lower_ for token in tokens[max(0, start - 3) : start]]
    if before[-1:] != ["the"] or not naming.is_honorific(tokens[start].text):
        return False
    return before[1:2] == [","] and naming.is_thing_noun(before[0])


def _is_thing(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the first word says that it is a ship, a storm: "MV Princess Ana"."""
    first = tokens[start].text
    return end - start > 1 and naming.begins(first) == "things" and not naming.is_honorific(first)


def _is_title(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether nothing but a title stands there: "Prime Minister", "Chilean President"."""
    words = [t for t in tokens[start:end] if not naming.is_demonym(t.text)]
    if not words or words[-1].is_lower or naming.title(words[-1].text) is None:
        return False
    if len(words) == 1:
        return naming.is_office(words[-1].text) and words[-1].ent_type_ != "PERSON"
    if naming.is_office(words[-1].text) and end < len(tokens) and tokens[end].lower_ == "of":
        return True  # "Ana Ruiz Professor of Trade"
    return naming.title(" ".join(t.text for t in words[-2:])) is not None or (
        naming.is_office(words[-1].text) and not any(naming.is_given_name(t.text) for t in words)
    )


def _after_title(tokens: Sequence[Token], start: int, end: int) -> tuple[int, str | None]:
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
    given = naming.is_given_name(tokens[place + 1].text)
    return (
        given and bool(naming.title(tokens[place].text)) and not _is_given(tokens, place + 1, end)
    )


def _describes(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a sentence begins with what someone is: "Producer Ruiz", "Veterans Ana Ruiz …"."""
    token, last = tokens[start], tokens[end - 1]
    return (
        bool(token.is_sent_start)
        and naming.title(token.text) is not None
        and not naming.is_given_name(token.text)
        and not _is_given(tokens, start + 1, end)
        and last.ent_type_ == "PERSON"
    )


def _given_after_office(tokens: Sequence[Token], start: int, end: int) -> int:
    """The given name in "Secretary of the Interior Ana Ruiz"; the run may begin at "Interior"."""
    office = [t for t in tokens[max(0, start - 3) : start + 1] if naming.is_office(t.text)]
    if not office or naming.is_given_name(tokens[start].text):
        return start
    if tokens[office[-1].i + 1].lower_ not in {"of", "for"}:
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
    if not _is_cut(tokens, place) and (title.lower_ in _WEAK or title.ent_type_ in _THINGS):
        inside = title.ent_type_ in _THINGS and first.ent_iob_ == "I"
        return naming.is_given_name(first.text) or (person and not inside)
    return True


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
