"""Distil the vectors of `builder/data/token_vectors.npz` from a sentence encoder.

In: a folder with the weights (`model.safetensors`), `tokenizer.json` and `config.json` of
all-MiniLM-L6-v2 (Apache-2.0). Out: one vector for each word piece, which is what the encoder makes
of the piece alone, in the 256 directions that differ most (the method of Model2Vec). With them a
sentence costs a sum of rows. `python -m benchmarks.token_vectors FOLDER`; two minutes on one core.
"""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from scipy.special import erf

from builder.text.embeddings import FILE

DIMENSIONS = 256
_BATCH = 512
_EPSILON = 1e-12
Weights = Mapping[str, np.ndarray]


def main() -> None:
    """Read the encoder, write the vectors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    vocabulary = json.loads((folder / "tokenizer.json").read_text())["model"]["vocab"]
    pieces = sorted(vocabulary, key=vocabulary.__getitem__)
    config = json.loads((folder / "config.json").read_text())
    weights = read_safetensors(folder / "model.safetensors")
    ends = vocabulary["[CLS]"], vocabulary["[SEP]"]
    vectors = np.concatenate(
        [
            encoded(weights, config, np.array([(ends[0], at, ends[1]) for at in batch]))
            for batch in np.array_split(np.arange(len(pieces)), len(pieces) // _BATCH)
        ]
    )
    kept = [at for at, piece in enumerate(pieces) if not piece.startswith("[") and piece.isascii()]
    reduced = principal(vectors[kept])
    scale = np.abs(reduced).max(axis=1, keepdims=True) / 127
    np.savez_compressed(
        FILE,
        pieces=np.array("\n".join(pieces[at] for at in kept)),
        vectors=np.round(reduced / scale).astype(np.int8),
        scale=scale.astype(np.float32),
    )


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
