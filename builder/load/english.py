"""Whether a text is English, by its share of words that carry only grammar: text in, yes or no.

Missed: an English article that is mostly a quote in another language, and the other way round.
"""

import re

from builder.knowledge import entries

LEAST_WORDS = 50  # fewer say nothing: a table of results, a list of names
LEAST_SHARE = 0.18  # English pages have 0.24 to 0.5 (`benchmarks/pages.py`), others up to 0.11
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def is_english(text: str) -> bool:
    """Whether the text reads like English, or is too short to tell."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    return len(words) < LEAST_WORDS or share_of_grammar(words) >= LEAST_SHARE


def share_of_grammar(words: list[str]) -> float:
    """The share of English function words among the words."""
    known = frozenset(map(str, entries("function_words")))
    return sum(word in known for word in words) / max(1, len(words))
