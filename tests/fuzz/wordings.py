"""Every wording that a pattern accepts, from the pattern itself: a rule's table read as texts."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, product
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

MOST = 400  # wordings of one part of a pattern; beyond, a seeded choice of them
REPRESENTATIVES = 3  # characters tried of a class such as `\d`
_CLASSES = {"CATEGORY_DIGIT": "0719", "CATEGORY_WORD": "xK7", "CATEGORY_SPACE": " "}


def wordings_of(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """What the pattern matches, every alternative at least once; what must follow is appended.

    Conditions on what stands before or must not follow are not read: a few wordings match nothing.
    """
    return _sequence(parser.parse(pattern.pattern, pattern.flags))


def _sequence(parts: Any) -> tuple[str, ...]:
    choices = [_part(str(kind), value) for kind, value in parts]
    return _chosen(["".join(words) for words in _combined(choices)])


def _combined(choices: Sequence[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Every combination if they are few, else each choice once and a seeded selection."""
    size = 1
    for choice in choices:
        size *= len(choice)
    if size <= MOST:
        yield from product(*choices)
        return
    longest = max(len(choice) for choice in choices)
    draw = random.Random(size)  # noqa: S311 - the same wordings in every run
    for number in range(longest):
        yield tuple(choice[number % len(choice)] for choice in choices)
    for _ in range(MOST):
        yield tuple(draw.choice(choice) for choice in choices)


def _part(kind: str, value: Any) -> tuple[str, ...]:
    if kind not in _PARTS:
        raise AssertionError(f"a kind of pattern that is not read: {kind}")
    return _PARTS[kind](value)


def _branches(branches: Any) -> tuple[str, ...]:
    return _chosen([word for branch in branches if branch for word in _sequence(branch)])


def _behind(value: tuple[int, Any]) -> tuple[str, ...]:
    """What must follow; what must stand before is the text's."""
    direction, parts = value
    return _sequence(parts) if direction == 1 else ("",)


def _class(items: Sequence[tuple[Any, Any]]) -> Iterator[str]:
    for kind, value in items:
        if str(kind) == "RANGE":
            yield from (chr(value[1]), chr(value[0]))
        elif str(kind) == "LITERAL":
            yield chr(value)
        elif str(kind) == "CATEGORY":
            yield from _CLASSES.get(str(value), " ")
        else:  # what must not stand there: a blank or a letter is no digit and no line end
            return


def _repeated(least: int, most: int, parts: Any) -> tuple[str, ...]:
    once = _sequence(parts)
    times = {least, min(least + 1, most)}
    repeated = [word * count for count in sorted(times) for word in once if count] or [""]
    return _chosen([*([""] if least == 0 else []), *repeated])


def _chosen(words: Sequence[str]) -> tuple[str, ...]:
    distinct = tuple(dict.fromkeys(words))
    if len(distinct) <= MOST:
        return distinct
    step = len(distinct) / MOST
    return tuple(distinct[int(number * step)] for number in range(MOST))


_PARTS: dict[str, Callable[[Any], tuple[str, ...]]] = {
    "LITERAL": lambda value: (chr(value),),
    "NOT_LITERAL": lambda _: ("x",),
    "ANY": lambda _: ("x",),
    "IN": lambda value: tuple(islice(_class(value), REPRESENTATIVES)) or (" ",),
    "BRANCH": lambda value: _branches(value[1]),
    "SUBPATTERN": lambda value: _sequence(value[-1]),
    "MAX_REPEAT": lambda value: _repeated(*value),
    "MIN_REPEAT": lambda value: _repeated(*value),
    "GROUPREF_EXISTS": lambda value: _branches(value[1:]),
    "ASSERT": _behind,
    "ASSERT_NOT": lambda _: ("",),
    "AT": lambda _: ("",),
}
