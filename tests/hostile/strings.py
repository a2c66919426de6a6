"""The hostile strings: `strings.jsonl` in, strings out, all of them or some of every class.

A string that runs sets `__ran` or calls `alert` with its own number; one that asks for something
asks for `/leak/NUMBER` or for the host `leak.example`. The file is ASCII: JSON's escapes keep
every character, a lone surrogate included.
"""

import json
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "strings.jsonl"
OF_A_CLASS = 2  # in the short run
SEED = 2023


@dataclass(frozen=True, slots=True, kw_only=True)
class Hostile:
    """One string, its number, and the class of what it tries."""

    number: int
    kind: str
    text: str


def all_strings() -> tuple[Hostile, ...]:
    rows = map(json.loads, FILE.read_text(encoding="ascii").splitlines())
    return tuple(Hostile(number=row["id"], kind=row["class"], text=row["text"]) for row in rows)


def some_of(strings: Sequence[Hostile]) -> tuple[Hostile, ...]:
    """A few of every class, chosen by chance, always the same."""
    chance = random.Random(SEED)  # noqa: S311 - nothing secret
    classes: dict[str, list[Hostile]] = defaultdict(list)
    for string in strings:
        classes[string.kind].append(string)
    return tuple(
        string for members in classes.values() for string in chance.sample(members, OF_A_CLASS)
    )
