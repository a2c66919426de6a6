"""Decisions written into `editorial.yml`: comments, order and all that stands there are kept.

In: the folder and a decision as a mapping. Out: the file, replaced at once or not at all. A file
that would not read as it did before, plus the decision, is not written.
"""

import re
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.representer import RoundTripRepresenter

from builder import yamlfile
from builder.errors import EditorialError
from builder.files import write_whole
from builder.overrides import FILE, decisions_in
from builder.overrides.addresses import with_permalinks

_WIDE = 10_000  # characters: no line of the maintainer's is broken anew
_INDENTED = re.compile(r"^( *)- ", re.MULTILINE)


def write_decisions(folder: Path, decisions: Sequence[Mapping[str, Any]]) -> None:
    """Add the decisions at the end of the file, which is made where there is none.

    Raises `EditorialError`, and writes nothing, where they contradict what stands there.
    """
    path = folder / FILE
    before = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
    text = _with(with_permalinks(before.replace("\r\n", "\n")), decisions)
    decisions_in(text)
    write_whole(path, (text.replace("\n", "\r\n") if "\r\n" in before else text).encode())


def _with(before: str, decisions: Sequence[Mapping[str, Any]]) -> str:
    """The text with the decisions at its end."""
    old = yamlfile.parse(before, file=FILE, error=EditorialError).data
    added = [{key: _plain(value) for key, value in one.items()} for one in decisions]
    if old is None:  # comments alone, which ruamel.yaml would lose
        gap = "" if before.endswith("\n") or not before else "\n"
        return f"{before}{gap}{_dumped(added, _yaml(0))}"
    indent = _INDENTED.search(before)
    yaml = _yaml(len(indent[1]) if indent else 0)
    rows = yaml.load(before)
    rows.fa.set_block_style()
    rows.extend(added)
    text = _dumped(rows, yaml)
    if yamlfile.parse(text, file=FILE, error=EditorialError).data[: len(old)] != old:
        raise EditorialError(
            "the decision cannot be added without changing others.",
            todo="Add it by hand.",
            file=FILE,
        )
    return text


class _Representer(RoundTripRepresenter):
    """Writes `null` out: an empty `to:` reads as if it had been forgotten."""


def _null(representer: RoundTripRepresenter, _: None) -> ScalarNode:
    null: ScalarNode = representer.represent_scalar("tag:yaml.org,2002:null", "null")
    return null


_Representer.add_representer(type(None), _null)


def _yaml(offset: int) -> YAML:
    yaml = YAML()
    yaml.Representer = _Representer
    yaml.preserve_quotes = True
    yaml.width = _WIDE
    yaml.indent(mapping=2, sequence=2 + offset, offset=offset)
    return yaml


def _dumped(rows: Any, yaml: YAML) -> str:  # noqa: ANN401 - what ruamel.yaml reads
    out = StringIO()
    yaml.dump(rows, out)
    return out.getvalue()


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a decision's key holds
    return list(value) if isinstance(value, tuple) else value
