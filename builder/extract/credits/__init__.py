"""Lines that name an article's makers or its wire, found in its text alone.

Forms: "(Reporting by Ana Ruiz; Editing by Bo Lee)", "By Ana Ruiz" on a line of its own, "– AFP"
and "(AFP)" at a paragraph's end, "PARIS (AFP) –" before its first sentence, "The Associated Press
contributed to this report", "Ana Ruiz reported from Lima". The form alone may point to an outlet
(`style` in the register): an inference, and its evidence is the line.
Deliberately missed: bylines inside running text ("a book by Ana Ruiz").
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from builder.extract.credits.house_styles import below_rule, copyrights_in, styled
from builder.extract.credits.inputs import inputs_in, outlet_in, stripped
from builder.extract.credits.makers import makers_in
from builder.extract.credits.photos import CUES, photos_in
from builder.extract.credits.wires import is_of_another_house, wires_in
from builder.model.article import Article, Passage
from builder.model.findings import FoundCredit

LONGEST_LIST = 300  # characters of names before "contributed to this report"
LONGEST_BYLINE = 120  # characters; longer lines that begin with "By" are sentences
LONGEST_CREDIT = 600  # characters; a bracket left open does not swallow the article
_JOBS = (
    "reporting", "writing", "editing", "compiled", "written", "produced", "graphic", "translat",
)  # fmt: skip
_CALLS = ("our ", ", writes ", ", reports ")
_POSTS = ("reported from ", "reported in ", "wrote from ", "wrote in ")
_LINE = re.compile(r"[^\n]+")
_JOB = (
    r"(?:(?:additional|further|extra)\s+)?"
    r"(?:reporting|writing|editing|compiled|written|produced|graphics?|translat(?:ed|ion))"
)
_TASK = rf"{_JOB}(?:\s+and\s+{_JOB})*\s+by\b|(?:additional|further)\s+reporting(?=:)"
_TASKS = re.compile(rf"(?:{_TASK}):?\s*", re.IGNORECASE)
_MADE = re.compile(rf"\(?\s*(?:{_TASK})[^()\n]{{0,{LONGEST_CREDIT}}}\)?", re.IGNORECASE)
_KINDS = r"Text|Words|Story|Report|Interview|Analysis|Exclusive|TEXT|WORDS|STORY|EXCLUSIVE"
_BYLINE = re.compile(
    rf"\s*(?:(?:By|BY|(?:{_KINDS})\s+[Bb]y|(?:{_KINDS})\s+BY)[ :]|"  # "EXCLUSIVE by Ana Ruiz"
    r"(?:Text|Words|Story|Writer|Author|Reporter|Interview):)\s*(?P<makers>[^\W\d_].*?)\s*"
    r"(?:\. Translated [\w ]{1,40}\.)?$"
)
_PERSON = (
    r"[A-Z][\w'’.-]+(?: (?:(?:d[aeiou]s?|v[ao]n|de[nr]|la|le|el|al|bin) )*[A-Z][\w'’.-]+){1,3}"
)
_WITHIN = re.compile(
    rf", (?:writes|reports) (?P<writer>{_PERSON})(?: (?:in|from) [^.,]{{2,40}})?\.?\s*$"
    rf"|\b[Oo]ur (?:man|woman|(?:[\w-]+ ){{0,2}}(?:reporter|correspondent|editor)),?"
    rf" (?P<own>{_PERSON})"
)
_SIGNED = re.compile(rf"\s*(?P<maker>{_PERSON}), .{{3,50}}")
_OFFICES = r"The |For |Staff|Special|[A-Z].*(?:Writer|Correspondent|Reporter|Editor)"
_BY = re.compile(r"\W*(?:\w+ )?by:?\s+", re.IGNORECASE)
_BYLINE_END = re.compile(
    rf"\s*(?:[|•·/]|;\s*(?:Photo|Pic|Image|Video)|\s[-–—]\s|,\s*(?={_OFFICES})).*$"
)
_CONTRIBUTED = re.compile(
    r"\bcontributed(?:\s+(?:to|reporting)\b[^.\n()]{0,80}[.)]?|\.?\s*$)", re.IGNORECASE
)
_WROTE = r"(?:reported|wrote)\s+(?:from|in)\s+(?:[A-Z][\w.’'-]*,?\s*){1,4}?"
_WRITER = r"(?:[A-Z][\w.&’'-]*\s+){1,6}?"
_STATIONED = re.compile(rf"{_WRITER}{_WROTE}(?:(?:,\s*|\s+)and\s+{_WRITER}{_WROTE}){{0,3}}\.")


def credits_in(article: Article) -> tuple[FoundCredit, ...]:
    """Every credit of the article, in reading order."""
    found: list[FoundCredit] = []
    wires: list[FoundCredit] = []
    for line in _LINE.finditer(article.readable):
        if not line[0].strip():
            continue
        small = line[0].casefold()
        made = [*_made(article, line)] if _is_cued(small, _JOBS) else []
        made += [*_contributed(article, line)] if "contributed" in small else []
        made += [*_stationed(article, line)] if _is_cued(small, _POSTS) else []
        made += [*inputs_in(article, line)]
        made += styled(article, line)
        made += _within(article, line) if _is_cued(small, _CALLS) else []
        made += _signed(article, line)
        made += _photos(article, line) if _is_cued(small, CUES) else ()
        made += [] if any(credit.makers for credit in made) else [*_byline(article, line)]
        found.extend(made)
        if not any(credit.passage.end >= line.end() - 2 for credit in made):
            wires.extend(wires_in(article, line))
    found.extend(_written(article))
    found.extend(copyrights_in(article))
    # a wire that is named needs no inference, and another house's form is no evidence
    if wires or is_of_another_house(article):
        found = [replace(credit, style=None) for credit in found]
    return tuple(sorted((*found, *wires), key=lambda credit: credit.passage))


def _is_cued(line: str, cues: tuple[str, ...]) -> bool:
    """Whether a word of a credit stands in the line: much cheaper than its pattern."""
    return any(cue in line for cue in cues)


def _photos(article: Article, line: re.Match[str]) -> Iterator[FoundCredit]:
    return (FoundCredit(passage=passage, outlet=None) for passage in photos_in(article, line))


def _made(article: Article, line: re.Match[str]) -> Iterator[FoundCredit]:
    for match in _MADE.finditer(line[0]):
        whole = match[0].strip()
        alone = match.start() == 0 or whole.startswith("(")
        if not alone or not _TASKS.search(whole):
            continue
        start = line.start() + match.start() + match[0].index(whole[0])
        passage = article.passage(start, start + len(whole))
        # "Reporting by Ana Ruiz; Editing by Bo Lee" is written in many houses: no style of one
        yield FoundCredit(
            passage=passage, outlet=outlet_in(article, passage), makers=_makers(article, passage)
        )


def _contributed(article: Article, line: re.Match[str]) -> Iterator[FoundCredit]:
    """As "Ana Ruiz and The Associated Press contributed to this report"."""
    for match in _CONTRIBUTED.finditer(line[0]):
        before = line[0][max(0, match.start() - LONGEST_LIST) : match.start()]
        start = match.start() - len(before) + max(before.rfind(". ") + 1, before.rfind("("), 0)
        passage = stripped(article, line.start() + start, line.start() + match.end())
        makers, outlet = _makers(article, passage), outlet_in(article, passage)
        if "report" in match[0].casefold() or (outlet and not match[0].rstrip(" .")[12:]):
            style = None if outlet else below_rule(article, line.start())
            yield FoundCredit(passage=passage, outlet=outlet, makers=makers, style=style)


def _byline(article: Article, line: re.Match[str]) -> Iterator[FoundCredit]:
    match = _BYLINE.match(line[0]) if len(line[0]) <= LONGEST_BYLINE else None
    if not match or match["makers"].endswith((".", "?", "!", ",")):
        return
    passage = stripped(article, line.start(), line.end())
    named = _BYLINE_END.sub("", match["makers"])
    at = line.start() + match.start("makers")
    makers = makers_in(article, at, at + len(named))
    if makers and all(len(m.text.split()) > 1 or len(makers) > 1 for m in makers):
        yield FoundCredit(passage=passage, outlet=outlet_in(article, passage), makers=makers)


def _stationed(article: Article, line: re.Match[str]) -> Iterator[FoundCredit]:
    """As "Ana Ruiz reported from Lima and Bo Lee wrote in Rome.", alone or before contributors."""
    match = _STATIONED.match(line[0])
    if match and (not line[0][match.end() :].strip() or _CONTRIBUTED.search(line[0], match.end())):
        start, end = line.start() + match.start(), line.start() + match.end()
        passage = article.passage(start, end)
        makers = makers_in(article, start, end)
        yield FoundCredit(passage=passage, outlet=outlet_in(article, passage), makers=makers)


def _within(article: Article, line: re.Match[str]) -> Iterator[FoundCredit]:
    """Whom a sentence names as its reporter: "Our man Ana Ruiz says", "…, writes Ana Ruiz"."""
    for match in _WITHIN.finditer(line[0]):
        start, end = (line.start() + at for at in match.span(match.lastgroup or 0))
        name = article.passage(start, end)
        yield FoundCredit(passage=name, outlet=None, makers=(name,))


def _signed(article: Article, line: re.Match[str]) -> Iterator[FoundCredit]:
    """A writer and an outlet on a line of their own: "Ana Ruiz, The Canadian Press"."""
    match = _SIGNED.fullmatch(line[0]) if len(line[0]) <= LONGEST_BYLINE else None
    passage = stripped(article, line.start(), line.end())
    outlet = outlet_in(article, passage) if match else None
    if match and outlet and outlet.end == passage.end:
        makers = makers_in(article, *(line.start() + at for at in match.span("maker")))
        yield FoundCredit(passage=passage, outlet=outlet, makers=makers)


def _written(article: Article) -> Iterator[FoundCredit]:
    """The bylines that stand among what the page puts around the report."""
    for start, end in article.bylines:
        opening = _BY.match(article.text, start, end)
        named = _BYLINE_END.sub("", article.text[opening.end() : end] if opening else "")
        at = opening.end() if opening else start
        makers = makers_in(article, at, at + len(named) if opening else end)
        makers = tuple(maker for maker in makers if " " in maker.text)
        if makers:
            passage = article.passage(start, end)
            yield FoundCredit(passage=passage, outlet=outlet_in(article, passage), makers=makers)


def _makers(article: Article, passage: Passage) -> tuple[Passage, ...]:
    tasks = list(_TASKS.finditer(passage.text))
    spans = [
        (task.end(), tasks[number + 1].start() if number + 1 < len(tasks) else len(passage.text))
        for number, task in enumerate(tasks)
    ] or [(0, passage.text.find("contributed"))]
    return tuple(
        name
        for start, end in spans
        for name in makers_in(article, passage.start + start, passage.start + end)
    )
