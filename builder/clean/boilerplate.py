"""Which characters are none of the report: a reading and its blocks in, sorted spans out.

A line goes when what it says and where it stands agree: phrases that only pages use go anywhere;
bylines, date-stamps and names of sections only before or after the report; headlines of other
articles only behind a label. A paragraph loses a sentence only if the sentence speaks of the page.
Missed on purpose: teasers without a label, which look like headings.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise

from builder.clean import phrases
from builder.clean.blocks import Block

Span = tuple[int, int]

REPORT_WORDS = 12  # a paragraph of the report; teasers with a full stop are shorter
LONG_WORDS = 40  # a paragraph even without a full stop: cut off, or a list
HEADLINE_WORDS = 25
SAME_WORDS = 0.6  # of a video's title and its repetition, which often cuts or curls its marks
REPEATED_WORDS = 4  # captions and headlines are longer
REPEATED_SENTENCE = 8  # "He did not say who paid." may stand twice in a report
HEAD_BLOCKS = 8  # lines from a summary to the date below it, captions and buttons between them
SUMMARY = 1  # paragraphs above the byline; hours in a live blog stand below many
ASIDE_BLOCKS = 15  # lines of a newsletter's box or of an embedded post
LINES_BELOW = 12  # a label; pages list three to ten headlines
SIGN_BELOW = 3  # lines below "2 Comments" that name a reader or a form's field
LONGEST_TALK = 1500  # characters of a paragraph of small print
_GLUED = re.compile(
    r"(?:(?<=[.!?”\"’)])|^)[ \t]*"
    r"((?:(?:[Tt]he )?(?:[Ss]tory|[Aa]rticle) continues (?:below|after)"
    r"(?: (?:the |this )?(?:ad|advert|advertisement)s?)?|STORY CONTINUES BELOW(?: THE AD)?"
    r"|ADVERTISEMENT|Advertisement(?=[A-Z“]))(?=[ \t]*(?:[A-Z“‘\"]|$)))",
    re.MULTILINE,
)
_SENTENCE_END = re.compile(r"[.!?…*][\"”’)\]]*\s+(?=[\"“‘(\[*]?[A-Z0-9@©])")
_WORD = re.compile(r"\w+")
_NOTE = re.compile(r" (?:is|covers|reports|writes)\b")
_NAMES = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*)+")


def boilerplate_in(reading: str, blocks: Sequence[Block]) -> tuple[Span, ...]:
    """The spans that are not the report's, sorted and not overlapping."""
    whole = _whole_blocks(blocks)
    spans = [(blocks[number].start, blocks[number].end) for number in whole]
    for number, block in enumerate(blocks):
        if number not in whole:
            spans.extend(_parts(reading, block))
    return tuple(_merged(sorted(spans)))


def bylines_in(blocks: Sequence[Block], boilerplate: Sequence[Span]) -> tuple[Span, ...]:
    """The lines of boilerplate that say who wrote the report; a name alone only without a "By"."""
    marked = set(boilerplate)
    lines = [block for block in blocks if (block.start, block.end) in marked]
    stated = [line for line in lines if phrases.byline_names(line.text)]
    reports = [block.start for block in blocks if is_report(block)]
    above = (line for line in lines if reports and line.start < reports[0])
    found = stated or [line for line in above if phrases.is_writer(line.text)]
    return tuple((line.start, line.end) for line in found)


def is_report(block: Block) -> bool:
    """Whether the block is surely a paragraph of a report (most are, some lines are not)."""
    words = len(block.text.split())
    if words >= LONG_WORDS:
        return not phrases.opens_small_print(block.text)
    return (
        words >= REPORT_WORDS
        and phrases.ends_sentence(block.text)
        and not phrases.is_page_sentence(block.text)
        and not phrases.opens_small_print(block.text)
    )


def is_headline_like(text: str) -> bool:
    """Whether the line could be a headline: short, capitalised, without a full stop."""
    opening = text.lstrip("\"'“‘«([")[:1]
    return (
        0 < len(text.split()) <= HEADLINE_WORDS
        and (opening.isupper() or opening.isdigit())
        and (not phrases.ends_sentence(text) or text.rstrip("\"'”’").endswith(("?", "!")))
        and not text.endswith((":", ","))
    )


def _whole_blocks(blocks: Sequence[Block]) -> set[int]:
    first, last = _report(blocks)
    marked = {
        number
        for number, block in enumerate(blocks)
        if phrases.is_page_line(block.text)
        or phrases.is_stated_date(block.text)
        or (number > 0 and phrases.is_label(block.text))
        or _is_page_talk(block.text)
    }
    marked |= _asides(blocks)
    marked |= _labelled(blocks, marked, last)
    marked |= _sections(blocks, first)
    marked |= _stamps(blocks, marked, first, last)
    marked |= _repeated(blocks, marked)
    return marked | _comments(blocks, first)


def _report(blocks: Sequence[Block]) -> tuple[int, int]:
    """The first and the last paragraph; a summary above the byline or the date is none."""
    reports = [number for number, block in enumerate(blocks) if is_report(block)]
    if not reports:
        return len(blocks), -1
    head = range(reports[0], min(reports[0] + HEAD_BLOCKS, reports[-1]))
    stamped = [
        number
        for number in head
        if phrases.is_stamp(blocks[number].text) and not _is_credit(blocks[number].text)
    ]
    above = [n for n in reports if stamped and n < stamped[-1]]
    return reports[len(above) if len(above) <= SUMMARY else 0], reports[-1]


def _is_page_talk(text: str) -> bool:
    """Whether every sentence of the block speaks of the page, or it opens as only pages do."""
    if phrases.opens_small_print(text):
        return True
    if len(text) > LONGEST_TALK or not any(map(phrases.is_page_sentence, _sentences(text))):
        return False
    return all(map(phrases.is_page_part, _sentences(text)))


def _asides(blocks: Sequence[Block]) -> set[int]:
    """What stands between "Skip past newsletter promotion" and "after newsletter promotion"."""
    found: set[int] = set()
    for number, block in enumerate(blocks):
        closes = phrases.aside(block.text)
        below = range(number + 1, min(len(blocks), number + 1 + ASIDE_BLOCKS))
        end = next((at for at in below if closes and closes(blocks[at].text)), None)
        if end is not None:
            found.update(range(number, end + 1))
    return found


def _labelled(blocks: Sequence[Block], marked: set[int], last: int) -> set[int]:
    """Labels for other articles and videos, with the headlines and captions that they announce."""
    found: set[int] = set()
    for number, block in enumerate(blocks):
        title = phrases.video_label(block.text)
        if title is not None and number > 0:
            found |= {number, *_captions(blocks, number, title)}
            continue
        title = phrases.headline_label(block.text)
        if title is not None and number > 0 and number not in found:
            found.add(number)
            if not title:
                found.update(_headlines(blocks, number, marked, last))
    return found


def _captions(blocks: Sequence[Block], label: int, title: str) -> Iterator[int]:
    """The title of a video below its label, and its repetition."""
    number = label + 1
    if not title and number < len(blocks) and is_headline_like(blocks[number].text):
        title = blocks[number].text
        yield number
        number += 1
    if title and number < len(blocks) and _alike(title, blocks[number].text):
        yield number


def _headlines(blocks: Sequence[Block], label: int, marked: set[int], last: int) -> Iterator[int]:
    """The headlines below a label; amid the report only the first, as a heading may follow it."""
    for number in range(label + 1, min(len(blocks), label + 1 + LINES_BELOW)):
        text = blocks[number].text
        if number in marked:
            continue
        if number > last and phrases.is_section(text):
            yield number
            continue
        if not is_headline_like(text) or (number < last and number > label + 1):
            return
        yield number


def _sections(blocks: Sequence[Block], first: int) -> set[int]:
    """Names of sections, paths and tags above a headline."""
    return {
        number
        for number, block in enumerate(blocks[: max(0, first)])
        if phrases.is_section(block.text)
        or (
            phrases.is_crumbs(block.text)
            and number + 1 < len(blocks)
            and is_headline_like(blocks[number + 1].text)
        )
    }


def _stamps(blocks: Sequence[Block], marked: set[int], first: int, last: int) -> set[int]:
    """Bylines and date-stamps before or after the report, names beside them, the writer's note."""
    edges = [number for number in range(len(blocks)) if not first <= number <= last]
    found = {
        number
        for number in edges
        if phrases.is_stamp(blocks[number].text)
        and not (number > last and _is_credit(blocks[number].text))
    }
    opened = next((number for number in edges if number not in marked | found), len(blocks))
    for number in (*edges, *reversed(edges)):
        beside = number > opened and not found.isdisjoint((number - 1, number + 1))
        if beside and phrases.is_name(blocks[number].text):
            found.add(number)
    return found.union(_writers_notes(blocks, found, last))


def _is_credit(text: str) -> bool:
    """Whether a stamp is a line such as "Edited by: Jane Doe", a credit below the report."""
    return not phrases.is_date_stamp(text) and not text.lower().startswith(("by", "publ", "upd"))


def _writers_notes(blocks: Sequence[Block], stamps: Set[int], last: int) -> Iterator[int]:
    """What the page says of its writer at the end: "Jane Doe is a reporter who covers energy."."""
    lines = (phrases.byline_names(text) or text for text in (blocks[n].text for n in stamps))
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
        words = phrases.core(block.text)
        if words in seen:
            found.add(number)
        elif number not in marked and len(words.split()) >= (
            REPEATED_SENTENCE if phrases.ends_sentence(block.text) else REPEATED_WORDS
        ):
            seen.add(words)
    return found


def _comments(blocks: Sequence[Block], first: int) -> set[int]:
    """Readers' comments: all below their heading, if it stands low and a comment follows."""
    heads = [n for n, block in enumerate(blocks) if phrases.opens_comments(block.text)]
    for number in heads:
        before = blocks[number].start - blocks[0].start
        after = blocks[-1].end - blocks[number].end
        below = blocks[number + 1 : number + 1 + SIGN_BELOW]
        if (
            number > first
            and before >= after
            and any(phrases.is_of_comments(block.text) for block in below)
        ):
            return {*heads, *range(number, len(blocks))}
    return set(heads)


def _parts(reading: str, block: Block) -> Iterator[Span]:
    """Sentences of a paragraph that speak of the page, and phrases glued to one."""
    text = reading[block.start : block.end]
    for glued in _GLUED.finditer(text):
        yield block.start + glued.start(1), block.start + glued.end(1)
    start = block.start
    for sentence in _sentences(text):
        if len(sentence) < len(text) and phrases.is_page_sentence(sentence.strip()):
            yield start, start + len(sentence.rstrip())
        start += len(sentence)


def _sentences(text: str) -> list[str]:
    """The text cut behind each sentence, with the blanks that follow it."""
    cuts = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    return [text[start:end] for start, end in pairwise(cuts)]


def _alike(title: str, text: str) -> bool:
    one, other = (set(_WORD.findall(phrases.plain(part))) for part in (title, text))
    return len(one & other) >= SAME_WORDS * max(1, min(len(one), len(other)))


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
