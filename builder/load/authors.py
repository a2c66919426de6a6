"""The people whom a page names as its authors: a field's value in, their names out.

A field may hold one name, several in one string with what they are and whose ("By Ella Roth, Tom
S. Vale and Jin Park, CNN"), or objects of schema.org. No authors: outlets and other organisations,
offices ("Staff Writer"), mail and web addresses.
Missed: a person called as an organisation is, by a given name that the register does not know.
"""

import re
from collections.abc import Iterator, Mapping

from builder import naming
from builder.links import web_url
from builder.load.markup import unescaped

_BY = re.compile(
    r"^\W*(?:(?:\w+ ){0,3}by\b:?|(?:words|text|story|author|writer):)\s*", re.IGNORECASE
)
_PARTED = re.compile(  # "ella@x.example (Ella Roth)", "Ella Roth – CNN"
    r"[,;&|•·/()<>\[\]]|\s[-–—]+\s|\b(?:and|with)\s", re.IGNORECASE
)
_INVERTED = re.compile(r"([^\W\d_][\w’'-]*), ([^\W\d_][\w’'-]*(?: [A-Z]\.)?)")  # "Roth, Ella"
_BEYOND = re.compile(
    r"\s(?:@|(?:[Ii]n|[Aa]t|[Ff]rom|[Ff]or|of)\s(?:[Tt]he\s)?)\w.*$"
)  # "Ella Roth in Stellwick"
_HOUSE = re.compile(r"^.*\w['’]s\s(?=\S)")  # "CNN's Ella Roth"
_SITE = re.compile(r"\w\.[a-z]{2,}(?:/|$)")  # "coast.example"
_OFFICES = frozenset(
    ["admin", "administrator", "agency", "agencies", "author", "bureau", "columnist",
     "contributor", "contributors", "correspondent", "correspondents", "desk", "editor", "editors",
     "editorial", "guest", "journalist", "journalists", "newsdesk", "newsroom", "online",
     "producer", "reporter", "reporters", "reports", "service", "services", "staff",
     "team", "user", "webmaster", "writer", "writers"]
)  # fmt: skip
_LONGEST = 500  # characters of a field; a longer one holds a biography
_MOST_WORDS = 6  # "Maria del Carmen Lopez de Vega"; more make a sentence
_ACRONYM = 5  # letters of "PTI", "ANSA"; a first name in capitals is longer, or has a second word


def authors_in(value: object, by_id: Mapping[str, Mapping[str, object]]) -> tuple[str, ...]:
    """The authors in a field of JSON-LD or of a `<meta>`; `by_id` are the objects it may point to.

    Each once, in the order of the field.
    """
    found = (name for text in _texts(value, by_id) for name in _people(text))
    return tuple({name.casefold(): name for name in found}.values())


def _texts(value: object, by_id: Mapping[str, Mapping[str, object]]) -> Iterator[str]:
    """The names that are written, one string for each object."""
    for item in as_list(value):
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            meant = {**by_id.get(str(item.get("@id")), {}), **item}
            if "organization" not in str(meant.get("@type")).lower():
                name = meant.get("name") or _full_name(meant)
                yield from (text for text in as_list(name) if isinstance(text, str))


def as_list(value: object) -> list[object]:
    """The items of a list, or the one thing that stands where a list may."""
    return list(value) if isinstance(value, list | tuple) else [value]


def _full_name(person: Mapping[str, object]) -> str:
    parts = (person.get("givenName"), person.get("familyName"))
    return " ".join(part for part in parts if isinstance(part, str))


def _people(text: str) -> Iterator[str]:
    line = unescaped(text).strip()
    if len(line) > _LONGEST or web_url(line) is not None:
        return
    inverted = _INVERTED.fullmatch(line)
    if inverted and _is_person(f"{inverted[2]} {inverted[1]}"):
        yield f"{inverted[2]} {inverted[1]}"
        return
    names: list[str] = []
    for part in map(_bare, _PARTED.split(_BY.sub("", line))):
        if names and naming.is_suffix(part):
            names[-1] = f"{names[-1]}, {part}"
        elif _is_person(part):
            names.append(part)
    yield from names


def _bare(part: str) -> str:
    name = " ".join(_BEYOND.sub("", _BY.sub("", part.strip(' .,:"“”-–—'))).split())
    return _HOUSE.sub("", name)


def _is_person(name: str) -> bool:
    words = re.split(r"[\s,]+", name)
    if not name or len(words) > _MOST_WORDS or re.search(r"[\d@#]|https?:", name):
        return False
    if {name, name.title()} & naming.outlet_names().keys() or _SITE.search(name):
        return False
    if any(word.lower() in _OFFICES for word in words) or words[0].lower() == "the":
        return False
    if len(words) == 1:
        return not name.islower() and not (name.isupper() and len(name) <= _ACRONYM)
    return not naming.ends_as_body(name)
