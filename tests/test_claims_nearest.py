"""Which statements are compared since they mean alike: `resolve/claims/nearest.py`."""

import numpy as np
import pytest

from builder.resolve.claims.near_words import NearWords
from builder.resolve.claims.nearest import ALL, nearest_pairs


def test_pairs_what_lies_near_in_other_articles_only() -> None:
    vectors = np.array([[1, 0], [1, 0], [1, 0], [0, 1]], dtype=np.float16)
    pairs = nearest_pairs(vectors, np.array([0, 0, 1, 1]))
    assert np.column_stack(np.divmod(pairs, 4)).tolist() == [[0, 2], [1, 2]]


def test_many_statements_meet_by_their_landmarks() -> None:
    generator = np.random.default_rng(1)
    one = generator.normal(size=(ALL, 16)).astype(np.float32)
    one /= np.linalg.norm(one, axis=1, keepdims=True)
    both = np.concatenate([one, one]).astype(np.float16)
    pairs = nearest_pairs(both, np.repeat([0, 1], ALL))
    twins = np.arange(ALL) * len(both) + np.arange(ALL) + ALL
    assert np.isin(twins, pairs).all()


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [("the dam burst", "the dam burst", 1), ("the dam burst", "", 0), ("", "the dam burst", 0)],
    ids=["the same words", "a text without words", "no words to be found"],
)
def test_how_much_of_one_text_stands_in_the_other(one: str, other: str, share: float) -> None:
    wording = NearWords([one, other])
    found = wording.found(np.array([0]), np.array([1]))
    assert found[0] == pytest.approx(share)


def test_near_words_count_for_some() -> None:
    wording = NearWords(["the dam burst", "the barrier collapsed", "shares rose sharply"])
    near, far = wording.found(np.array([0, 0]), np.array([1, 2]))
    assert near > far
