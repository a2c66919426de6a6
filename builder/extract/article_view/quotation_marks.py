"""Quotation marks of an article, paired: text in, outermost marked passages out.

In: an article's readable text. Out: one `Marked` for each outermost pair, in reading order, marks
included. All national habits are read (“ ” " „ “ « » » « ‘ ’ ' '' ``), and no article is given up:
an opening mark without a close runs to the end of its line and, if it opened the line, on over
every next line that opens with a mark again (the habit for quotes of several paragraphs); or on to
the line that closes what is open (a line broken inside a quote). Nested marks belong to the
outermost pair; apostrophes are no marks. Deliberately missed: a single mark that never closes (it
is an apostrophe far more often).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from builder.extract.article_view.lines import lines_in
from builder.model.blanks import bare

Role = Literal["open", "close", "either"]

_MARK = re.compile(r"''|``|[\"“”„‟«»‘’‚‛'`]")
_SINGLE_MARK = re.compile(r"[\"“”„‟«»‘’‚‛'`]")
_PAIRED = re.compile(
    r"(?:^|[\s(—–-])(?:''|``)\S", re.MULTILINE
)  # "''" is a double mark only where one opens
_UNSEEN = "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
_DOUBLE = frozenset({'"', "“", "”", "„", "‟", "«", "»", "''", "``"})
_OPENERS = frozenset({"„", "``", "‚"})
_LONGEST_BROKEN_LINE = 12  # lines that a quote broken by hard line ends may run over


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One outermost marked passage: `start` and `end` with the marks, `inner_*` without."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    is_double: bool
    is_closed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    start: int
    end: int
    shape: str
    role: Role

    @property
    def is_double(self) -> bool:
        return self.shape in _DOUBLE


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    start: int
    end: int
    marks: tuple[_Mark, ...]


def marked_in(text: str) -> tuple[Marked, ...]:
    """The outermost marked passages of the text, in reading order, never overlapping."""
    paired = "''" in text or "``" in text
    lines = [_line(text, start, end, paired=paired) for start, end in lines_in(text)]
    found: list[Marked] = []
    number = 0
    while number < len(lines):
        spans, still_open = _pairs(lines[number])
        found.extend(spans)
        number += 1
        if still_open is not None:
            last, number = _carried_on(lines, number, still_open)
            found.append(last)
    return tuple(found)


def _line(text: str, start: int, end: int, *, paired: bool) -> _Line:
    pattern = _MARK if paired and _PAIRED.search(text, start, end) else _SINGLE_MARK
    marks = tuple(
        mark
        for match in pattern.finditer(text, start, end)
        if (mark := _mark(text, match.start(), match.end(), start, end)) is not None
    )
    _, end = bare(text, start, end)
    return _Line(start=start, end=end, marks=_without_apostrophes(text, marks))


def _mark(text: str, at: int, stop: int, start: int, end: int) -> _Mark | None:
    """The mark with the role that its neighbours give it; `None` for an apostrophe in a word."""
    shape = text[at:stop]
    before, after = _seen_before(text, at, start), _seen_after(text, stop, end)
    if shape in _DOUBLE:
        return _Mark(start=at, end=stop, shape=shape, role=_double_role(shape, before, after))
    if before.isalnum() and after.isalnum():
        return None
    if shape in {"‘", "‚", "‛", "`"}:
        return None if after.isdigit() else _Mark(start=at, end=stop, shape=shape, role="open")
    opens = not before.isalnum() and before not in ".,!?…;%)]" and not after.isspace()
    if opens and shape == "’":
        return None  # "’em", "’90s": a curly closing mark never opens
    return _Mark(start=at, end=stop, shape=shape, role="open" if opens else "close")


def _seen_before(text: str, at: int, start: int) -> str:
    at -= 1
    while at >= start and text[at] in _UNSEEN:
        at -= 1
    return text[at] if at >= start else " "


def _seen_after(text: str, at: int, end: int) -> str:
    while at < end and text[at] in _UNSEEN:
        at += 1
    return text[at] if at < end else " "


def _double_role(shape: str, before: str, after: str) -> Role:
    if shape in _OPENERS:
        return "open"
    if shape == "”":
        return "close"
    free_before = before.isspace() or before in "([{—–-/‘'"
    free_after = after.isspace() or after in ".,;:!?)]}—–-/’'"
    if free_before and not free_after:
        return "open"
    if free_after and not free_before:
        return "close"
    return "open" if shape == "“" else "either"


def _without_apostrophes(text: str, marks: Sequence[_Mark]) -> tuple[_Mark, ...]:
    """Leave out single marks that open nothing or close nothing.

    Of the closing candidates after a single opening mark the first that cannot be a possessive, or
    else the last before the next opening mark, is taken: "‘the workers’ pay’" ends at the second.
    """
    singles = [mark for mark in marks if not mark.is_double]
    kept: set[int] = set()
    number = 0
    while number < len(singles):
        if singles[number].role == "open":
            closing = _closing_single(text, singles, number)
            if closing is not None:
                kept |= {singles[number].start, singles[closing].start}
                number = closing
        number += 1
    return tuple(mark for mark in marks if mark.is_double or mark.start in kept)


def _closing_single(text: str, singles: Sequence[_Mark], opening: int) -> int | None:
    last = None
    for number in range(opening + 1, len(singles)):
        mark = singles[number]
        if mark.role == "open":
            break
        last = number
        if text[mark.start - 1] != "s" or not text[mark.end : mark.end + 1].isspace():
            return number
    return last


def _pairs(line: _Line) -> tuple[list[Marked], _Mark | None]:
    """The line's closed outermost pairs, and the mark that is still open at its end."""
    found: list[Marked] = []
    stack: list[_Mark] = []
    for mark in line.marks:
        if stack and _closes(stack, mark):
            opening = _pop(stack, mark)
            if not stack:
                found.append(_marked(opening, mark))
        elif mark.role != "close" and not (stack and stack[-1].shape == mark.shape == '"'):
            stack.append(mark)
    doubles = [mark for mark in stack if mark.is_double]
    return found, doubles[0] if doubles else None


def _closes(stack: Sequence[_Mark], mark: _Mark) -> bool:
    opening = stack[-1]
    if mark.role == "close":
        return any(held.is_double == mark.is_double for held in stack[-2:])
    if opening.shape == "„":
        return mark.shape in {"“", "”", '"'}
    return mark.role == "either" and opening.is_double == mark.is_double


def _pop(stack: list[_Mark], mark: _Mark) -> _Mark:
    """Take the innermost open mark of the same weight off the stack, with what it holds."""
    while len(stack) > 1 and stack[-1].is_double != mark.is_double:
        stack.pop()
    return stack.pop()


def _marked(opening: _Mark, closing: _Mark) -> Marked:
    return Marked(
        start=opening.start,
        end=closing.end,
        inner_start=opening.end,
        inner_end=closing.start,
        is_double=opening.is_double,
        is_closed=True,
    )


def _carried_on(lines: list[_Line], number: int, opening: _Mark) -> tuple[Marked, int]:
    """The passage of a mark that its line leaves open, and the number of the line to go on with.

    The rest of a line on which it closes is put back, to be paired on its own.
    """
    end = lines[number - 1].end
    mid_line = opening.start - lines[number - 1].start > 1
    for passed, line in enumerate(lines[number:], number):
        first = next((mark for mark in line.marks if mark.is_double), None)
        opens_again = (
            first is not None
            and first.start - line.start <= 1
            and first.role != "close"
            and first.shape == opening.shape
        )
        closing = _closing_double(line, skip=1 if opens_again else 0)
        if mid_line and opens_again:
            break
        if not opens_again and (closing is None or passed - number >= _LONGEST_BROKEN_LINE):
            break
        if closing is not None:
            lines[passed] = _rest(line, closing)
            return _marked(opening, closing), passed
        end = line.end
        number = passed + 1
    open_ended = Marked(
        start=opening.start, end=end, inner_start=opening.end, inner_end=end,
        is_double=True, is_closed=False,
    )  # fmt: skip
    return open_ended, number


def _closing_double(line: _Line, *, skip: int) -> _Mark | None:
    """The mark that closes a passage open from before, if no other opens first."""
    for mark in [mark for mark in line.marks if mark.is_double][skip:]:
        return mark if mark.role != "open" else None
    return None


def _rest(line: _Line, closing: _Mark) -> _Line:
    at = bisect_left([mark.start for mark in line.marks], closing.end)
    return replace(line, start=closing.end, marks=line.marks[at:])
