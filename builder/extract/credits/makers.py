"""Who made an article, in a part of its credit line: "Ana Ruiz in Lima and AP writer Bo Lee"."""

import re

from builder import knowledge, naming
from builder.model.article import Article, Passage
from builder.naming.spellings import PARTICLES

_AND = re.compile(r"\s*(?:[,;&]|\band\b)\s*")
_BEYOND = re.compile(r"\s+(?:(?:reported|wrote)\s+)?(?:in|at|from|for)\s+(?:the\s+)?[A-Z].*$")
_HOUSE = re.compile(r"^.*['’]s?\s+(?=[A-Z])")  # "CNN's Ana Ruiz"
_NAME = re.compile(r"[^\W\d_][\w'’.\-]*(?:[ \t]+[^\W\d_][\w'’.\-]*)*")
_MOST_WORDS = 5
_OFFICES = frozenset(knowledge.entries("boilerplate")["byline_words"]) - PARTICLES


def makers_in(article: Article, start: int, end: int) -> tuple[Passage, ...]:
    """The people named from `start` to `end`, in reading order; no places, offices or outlets."""
    found: list[Passage] = []
    cuts = [start, *(c for m in _AND.finditer(article.text, start, end) for c in m.span()), end]
    for first, last in zip(cuts[::2], cuts[1::2], strict=True):
        text = _BEYOND.sub("", article.text[first:last].rstrip(" .;,)"))
        house = _HOUSE.match(text)
        name = _name(text, house.end() if house else 0)
        if name:
            found.append(article.passage(first + name[0], first + name[1]))
    return tuple(found)


def _name(text: str, start: int) -> tuple[int, int] | None:
    """The name that ends the text, behind an office: "AP writer Bo Lee"."""
    match = _NAME.search(text, start)
    if not match:
        return None
    words = [*re.finditer(r"\S+", match[0])]
    offices = [n for n, word in enumerate(words) if _is_office(word[0])]
    kept = words[offices[-1] + 1 :] if offices else words
    if not 0 < len(kept) <= _MOST_WORDS:
        return None
    begin, end = match.start() + kept[0].start(), match.start() + kept[-1].end()
    name = text[begin:end]
    return None if not name[0].isupper() or naming.outlet_names().get(name) else (begin, end)


def _is_office(word: str) -> bool:
    return word.lower() in _OFFICES or (word.islower() and word not in PARTICLES)
