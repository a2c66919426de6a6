"""Lines that say who wrote the article, or when: a line in, whether it is one, the names out.

Forms: "By Jane Doe, staff writer", "Jane Doe and John Roe | Evening Post | May 5, 2024 | 10:32
am", "Jane Doe (@janedoe) Published May 5, 2024", "Jane Doe5 May 2024" (a line end was lost).
Missed: a name, a day and no mark or verb between them, where the name has more than four words.
"""

import re

from builder import naming
from builder.clean import boilerplate_phrases

MOST_NAMES = 4  # "Ana Maria de la Cruz, Lima"; more capitals make a headline
LONG_NAME = 2  # words; "Police Seize Boats" is as long as a name with a given name before it
PLACE_WORDS = 3  # "San Marco, 5 May 2024"
_NAME_WORDS = range(2, 7)
_NAME = r"[^\W\d_][\w.'’-]*"
_BYLINE = re.compile(
    rf"(?:(?:written|words|story|text|report|reported|article|posted|published"
    rf"|edited|curated|compiled|reviewed|produced) )?by:?\s*"
    rf"(?P<names>{_NAME}(?:(?:\s*[,|&/·•-]\s*|\s+){_NAME}){{0,12}})",
    re.IGNORECASE,
)
_SMALL = frozenset(["and", "of", "for", "in", "at", "the", "with", "from", "to"])
_PARTS = re.compile(r"\s*[|·•]\s*|\s+[-–—/]\s+|(?<=[a-z])/(?=[A-Z])")
_BETWEEN = re.compile(r"\s*(?:,|&|\band\b)\s*")
_HANDLE = re.compile(r"\s*\(?@\w+\)?\s*$")
_WIRE = re.compile(r"\s*\([^()\n]{2,40}\)\s*[-–—:]*\s*$")
_STATION = re.compile(r"\s(?:in|at|for)\s")
_DASHED = re.compile(rf"[-–—]\s?(?P<name>{_NAME}(?: {_NAME}){{1,3}})")
_DAY_BEGINS = re.compile(
    r"\d|\b(?:published|posted|updated|last|first|on"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)


def is_stamp(text: str) -> bool:
    """Whether the line says who wrote the article, or when, and nothing else."""
    return boilerplate_phrases.is_date_stamp(text) or bool(written_by(text))


def byline_names(text: str) -> str:
    """The names of a byline ("Jane Doe" of "By Jane Doe, staff writer"); "" if it is none."""
    if len(text) > boilerplate_phrases.LONGEST_ROW or boilerplate_phrases.ends_sentence(text):
        return ""
    found = _BYLINE.match(text.strip(" |•·-–—"))
    if found is None:
        return ""
    rest = text.strip(" |•·-–—")[found.end() :]
    names = re.findall(_NAME, found["names"])
    small = [name.lower() for name in names if not name[0].isupper()]
    if not boilerplate_phrases.words_of("byline_words").issuperset(small):
        return ""
    return (
        found["names"]
        if not rest.strip(boilerplate_phrases.EDGES) or boilerplate_phrases.is_date_stamp(rest)
        else ""
    )


def written_by(text: str) -> str:
    """The names in a line that says who wrote the article, and nothing else; "" if it is none."""
    return byline_names(text) or signed(text)


def signed(text: str) -> str:
    """The writers in a line of names, an outlet and a day, as it names them ("" in another)."""
    names = _before_the_day(text)
    return names if names and all(map(_is_person, _BETWEEN.split(names))) else ""


def is_placed(text: str, *, surely: bool) -> bool:
    """Whether the line holds a place and a day: "Lima, 5 May 2024"; `surely` one that is known.

    "Boats Seized, 5 May 2024" looks the same.
    """
    if len(text) > boilerplate_phrases.LONGEST_ROW:
        return False
    place = _before_the_day(_WIRE.sub("", text))
    if not 0 < len(place.split()) <= PLACE_WORDS:
        return False
    return not surely or place.isupper() or naming.known_place(place)


def is_of_outlet(text: str) -> bool:
    """Whether the line holds an outlet's name and a day: "Evening Post, 5 May 2024"."""
    name = _before_the_day(text)
    return name in naming.outlet_names() or naming.ends_as_body(name)


def dashed(text: str) -> str:
    """The name in a line such as "- JANE DOE", below a headline; "" in another."""
    found = _DASHED.fullmatch(text.strip())
    return found["name"] if found and _is_person(found["name"]) else ""


def is_name(text: str) -> bool:
    """Whether the line is a name, a role or both, as a writer's alone ("Jane Doe in Oslo")."""
    words = text.replace(",", " ").replace("|", " ").split()
    return (
        len(words) in _NAME_WORDS
        and words[0][0].isupper()
        and sum(word[0].isupper() for word in words) <= MOST_NAMES
        and all(re.fullmatch(_NAME, word) for word in words)
        and all(
            word[0].isupper() or word in boilerplate_phrases.words_of("byline_words")
            for word in words
        )
    )


def is_writer(text: str) -> bool:
    """Whether the line names a person by two words or more, and no office, section or place."""
    opening = text.split()[:2]
    words = {word.strip(",|").lower() for word in opening}
    return (
        is_name(text)
        and all(word[0].isupper() and word.isalpha() for word in opening)
        and words.isdisjoint(
            boilerplate_phrases.words_of("byline_words") | boilerplate_phrases.words_of("sections")
        )
    )


def is_known_writer(text: str) -> bool:
    """Whether the line is a name of two or three words that begins with a given name.

    Where it reports from may follow: "Jane Doe in Oslo".
    """
    return _is_person(text) and naming.is_given_name(text.split(maxsplit=1)[0])


def is_office(text: str) -> bool:
    """Whether the line says what somebody is, and no name: "editor-in-chief", "Staff writer"."""
    words = re.split(r"[\s-]+", text.lower().strip(boilerplate_phrases.EDGES))
    return (
        len(words) > 1
        and all(word in boilerplate_phrases.words_of("byline_words") for word in words)
        and any(word not in naming.PARTICLES and word not in _SMALL for word in words)
    )


def _before_the_day(text: str) -> str:
    """What a line holds before its day: names, before parts that may name an outlet or office."""
    if len(text) > boilerplate_phrases.LONGEST_ROW:
        return ""
    for begins in _DAY_BEGINS.finditer(text):
        if boilerplate_phrases.is_date_stamp(text[begins.start() :]):
            first, *others = _PARTS.split(text[: begins.start()].strip(" |·•,-–—/"))
            head = _HANDLE.sub("", first)
            return head if all(map(_is_capitalised, (head, *others))) else ""
    return ""


def _is_person(name: str) -> bool:
    """Whether it is a name of two or three words; a longer one only by its given name."""
    person, *station = _STATION.split(name, maxsplit=1)
    words = person.split()
    if len(words) > LONG_NAME and (station or not naming.is_given_name(words[0])):
        return False  # "Maria Santos Dies in Lima" is no "Jane Doe in Lima"
    return is_writer(name) and name not in naming.outlet_names() and not naming.ends_as_body(name)


def _is_capitalised(part: str) -> bool:
    words = _HANDLE.sub("", part).split()
    small = (word for word in words if word[0].islower())
    return boilerplate_phrases.words_of("byline_words").issuperset(small)
