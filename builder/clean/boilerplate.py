"""Which characters are none of the report: a reading and its blocks in, sorted spans out.

A line goes when what it says and where it stands agree: phrases that only pages use go anywhere;
bylines, date-stamps and names of sections only before or after the report; headlines of other
articles only behind a label. A paragraph loses a sentence only if the sentence speaks of the page.
Missed on purpose: teasers without a label, which look like headings.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from builder.clean import phrases
from builder.clean.blocks import Block

Span = tuple[int, int]

REPORT_WORDS = 12  # a paragraph of the report; teasers with a full stop are shorter
LONG_WORDS = 40  # a paragraph even without a full stop: cut off, or a list
HEADLINE_WORDS = 25
SAME_WORDS = 0.6  # of a video's title and its repetition, which often cuts or curls its marks
REPEATED_WORDS = 4  # "He did not." may stand twice in a report
_GLUED = re.compile(
    r"(?:(?<=[.!?”\"’)])|^)[ \t]*"
    r"((?:(?:[Tt]he )?(?:[Ss]tory|[Aa]rticle) continues (?:below|after)"
    r"(?: (?:the |this )?(?:ad|advert|advertisement)s?)?|STORY CONTINUES BELOW(?: THE AD)?"
    r"|ADVERTISEMENT|Advertisement(?=[A-Z“]))(?=[ \t]*(?:[A-Z“‘\"]|$)))",
    re.MULTILINE,
)
_SENTENCE_END = re.compile(r"[.!?…*][\"”’)\]]*\s+(?=[\"“‘(\[*]?[A-Z0-9@©])")
_WORD = re.compile(r"\w+")


def boilerplate_in(reading: str, blocks: Sequence[Block]) -> tuple[Span, ...]:
    """The spans that are not the report's, sorted and not overlapping."""
    whole = _whole_blocks(blocks)
    spans = [(blocks[number].start, blocks[number].end) for number in whole]
    for number, block in enumerate(blocks):
        if number not in whole:
            spans.extend(_parts(reading, block))
    return tuple(_merged(sorted(spans)))


def is_report(block: Block) -> bool:
    """Whether the block is surely a paragraph of a report (most are, some lines are not)."""
    words = len(block.text.split())
    if words >= LONG_WORDS:
        return True
    return (
        words >= REPORT_WORDS
        and phrases.ends_sentence(block.text)
        and not phrases.is_page_sentence(block.text)
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
    reports = [number for number, block in enumerate(blocks) if is_report(block)]
    first, last = (reports[0], reports[-1]) if reports else (len(blocks), -1)
    marked = {
        number
        for number, block in enumerate(blocks)
        if phrases.is_page_line(block.text)
        or (number > 0 and phrases.is_label(block.text))
        or (len(block.text.split()) < LONG_WORDS and phrases.is_page_sentence(block.text)
            and _SENTENCE_END.search(block.text) is None)
    }  # fmt: skip
    marked |= _labelled(blocks, marked, last)
    marked |= _around(blocks[:first], 0) | _around(blocks[last + 1 :], last + 1)
    marked |= _sections(blocks, first)
    marked |= _repeated(blocks, marked)
    return marked | _comments(blocks)


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
    for number in range(label + 1, len(blocks)):
        text = blocks[number].text
        if number in marked:
            continue
        if not is_headline_like(text) or (number < last and number > label + 1):
            return
        yield number


def _around(blocks: Sequence[Block], offset: int) -> set[int]:
    """Bylines and date-stamps, and a name alone beside one; only before or after the report."""
    stamps = {
        number
        for number, block in enumerate(blocks)
        if phrases.is_byline(block.text) or phrases.is_date_stamp(block.text)
    }
    names = {
        number
        for number, block in enumerate(blocks)
        if number + offset > 0
        and phrases.is_name(block.text)
        and (number + 1 in stamps or number - 1 in stamps)
    }
    return {number + offset for number in stamps | names}


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


def _repeated(blocks: Sequence[Block], marked: set[int]) -> set[int]:
    """Later copies of a line: captions, pull quotes, headlines."""
    seen: set[str] = set()
    found: set[int] = set()
    for number, block in enumerate(blocks):
        words = phrases.core(block.text)
        if words in seen:
            found.add(number)
        elif number not in marked and len(words.split()) >= REPEATED_WORDS:
            seen.add(words)
    return found


def _comments(blocks: Sequence[Block]) -> set[int]:
    """Readers' comments: all that follows their heading, if the report before it is the longer."""
    for number, block in enumerate(blocks):
        if phrases.opens_comments(block.text):
            before = block.start - blocks[0].start
            after = blocks[-1].end - block.end
            reports = sum(is_report(earlier) for earlier in blocks[:number])
            if reports and before >= after:
                return set(range(number, len(blocks)))
    return set()


def _parts(reading: str, block: Block) -> Iterator[Span]:
    """Sentences of a paragraph that speak of the page, and phrases glued to one."""
    text = reading[block.start : block.end]
    for glued in _GLUED.finditer(text):
        yield block.start + glued.start(1), block.start + glued.end(1)
    start = 0
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    for end in (*ends, len(text)):
        sentence = text[start:end].strip()
        if ends and sentence and phrases.is_page_sentence(sentence):
            yield block.start + start, block.start + start + len(text[start:end].rstrip())
        start = end


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
