"""How alike two words are spelled: one measure, RapidFuzz's, for whoever asks."""

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio


def likeness(one: str, other: str) -> float:
    """0 to 1: twice the letters that both have in the same order, of all letters."""
    return ratio(one, other) / 100


def is_slip(one: str, other: str) -> bool:
    """Whether one letter parts the words: another one, one too many, or two changed about.

    Not at either end: a letter more there makes another name, "Robert" and "Roberts".
    """
    ends = (one[:1], one[-1:]) == (other[:1], other[-1:])
    swapped = sorted(one) == sorted(other)
    return (ends or swapped) and OSA.distance(one, other, score_cutoff=1) == 1
