"""Interviews printed as questions and answers: paragraphs that open with who speaks, unmarked.

In: an `ArticleView`. Out: one `Attribution` for each paragraph of a turn. "Q:" and "A:" name
nobody, so such turns have no speaker. Lines with labels are an interview only where a question by
one is followed by words of another; a list ("When: noon") is none. Missed: questions told by their
type alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Token

from builder.extract.article_view import ArticleView
from builder.extract.article_view.lines import lines_in
from builder.extract.attribution.attribution import Attribution
from builder.extract.mentions.names import names_of
from builder.model.blanks import bare

_LABEL = re.compile(r"[ \t]*(?P<label>[QA](?=[:.)])|[A-Z][\w.’' -]{1,40}?(?=:))[:.)][ \t]+(?=\S)")
_NAMELESS = frozenset({"q", "a"})
_MOST_WORDS = 5  # of a label
_INITIALS = range(2, 4)  # letters of a label: "AR" after "Ana Ruiz"
_FEWEST_TURNS = 3
_FARTHEST = 6  # paragraphs of one answer


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    start: int
    end: int
    label: str | None
    """Who speaks, folded; `None` for a paragraph that goes on."""
    label_start: int


def turns_in(reading: ArticleView) -> tuple[Attribution, ...]:
    """The turns of the article's interview, in order; none if it holds no interview."""
    text = reading.article.readable
    lines = [_line(text, start, end) for start, end in lines_in(text)]
    labelled = [number for number, line in enumerate(lines) if line.label is not None]
    if len(labelled) < _FEWEST_TURNS:
        return ()
    voices = _voices(text, lines)
    return tuple(_turns(reading, lines, voices)) if voices else ()


def _line(text: str, start: int, end: int) -> _Line:
    start, end = bare(text, start, end)
    match = _LABEL.match(text, start, end)
    if match is None or len(match["label"].split()) > _MOST_WORDS:
        return _Line(start=start, end=end, label=None, label_start=start)
    return _Line(
        start=match.end(),
        end=end,
        label=match["label"].casefold(),
        label_start=match.start("label"),
    )


def _voices(text: str, lines: Sequence[_Line]) -> frozenset[str]:
    """The labels of those who ask, and of those who answer them."""
    voices: set[str] = set()
    for line, following in pairwise(lines):
        asks = line.label is not None and text[line.end - 1] == "?"
        if asks and following.label not in {None, line.label}:
            voices |= {line.label or "", following.label or ""}
    return frozenset(voices)


def _turns(
    reading: ArticleView, lines: Sequence[_Line], voices: frozenset[str]
) -> Iterator[Attribution]:
    initials = _initials(reading)
    last: Attribution | None = None
    pending: list[_Line] = []  # paragraphs that belong to the turn only if another follows
    for line in lines:
        if line.label in voices:
            if last is not None:
                yield from (_attribution(reading, more, last) for more in pending)
            speaker = None if line.label in _NAMELESS else _named(reading, line, initials)
            outline = Attribution(start=0, end=0, kind="direct", how="turn", speaker=speaker)
            last, pending = _attribution(reading, line, outline), []
            yield last
        elif last is not None and line.label is None and len(pending) < _FARTHEST:
            pending.append(line)
        else:
            last = None


def _named(reading: ArticleView, line: _Line, initials: dict[str, Token]) -> Token | None:
    """The last word of the label's name, or of the name whose first letters the label gives."""
    first, end = reading.token_from(line.label_start), reading.token_from(line.start)
    words = [token for token in reading.tokens[first:end] if token.is_alpha]
    if len(words) == 1 and words[0].text in initials:
        return initials[words[0].text]
    return words[-1] if words else None


def _initials(reading: ArticleView) -> dict[str, Token]:
    """The last word of the first name in the article that has these first letters."""
    found: dict[str, Token] = {}
    for name in names_of(reading):
        if len(name.span) in _INITIALS:
            found.setdefault("".join([token.text[0] for token in name.span]), name.span[-1])
    return found


def _attribution(reading: ArticleView, line: _Line, outline: Attribution) -> Attribution:
    marks = tuple(reading.marks_within(line.start, line.end))
    return replace(outline, start=line.start, end=line.end, marks=marks)
