"""A saved page's HTML in, its tags and its text out, in document order; no HTML is an error.

Follows the tokenization rules of the HTML standard (https://html.spec.whatwg.org/#tokenization),
so a text is read as a browser reads it: comments and declarations ("<![ endif]>") say nothing, one
that never ends takes the rest of the page, and a tag that is cut off is none. Each character is
looked at a fixed number of times. Python's `html.parser` raises on some of these, takes the square
of the time on others, and reads them differently from one release of Python to the next.
Deliberately missed: the rules for building a tree; a tag closed with "/>" holds nothing (XHTML).
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

_NAME = r"(?:=?[^\s/>=]++|=)"
_VALUE = r"""(?:"[^"]*"|'[^']*'|(?!["'])[^\s>]*+)"""
_ATTRIBUTE = re.compile(rf"({_NAME})(?:\s*+=\s*+({_VALUE}))?+")
_MARK = re.compile(
    rf"""
      <!--(?:-?>|.*?(?:--!?>|\Z))
    | <(?:[!?]|/(?![A-Za-z]))[^>]*+(?:>|\Z)
    | <(?P<slash>/?)(?P<tag>[A-Za-z][^\s/>]*+)
      (?P<attributes>(?:[\s/]++|{_ATTRIBUTE.pattern})*+)(?P<end>>?)
    """,
    re.VERBOSE | re.DOTALL,
)
_RAW = frozenset(["iframe", "noembed", "noframes", "script", "style", "xmp"])  # hold no tags
_PLAIN = frozenset(["textarea", "title"])  # hold no tags, but entities
_NO_CHARACTER = re.compile(r"&#0*+[1-9]\d{7,};?")  # Python refuses numbers of 4,300 digits


@dataclass(frozen=True, slots=True)
class StartTag:
    """An opening tag, its name and the names of its attributes in lower case."""

    tag: str
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class EndTag:
    """A closing tag, its name in lower case."""

    tag: str


def marks_in(page: str) -> Iterator[StartTag | EndTag | str]:
    """The tags of a page, and the text between them with its entities resolved."""
    at = 0
    while mark := _MARK.search(page, at):
        if at < mark.start():
            yield unescaped(page[at : mark.start()])
        at = mark.end()
        if not mark["tag"] or not mark["end"]:
            continue
        tag = mark["tag"].lower()
        if mark["slash"]:
            yield EndTag(tag)
            continue
        yield StartTag(tag, _attributes(mark["attributes"]))
        if _is_alone(mark["attributes"]):
            yield EndTag(tag)
        elif tag in _RAW | _PLAIN:
            end = _closing(tag).search(page, at)
            held = page[at : end.start() if end else len(page)]
            yield unescaped(held) if tag in _PLAIN else held
            at += len(held)
    if at < len(page):
        yield unescaped(page[at:])


def unescaped(text: str) -> str:
    """The text with the characters that its entities name; never half of a character."""
    return html.unescape(_NO_CHARACTER.sub("\ufffd", text))


def _attributes(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(text):
        bare = value[1:-1] if value[:1] in {'"', "'"} else value
        found.setdefault(name.lower(), unescaped(bare))  # the first of two counts
    return found


def _is_alone(attributes: str) -> bool:
    """Whether the tag ends in "/>"; the slash of `<a href=/sea/>` is the address's."""
    if not attributes.endswith("/"):
        return False
    end = max((found.end() for found in _ATTRIBUTE.finditer(attributes)), default=0)
    return end < len(attributes)


@cache
def _closing(tag: str) -> re.Pattern[str]:
    return re.compile(rf"</{tag}(?=[\s/>])", re.IGNORECASE)
