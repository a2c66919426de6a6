"""Logistic regressions over named features: pairs in, weights out, and the files they ship in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from builder.resolve.arrays import Table
from builder.resolve.regression import Model

_DATA = Path(__file__).parent.parent / "builder" / "data"
_PENALTY = 0.3  # scikit-learn's C; 0.03 to 1 give the same figures within a point
_Value = TypeVar("_Value")


@dataclass(frozen=True, kw_only=True)
class Pairs:
    """Pairs to learn from: their features, whether they belong together, how much each counts."""

    table: Table
    same: Table
    worth: Table


def learned(pairs: Sequence[Pairs]) -> Model:
    """The weights of a logistic regression."""
    table = np.concatenate([one.table for one in pairs])
    scale = StandardScaler().fit(table)
    model = LogisticRegression(C=_PENALTY, max_iter=3000).fit(
        scale.transform(table),
        np.concatenate([one.same for one in pairs]),
        sample_weight=np.concatenate([one.worth for one in pairs]),
    )
    weights = model.coef_[0] / scale.scale_
    return weights, float(model.intercept_[0] - weights @ scale.mean_)


def without(name: str, known: Mapping[str, _Value]) -> list[_Value]:
    """What is known of all stories but one."""
    return [found for other, found in known.items() if other != name]


def write(name: str, head: str, features: Sequence[str], model: Model) -> None:
    """Put the weights where the product reads them, under a head of comments, source, licence."""
    weights, base = model
    told = {one: round(float(weight), 3) for one, weight in zip(features, weights, strict=True)}
    known = {"entries": {"base": round(base, 3), "features": told}}
    body = yaml.safe_dump(known, sort_keys=False, allow_unicode=True)
    (_DATA / f"{name}.yml").write_text(head + body, encoding="utf-8")
