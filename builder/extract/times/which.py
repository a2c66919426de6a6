"""Words that say which of many is meant: "last", "this coming", "the previous", "that same".

In: the words before a calendar word. Out: on which side it lies, or how many units from which
anchor. A bare "the" means the one in question.
"""

import re
from typing import Literal

from builder.model.times import TimeExpression, Unit

Direction = Literal["past", "present", "future"]

_LAST = ("last", "past", "the last", "the latest", "this past", "the past")
_THIS = ("this", "current", "the current", "present", "the present", "our current")
_NEXT = ("next", "coming", "the coming", "the upcoming", "this coming")
_SAME = ("that", "that same", "the", "the same", "same", "this same", "the very same")
_BEFORE = ("previous", "the previous", "the preceding", "the prior")
_AFTER = ("following", "the following", "the next", "the very next", "the subsequent")
_FROM_PUBLISHED = {
    **dict.fromkeys(_LAST, -1), **dict.fromkeys(_THIS, 0), **dict.fromkeys(_NEXT, 1),
}  # fmt: skip
_FROM_MENTIONED = {
    **dict.fromkeys(_SAME, 0), **dict.fromkeys(_BEFORE, -1), **dict.fromkeys(_AFTER, 1),
}  # fmt: skip
_DIRECTIONS: dict[str, Direction] = {
    **dict.fromkeys((*_LAST, *_BEFORE), "past"), "this": "present",
    **dict.fromkeys((*_NEXT, *_AFTER), "future"),
}  # fmt: skip


def direction_of(words: str | None) -> Direction | None:
    """The side of the anchor that the words say; `None` where they leave it to the tense."""
    return _DIRECTIONS.get(_plain(words))


def counted(words: str, unit: Unit) -> TimeExpression:
    """The period: "last week" is one before publication, "the previous week" before the last."""
    which = _plain(words)
    if which in _FROM_MENTIONED:
        return TimeExpression(unit=unit, offset=_FROM_MENTIONED[which], anchor="mentioned")
    return TimeExpression(unit=unit, offset=_FROM_PUBLISHED[which])


def _plain(words: str | None) -> str:
    return re.sub(r"\s+", " ", (words or "").lower())
