"""Which words are one name in two spellings, and which are two names."""

import pytest

from builder import naming
from builder.resolve.people.spelling import is_slip

ALIKE = [
    ("Rathaur", "Rathore"), ("Quraishi", "Qureshi"), ("Pelloe", "Pellow"), ("Zubaida", "Zubeda"),
    ("Viktor", "Victor"), ("Jürgen", "Juergen"), ("Lindqvist", "Lindquist"), ("Sara", "Sarah"),
    ("Eric", "Erik"), ("Mohammed", "Muhammad"), ("Gonzalez", "Gonzales"), ("Philip", "Filip"),
    ("Zelensky", "Zelenskiy"), ("Zelenskyy", "Zelensky"), ("Catherine", "Katherine"),
    ("Yulia", "Julia"), ("Christian", "Kristian"), ("Lukashenko", "Lukaschenko"),
    ("Muammar", "Moammar"), ("Sergei", "Sergey"), ("El", "Al"),
]  # fmt: skip
APART = [
    ("Maria", "Mario"), ("Maria", "Marta"), ("Wei", "Wey"), ("Li", "Lee"), ("Manuel", "Manuela"),
    ("Jan", "Jon"), ("Petrov", "Petrova"), ("Lewis", "Louis"),
]  # fmt: skip
SLIPS = [
    ("medeiros", "mederios", True), ("wetzler", "welzler", True), ("woodward", "woodard", True),
    ("robert", "roberts", False), ("petrov", "petrova", False), ("harper", "parker", False),
    ("harper", "harper", False), ("marlow", "barlow", False), ("anderson", "andersan", True),
    ("andersen", "anderton", False),
]  # fmt: skip


def _sound(word: str) -> str:
    return naming.sound(naming.spelling(word))


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_sound_alike(one: str, other: str) -> None:
    assert _sound(one) == _sound(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_sound_apart(one: str, other: str) -> None:
    assert _sound(one) != _sound(other)


@pytest.mark.parametrize(("one", "other", "slip"), SLIPS)
def test_slips(one: str, other: str, *, slip: bool) -> None:
    assert is_slip(one, other) is is_slip(other, one) is slip


@pytest.mark.parametrize("letter", "aelz")
def test_long_words_are_no_trouble(letter: str) -> None:
    assert naming.sound(letter * 10_000)
