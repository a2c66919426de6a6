"""Lines that name whose report was used: "With files from AFP", "Source: Evening Post"."""

import re
from collections.abc import Iterator

from builder import naming
from builder.model.article import Article, Passage
from builder.model.findings import FoundCredit

OUTLET_WORDS = 6  # words of the longest name in the register, and one to spare
_CUES = (
    "input", "file", "material", "report", "source", "(with", "(via", "(from",
    "following", "citing", "quoting", "after", "based on",
)  # fmt: skip
_TOKEN = re.compile(r"[^\W\d_][\w'’\-]*(?:/\w+)?")
_INPUTS = re.compile(
    r"\(?\s*\b(?:With|Includes)\s+(?:additional\s+)?"
    r"(?:inputs?|files?|reporting|material|reports?)\s+(?:from|by)\b[^\n()]{0,160}\)?|"
    r"\bSources?:\s*[^\n]{1,60}$|\(\s*(?:With|Via|From)\s+[A-Z][^\n()]{1,60}\)",
    re.IGNORECASE,
)
_AFTER = re.compile(  # "Coast.example, following Reuters" as a line of its own
    r"\s*[A-Z][^\n,]{1,40},\s*(?:following|citing|quoting|after|via|based on)\s+"
    r"(?P<name>[A-Z][^\n,]{1,40}?)\s*\.?\s*"
)
_SOURCE = re.compile(r"\s*Sources?:\s*(?P<name>[A-Z][^\n,;/()]{1,40}?)\s*\.?\s*")


def inputs_in(article: Article, line: re.Match[str]) -> Iterator[FoundCredit]:
    """As "With files from AFP", "Source: AFP"."""
    small = line[0].casefold()
    if not any(cue in small for cue in _CUES):
        return
    whole = _AFTER.fullmatch(line[0]) or _SOURCE.fullmatch(line[0])
    name = whole and _called(article, line.start() + whole.start("name"), whole["name"])
    if name:
        yield FoundCredit(passage=stripped(article, line.start(), line.end()), outlet=name)
        return
    for match in _INPUTS.finditer(line[0]):
        passage = stripped(article, line.start() + match.start(), line.start() + match.end())
        outlet = outlet_in(article, passage)
        if outlet is not None:
            yield FoundCredit(passage=passage, outlet=outlet)


def _called(article: Article, start: int, name: str) -> Passage | None:
    """The name where all of it is an outlet's: in the register, or by its last word."""
    row = naming.outlet_names().get(name)
    if (row and not row.common) or naming.is_masthead(name):
        return article.passage(start, start + len(name))
    return None


def outlet_in(article: Article, passage: Passage) -> Passage | None:
    """The first name of the register in the line, the longest that begins there."""
    words = list(_TOKEN.finditer(passage.text))
    for number, word in enumerate(words):
        for last in reversed(words[number : number + OUTLET_WORDS]):
            text = passage.text[word.start() : last.end()]
            row = naming.outlet_names().get(text) or naming.outlet_names().get(_in_small(text))
            if row and not row.common:
                return article.passage(passage.start + word.start(), passage.start + last.end())
    return None


def _in_small(text: str) -> str:
    """A name in capitals as the register has it: "AL JAZEERA"; one word may be an acronym."""
    return text.title() if text.isupper() and " " in text else text


def stripped(article: Article, start: int, end: int) -> Passage:
    """The passage without the blanks at its ends."""
    text = article.text[start:end]
    lead = len(text) - len(text.lstrip())
    return article.passage(start + lead, start + lead + len(text.strip()))
