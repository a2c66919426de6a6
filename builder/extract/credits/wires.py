"""A wire's name at a paragraph's end ("– AFP", "(AFP)") or before a report ("PARIS (AFP) –")."""

import re
from collections.abc import Iterator
from itertools import islice

from builder import naming
from builder.extract.credits.inputs import stripped
from builder.model.article import Article
from builder.model.findings import FoundCredit

TAIL = 60  # characters at a paragraph's end where a wire's name may stand
HEAD = 3  # lines that may hold a dateline: headline, summary, first paragraph
_END = re.compile(
    r"(?:(?:[-–—=]|(?<!\w)/)+\s*|\(\s*)(?P<wire>[^\W\d_](?:(?!\. )[^\n()]){0,40}?)"
    r"\s*[/)]?\s*\.?\s*$"
)
_DESK = re.compile(r"[.”\"’]\s+(?P<wire>[A-Z]{2,5})(?:\s+[A-Z]{2,5}){1,5}\s*$")  # "PTI ABC DEF"
_DATELINE = re.compile(
    r"\s*(?:[A-Z][^\n()]{0,60}?)?\(\s*(?P<wire>[^\W\d_][^()\n]{0,40}?)\s*\)\.?\s*[-–—:]+(?:\s|$)|"
    r"\s*[A-Z][^\n()]{0,40}?\d{1,2}\s\((?P<bare>[A-Z]{2,8})\)\s|"  # "NEW DELHI, May 4 (PTI) The"
    r"\s*(?:[A-Z][^\n()/]{0,40}?)?/(?P<parted>[A-Z]{2,12})/\.?\s|"  # "MOSCOW, May 4. /TASS/. The"
    r"\s*[A-Z][^\n()|/–—]{0,40}?\s?[|/]\s?"  # "LIMA | AFP –"
    r"(?P<piped>[A-Z][\w .&]{1,30}?)\s?[-–—]+(?:\s|$)|"
    r"\s*(?P<lead>[A-Z][\w .]{0,30}?)\s+[-–—]+(?:\s|$)"
)


def wires_in(article: Article, line: re.Match[str]) -> Iterator[FoundCredit]:
    """The agencies that the line's dateline or its end names."""
    head = _DATELINE.match(line[0][: 3 * TAIL])
    if head:
        yield from _wire(article, line.start(), head, head.lastgroup or "lead")
    tail = max(0, len(line[0].rstrip()) - TAIL)
    end = _END.search(line[0][tail:]) or _DESK.search(line[0][tail:])
    if end:
        yield from _wire(article, line.start() + tail, end, "wire")


def is_of_another_house(article: Article) -> bool:
    """Whether a dateline names an outlet, in the register or not: "LIMA (Evening Post) -"."""
    lines = (line for line in article.text.split("\n") if line.strip())
    heads = (_DATELINE.match(line[: 3 * TAIL]) for line in islice(lines, HEAD))
    names = (head["wire"] or head["piped"] for head in heads if head)
    return any(name and not naming.known_place(name) for name in names)


def _wire(article: Article, at: int, match: re.Match[str], group: str) -> Iterator[FoundCredit]:
    parts = [part.strip() for part in re.split(r"[/,]", match[group])]
    outlet = naming.outlet_names().get(parts[0])
    if outlet and outlet.kind and "photo" not in outlet.kind:
        name = at + match.start(group)
        yield FoundCredit(
            passage=stripped(article, at + match.start(), at + match.end()),
            outlet=article.passage(name, name + len(parts[0])),
        )
