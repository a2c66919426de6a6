"""Quotes without a cue of their own, which belong to whoever spoke last.

"“It is late,” Ruiz said. “We go.”": the second part shares the cue. In a paragraph of its own, or
after another sentence, the speaker is inferred.
"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from builder.extract.article_view import ArticleView
from builder.extract.article_view.quotation_marks import Marked
from builder.extract.attribution.attribution import Attribution
from builder.extract.attribution.context import SENTENCE_ENDS, region_before
from builder.extract.attribution.work_titles import is_title

_SENTENCE_ENDS = ".!?…:"
_FEWEST_WORDS = 3
_WIDEST_GAP = 20  # characters: blanks between paragraphs
_FARTHEST = 6  # quotes back: more do not stand in one sentence
_FEWEST_SAYING = 5
_JOINTS = frozenset({"and", "or", "because", "but"})
_LONGEST_JOINT = 2  # words: "and, yes,"
_FEWEST_ALONE = 7  # words; of shorter marked passages that no one speaks, most are titles


def with_floating(
    reading: ArticleView, attributions: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """The attributions (sorted) with the marked sentences that no cue governs, or widened."""
    used = {number for attribution in attributions for number in attribution.marks}
    kept: list[Attribution] = []
    queue = list(reversed(attributions))
    for number, mark in enumerate(reading.marks):
        while queue and queue[-1].start < mark.start:
            kept.append(queue.pop())
        if number in used:
            continue
        if kept and _is_listed(reading, kept[-1], number):
            kept[-1] = replace(kept[-1], end=mark.end, marks=(*kept[-1].marks, number))
            continue
        if not _stands_alone(reading, number):
            if _is_saying(reading, number):
                kept.append(_loose(mark, number))
            continue
        last = kept[-1] if kept else None
        if last is not None and _goes_on(reading, last, number):
            kept[-1] = replace(last, end=mark.end, marks=(*last.marks, number))
            continue
        attribution = _floating(reading, number, kept)
        if attribution.how != "alone" or _may_stand_alone(reading, number):
            kept.append(attribution)
    return _joined(reading, [*kept, *reversed(queue)])


def _joined(reading: ArticleView, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions, what leads up to a quote and what is listed with it made one with it.

    "“It is late.”⏎“We go,” Ruiz said"; "They chanted, “Send them home,” and “Build the wall.”"
    """
    joined: list[Attribution] = []
    for attribution in attributions:
        last = joined[-1] if joined else None
        if last is not None and _leads_up(reading, last, attribution):
            joined[-1] = replace(
                attribution, start=last.start, marks=(*last.marks, *attribution.marks)
            )
        else:
            joined.append(attribution)
    return tuple(joined)


def _leads_up(reading: ArticleView, last: Attribution, attribution: Attribution) -> bool:
    """Whether nobody speaks the first of two direct quotes that only blanks part."""
    if (
        last.how != "alone"
        or attribution.how != "after"
        or attribution.start - last.end > _WIDEST_GAP
    ):
        return False
    return not reading.article.text[last.end : attribution.start].strip()


def _may_stand_alone(reading: ArticleView, number: int) -> bool:
    """Whether a passage that nobody speaks is worth keeping: a whole one, of one paragraph.

    An excerpt is no speech: "“The Long Way,” by Ana Roe: “…”".
    """
    inner = reading.inner(number)
    whole = reading.marks[number].is_closed and "\n" not in inner
    return whole and len(inner.split()) >= _FEWEST_ALONE and not _is_excerpt(reading, number)


def _is_excerpt(reading: ArticleView, number: int) -> bool:
    verbs = any(token.pos_ == "VERB" for token in region_before(reading, number))
    return not verbs and _is_introduced(reading, number)


def _stands_alone(reading: ArticleView, number: int) -> bool:
    """Whether the passage is a sentence or several, from a sentence's beginning."""
    inner, mark = reading.inner(number), reading.marks[number]
    if _is_heading(reading, mark.start, mark.end, is_double=mark.is_double):
        return False
    if _is_part(reading, number) or is_title(reading, number, region_before(reading, number)):
        return False
    before = reading.article.text[: reading.marks[number].start][-3:].rstrip(" \xa0")[-1:]
    ends = inner[-1:] in {".", "!", "?"}
    begins = not before or before in _SENTENCE_ENDS + "\n" or _follows_marks(reading, number)
    enough = len(inner.split()) >= (1 if ends else _FEWEST_WORDS)
    return begins and enough and not inner[:1].islower()


def _follows_marks(reading: ArticleView, number: int) -> bool:
    """Whether only blanks part the passage from the marks before it."""
    end = reading.marks[number - 1].end if number else 0
    return number > 0 and not reading.article.text[end : reading.marks[number].start].strip()


def _is_part(reading: ArticleView, number: int) -> bool:
    """Whether the sentence goes on after marks that end none: "“The Long Way” is a play"."""
    after = reading.article.text[reading.marks[number].end :][:3].lstrip(" \xa0")
    inner = reading.inner(number)
    short = len(inner.split()) < _FEWEST_ALONE  # "“The Fox” Roe won"
    return inner[-1:].isalnum() and (after[:1].islower() or (short and after[:1].isalpha()))


def _is_saying(reading: ArticleView, number: int) -> bool:
    """Whether marks inside a sentence that reports no one hold a clause: "the saying, “…”"."""
    words = reading.inner(number).split()
    before = reading.tokens[max(0, reading.spans[number][0] - 1)].text
    return (
        before in {",", ":"}
        and len(words) >= _FEWEST_SAYING
        and any(token.tag_ in {"VBD", "VBP", "VBZ", "MD"} for token in reading.marked(number))
    )


def _loose(mark: Marked, number: int) -> Attribution:
    return Attribution(start=mark.start, end=mark.end, kind="direct", how="loose", marks=(number,))


def _is_heading(reading: ArticleView, start: int, end: int, *, is_double: bool) -> bool:
    """Whether the passage stands in a heading, or looks like one: a line in single marks."""
    if reading.article.has_heading(start, end):
        return True
    text = reading.article.text
    alone = text[max(0, start - 1) : start] in {"", "\n"} and text[end : end + 1] in {"", "\n"}
    return not is_double and alone and reading.prefers_double


def _goes_on(reading: ArticleView, last: Attribution, number: int) -> bool:
    """Whether only blanks part the passage from a direct quote before it."""
    start = reading.marks[number].start
    if start - last.end > _WIDEST_GAP or not _is_marked_alike(reading, last, start):
        return False
    between = reading.article.text[last.end : start]
    if "\n" in between and reading.inner(number)[-1:] not in {".", "!", "?", ",", "…", "—"}:
        return False
    return last.kind == "direct" and bool(last.marks) and not between.strip()


def _is_marked_alike(reading: ArticleView, last: Attribution, start: int) -> bool:
    """Whether both have the same marks: a page's own pull quote often has others."""
    text = reading.article.text
    return not last.marks or text[reading.marks[last.marks[-1]].start] == text[start]


def _is_listed(reading: ArticleView, last: Attribution, number: int) -> bool:
    """Whether a direct quote goes on in other marks: "“Send them home,” and “Build the wall.”".

    So does a reason: "Roe says “it is over” because “nobody came”".
    """
    start = reading.marks[number].start
    if (
        last.kind != "direct"
        or not last.how.startswith("before")
        or start - last.end > _WIDEST_GAP
    ):
        return False
    words = reading.article.text[last.end : start].replace(",", " ").split()
    return 0 < len(words) <= _LONGEST_JOINT and words[0] in _JOINTS


def _floating(reading: ArticleView, number: int, kept: Sequence[Attribution]) -> Attribution:
    mark = reading.marks[number]
    near = None if _is_introduced(reading, number) else _near(reading, mark.start, kept)
    shared = near is not None and near.kind == "direct" and _is_cue_only(reading, near, mark.start)
    return Attribution(
        start=mark.start, end=mark.end, kind="direct",
        how="split" if shared else "floating" if near else "alone",
        cue=near.cue if shared and near else None,
        speaker=near.speaker if near else None, inferred=near is not None and not shared,
        marks=(number,),
    )  # fmt: skip


def _is_introduced(reading: ArticleView, number: int) -> bool:
    """Whether a name and a colon lead up to it: "“The Long Way,” by Ana Roe: “…”"."""
    region = region_before(reading, number)
    names = any(token.ent_type_ == "PERSON" for token in region)
    return names and region[-1].text == ":"


def _near(reading: ArticleView, start: int, kept: Sequence[Attribution]) -> Attribution | None:
    """The quote that the passage may go on from: on its line or the line before."""
    last: Attribution | None = None
    for attribution in reversed(kept[-_FARTHEST:]):
        if reading.lines_between(attribution.end, start) > 1:
            break
        if attribution.speaker is None:
            continue
        if last is None:
            last = attribution
        elif not _same_sentence(reading, attribution, last):
            break
        elif attribution.cue is not None and attribution.cue.dep_ == "ROOT":
            last = attribution
    return last


def _same_sentence(reading: ArticleView, attribution: Attribution, other: Attribution) -> bool:
    if attribution.cue is None or other.cue is None:
        return False
    return reading.sentence(attribution.cue) == reading.sentence(other.cue)


def _is_cue_only(reading: ArticleView, attribution: Attribution, end: int) -> bool:
    """Whether nothing but the sentence of the cue stands between it and the passage."""
    between = reading.article.text[attribution.end : end]
    return (
        "\n" not in between
        and attribution.cue is not None
        and attribution.end <= attribution.cue.idx < end
        and sum(token.text in SENTENCE_ENDS for token in _tokens(reading, attribution.end, end))
        <= 1
    )


def _tokens(reading: ArticleView, start: int, end: int) -> tuple[Token, ...]:
    return reading.tokens[reading.token_from(start) : reading.token_from(end)]
