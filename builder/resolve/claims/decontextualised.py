"""A clause as a sentence that can stand alone: a statement and the entities in, its wording out.

What the clause leaves out or only points to stands in square brackets, as newspapers put it:
"[Ana Ruiz] met the mayor". Every other word is the article's.
"""

import re
from functools import cache

from builder.knowledge import entries
from builder.model.article import Article, Passage
from builder.model.findings import FoundStatement, Understood
from builder.resolve.entities.index import EntityIndex

_SENTENCE_WIDE = re.compile(r"^which\b")  # "…, which is tied to the war": all of what was said
_LOOSE = re.compile(r" (?=[,.;:])|,(?=[”’]$)")
_PAIRS = (("“", "”"), ("‘", "’"), ("«", "»"), ("(", ")"))


def sentence_of(
    statement: FoundStatement, entities: EntityIndex, signed: Article | None = None
) -> str:
    """The words of the statement, on one line, with who is meant in brackets.

    `signed` is its article, where the text has signs that mean something else (Markdown).
    """
    passage, understood = statement.passage, statement.understood
    text = _between(passage, passage.start, passage.end, signed)
    meant = _meant(understood, entities) if understood else ""
    if understood and meant.casefold() != understood.place.text.casefold():
        before = _between(passage, passage.start, understood.place.start, signed)
        after = _between(passage, understood.place.end, passage.end, signed)
        if understood.helper and after.split()[:1] == [understood.helper]:
            meant = meant.removesuffix(f" {understood.helper}")  # "should further upgrade ties"
        text = f"{before} [{meant}] {after}"
    text = _LOOSE.sub("", " ".join(text.split()))
    text = _SENTENCE_WIDE.sub("[This]", _connectives().sub("", text, count=1))
    return _capital(_paired(text))


def fragmentation(statement: FoundStatement, sentence: str) -> int:
    """How badly it needs words from outside the clause: 0 not at all, 2 "[Ruiz] opening it"."""
    understood = statement.understood
    outside = understood is not None and not understood.place.text
    fragments = outside or not statement.core.subject or "[" in sentence
    return int(fragments) + (outside and statement.passage.text.split()[0].endswith("ing"))


def _between(passage: Passage, start: int, end: int, signed: Article | None) -> str:
    if signed is not None:
        return signed.meant(start, end)
    return passage.text[start - passage.start : end - passage.start]


def _meant(understood: Understood, entities: EntityIndex) -> str:
    """A person by name, anything else in the article's words."""
    who = entities.surely(understood.reference)
    known = who is not None and entities.is_person(who)
    words = entities.name(who) if who is not None and known else understood.reference.passage.text
    return " ".join(f"{words} {understood.helper or ''}".split())


def _paired(text: str) -> str:
    """Without marks whose partner the clause does not hold."""
    for opening, closing in _PAIRS:
        if opening in text and text.count(opening) > text.count(closing):
            before, _, after = text.rpartition(opening)
            text = f"{before}{after}"
    return text


def _capital(text: str) -> str:
    at = 1 if text[:1] == "[" else 0
    return f"{text[:at]}{text[at : at + 1].upper()}{text[at + 1 :]}"


@cache
def _connectives() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(entries("connectives"), key=len)[::-1])
    return re.compile(rf"^(?:(?:{words}),\s+)+", re.IGNORECASE)
