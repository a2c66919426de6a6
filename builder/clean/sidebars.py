"""What stands beside a report: newsletters, other articles and videos, promises, comments.

Blocks in, numbers of those that are not the report's out. Headlines of other articles go only
behind a label: without one they look like headings, and stay.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from builder.clean import boilerplate_phrases
from builder.clean.blocks import Block
from builder.clean.extent import is_headline_like
from builder.knowledge import entries

SAME_WORDS = 0.6  # of a video's title and its repetition, which often cuts or curls its marks
ASIDE_BLOCKS = 15  # lines of a newsletter's box or of an embedded post
LINES_BELOW = 12  # a label; pages list three to ten headlines
SIGN_BELOW = 3  # lines below "2 Comments" that name a reader or a form's field
LISTED = 2  # headlines below the last sentence; one may be a caption
LISTED_WORDS = 5  # of a headline; "A fine of 400,000 pounds" too, but for the colon above it
ROW_PARTS = 3  # of a row of links; a headline may have one mark in it, a page's title two
LONGEST_MENU = 400  # characters
ROW_WORDS = 8  # of a link, or of two without a mark ("News in Pictures Send us your pictures")
_ROW = re.compile(r"\s[·•|»]\s")
LAST = 3  # blocks in which a page promises something else
LONGEST_PROMISE = 220  # characters
SHARED = 0.3  # of the words of a promise, that the report may have too
_LABELLED = re.compile(r"(?:^|[.!?]\s)\W{0,3}([^\W\d][\w’'&-]{1,20}(?: [\w’'&-]{1,20}){0,3}):\s")
_MARKS = re.compile(r"[“”\"«»‘]")
_CREDIT = re.compile(
    r"(?:source|report|writ|edit|compil|produc|graphic|translat|data|agenc|with)", re.IGNORECASE
)
_WORDS = re.compile(r"[^\W\d_][\w’'-]{2,}")
_BULLET = re.compile(r"[•·▪●◦‣■►▶*+–—-]\s+")
_WORD = re.compile(r"\w+")


def asides_in(blocks: Sequence[Block]) -> set[int]:
    """What stands between "Skip past newsletter promotion" and "after newsletter promotion"."""
    found: set[int] = set()
    for number, block in enumerate(blocks):
        closes = boilerplate_phrases.aside(block.text)
        below = range(number + 1, min(len(blocks), number + 1 + ASIDE_BLOCKS))
        end = next((at for at in below if closes and closes(blocks[at].text)), None)
        if end is not None:
            found.update(range(number, end + 1))
    return found


def labelled_in(blocks: Sequence[Block], marked: set[int], last: int) -> set[int]:
    """Labels for other articles and videos, with the headlines and captions that they announce."""
    found: set[int] = set()
    for number, block in enumerate(blocks):
        title = boilerplate_phrases.video_label(block.text)
        if title is not None and number > 0:
            found |= {number, *_captions(blocks, number, title)}
            continue
        title = boilerplate_phrases.headline_label(block.text)
        if title is not None and number > 0 and number not in found:
            found.add(number)
            if not title:
                found.update(_headlines(blocks, number, marked, last))
    return found


def listed_in(blocks: Sequence[Block], last: int) -> set[int]:
    """Headlines of other articles, each behind a bullet, that end the text without a label.

    A list of the report's own is announced by a colon or a heading, or its items are sentences.
    """
    number = len(blocks)
    while number > max(0, last + 1) and _is_listed_headline(blocks[number - 1].text):
        number -= 1
    above = blocks[number - 1].text if number else ""
    if len(blocks) - number < LISTED or not boilerplate_phrases.ends_sentence(above):
        return set()
    return set(range(number, len(blocks)))


def _is_listed_headline(text: str) -> bool:
    bullet = _BULLET.match(text)
    words = text[bullet.end() :] if bullet else ""
    return len(words.split()) >= LISTED_WORDS and is_headline_like(words)


def rows_in(blocks: Sequence[Block], first: int, last: int) -> Iterator[int]:
    """Rows of links around the report: "Multimedia · User Galleries · Send us your stories"."""
    for number in (*range(1, min(first, len(blocks))), *range(max(1, last + 1), len(blocks))):
        text = blocks[number].text
        parts = _ROW.split(text) if len(text) <= LONGEST_MENU else []
        if len(parts) >= ROW_PARTS and all(map(_is_link_like, parts)):
            yield number


def _is_link_like(part: str) -> bool:
    words = part.split()
    return (
        0 < len(words) <= ROW_WORDS
        and words[0][0].isupper()
        and not any(character.isdigit() or character in '“”":' for character in part)
        and not boilerplate_phrases.ends_sentence(part)
    )


def comments_in(blocks: Sequence[Block], first: int) -> set[int]:
    """Readers' comments: all below their heading, if it stands low and a comment follows."""
    heads = [n for n, block in enumerate(blocks) if boilerplate_phrases.opens_comments(block.text)]
    for number in heads:
        before = blocks[number].start - blocks[0].start
        after = blocks[-1].end - blocks[number].end
        below = blocks[number + 1 : number + 1 + SIGN_BELOW]
        if (
            number > first
            and before >= after
            and any(boilerplate_phrases.is_of_comments(block.text) for block in below)
        ):
            return {*heads, *range(number, len(blocks))}
    return set(heads)


def promises_in(blocks: Sequence[Block], marked: set[int], outlet: str) -> Iterator[int]:
    """The last lines that invite, or tell behind a label, and speak of nothing in the report.

    "Also today: Oyster boats stay in port", "Join host Ana Ruiz on 14 September": names in them
    are nobody's of the story. A credit stays, and an answer behind the name of somebody known;
    the outlet's own name may stand in both.
    """
    kept = [number for number in range(len(blocks)) if number not in marked]
    own = _common().union(word.casefold() for word in _WORDS.findall(outlet))
    for place in range(max(LAST, len(kept) - LAST), len(kept)):
        text = blocks[kept[place]].text
        label = _LABELLED.search(text)
        told = label[1] if label else ""
        if (
            len(text) > LONGEST_PROMISE
            or _MARKS.search(text)
            or _CREDIT.match(told)
            or not (told or boilerplate_phrases.invites(text))
        ):
            continue
        above = {
            word.casefold() for at in kept[:place] for word in _WORDS.findall(blocks[at].text)
        }
        words = [one for one in _WORDS.finditer(text) if one[0].casefold() not in own]
        known = [one for one in words if one[0].casefold() in above]
        named = any(one[0][0].isupper() and not _opens(text, one.start()) for one in known)
        answers = told and all(word.casefold() in above for word in _WORDS.findall(told))
        if len(known) <= SHARED * len(words) and not (named or answers):
            yield kept[place]


def _opens(text: str, start: int) -> bool:
    """Whether a word that begins there is the first of a sentence, or of what is listed."""
    return text[:start].rstrip(" *•")[-1:] in {"", ".", "!", "?", ":", ";"}


@cache
def _common() -> frozenset[str]:
    calendar = (word.casefold() for word in entries("name_words")["calendar"])
    return frozenset(entries("function_words")).union(calendar)


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
        if number > last and boilerplate_phrases.is_section(text):
            yield number
            continue
        if not is_headline_like(text) or (number < last and number > label + 1):
            return
        yield number


def _alike(title: str, text: str) -> bool:
    one, other = (set(_WORD.findall(boilerplate_phrases.plain(part))) for part in (title, text))
    return len(one & other) >= SAME_WORDS * max(1, min(len(one), len(other)))
