"""The date that an article prints as its own: "Published 4 March 2026", "ROME, May 4 (AFP) –".

In: an article, date stamps that are boilerplate to every other reader included. Out: the time that
says when it was written, with or without a year. Missed: stamps far from the head without a label.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from builder.extract.times import days
from builder.extract.times.token_patterns import Match, matches
from builder.model.article import Article
from builder.model.findings import FoundTime
from builder.model.times import TimeExpression

_HEAD = 400  # characters in which a date line stands
_FIRST_LINES = 600  # characters that hold headline, byline and stamp
_LONGEST = 160  # characters of a stamp with its byline; longer lines are prose
_DIGIT = re.compile(r"\d")  # no stamp goes without its day
_LABEL = re.compile(
    r"(?i)(?:^|[^\w\s])\s*(?:first )?"
    r"(?:(?P<late>(?:last )?(?:updated|modified))|published|posted|created|issued|filed|dated?)"
    r"\W*(?:on |at )?(?:\d{1,2}[:.]\d\d\W*(?:[ap]\.?m\.?)?\W*(?:[A-Z]{2,4})?\W*)?(?:on )?$"
)
_STAMP = re.compile(
    r"\s*(?:(?:(?:first |last )?(?:published|posted|updated|created)|date)\W*(?:on )?)?", re.I
)
_ALONE = re.compile(
    r"[\s|,–—-]*(?:(?:at )?\d{1,2}[:.]\d\d\W*(?:[ap]\.?m\.?)?\W*(?:[A-Z]{2,4})?)?\s*"
)
_BYLINE = re.compile(r"(?:by|from|story by) [A-Z][^.!?]*", re.I)
_PLACE = re.compile(r"\s*[A-Z][A-Z .,'’/-]+,? ?\(?")  # "BEIJING, 24 May 2023 (Xinhua) --"
_WIRE = re.compile(r"\)? ?(?:\([^)\n]{1,40}\))? ?[-–—:]|\)? ?\([^)\n]{1,40}\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    start: int
    text: str


def printed_in(article: Article) -> FoundTime | None:
    """When the article itself says that it was published, `None` where it does not."""
    stamps = [(rank, match) for line in _lines(article) for rank, match in _stamps(line)]
    if not stamps:
        return None
    _, match = min(stamps, key=lambda stamp: (stamp[0], stamp[1].start))
    return FoundTime(
        passage=article.passage(match.start, match.end),
        type="DATE",
        expression=match.reading.expression,
    )


def is_dateline(text: str, match: Match) -> bool:
    """A full date at the head of the article, alone on its line, or after a place or a stamp."""
    expression = match.reading.expression
    if match.start > _HEAD or not re.fullmatch(r"\d{4}-\d\d-\d\d", expression.value or ""):
        return False
    before = text[text.rfind("\n", 0, match.start) + 1 : match.start]
    after = text[match.end :].split("\n", 1)[0]
    if _STAMP.fullmatch(before):
        return _ALONE.fullmatch(after) is not None
    return bool(_PLACE.fullmatch(before) and _WIRE.match(after))


def _lines(article: Article) -> Iterator[_Line]:
    """The first lines, and those of the boilerplate behind them."""
    spans = [(0, min(_FIRST_LINES, len(article.text)))]
    spans += [(start, end) for start, end in article.boilerplate if start >= _FIRST_LINES]
    for start, end in spans:
        for line in re.finditer(r"[^\n]+", article.text[start:end]):
            yield _Line(start=start + line.start(), text=line[0])


def _stamps(line: _Line) -> Iterator[tuple[int, Match]]:
    """Dates that date the article, the surest first: a label, a date alone, a wire, a byline."""
    if not _DIGIT.search(line.text, 0, _LONGEST):
        return
    for match in matches(line.text[:_LONGEST], days.RULES):
        before, after = line.text[: match.start], line.text[match.end :]
        rank = _rank(line, before, after) if _is_day(match.reading.expression) else None
        if rank is not None:
            yield (
                rank,
                Match(
                    start=line.start + match.start,
                    end=line.start + match.end,
                    reading=match.reading,
                ),
            )


def _is_day(expression: TimeExpression) -> bool:
    if expression.value is not None:
        return re.fullmatch(r"\d{4}-\d\d-\d\d", expression.value) is not None
    return bool(expression.month and expression.day)


def _rank(line: _Line, before: str, after: str) -> int | None:
    whole = len(line.text) <= _LONGEST
    if whole and (label := _LABEL.search(before)):
        return 4 if label["late"] else 0
    if line.start > _FIRST_LINES:
        return None
    if not before.strip() and _ALONE.fullmatch(after):
        return 1
    if _PLACE.fullmatch(before) and _WIRE.match(after):
        return 2
    if whole and _BYLINE.match(before.strip()) and _ALONE.fullmatch(after):
        return 3
    return None
