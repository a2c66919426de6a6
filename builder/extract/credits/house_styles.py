"""Forms of credit line that are one house's own and often do not say its name: an inference.

"--With assistance from Ana Ruiz." (Bloomberg), "bur-abc/de/fgh" (the desks of AFP), "Enditem"
(Xinhua), a row of underscores before "contributed to this report" (AP). The register says whose
each is (`style`). A copyright line names its agency, though it stands among the boilerplate.
"""

import re
from collections.abc import Iterator
from functools import cache

from builder import naming
from builder.extract.credits.makers import makers_in
from builder.model.article import Article, Passage
from builder.model.findings import FoundCredit

_LINE_FORMS = {
    "with-assistance": re.compile(r"\s*[-–—]*\s*With assistance (?:from|by)\s+(?P<makers>[^\n]+)"),
    "to-contact": re.compile(
        r"\s*To contact the (?:reporter|editor|author)s?\b(?P<makers>[^\n]*)"
    ),
    "desk-initials": re.compile(
        r"\s*(?:burs?-[a-z]{2,4}(?:-[a-z]{2,4})*(?:/[a-z]{2,4}){0,4}|[a-z]{2,4}(?:/[a-z]{2,4}){2,4})\s*"
    ),
    "enditem": re.compile(r"(?:[^\n]*[.”\"]\s+)?\s*Enditem\s*"),
}
_CUES = ("assistance", "contact the", "/", "bur", "enditem")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bCopyright\b)\s*(?:©\s*)?(?:\d{4}\s*)?(?:by\s+)?(?P<name>[A-Z][^\n.|,(]{1,60})",
    re.IGNORECASE,
)
_RULE = re.compile(r"\s*[_*]{3,}\s*$")


def styled(article: Article, line: re.Match[str]) -> Iterator[FoundCredit]:
    """The credit of a line that follows one house's form."""
    small = line[0].casefold()
    if not any(cue in small for cue in _CUES):
        return
    for style, form in _LINE_FORMS.items():
        match = form.fullmatch(line[0])
        if match:
            text = line[0].strip() if style != "enditem" else "Enditem"
            start = line.start() + line[0].rindex(text)
            passage = article.passage(start, start + len(text))
            makers = _makers(article, line, match)
            yield FoundCredit(passage=passage, outlet=None, style=house_of(style), makers=makers)


def _makers(article: Article, line: re.Match[str], match: re.Match[str]) -> tuple[Passage, ...]:
    """The names after "with assistance from", or each before its "in Lima at …"."""
    if "makers" not in match.groupdict():
        return ()
    found: list[Passage] = []
    for part in re.finditer(r"[^;:,]+", match["makers"]):
        at = line.start() + match.start("makers") + part.start()
        found += makers_in(article, at, at + len(part[0]))
    return tuple(maker for maker in found if " " in maker.text)


def below_rule(article: Article, start: int) -> str | None:
    """The house whose contributors stand below a row of underscores, as at `start`."""
    before = article.text[:start].rstrip().rpartition("\n")[2]
    return house_of("below-rule") if _RULE.match(before) else None


def copyrights_in(article: Article) -> Iterator[FoundCredit]:
    """The news agency that a line such as "© 2026 Agence France-Presse" names."""
    for match in _COPYRIGHT.finditer(article.text):
        name = match["name"].strip()
        row = naming.outlet_names().get(name)
        if row and row.kind and "news agency" in row.kind:
            outlet = article.passage(match.start("name"), match.start("name") + len(name))
            passage = article.passage(match.start(), outlet.end)
            yield FoundCredit(passage=passage, outlet=outlet)


@cache
def house_of(style: str) -> str | None:
    """The outlet whose house style has this form of line."""
    return next((row.name for row in naming.outlets() if style in row.styles), None)
