"""Knowledge of the world that ships with the package: YAML files in `builder/data/`.

Every file is a mapping with `source`, `licence` and `entries`. Nothing comes from one story.
"""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def entries(name: str) -> Any:  # noqa: ANN401 - each file has a shape of its own, told in its head
    """The `entries` of `builder/data/<name>.yml`: a list or a mapping, as the file's head says."""
    text = (files("builder") / "data" / f"{name}.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))["entries"]  # noqa: S506 - both are safe loaders
