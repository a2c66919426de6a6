"""Words that say which of many is meant: "last", "this coming", "the previous", "that same".

One table: `which` makes from it what a rule's pattern accepts, `counted` and `direction_of` read
it. In: the words before a calendar word. Out: on which side it lies, or how many units from which
anchor. A bare "the" means the one in question.
"""

import re
from typing import Literal

from builder.extract.times.patterns import one_of
from builder.model.times import Anchor, TimeExpression, Unit

Direction = Literal["past", "present", "future"]


def _with_article(*words: str) -> tuple[str, ...]:
    return tuple(article + word for article in ("", "the ") for word in words)


_MEANINGS: dict[str, tuple[int, Anchor]] = {
    **dict.fromkeys(
        ("last", "past", "the past", "this past", "the last", "the latest"), (-1, "published")
    ),
    **dict.fromkeys(("this", *_with_article("current")), (0, "published")),
    **dict.fromkeys(
        ("next", "coming", "this coming", "the coming", "the upcoming"), (1, "published")
    ),
    **dict.fromkeys(
        ("the", "that", "that same", "this same", *_with_article("same", "very same")),
        (0, "mentioned"),
    ),
    **dict.fromkeys(_with_article("previous", "preceding", "prior"), (-1, "mentioned")),
    **dict.fromkeys(
        ("the next", *_with_article("following", "subsequent", "very next")), (1, "mentioned")
    ),
}  # fmt: skip
ALL = tuple(sorted(_MEANINGS.keys() - {"past", "the past"}))  # "the past year" is a duration
_ANY = "".join(rf"(?<!\b{word}\s)" for word in ("any", "each", "every", "no", "some"))


def which(*words: str) -> str:
    """The pattern of these words, the longest first, but not behind "any" or "every".

    Raises `KeyError` for a word that this module gives no meaning.
    """
    known = {word: _MEANINGS[word] for word in words}
    return f"{_ANY}(?:{one_of(sorted(known, key=len, reverse=True))})"


def direction_of(words: str | None) -> Direction | None:
    """The side of the anchor that the words say; `None` where they leave it to the tense."""
    plain = _plain(words)
    if plain == "this":
        return "present"
    offset, _ = _MEANINGS.get(plain, (0, None))
    return "past" if offset < 0 else "future" if offset > 0 else None


def counted(words: str, unit: Unit) -> TimeExpression:
    """The period: "last week" is one before publication, "the previous week" before the last."""
    offset, anchor = _MEANINGS[_plain(words)]
    return TimeExpression(unit=unit, offset=offset, anchor=anchor)


def _plain(words: str | None) -> str:
    return re.sub(r"\s+", " ", (words or "").lower())
