"""Distil the vectors of `builder/data/token_vectors.npz` from a sentence encoder.

In: a folder with the weights (`model.safetensors`), `tokenizer.json` and `config.json` of
all-MiniLM-L6-v2 (Apache-2.0), and a file of sentences, one a line. Out: one vector for each word
piece, such that the weighted sum of a sentence's pieces points where the encoder puts it. They
begin as what the encoder makes of each piece alone (as in Model2Vec), mapped to its space of
sentences, and are then fitted piece by piece, held to where they began (ridge regression), in the
256 directions in which sentences differ most. With them a sentence costs a sum of rows.

`python -m benchmarks.token_vectors FOLDER SENTENCES`; half an hour for 100,000 sentences on one
core. Those that ship are of the Manually Annotated Sub-Corpus and of State of the Union addresses
(both as NLTK keeps them), with their clauses, and of the invented stories.
"""

import argparse
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_array, diags
from scipy.special import erf

from builder.text.embeddings import FILE, folded, piece_weights, pieces_of, unit_rows, word_pieces

DIMENSIONS = 256
_BATCH = 64
_EPSILON = 1e-12
_SMALLEST = 1e-6  # of a text without a known piece
_LONGEST = 126  # pieces of a text
_WORD = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
# .003 to .3: the cosines of 3,000 unseen clauses agree with the encoder's at .70, .72 (.03), .70;
# what each piece is alone gives .44, mapped .64
_PENALTY = 0.03
_STEPS = 100
Weights = Mapping[str, np.ndarray]


def main() -> None:
    """Read the encoder, write the vectors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sentences", type=Path)
    asked = parser.parse_args()
    encoder = Encoder(asked.folder)
    known = [
        piece
        for piece in sorted(encoder.vocabulary, key=encoder.vocabulary.__getitem__)
        if not piece.startswith("[") and piece.isascii()
    ]
    texts = asked.sentences.read_text(encoding="utf-8").splitlines()
    alone = principal(encoder.vectors([[encoder.vocabulary[piece]] for piece in known]))
    meant = unit_rows(encoder.vectors([encoder.places(text) for text in texts]))
    table = fitted(alone, texts, meant)
    scale = np.abs(table).max(axis=1, keepdims=True) / 127
    np.savez_compressed(
        FILE,
        pieces=np.array("\n".join(known)),
        vectors=np.round(table / scale).astype(np.int8),
        scale=scale.astype(np.float32),
    )


def fitted(alone: np.ndarray, texts: Sequence[str], meant: np.ndarray) -> np.ndarray:
    """A vector for each piece, from its own and from those of whole texts."""
    bags = bags_of(texts, len(alone))
    target = principal(meant)
    sums = bags @ alone
    bags = diags(1 / np.maximum(np.linalg.norm(sums, axis=1), _SMALLEST)) @ bags
    sums = bags @ alone
    square = sums.T @ sums + np.eye(sums.shape[1])
    start = alone @ np.linalg.solve(square, sums.T @ target)
    table: np.ndarray = start + ridge(bags, target - bags @ start)
    return table


def bags_of(texts: Sequence[str], total: int) -> csr_array:
    """How much each of all pieces weighs in each text."""
    weights = piece_weights(total)
    own = [pieces_of(text) for text in texts]
    rows = np.repeat(np.arange(len(own)), [len(pieces) for pieces in own])
    columns = np.array([piece for pieces in own for piece in pieces])
    return csr_array((weights[columns], (rows, columns)), shape=(len(texts), total))


def ridge(bags: csr_array, target: np.ndarray) -> np.ndarray:
    """The rows whose sums come nearest the target, and are small (conjugate gradients)."""
    gram = (bags.T @ bags).tocsr()
    left = bags.T @ target
    found, step, size = np.zeros_like(left), left.copy(), (left**2).sum(axis=0)
    for _ in range(_STEPS):
        moved = gram @ step + _PENALTY * step
        pace = size / ((step * moved).sum(axis=0) + _EPSILON)
        found += pace * step
        left -= pace * moved
        before, size = size, (left**2).sum(axis=0)
        step = left + size / (before + _EPSILON) * step
    return found


class Encoder:
    """The sentence encoder, in plain numpy."""

    def __init__(self, folder: Path) -> None:
        """Read its weights and its word pieces."""
        tokenizer = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
        self.vocabulary: dict[str, int] = tokenizer["model"]["vocab"]
        self._config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        self._weights = read_safetensors(folder / "model.safetensors")

    def places(self, text: str) -> list[int]:
        """The word pieces and marks of a text."""
        unknown = (self.vocabulary["[UNK]"],)
        words = _WORD.findall(folded(text))
        found = [at for word in words for at in word_pieces(word, self.vocabulary) or unknown]
        return found[:_LONGEST]

    def vectors(self, texts: Sequence[Sequence[int]]) -> np.ndarray:
        """A vector for each text, given as its pieces."""
        ends = self.vocabulary["[CLS]"], self.vocabulary["[SEP]"]
        lengths = np.array([len(text) for text in texts])
        found = np.zeros((len(texts), self._config["hidden_size"]), dtype=np.float32)
        for length in np.unique(lengths):
            same = np.flatnonzero(lengths == length)
            for batch in np.array_split(same, len(same) // _BATCH + 1):
                rows = np.array([(ends[0], *texts[at], ends[1]) for at in batch])
                found[batch] = encoded(self._weights, self._config, rows) if len(batch) else 0
        return found


def read_safetensors(path: Path) -> Weights:
    """The tensors of a file, by name: a header in JSON, then the numbers."""
    raw = path.read_bytes()
    size = int.from_bytes(raw[:8], "little")
    header = json.loads(raw[8 : 8 + size])
    return {
        name: np.frombuffer(
            raw,
            dtype={"F32": np.float32, "I64": np.int64}[entry["dtype"]],
            count=int(np.prod(entry["shape"])),
            offset=8 + size + entry["data_offsets"][0],
        ).reshape(entry["shape"])
        for name, entry in header.items()
        if name != "__metadata__"
    }


def encoded(weights: Weights, config: Mapping[str, int], pieces: np.ndarray) -> np.ndarray:
    """The mean of what the encoder (BERT) makes of rows of word pieces, all of one length."""

    def normed(x: np.ndarray, name: str) -> np.ndarray:
        spread = np.sqrt(x.var(-1, keepdims=True) + _EPSILON)
        scaled = (x - x.mean(-1, keepdims=True)) / spread
        return scaled * weights[f"{name}.weight"] + weights[f"{name}.bias"]

    def dense(x: np.ndarray, name: str) -> np.ndarray:
        return x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]

    rows, length = pieces.shape
    heads = config["num_attention_heads"]
    word = weights["embeddings.word_embeddings.weight"][pieces]
    place = weights["embeddings.position_embeddings.weight"][:length]
    kind = weights["embeddings.token_type_embeddings.weight"][0]
    x = normed(word + place + kind, "embeddings.LayerNorm")
    for layer in range(config["num_hidden_layers"]):
        name = f"encoder.layer.{layer}"
        query, key, value = (
            dense(x, f"{name}.attention.self.{part}")
            .reshape(rows, length, heads, -1)
            .transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 1, 3, 2) / np.sqrt(query.shape[-1])
        shares = np.exp(scores - scores.max(-1, keepdims=True))
        shares /= shares.sum(-1, keepdims=True)
        mixed = (shares @ value).transpose(0, 2, 1, 3).reshape(rows, length, -1)
        out = dense(mixed, f"{name}.attention.output.dense")
        x = normed(x + out, f"{name}.attention.output.LayerNorm")
        inner = dense(x, f"{name}.intermediate.dense")
        inner = inner * 0.5 * (1 + erf(inner / np.sqrt(2)))
        out = dense(inner, f"{name}.output.dense")
        x = normed(x + out, f"{name}.output.LayerNorm")
    found: np.ndarray = x.mean(axis=1)
    return found


def principal(vectors: np.ndarray) -> np.ndarray:
    """The vectors in the directions in which they differ most."""
    centred = vectors - vectors.mean(axis=0)
    _, directions = np.linalg.eigh(centred.T @ centred)
    found: np.ndarray = centred @ directions[:, ::-1][:, :DIMENSIONS]
    return found


if __name__ == "__main__":
    main()
