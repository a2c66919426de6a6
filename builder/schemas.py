"""JSON Schemas of what a maintainer writes: editors complete keys and mark mistakes by them.

Made from the models that read the files, so that both say the same.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic.json_schema import models_json_schema

from builder.files import write_whole
from builder.load.frontmatter import WrittenMetadata
from builder.overrides import KINDS
from builder.settings import Settings

FOLDER = ".schemas"
Schema = Mapping[str, Any]


def schemas() -> Mapping[str, Schema]:
    """The schema of each kind of file, by name: `dossier`, `editorial`, `article`."""
    kinds, defined = models_json_schema([(model, "validation") for model in KINDS.values()])
    decision = {"anyOf": list(kinds.values())}
    return {
        "dossier": Settings.model_json_schema(),
        "editorial": {"type": "array", "items": decision, **defined},
        "article": WrittenMetadata.model_json_schema(),
    }


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write the schemas into the dossier in `folder`, and say where."""
    place = folder / FOLDER
    place.mkdir(exist_ok=True)
    written = []
    for name, schema in schemas().items():
        path = place / f"{name}.json"
        write_whole(path, (json.dumps(schema, indent=1, ensure_ascii=False) + "\n").encode())
        written.append(path)
    return tuple(written)
