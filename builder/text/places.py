"""Where words stand in a text: blanks, and the form of quotation marks and dashes, aside."""

import re

OPENING, CLOSING = "\"“„«‘'", "\"”“»’'"
_AFTER = re.compile(f"[.,!?…]*[{re.escape(CLOSING)}]")
_ALIKE = ('"“”„«»', "'’‘ʼ`", "-–—‐‑")  # what people type, and what newsrooms print


def places_of(words: str, text: str) -> tuple[tuple[int, int], ...]:
    """The `(start, end)` of every place where the words stand, none where there are no words."""
    parts = ["".join(map(_form, part)) for part in words.split()]
    if not parts:
        return ()
    return tuple(match.span() for match in re.finditer(r"\s+".join(parts), text))


def with_marks(start: int, end: int, text: str) -> tuple[int, int]:
    """The place with the quotation marks around it, and a stop before them, where both stand."""
    before, after = text[:start][-1:], _AFTER.match(text, end)
    marked = before and before in OPENING and after
    return (start - 1, after.end()) if marked and after else (start, end)


def _form(mark: str) -> str:
    alike = next((marks for marks in _ALIKE if mark in marks), "")
    return f"[{re.escape(alike)}]" if alike else re.escape(mark)
