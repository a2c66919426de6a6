"""What texts mean, as vectors: texts in, unit vectors out, near each other where texts are alike.

Each word piece has a vector of its own, fitted so that the sum of a sentence's pieces, rare ones
counting more, points where a sentence encoder puts the sentence (all-MiniLM-L6-v2, Apache-2.0;
`benchmarks/token_vectors.py`).
Missed: the order of the words, and so who did it to whom.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FILE = Path(__file__).parent.parent / "data" / "token_vectors.npz"
Vectors = NDArray[np.float32]
HalfVectors = NDArray[np.float16]
_WORD = re.compile(r"[^\W\d_]+|\d+")
_LONGEST = 40  # letters; a longer word is no word
_SMALLEST = 1e-9  # a text without a known word has no length
_COMMON = 1e-3  # share of a text above which a piece counts for little (SIF, Arora et al. 2017)


def vectors_of(texts: Sequence[str]) -> Vectors:
    """One row of 256 numbers a text, of length 1; of zeros where it has no known word."""
    table, weights = _table()
    rows = np.zeros((len(texts), table.shape[1]), dtype=np.float32)
    for number, text in enumerate(texts):
        pieces = pieces_of(text)
        if pieces:
            rows[number] = weights[pieces] @ table[pieces]
    return unit_rows(rows)


def pieces_of(text: str) -> list[int]:
    """The known word pieces of a text in order, as rows of the table."""
    return [piece for word in _WORD.findall(folded(text)) for piece in _pieces(word)]


def piece_weights(total: int) -> Vectors:
    """What each of so many pieces weighs: they stand in order of how common they are."""
    ranks = np.arange(1, total + 1)
    shares = (1 / ranks) / np.sum(1 / ranks)
    found: Vectors = (_COMMON / (_COMMON + shares)).astype(np.float32)
    return found


def unit_rows(rows: Vectors) -> Vectors:
    """The rows at a length of 1; one of zeros stays as it is."""
    sizes = np.linalg.norm(rows, axis=1, keepdims=True)
    found: Vectors = (rows / np.maximum(sizes, _SMALLEST)).astype(np.float32)
    return found


def folded(text: str) -> str:
    """The text in small letters without accents, as its word pieces are spelled."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.lower())
    return "".join(mark for mark in plain if not unicodedata.combining(mark))


@lru_cache(maxsize=50_000)
def _pieces(word: str) -> tuple[int, ...]:
    return word_pieces(word, _places()) if len(word) <= _LONGEST else ()


def word_pieces(word: str, known: Mapping[str, int]) -> tuple[int, ...]:
    """The longest known pieces of the word from its beginning on (WordPiece), or none at all."""
    found: list[int] = []
    start = 0
    while start < len(word):
        lead = "##" if start else ""
        ends = (end for end in range(len(word), start, -1) if lead + word[start:end] in known)
        end = next(ends, None)
        if end is None:
            return ()
        found.append(known[lead + word[start:end]])
        start = end
    return tuple(found)


@cache
def _places() -> dict[str, int]:
    with np.load(FILE) as stored:
        return {piece: at for at, piece in enumerate(str(stored["pieces"]).split("\n"))}


@cache
def _table() -> tuple[Vectors, Vectors]:
    """The vectors, and what each piece weighs."""
    with np.load(FILE) as stored:
        table = stored["vectors"].astype(np.float32) * stored["scale"]
    return table, piece_weights(len(table))
