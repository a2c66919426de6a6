"""Which characters are none of the report: a reading and its blocks in, sorted spans out.

A line goes when what it says and where it stands agree: phrases that only pages use go anywhere;
bylines, date-stamps and names of sections only before or after the report; headlines of other
articles only behind a label. A paragraph loses a sentence only if the sentence speaks of the page.
Missed on purpose: teasers without a label, which look like headings.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise

from builder import naming
from builder.clean import boilerplate_phrases, bylines
from builder.clean.blocks import Block
from builder.clean.extent import extent_of, is_credit, is_headline_like, is_report
from builder.clean.sidebars import (
    asides_in,
    comments_in,
    labelled_in,
    listed_in,
    promises_in,
    rows_in,
)

Span = tuple[int, int]

REPEATED_WORDS = 4  # captions and headlines are longer
REPEATED_SENTENCE = 8  # "He did not say who paid." may stand twice in a report
LONGEST_TALK = 1500  # characters of a paragraph of small print
_GLUED = re.compile(
    r"(?:(?<=[.!?”\"’)])|^)[ \t]*"
    r"((?:(?:[Tt]he )?(?:[Ss]tory|[Aa]rticle) continues (?:below|after)"
    r"(?: (?:the |this )?(?:ad|advert|advertisement)s?)?|STORY CONTINUES BELOW(?: THE AD)?"
    r"|ADVERTISEMENT|Advertisement(?=[A-Z“]))(?=[ \t]*(?:[A-Z“‘\"]|$)))",
    re.MULTILINE,
)
_SENTENCE_END = re.compile(r"[.!?…*][\"”’)\]]*\s+(?=[\"“‘(\[*]?[A-Z0-9@©])")
_NOTE = re.compile(r" (?:is|covers|reports|writes)\b")
_NAMES = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*)+")


def boilerplate_in(reading: str, blocks: Sequence[Block], outlet: str = "") -> tuple[Span, ...]:
    """The spans that are not the report's, sorted and not overlapping; `outlet` published it."""
    whole = _whole_blocks(blocks, outlet)
    spans = [(blocks[number].start, blocks[number].end) for number in whole]
    for number, block in enumerate(blocks):
        if number not in whole:
            spans.extend(_parts(reading, block))
    return tuple(_merged(sorted(spans)))


def bylines_in(blocks: Sequence[Block], boilerplate: Sequence[Span]) -> tuple[Span, ...]:
    """The lines of boilerplate that say who wrote the report; a name alone only without a "By"."""
    marked = set(boilerplate)
    lines = [block for block in blocks if (block.start, block.end) in marked]
    stated = [line for line in lines if bylines.written_by(line.text) or bylines.dashed(line.text)]
    starts = [block.start for block in blocks if is_report(block)]
    starts += [block.start for block in blocks if boilerplate_phrases.ends_sentence(block.text)]
    # an office's letterhead stands above a place and a day as a writer does
    placed = {one.start for one, other in pairwise(blocks) if _is_place_and_day(other.text)}
    found = stated or [
        line
        for line in lines
        if starts
        and line.start < starts[0]
        and bylines.is_writer(line.text)
        and (line.start not in placed or naming.is_given_name(line.text.split()[0]))
    ]
    return tuple(map(_names_in, found))


def _is_place_and_day(text: str) -> bool:
    return bylines.is_placed(text, surely=False) and not boilerplate_phrases.is_date_stamp(text)


def _names_in(line: Block) -> Span:
    """The names in a line that holds a day or a mark beside them, else the line."""
    names = bylines.dashed(line.text) or bylines.signed(line.text)
    if not names or bylines.byline_names(line.text) or len(line.text) < line.end - line.start:
        return line.start, line.end
    start = line.start + line.text.index(names)
    return start, start + len(names)


def _whole_blocks(blocks: Sequence[Block], outlet: str) -> set[int]:
    first, last = extent_of(blocks)
    marked = {
        number
        for number, block in enumerate(blocks)
        if boilerplate_phrases.is_page_line(block.text)
        or boilerplate_phrases.is_stated_date(block.text)
        or (number > 0 and boilerplate_phrases.is_label(block.text))
        or _is_page_talk(block.text)
    }
    marked |= asides_in(blocks)
    marked |= labelled_in(blocks, marked, last)
    marked |= listed_in(blocks, last)
    marked |= set(rows_in(blocks, first, last))
    marked |= _sections(blocks, first)
    marked |= _stamps(blocks, marked, first, last)
    marked |= _repeated(blocks, marked)
    marked |= set(promises_in(blocks, marked, outlet))
    return marked | comments_in(blocks, first)


def _is_page_talk(text: str) -> bool:
    """Whether every sentence of the block speaks of the page, or it opens as only pages do."""
    if boilerplate_phrases.opens_small_print(text):
        return True
    if len(text) > LONGEST_TALK or not any(
        map(boilerplate_phrases.is_page_sentence, _sentences(text))
    ):
        return False
    return all(map(boilerplate_phrases.is_page_part, _sentences(text)))


def _sections(blocks: Sequence[Block], first: int) -> set[int]:
    """Names of sections, paths and tags above a headline."""
    return {
        number
        for number, block in enumerate(blocks[: max(0, first)])
        if boilerplate_phrases.is_section(block.text)
        or (
            boilerplate_phrases.is_crumbs(block.text)
            and number + 1 < len(blocks)
            and is_headline_like(blocks[number + 1].text)
        )
    }


def _stamps(blocks: Sequence[Block], marked: set[int], first: int, last: int) -> set[int]:
    """Bylines and date-stamps before or after the report, names beside them, the writer's note."""
    edges = [number for number in range(len(blocks)) if not first <= number <= last]
    sentences = (
        n for n, block in enumerate(blocks) if boilerplate_phrases.ends_sentence(block.text)
    )
    head = next(sentences, len(blocks))  # of a text too short to have a paragraph
    found = {
        number
        for number in edges
        if _is_stamp(blocks, number, first)
        and not (number > (last if last >= 0 else head) and is_credit(blocks[number].text))
    }
    of_page = marked | found
    opened = next((number for number in edges if number not in of_page), len(blocks))
    for number in (*edges, *reversed(edges)):
        text = blocks[number].text
        beside = number > opened and not found.isdisjoint((number - 1, number + 1))
        if beside and bylines.is_name(text):
            found.add(number)
    return found.union(_writers_notes(blocks, found, last))


def _is_stamp(blocks: Sequence[Block], number: int, first: int) -> bool:
    """Whether the line says who wrote the report or when; one that opens the text says it plainly.

    "Police Seize Boats, 5 May 2024" may be all the headline that there is.
    """
    text = blocks[number].text
    if (
        boilerplate_phrases.is_date_stamp(text)
        or bylines.byline_names(text)
        or bylines.is_of_outlet(text)
    ):
        return True
    if number == 0:
        return bylines.is_placed(text, surely=True) or _is_writer_alone(blocks)
    named = bylines.signed(text) or bylines.is_placed(text, surely=False)
    if named or (number < first and _is_only_dashed(blocks, number, first)):
        return True
    if number < first and bylines.is_known_writer(text) and _has_headline(blocks[:number]):
        return True
    above = bylines.is_name(blocks[number - 1].text)
    return above and bylines.is_office(text)


def _is_writer_alone(blocks: Sequence[Block]) -> bool:
    """Whether a text opens with a name of which it says no more: no headline, but who wrote it."""
    first, *others = blocks
    surname = first.text.split()[-1]
    return bylines.is_known_writer(first.text) and not any(surname in one.text for one in others)


def _has_headline(above: Sequence[Block]) -> bool:
    """Whether one of the lines is longer than the name of a site or a section."""
    return any(
        is_headline_like(block.text) and len(block.text.split()) > bylines.PLACE_WORDS
        for block in above
    )


def _is_only_dashed(blocks: Sequence[Block], number: int, first: int) -> bool:
    """Whether the line is the only "- JANE DOE" above the report: several are a list."""
    beside = blocks[max(0, number - 1) : min(first, number + 2)]
    return (
        bool(bylines.dashed(blocks[number].text))
        and sum(bool(bylines.dashed(block.text)) for block in beside) == 1
    )


def _writers_notes(blocks: Sequence[Block], stamps: Set[int], last: int) -> Iterator[int]:
    """What the page says of its writer at the end: "Jane Doe is a reporter who covers energy."."""
    lines = (bylines.written_by(text) or text for text in (blocks[n].text for n in stamps))
    names = {match[0] for line in lines for match in _NAMES.finditer(line)}
    for number in range(max(1, last - 1), len(blocks)):
        opening = _NAMES.match(blocks[number].text)
        if opening and opening[0] in names and _NOTE.match(blocks[number].text, opening.end()):
            yield number


def _repeated(blocks: Sequence[Block], marked: set[int]) -> set[int]:
    """Later copies of a line: captions, pull quotes, headlines."""
    seen: set[str] = set()
    found: set[int] = set()
    for number, block in enumerate(blocks):
        words = boilerplate_phrases.core(block.text)
        if words in seen:
            found.add(number)
        elif number not in marked and len(words.split()) >= (
            REPEATED_SENTENCE if boilerplate_phrases.ends_sentence(block.text) else REPEATED_WORDS
        ):
            seen.add(words)
    return found


def _parts(reading: str, block: Block) -> Iterator[Span]:
    """Sentences of a paragraph that speak of the page, and phrases glued to one."""
    text = reading[block.start : block.end]
    for glued in _GLUED.finditer(text):
        yield block.start + glued.start(1), block.start + glued.end(1)
    start = block.start
    for sentence in _sentences(text):
        if len(sentence) < len(text) and boilerplate_phrases.is_page_sentence(sentence.strip()):
            yield start, start + len(sentence.rstrip())
        start += len(sentence)


def _sentences(text: str) -> list[str]:
    """The text cut behind each sentence, with the blanks that follow it."""
    cuts = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    return [text[start:end] for start, end in pairwise(cuts)]


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    last: Span | None = None
    for start, end in spans:
        if last is not None and start <= last[1]:
            last = (last[0], max(last[1], end))
            continue
        if last is not None:
            yield last
        last = (start, end)
    if last is not None:
        yield last
