"""A text as figures, words and signs with their places: what quantities are read from."""

import re
from typing import NamedTuple

AHEAD = 12  # tokens that a reader may look ahead or back without asking where the text ends
HYPHENS = frozenset("-‐‑")
DASHES = HYPHENS | frozenset("–—")
_FRACTIONS = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_LETTERS = rf"[^\W\d_{_FRACTIONS}]+"
_TOKEN = re.compile(
    r"(?P<figure>(?:(?<![\w.,])\.)?[0-9]+(?:[.,][0-9]+)*)"
    rf"|(?P<word>{_LETTERS}(?:['’]{_LETTERS})*)"
    r"|(?P<sign>\n[^\S\n]*\n|\S)"
)


class Token(NamedTuple):
    """A figure with its marks ("1,200.5"), a word, or a sign; an empty line is a sign too."""

    start: int
    end: int
    text: str
    low: str
    """Lower case, the apostrophe straight."""
    gap: str
    """What stands before it: nothing, one character, or two blanks for more."""
    figure: bool = False
    word: bool = False

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital."""
        return self.word and self.text[0].isupper()


NOTHING = Token(0, 0, "", "", "  ")


def tokens_of(text: str) -> list[Token]:
    """The tokens in order, with `AHEAD` empty ones before and after them."""
    found, last = [NOTHING] * AHEAD, 0
    for match in _TOKEN.finditer(text):
        written = match[0]
        start, end = match.span()
        gap = text[last:start] if start - last < 2 else "  "  # noqa: PLR2004 - one blank
        low = written.lower().replace("’", "'")
        kind = match.lastgroup
        found.append(Token(start, end, written, low, gap, kind == "figure", kind == "word"))
        last = end
    return found + [NOTHING] * AHEAD


def hyphen_at(tokens: list[Token], place: int) -> bool:
    """Whether a hyphen there joins two tokens without blanks."""
    here = tokens[place]
    return here.text in HYPHENS and not here.gap and not tokens[place + 1].gap


def past_hyphen(tokens: list[Token], place: int) -> int:
    """The place, or the one after a joining hyphen that stands there."""
    return place + 1 if hyphen_at(tokens, place) else place
