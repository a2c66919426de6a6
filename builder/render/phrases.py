"""Small turns of phrase that pages share: counts, lists, cuts."""

from collections.abc import Sequence

_PLURALS = {"person": "people", "agency": "agencies", "story": "stories"}
_KB = 1000  # bytes, as file managers count
_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def plural(number: int, noun: str) -> str:
    """The noun for that many: `1 article`, `2 articles`, `2 independent sources`."""
    if number == 1:
        return noun
    *before, last = noun.split(" ")
    return " ".join([*before, _PLURALS.get(last, f"{last}s")])


def counted(number: int, noun: str) -> str:
    """A number and its noun."""
    return f"{number:,} {plural(number, noun)}"


def spelled(number: int) -> str:
    """A small number as a word, a large one in digits."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else f"{number:,}"


def size_words(size: int) -> str:
    """The size of a file of so many bytes: `640 bytes`, `12 kB`, `1.4 MB`."""
    if size < _KB:
        return f"{size} bytes"
    return f"{size / _KB:.0f} kB" if size < _KB * _KB else f"{size / _KB / _KB:.1f} MB"


def listed(words: Sequence[str]) -> str:
    """`a, b and c`."""
    if len(words) < 2:  # noqa: PLR2004 - a list of one needs no joining
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def shortened(text: str, longest: int) -> str:
    """The text; cut at a word's end, with an ellipsis, where it has more characters."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    head, _, _ = cut.rpartition(" ")
    return (head if len(head) > longest // 2 else cut).rstrip(" ,;:–-") + "…"


def sentence(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def titled(words: str) -> str:
    """Words of an article as a title: no quotation mark whose other one is cut off."""
    if words.count("“") != words.count("”") or words.count('"') % 2:
        words = words.translate(dict.fromkeys(map(ord, '“”"')))
    return sentence(words)
