"""Characters that show nothing: white space, control characters and invisible ones of Unicode."""

import unicodedata

INVISIBLE = frozenset(
    map(
        chr,
        (
            *(0x00AD, 0x061C, 0xFEFF),
            *range(0x200B, 0x2010),
            *range(0x202A, 0x202F),
            *range(0x2060, 0x2065),
            *range(0x2066, 0x206A),
            *range(0xFFF9, 0xFFFC),
        ),
    )
)
"""Soft hyphens, marks of direction, joiners, byte-order marks: no blanks, yet nothing to see."""


def is_blank(character: str) -> bool:
    """Whether nothing would be seen of the character alone."""
    return character.isspace() or character in INVISIBLE or unicodedata.category(character) == "Cc"


def bare(text: str, start: int, end: int, *, marks: str = "") -> tuple[int, int]:
    """From `start` to `end` of the text without blanks at the edges, nor the marks beside them.

    Where nothing else is left, an empty span.
    """
    while start < end and (text[start] in marks or is_blank(text[start])):
        start += 1
    while start < end and (text[end - 1] in marks or is_blank(text[end - 1])):
        end -= 1
    return start, end


def shows_nothing(text: str) -> bool:
    """Whether nothing would be seen of the whole text."""
    return all(map(is_blank, text))
